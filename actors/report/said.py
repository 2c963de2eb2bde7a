"""Ties in words, and the sentences that they rest on: shared by the sections of a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from actors.factuality import asserting, counted_sentences, holds, leaning, status
from actors.ontology import Ontology
from actors.report.material import Material, Pair, StatedTie, in_order
from actors.types import Evidence, Key, TieAttributes
from actors.views.blocks import Claim, Quote
from actors.views.quoting import LONGEST, quote
from actors.views.wording import count
from actors.wording import clause as in_words

__all__ = [
    *(
        "SURE",
        "belonging",
        "between",
        "chosen",
        "cited",
        "claim",
        "clause",
        "deeds",
        "leaning",
        "listed",
    ),
    *("of_pair", "quoted", "sentences", "support"),
]

SURE = 0.8
"""Confidence from which a tie comes before others that as many stories tell."""
_CITED = 3


def belonging(about: TieAttributes, types: Ontology) -> bool:
    """Whether a tie tells who belongs where, rather than what is done or who is against whom.

    >>> from actors.ontology import ontology
    >>> told = [{"type": "member_of", "sign": "0"}, {"type": "allied_with", "sign": "+"}]
    >>> [belonging(about, ontology("")) for about in told]
    [True, False]
    """
    type_ = about["type"]
    return about["sign"] == "0" and type_ in types and types[type_].structural


def deeds(material: Material, sign: str = "+-0") -> list[StatedTie]:
    """Ties that hold and tell what is done, or who stands with whom; the best supported first."""
    found = [
        edge
        for edge in material.stated
        if holds(edge[2])
        and not belonging(edge[2], material.types)
        and leaning(edge[2]) in sign
        and edge[0] != edge[1]
    ]
    return sorted(found, key=support(material))


def clause(material: Material, edge: StatedTie) -> str:
    """A tie as a clause: who, what, whom."""
    source, target, about = edge
    return in_words(material.name(source), about["type"], status(about), material.name(target))


def sentences(edges: Iterable[StatedTie]) -> int:
    """How many sentences state some ties, each once."""
    return counted_sentences(
        {
            (one["document"], one["start"], one["end"]): one
            for *_, about in edges
            for one in asserting(about) or about["evidence"]
        }.values()
    )


def between(material: Material, edges: Sequence[StatedTie], most: int = 3) -> str:
    """What some ties of a pair say, the same words once: *A backed B; B talked with A*."""
    said = list(dict.fromkeys(clause(material, edge) for edge in edges))
    more = f"; and {count(len(said) - most, 'more tie')}" if len(said) > most else ""
    return "; ".join(said[:most]) + more


def cited(material: Material, edges: Iterable[StatedTie], most: int = _CITED) -> tuple[int, ...]:
    """The numbers of the sentences that best support some ties, one of each tie first."""
    ranked = [[material.number(one) for one in chosen(edge[2], most)] for edge in edges]
    rounds = (found[turn] for turn in range(most) for found in ranked if len(found) > turn)
    return tuple(sorted([*dict.fromkeys(rounds)][:most]))


def claim(material: Material, edges: Sequence[StatedTie], most: int = 3) -> Claim:
    """What some ties of a pair say, with how many sentences say so."""
    told = count(sentences(edges), "sentence")
    return Claim(f"{between(material, edges, most)} ({told})", cited(material, edges))


def of_pair(edges: Iterable[StatedTie]) -> dict[Pair, list[StatedTie]]:
    """Ties by pair, whichever way they go; pairs in the order of their first tie."""
    found: dict[Pair, list[StatedTie]] = {}
    for edge in edges:
        low, high = sorted(edge[:2])
        found.setdefault((low, high), []).append(edge)
    return found


def chosen(about: TieAttributes, most: int = _CITED) -> list[Evidence]:
    """A few sentences from different stories and sources, the surest first, in order of days.

    Of a tie that holds, those that say so.
    """
    evidence = asserting(about) or about["evidence"]
    waiting = sorted(evidence, key=_surest)
    found: list[Evidence] = []
    seen: tuple[set[str], set[str]] = (set(), set())
    tests: tuple[Callable[[Evidence], bool], ...] = (
        lambda one: one["source"] not in seen[0] and one["story"] not in seen[1],
        lambda one: one["story"] not in seen[1],
        lambda one: one["text"] not in {other["text"] for other in found},
    )
    for test in tests:
        for one in waiting:
            if len(found) < most and one not in found and test(one):
                found.append(one)
                seen[0].add(one["source"])
                seen[1].add(one["story"])
    return in_order(found)


def quoted(material: Material, sentence: Evidence, longest: int = LONGEST) -> Quote:
    """A sentence with its number in the annex."""
    number = material.number(sentence)
    return quote(sentence, day=material.day, number=number, longest=longest)


def listed(names: Sequence[str], most: int = 8) -> str:
    """Names as a list in a sentence.

    >>> listed(["A", "B", "C"]), listed(["A", "B"]), listed(["A", "B", "C"], 2)
    ('A, B and C', 'A and B', 'A, B and 1 more')
    """
    if len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most:,} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def support(material: Material) -> Callable[[StatedTie], tuple[float | str, ...]]:
    """An order: by stories, whether surely read, how central both actors are.

    Then by sentences and confidence: many sentences of one long story are one report.
    """
    strength: dict[Key, float] = material.measures["strength"].to_dict()

    def order(edge: StatedTie) -> tuple[float | str, ...]:
        source, target, about = edge
        central = strength.get(source, 0.0) * strength.get(target, 0.0)
        sure = float(about["confidence"] >= SURE)
        numbers = (float(about["stories"]), float(holds(about)), sure, central)
        ranked = tuple(-value for value in (*numbers, about["weight"], about["confidence"]))
        return (*ranked, material.name(source), material.name(target), about["type"])

    return order


def _surest(one: Evidence) -> tuple[float | str, ...]:
    return (-one["confidence"], one["date"], one["name"], one["start"], one["relation"])
