"""The map: where actors are based, and who acts on whom across borders.

A country stands where it lies; whoever is part of it, works for it, leads it, or is its citizen,
stands around it. Shapes are Natural Earth's (public domain; ``tools/world.py``).
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files
from typing import TypedDict

import networkx as nx

from actors.factuality import holds
from actors.types import Key, NodeAttributes

__all__ = ["across", "homes", "outline", "spots"]

WIDE, HIGH = 9.0, 11.0
"""Units of the canvas for a degree of longitude and of latitude."""
FIRST, GOLDEN_ANGLE = 17.0, math.pi * (3 - math.sqrt(5))


def homes(graph: nx.MultiDiGraph[Key], structural: Collection[str]) -> dict[Key, str]:
    """The state (ISO 3166) that an actor is, or belongs to over one role or two.

    Args:
        graph: the network; countries have an identifier ``iso3166``
        structural: types of stated ties that tell who belongs where

    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("tj", kind="country", identifiers=(("iso3166", "TJ"),))
    >>> _ = graph.add_edge("rahmon", "tj", layer="stated", type="leads", sign="0")
    >>> homes(graph, {"leads"})
    {'tj': 'TJ', 'rahmon': 'TJ'}
    """
    found = {key: state for key, about in graph.nodes(data=True) if (state := _own(about))}
    for _ in range(2):
        found = _joined(graph, structural, found)
    return found


def across(
    graph: nx.MultiDiGraph[Key], at: Mapping[Key, str], structural: Collection[str]
) -> nx.MultiDiGraph[Key]:
    """The stated ties of actors at home in different states."""
    part: nx.MultiDiGraph[Key] = nx.MultiDiGraph()
    for source, target, about in graph.edges(data=True):
        dealing = about.get("layer") == "stated" and about.get("type") not in structural
        if dealing and source in at and target in at and at[source] != at[target]:
            part.add_edge(source, target, **about)
    return part


def spots(names: Collection[Key], at: Mapping[Key, str]) -> dict[Key, tuple[float, float]]:
    """Where actors stand on the map: several of one state around its point."""
    taken: dict[str, int] = defaultdict(int)
    found = {}
    for name in names:
        longitude, latitude = _world()["states"][at[name]]
        turn = taken[at[name]]
        taken[at[name]] += 1
        far, angle = FIRST * math.sqrt(turn), GOLDEN_ANGLE * turn
        x, y = WIDE * longitude + far * math.cos(angle), far * math.sin(angle) - HIGH * latitude
        found[name] = (round(x, 1), round(y, 1))
    return found


def outline() -> list[list[int]]:
    """The coasts, each as x and y in turn, in the units of the canvas."""
    return [
        [round(part * (-HIGH if at % 2 else WIDE)) for at, part in enumerate(ring)]
        for ring in _world()["land"]
    ]


class _World(TypedDict):
    """A point for each state, and the coasts, each as longitude and latitude in turn."""

    states: dict[str, tuple[float, float]]
    land: list[list[float]]


@cache
def _world() -> _World:
    text = (files("actors.views") / "world.json").read_text(encoding="utf-8")
    world: _World = json.loads(text)
    return world


def _own(about: NodeAttributes) -> str:
    if about.get("kind") != "country":
        return ""
    codes = (str(code) for scheme, code in about.get("identifiers") or () if scheme == "iso3166")
    return next((code for code in codes if code in _world()["states"]), "")


def _joined(
    graph: nx.MultiDiGraph[Key], structural: Collection[str], known: Mapping[Key, str]
) -> dict[Key, str]:
    """With those who have a role in one who is known; of several the one most is said of."""
    said: dict[Key, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for source, target, about in graph.edges(data=True):
        role = about.get("type") in structural and str(about.get("sign") or "0") == "0"
        if role and source not in known and target in known and holds(about):
            said[source][known[target]] += float(about.get("weight", 1.0))
    return {**known, **{key: min(of, key=lambda one: (-of[one], one)) for key, of in said.items()}}
