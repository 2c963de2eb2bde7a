"""Key relations with the sentences that state them, and what is reported both ways."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from actors import factuality
from actors.ontology import Ontology, in_words
from actors.report.material import Material
from actors.types import Key
from actors.views import blocks
from actors.views.blocks import Beside, Block, Heading, Section, Text
from actors.views.wording import count, label

_Edge: TypeAlias = tuple[Key, Key, dict[str, Any]]

KEY_TIES, OTHERS, _QUOTES, _PAIRS = 8, 5, 3, 8
SURE = 0.8
"""Confidence from which a tie comes before others that as many stories tell."""


def relations(material: Material) -> Section | None:
    """The best supported ties of cooperation, of conflict, and of other kinds."""
    types = material.types
    own = [edge for edge in material.stated if _own(edge, types)]
    events = [
        edge
        for edge in material.stated
        if not structural(edge[2]["type"], types) and not _own(edge, types)
    ]
    groups = (
        ("Cooperation", KEY_TIES, [edge for edge in events if leaning(edge[2]) == "+"]),
        ("Conflict", KEY_TIES, [edge for edge in events if leaning(edge[2]) == "-"]),
        ("Requests, denials, others", OTHERS, [e for e in events if leaning(e[2]) == "0"]),
        *_of_own_types(own, types),
    )
    if not events and not own:
        return None
    text = Text(
        "The ties that most stories state, of equals first what is asserted, what is read with a "
        f"confidence of {SURE} or more, and what ties the more central actors; each with the "
        "sentences it rests on. The words that state the tie "
        "are marked. A tie is what is reported, not what is proven: mind the source, and who "
        "is quoted. Confidence orders readings by how plainly they are worded; it is no "
        "probability that they are true."
    )
    found: list[Block] = [text]
    weight = _weightiest(material)
    for title, most, edges in groups:
        if edges:
            shown = sorted(edges, key=weight)[:most]
            found.append(Heading(title))
            found.append(Text(f"{len(shown)} of {count(len(edges), 'tie')}."))
            found += [_tie(material, edge) for edge in shown]
    return Section("relations", "Key relations, with their sentences", tuple(found))


def _own(edge: _Edge, types: Ontology) -> bool:
    name = edge[2]["type"]
    return name in types and types[name].own


def _of_own_types(
    edges: Iterable[_Edge], types: Ontology
) -> Iterator[tuple[str, int, list[_Edge]]]:
    """A group for each type of the user's own: title with definition, how many to show, ties."""
    by_type: dict[str, list[_Edge]] = {}
    for edge in edges:
        by_type.setdefault(edge[2]["type"], []).append(edge)
    for name, some in sorted(by_type.items()):
        title = in_words(name).capitalize()
        yield f"{title}: {types[name].definition}", KEY_TIES, some


def contradictions(material: Material) -> Section:
    """Pairs of which both cooperation and conflict are reported, side by side."""
    pairs = opposed(material)
    if not pairs:
        text = "Of no pair do these documents report both cooperation and conflict."
        return Section("contradictions", "Reported both ways", (Text(text),))
    text = (
        f"Of {count(len(pairs), 'pair')}, both cooperation and conflict are reported. That may be "
        "a contradiction between sources, a change over time, or two sides of one relation: "
        "compare the sources and the days."
    )
    weight = _weightiest(material)
    shown = [
        Beside(
            f"{material.name(one)} and {material.name(other)}",
            tuple(_tie(material, edge) for edge in sorted(good, key=weight)[:_QUOTES]),
            tuple(_tie(material, edge) for edge in sorted(bad, key=weight)[:_QUOTES]),
        )
        for (one, other), good, bad in pairs[:_PAIRS]
    ]
    rest = len(pairs) - len(shown)
    after = [Text(f"{count(rest, 'more pair')} of this kind.")] if rest else []
    return Section("contradictions", "Reported both ways", (Text(text), *shown, *after))


def opposed(material: Material) -> list[tuple[tuple[Key, Key], list[_Edge], list[_Edge]]]:
    """Pairs with ties of both signs, those with the most sentences on the rarer side first.

    What is only demanded, possible or conditional isn't reported to be so, and is left out;
    so are pairs whose only two statements stand in one sentence, which tells one story.
    """
    by_pair: dict[tuple[Key, Key], dict[str, list[_Edge]]] = {}
    for edge in material.stated:
        if reality(edge[2]) not in ("", "planned"):
            continue
        one, other = sorted(edge[:2], key=lambda key: (material.name(key), key))
        by_pair.setdefault((one, other), {}).setdefault(leaning(edge[2]), []).append(edge)
    both = [
        (pair, found["+"], found["-"])
        for pair, found in by_pair.items()
        if {*"+-"} <= {*found} and len(_places(found["+"]) | _places(found["-"])) > 1
    ]
    return sorted(
        both,
        key=lambda each: (
            -min(_sentences(each[1]), _sentences(each[2])),
            *map(material.name, each[0]),
        ),
    )


