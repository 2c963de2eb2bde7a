"""A network with plain values only, for formats that know nothing but strings and numbers."""

from __future__ import annotations

import numbers
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeAlias

import networkx as nx

from actors.export import text
from actors.factuality import leaning, modalities, status
from actors.types import Key, TieAttributes

Scalar: TypeAlias = str | int | float | bool


def flatten(graph: nx.MultiDiGraph[Key]) -> nx.MultiDiGraph[Key]:
    """A copy in which every attribute is a string, a number or a truth value.

    Lists are joined by "; ", pairs by ":" ; ``evidence`` becomes its count and the first
    sentence. ``status``, ``asserted`` and ``modalities`` tell ties that hold from others
    (`actors.factuality`). Each edge gets an ``id`` that is unique in the file, since many
    readers take the key of a parallel edge for one. ``type`` is called ``relation``: GEXF keeps
    the word for itself.

    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("a", name="CSTO", aliases=("the bloc", "the alliance"))
    >>> flatten(graph).nodes["a"]["aliases"]
    'the bloc; the alliance'
    """
    flat: nx.MultiDiGraph[Key] = nx.MultiDiGraph()
    for node, attributes in graph.nodes(data=True):
        flat.add_node(text.xml(str(node)), **_node(node, attributes))
    edges = graph.edges(keys=True, data=True)
    for number, (source, target, key, attributes) in enumerate(edges):
        ends = text.xml(str(source)), text.xml(str(target))
        flat.add_edge(*ends, key=text.xml(str(key)), id=f"e{number}", **_edge(attributes))
    return flat


def signs(tie: TieAttributes) -> dict[str, str]:
    """The sign that counts, and that of the type where the tie doesn't hold and so has none.

    >>> signs({"layer": "stated", "sign": "-", "negated": True})
    {'sign': '0', 'sign_of_type': '-'}
    >>> signs({"layer": "stated", "sign": "-"}), signs({"layer": "stated"})
    ({'sign': '-', 'sign_of_type': '-'}, {})
    """
    if "sign" not in tie:
        return {}
    return {"sign": leaning(tie), "sign_of_type": str(tie["sign"])}


def scalar(value: object) -> Scalar:
    """One attribute as a plain value; nothing known is the empty string.

    >>> scalar((("iso3166", "TJ"), ("wikidata", "Q863")))
    'iso3166:TJ; wikidata:Q863'
    >>> scalar(None)
    ''
    """
    if isinstance(value, str):
        return text.xml(value)
    if isinstance(value, bool | int | float) and type(value).__module__ == "builtins":
        return value
    if isinstance(value, numbers.Integral):
        return int(value)
    if isinstance(value, numbers.Real):
        return float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "; ".join(f"{key}={scalar(item)}" for key, item in value.items())
    if isinstance(value, Iterable):
        return "; ".join(_part(item) for item in value)
    return "" if value is None else text.xml(str(value))


def _part(item: object) -> str:
    if isinstance(item, tuple | list):
        return ":".join(str(scalar(part)) for part in item)
    return str(scalar(item))


def _node(node: object, attributes: Mapping[str, object]) -> dict[str, Scalar]:
    plain = {name: scalar(value) for name, value in attributes.items()}
    return {**plain, "label": plain.get("name") or text.xml(str(node))}


def _edge(attributes: TieAttributes) -> dict[str, Scalar]:
    evidence = attributes.get("evidence") or ()
    renamed = {"type": "relation"}
    plain = {
        renamed.get(name, name): scalar(value)
        for name, value in attributes.items()
        if name not in {"evidence", "id", "key"}
    }
    sentence = evidence[0].get("text", "") if evidence else ""
    counted = modalities(attributes)
    return {
        **plain,
        **signs(attributes),
        "status": status(attributes),
        "asserted": counted.get("asserted", 0),
        "modalities": scalar(counted),
        "evidence": len(evidence),
        "sentence": scalar(sentence),
    }
