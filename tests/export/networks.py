"""A small network with everything in it that a format could trip over."""

from __future__ import annotations

from datetime import date
from typing import Any

import networkx as nx
import numpy as np

HOSTILE = "=cmd|'/c calc'!A0\x00\x1b </node> & \"quoted\"\ud800"


def network() -> nx.MultiDiGraph[Any]:
    """Three actors; two parallel ties, one back, one with a hostile name."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    about = {"subtype": "", "identifiers": (("iso3166", "TJ"), ("wikidata", "Q863"))}
    graph.add_node("tj", name="Tajikistan", kind="country", aliases=("Dushanbe", "RT"), **about)
    graph.add_node("csto", name="CSTO", kind="organisation", subtype="igo", mentions=np.int64(7))
    graph.add_node("bad", name=HOSTILE, kind="person", subtype=None, aliases=(HOSTILE,))
    said = {
        "document": "d1",
        "title": "Talks\u2028at the border",
        "source": "Hill Courier",
        "date": "2021-07-07",
        "text": "+ Dushanbe asked\nthe CSTO for help.",
    }
    dated = {"first": "2021-07-05", "last": "2021-07-07", "directed": True, "negated": False}
    stated = {"layer": "stated", "type": "request", "sign": "-", **dated}
    together = {"layer": "cooccurrence", "type": "cooccurrence", "sign": "0", "directed": False}
    graph.add_edge("tj", "csto", "stated:request:-", weight=2.0, evidence=(said,), **stated)
    graph.add_edge("tj", "csto", "cooccurrence:cooccurrence:0", weight=np.float64(5), **together)
    graph.add_edge("csto", "tj", "stated:support:+", weight=1.5, sign="+", day=date(2021, 7, 8))
    graph.add_edge("tj", "bad", "stated:request:-", weight=1.0, first="", last="", odd=float("nan"))
    return graph


def statuses() -> nx.MultiDiGraph[Any]:
    """Four actors, two of one name and one without a tie; ties that hold, and others.

    Six ties of weight 13; four have a direction (weight 5), two hold both ways (weight 8).
    """
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    looks = {"x": 10.0, "y": 20.0, "size": 9.5, "color": "#332288", "community": 1, "strength": 5.0}
    for key, name, kind in (("t", "Tajikistan", "country"), ("r", "Russia", "country")):
        code = (("iso3166", name[:1] + ("J" if key == "t" else "U")),)
        graph.add_node(key, name=name, kind=kind, subtype="", identifiers=code, **looks)
    for number, key in enumerate("ab"):
        moved = {**looks, "x": -30.0 * number, "strength": 0.5}
        graph.add_node(key, name='Ann "A." Lee', kind="person", subtype="", **moved)
    _tie(graph, "t", "r", "stated:accuse:-", 2, modality="asserted")
    _tie(graph, "t", "r", "stated:aid:+", 1, modality="planned")
    _tie(graph, "r", "t", "stated:aid:+:not", 1, modality="denied")
    _tie(graph, "t", "a", "stated:consult:+", 3, directed=False)
    _tie(graph, "t", "r", "cooccurrence:cooccurrence:0", 5, directed=False)
    _tie(graph, "a", "r", "background:citizen_of:0", 1)
    return graph


def _tie(
    graph: nx.MultiDiGraph[Any],
    source: str,
    target: str,
    key: str,
    weight: int,
    *,
    modality: str = "asserted",
    directed: bool = True,
) -> None:
    """A tie whose sentences stand one after the other in one document of 7 July 2021."""
    layer, type_, sign, *negated = key.split(":")
    place = {"document": "d1", "name": "d1.txt", "title": "Talks", "source": "Courier"}
    day = {"date": "2021-07-07", "event_date": "", "modality": modality}
    evidence = tuple(
        {**place, **day, "text": f"={number}", "start": number, "end": number + 1, "origin": number}
        for number in range(weight)
    )
    graph.add_edge(
        source,
        target,
        key,
        layer=layer,
        type=type_,
        sign=sign,
        negated=bool(negated),
        directed=directed,
        weight=float(weight),
        first="2021-07-07",
        last="2021-07-07",
        evidence=evidence,
    )