def leaning(about: dict[str, Any]) -> str:
    """Whether a tie speaks for cooperation or conflict; one that doesn't hold for neither.

    That somebody didn't meet somebody isn't conflict, and that he didn't attack isn't
    friendship; neither is what is only planned or demanded. All are shown as what they are.

    >>> leaning({"sign": "+", "negated": False, "evidence": ()})
    '+'
    >>> leaning({"sign": "-", "negated": True, "evidence": ()})
    '0'
    """
    return factuality.leaning(about)


def reality(about: dict[str, Any]) -> str:
    """The modality of a tie that no sentence asserts, else nothing.

    >>> reality({"evidence": ({"modality": "planned"}, {"modality": "planned"})})
    'planned'
    >>> reality({"evidence": ({"modality": "planned"}, {"modality": "asserted"})})
    ''
    """
    found = sorted({str(one["modality"]) for one in about["evidence"]})
    return "" if "asserted" in found else " or ".join(found)


def structural(type_: str, types: Ontology) -> bool:
    """Whether a type tells who belongs where, rather than who did what.

    >>> from actors.ontology import ontology
    >>> structural("member_of", ontology("")), structural("accuse", ontology(""))
    (True, False)
    """
    return type_ in types and types[type_].structural


def _tie(material: Material, edge: _Edge) -> blocks.Tie:
    source, target, about = edge
    arrow = "→" if about["directed"] else "↔"
    middle = label(about["type"], about["negated"])
    aside = f" ({reality(about)})" if reality(about) else ""
    shown = _chosen(about["evidence"])
    days = sorted({day for day in (about["first"], about["last"]) if day})
    said = [
        count(int(about["weight"]), "sentence"),
        count(about["stories"], "story", "stories"),
        " to ".join(days),
        f"confidence {about['confidence']:.2f}",
    ]
    return blocks.Tie(
        f"{material.name(source)} {arrow} {middle} {arrow} {material.name(target)}{aside}",
        ", ".join(filter(None, said)),
        leaning(about),
        tuple(map(blocks.quote, shown)),
        max(0, len(about["evidence"]) - len(shown)),
    )


def _chosen(evidence: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """A few sentences from different stories and sources, the surest first, in order of days."""
    waiting = sorted(evidence, key=_surest)
    chosen: list[dict[str, Any]] = []
    seen: tuple[set[str], set[str]] = (set(), set())
    tests: tuple[Callable[[dict[str, Any]], bool], ...] = (
        lambda one: one["source"] not in seen[0] and one["story"] not in seen[1],
        lambda one: one["story"] not in seen[1],
        lambda one: one["text"] not in {other["text"] for other in chosen},
    )
    for test in tests:
        for one in waiting:
            if len(chosen) < _QUOTES and one not in chosen and test(one):
                chosen.append(one)
                seen[0].add(one["source"])
                seen[1].add(one["story"])
    return sorted(chosen, key=lambda one: (one["date"], one["name"], one["start"]))


def _surest(one: dict[str, Any]) -> tuple[Any, ...]:
    return (-one["confidence"], one["date"], one["name"], one["start"], one["relation"])


def _weightiest(material: Material) -> Callable[[_Edge], tuple[float, ...]]:
    """An order: by stories, whether asserted, whether surely read, how central both actors are.

    Then by sentences and confidence: many sentences of one long story are one report.
    """
    strength = material.measures["strength"].to_dict()

    def order(edge: _Edge) -> tuple[float, ...]:
        source, target, about = edge
        central = strength.get(source, 0.0) * strength.get(target, 0.0)
        asserted = float(not reality(about))
        sure = float(about["confidence"] >= SURE)
        support = (float(about["stories"]), asserted, sure, central)
        return tuple(-value for value in (*support, about["weight"], about["confidence"]))

    return order


def _places(edges: Iterable[_Edge]) -> set[tuple[Key, int]]:
    """The sentences of some ties, reprints and all."""
    return {(one["document"], one["start"]) for *_, about in edges for one in about["evidence"]}


def _sentences(edges: Iterable[_Edge]) -> float:
    return sum(float(about["weight"]) for _, _, about in edges)
