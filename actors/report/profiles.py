"""Half a page for each main actor: who it is, its role, allies, opponents, what is quoted."""

from __future__ import annotations

from collections.abc import Iterator

from actors.factuality import REALISED, holds, status
from actors.report.material import Material, StatedTie, place
from actors.report.said import (
    belonging,
    chosen,
    cited,
    claim,
    clause,
    deeds,
    listed,
    of_pair,
    quoted,
    support,
)
from actors.types import Evidence, Key, NodeAttributes
from actors.views.blocks import Claim, Profile, Quote, Section, Text
from actors.views.wording import count
from actors.wording import kind_in_words

MAIN_ACTORS, _PARTNERS, _ROLES, _QUOTES, _OPEN, _CLAUSES = 6, 4, 5, 3, 2, 2
_LONGEST = 200
_UNSURE = 0.5
"""Confidence below which a role is told after all others."""
_RANKS = ("leads", "represents", "member_of", "works_for", "owns", "part_of", "kin_of")
"""Types that tell who an actor is, the most telling first; others come after them."""


def profiles(material: Material) -> Section | None:
    """The actors that most stories tell something of, half a page each."""
    keys = main_actors(material)
    if not keys:
        return None
    text = (
        f"The {count(len(keys), 'actor')} of whom most stories tell that they did something, or "
        "that something was done to them. Allies are those of whom cooperation is told, opponents "
        "those of whom conflict is told; one actor can be both."
    )
    told = (_profile(material, key) for key in keys)
    return Section("actors", "The main actors", (Text(text), *told))


def main_actors(material: Material, most: int = MAIN_ACTORS) -> list[Key]:
    """Actors by the number of stories that tell what they did or what was done to them."""
    told: dict[Key, set[object]] = {}
    for source, target, about in deeds(material):
        stories = {one["story"] for one in about["evidence"]}
        for end in (source, target):
            told.setdefault(end, set()).update(stories)
    strength = material.measures["strength"].to_dict()

    def order(key: Key) -> tuple[float, float, str]:
        return (-len(told[key]), -strength.get(key, 0.0), material.name(key))

    return sorted(told, key=order)[:most]


def _profile(material: Material, key: Key) -> Profile:
    own = [edge for edge in material.stated if key in edge[:2] and edge[0] != edge[1]]
    about = material.graph.nodes[key]
    return Profile(
        material.name(key),
        str(about["kind"]),
        tuple(_facts(material, key, own)),
        ("Allies", _partners(material, key, "+")),
        ("Opponents", _partners(material, key, "-")),
        tuple(_quotes(material, key)),
    )


def _facts(material: Material, key: Key, own: list[StatedTie]) -> Iterator[Claim]:
    about: NodeAttributes = material.graph.nodes[key]
    called = [name for name in about.get("aliases") or () if name != about["name"]][:3]
    also = f", also called {listed(called)}" if called else ""
    mentions, documents = about.get("mentions") or 0, about.get("documents") or 0
    told = f"{count(mentions, 'mention')} in {count(documents, 'document')}"
    sort = kind_in_words(str(about["kind"]), str(about.get("subtype") or ""))
    yield Claim(f"Who: {sort}{also}; {told}.")
    roles = _roles(material, key, own)
    if roles:
        said = [clause(material, edge) for edge in roles]
        rest = f"; and {len(said) - _ROLES:,} more" if len(said) > _ROLES else ""
        yield Claim(f"Role: {'; '.join(said[:_ROLES])}{rest}.", cited(material, roles[:_ROLES]))
    waiting = [edge for edge in own if status(edge[2]) not in REALISED]
    if waiting:
        shown = sorted(waiting, key=support(material))[:_OPEN]
        said = list(dict.fromkeys(clause(material, edge) for edge in shown))
        rest = f"; and {len(waiting) - _OPEN:,} more" if len(waiting) > _OPEN else ""
        yield Claim(f"Not so, or not yet: {'; '.join(said)}{rest}.", cited(material, shown))


def _roles(material: Material, key: Key, own: list[StatedTie]) -> list[StatedTie]:
    """Who belongs where, one tie with each other actor: surely read, what tells most, first."""

    def order(edge: StatedTie) -> tuple[float | str, ...]:
        unsure = edge[2]["confidence"] < _UNSURE
        rank = _RANKS.index(edge[2]["type"]) if edge[2]["type"] in _RANKS else len(_RANKS)
        return (unsure, edge[0] != key, rank, *support(material)(edge))

    found: dict[Key, StatedTie] = {}
    held = (edge for edge in own if belonging(edge[2], material.types) and holds(edge[2]))
    for edge in sorted(held, key=order):
        found.setdefault(edge[1] if edge[0] == key else edge[0], edge)
    return list(found.values())


def _partners(material: Material, key: Key, sign: str) -> tuple[Claim, ...]:
    """Who is told with the actor in ties of a sign; the best supported first."""
    pairs = of_pair(edge for edge in deeds(material, sign) if key in edge[:2])
    found = [claim(material, edges, _CLAUSES) for edges in pairs.values()]
    rest = len(found) - _PARTNERS
    more = (Claim(f"and {count(rest, 'more actor')}"),) if rest > 0 else ()
    return (*found[:_PARTNERS], *more) or (Claim("none told"),)


def _quotes(material: Material, key: Key) -> Iterator[Quote]:
    """Three sentences: of an ally, of an opponent, and the next best, from other documents."""
    own = [edge for edge in deeds(material) if key in edge[:2]]
    signs = [edges for sign in "+-0" if (edges := [e for e in own if e[2]["sign"] == sign])]
    turns = [edge for turn in zip(*(iter(edges) for edges in signs), strict=False) for edge in turn]
    waiting = [one for edge in (*turns, *own) for one in chosen(edge[2])]
    shown: list[Evidence] = []
    for other_document in (True, False):
        for one in waiting:
            known = {two["document"] for two in shown}
            new = place(one) not in {place(two) for two in shown}
            if len(shown) < _QUOTES and new and not (other_document and one["document"] in known):
                shown.append(one)
    yield from (quoted(material, one, _LONGEST) for one in shown)
