"""Pairs of actors of which reports state both cooperation and conflict, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actors.factuality import asserting, leaning
from actors.network.views import happened
from actors.types import Evidence, Key

if TYPE_CHECKING:
    from actors.analysis.sides import Side

_CONFLICT, _COOPERATION = "-", "+"


@dataclass(frozen=True, slots=True)
class ReportedTie:
    """A sentence that states a tie, and on which side of the comparison it stands."""

    side: str
    actor: str
    type: str
    other: str
    date: str
    source: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A pair with the sentences that state cooperation, and those that state conflict."""

    one: str
    other: str
    cooperative: tuple[ReportedTie, ...]
    hostile: tuple[ReportedTie, ...]


def contradictions(*sides: Side) -> list[Contradiction]:
    """Pairs of which the sides state both; those with most on both hands first.

    Only what a sentence asserts counts.
    """
    said: dict[tuple[str, str], dict[str, set[ReportedTie]]] = {}
    for side in sides:
        for sign, report in _reports(side):
            low, high = sorted((report.actor, report.other))
            both = said.setdefault((low, high), {_COOPERATION: set(), _CONFLICT: set()})
            both[sign].add(report)
    found = [
        Contradiction(*pair, _ordered(both[_COOPERATION]), _ordered(both[_CONFLICT]))
        for pair, both in said.items()
        if all(both.values())
    ]
    return sorted(found, key=lambda c: (-min(len(c.cooperative), len(c.hostile)), c.one, c.other))


def _reports(side: Side) -> Iterator[tuple[str, ReportedTie]]:
    for source, target, tie in side.graph.edges(data=True):
        if tie["layer"] != "stated" or leaning(tie) == "0":
            continue
        for sentence in asserting(tie):
            yield tie["sign"], _report(side, source, target, tie["type"], sentence)


def _report(side: Side, source: Key, target: Key, kind: str, sentence: Evidence) -> ReportedTie:
    actor, other = (str(side.graph.nodes[end].get("name") or end) for end in (source, target))
    where = sentence["source"], sentence["name"], sentence["text"]
    return ReportedTie(side.label, actor, kind, other, happened(sentence), *where)


def _ordered(reports: set[ReportedTie]) -> tuple[ReportedTie, ...]:
    return tuple(sorted(reports, key=lambda r: (r.date, r.name, r.side, r.type, r.text)))
