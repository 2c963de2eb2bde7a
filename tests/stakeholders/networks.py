"""A small network of stated ties, and passages about an issue, made by hand."""

from __future__ import annotations

from typing import Any

import networkx as nx

from actors.stakeholders import Passage

NODES = {
    "tj": ("Tajikistan", "country", ""),
    "af": ("Afghanistan", "country", ""),
    "tal": ("Taliban", "organisation", "armed_group"),
    "un": ("United Nations", "organisation", "igo"),
    "rahmon": ("Emomali Rahmon", "person", ""),
    "poet": ("A Poet", "person", ""),
}


def graph() -> nx.MultiDiGraph[Any]:
    """Six actors without ties."""
    found: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for key, (name, kind, subtype) in NODES.items():
        found.add_node(key, name=name, kind=kind, subtype=subtype)
    return found


def said(start: int, *, modality: str = "asserted", story: str = "d1") -> dict[str, Any]:
    """A sentence of the document d1 that starts somewhere."""
    text = f"Sentence {start}."
    place = {"document": "d1", "start": start, "story": story, "text": text}
    return place | {"modality": modality}


def tie(
    net: nx.MultiDiGraph[Any], source: str, target: str, kind: str, sign: str, *at: Any, **more: Any
) -> None:
    """A stated tie whose evidence are the sentences at some places."""
    evidence = tuple(one if isinstance(one, dict) else said(one) for one in at)
    about = {"layer": "stated", "type": kind, "sign": sign, "directed": True, "negated": False}
    about |= {"weight": float(len(evidence)), "evidence": evidence} | more
    net.add_edge(source, target, key=f"stated:{kind}:{sign}", **about)


def passage(start: int, *actors: str, distance: int = 0, text: str = "") -> Passage:
    """A sentence of d1 about the issue, or next to one."""
    words = text or f"Sentence {start}."
    place = ("d1", "d1.txt", "Wire", "2021-07-05", "d1", start, start + len(words))
    return Passage(*place, words, distance, actors)
