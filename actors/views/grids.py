"""The stakeholders of an issue as a picture: the power-interest grid and the influence map.

What is drawn is computed elsewhere (`actors.stakeholders`); here it becomes data of the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from actors.types import Json, Key
from actors.views.evidence import Table
from actors.views.safe_text import legible

__all__ = ["Grid", "Stake", "grids"]

EVIDENCE_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Stake:
    """One actor on an issue: its places in both pictures, from 0 to 1, and what they rest on.

    Args:
        key: the actor
        power: how much it can move
        interest: how much the issue concerns it
        influence: how much it moves the other stakeholders; none where that isn't known
        dependence: how much they move it
        stance: from -1, against others on the issue, to 1; none where nothing is stated
        why: what gives each score, and which of them an analyst set
        evidence: sentences about the issue that mention it, the nearest first
    """

    key: Key
    power: float
    interest: float
    influence: float | None = None
    dependence: float | None = None
    stance: float | None = None
    why: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """An issue, how many sentences are about it, and its stakeholders, the weightiest first."""

    issue: str
    sentences: int
    stakes: tuple[Stake, ...]


def grids(graph: nx.Graph[Key], found: Iterable[Grid]) -> list[dict[str, Json]]:
    """Grids for the page; actors are numbered in the order of the network.

    >>> graph = nx.Graph()
    >>> graph.add_node("a")
    >>> grids(graph, [Grid("water", 2, (Stake("a", 1.0, 0.5, stance=-1.0),))])[0]["stakes"]
    [{'actor': 0, 'power': 1.0, 'interest': 0.5, 'stance': -1.0, 'why': [], 'evidence': []}]

    Sentences stand once, under ``told``, since one tells of several stakeholders.
    """
    number = {key: at for at, key in enumerate(graph)}
    return [_grid(grid, number) for grid in found]


def _grid(grid: Grid, number: dict[Key, int]) -> dict[str, Json]:
    told = Table()
    stakes = [_stake(one, number, told) for one in grid.stakes if one.key in number]
    about: dict[str, Json] = {"issue": legible(grid.issue), "sentences": grid.sentences}
    return about | {"stakes": stakes, "told": told.rows}


def _stake(one: Stake, number: dict[Key, int], sentences: Table) -> dict[str, Json]:
    scores = {
        name: round(value, 3)
        for name in ("power", "interest", "influence", "dependence", "stance")
        if (value := getattr(one, name)) is not None
    }
    shown = [sentences.number(text, text) for text in one.evidence[:EVIDENCE_SHOWN]]
    told = {"why": [sentences.number(why, why) for why in one.why], "evidence": shown}
    return {"actor": number[one.key], **scores, **told}
