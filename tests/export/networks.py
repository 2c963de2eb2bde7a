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
