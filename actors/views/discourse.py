"""Who is for and who against what, and who contradicts whom, as data of the page.

Both point to sentences of ties, which the page holds once.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

import networkx as nx

from actors.types import Json, Key
from actors.views.evidence import EVIDENCE_SHOWN, Table
from actors.views.safe_text import legible

__all__ = ["Contested", "Discourse", "Position", "contested", "discourses"]

Tie: TypeAlias = tuple[Key, Key, Hashable]
"""Source, target and key of an edge."""


@dataclass(frozen=True, slots=True)
class Position:
    """An actor, what it is for or against, and the sentence that says so.

    Args:
        actor: who takes the position
        concept: the name of an issue; empty where the position is towards an actor
        agrees: whether it is for it
        target: the actor that it is for or against
        tie: the tie whose sentence it is; none where a whole document shows it
        at: which of the sentences of the tie
        text: the sentence, where there is no tie
        where: outlet and day of that sentence
    """

    actor: Key
    concept: str
    agrees: bool
    target: Key | None = None
    tie: Tie | None = None
    at: int = 0
    text: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Discourse:
    """Positions on issues, or towards others."""

    about: Literal["issues", "others"]
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Contested:
    """Two actors, and sentences of their ties that contradict each other: tie, which, words."""

    pair: tuple[Key, Key]
    kind: str
    holds: tuple[tuple[Tie, int], ...]
    against: tuple[tuple[Tie, int], ...]


def discourses(graph: nx.MultiDiGraph[Key], found: Iterable[Discourse]) -> list[dict[str, Json]]:
    """Discourses for the page: concepts, and a row for each position.

    A row is the actor, the concept, 1 or 0 for agreement, the number of the tie (-1: none), and
    which of its sentences, or which of ``told``.

    >>> graph = nx.MultiDiGraph([("a", "b")])
    >>> said = Position("a", "", True, "b", ("a", "b", 0), 2)
    >>> discourses(graph, [Discourse("others", (said,))])
    [{'about': 'others', 'concepts': [{'actor': 1}], 'rows': [[0, 0, 1, 0, 2]], 'told': []}]
    """
    number = {key: at for at, key in enumerate(graph)}
    ties = _numbers(graph)
    return [_discourse(one, number, ties) for one in found]


def contested(graph: nx.MultiDiGraph[Key], found: Iterable[Contested]) -> list[dict[str, Json]]:
    """Disputes for the page; sentences that it doesn't hold are left out."""
    number = {key: at for at, key in enumerate(graph)}
    ties = _numbers(graph)
    rows: list[dict[str, Json]] = []
    for one in found:
        if set(one.pair) <= set(number):
            holds, against = (_shown(side, ties) for side in (one.holds, one.against))
            pair = [number[key] for key in one.pair]
            rows.append({"pair": pair, "kind": one.kind, "holds": holds, "against": against})
    return [row for row in rows if row["holds"] and row["against"]]


def _discourse(
    one: Discourse, number: Mapping[Key, int], ties: Mapping[Tie, int]
) -> dict[str, Json]:
    concepts, told = Table(), Table()
    rows = []
    for each in one.positions:
        known = each.actor in number and (each.target is None or each.target in number)
        if not known or (each.tie is not None and not _held(each.tie, each.at, ties)):
            continue
        concept = concepts.number((each.concept, each.target), _concept(each, number))
        said = (
            (ties[each.tie], each.at)
            if each.tie is not None
            else (-1, told.number(each, [each.text, each.where]))
        )
        rows.append([number[each.actor], concept, int(each.agrees), *said])
    return {"about": one.about, "concepts": concepts.rows, "rows": rows, "told": told.rows}


def _concept(one: Position, number: Mapping[Key, int]) -> dict[str, Json]:
    if one.target is None:
        return {"name": legible(one.concept)}
    return {"actor": number[one.target]}


def _shown(side: Iterable[tuple[Tie, int]], ties: Mapping[Tie, int]) -> list[list[int]]:
    return [[ties[tie], at] for tie, at in side if _held(tie, at, ties)]


def _held(tie: Tie, at: int, ties: Mapping[Tie, int]) -> bool:
    return tie in ties and at < EVIDENCE_SHOWN


def _numbers(graph: nx.MultiDiGraph[Key]) -> dict[Tie, int]:
    return {tie: number for number, tie in enumerate(graph.edges(keys=True))}
