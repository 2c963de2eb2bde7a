"""Node-link JSON for D3 and sigma, with every attribute and all the evidence."""

from __future__ import annotations

import json
import math
import numbers
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

import networkx as nx

from actors.export.flat import signs
from actors.factuality import status
from actors.ontology import OWN_TYPES
from actors.types import Json, Key

_FORMAT = "actors-network/1"


def write(graph: nx.MultiDiGraph[Key], path: Path) -> None:
    """Write a network as node-link JSON; `networkx.node_link_graph` reads it back.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the file to write; an old one is replaced
    """
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_lines(data(graph)))


def _lines(network: Mapping[str, Json]) -> Iterator[str]:
    """The network as JSON, each actor and each tie on a line of its own.

    >>> "".join(_lines({"directed": True, "nodes": [{"id": "a"}, {"id": "b"}]}))
    '{\\n"directed": true,\\n"nodes": [\\n{"id": "a"},\\n{"id": "b"}\\n]\\n}\\n'
    """
    before = "{\n"
    for name, value in network.items():
        yield f"{before}{json.dumps(name)}: "
        if isinstance(value, list) and value:
            lines = (json.dumps(one, allow_nan=False) for one in value)
            yield "[\n" + ",\n".join(lines) + "\n]"
        else:
            yield json.dumps(value, allow_nan=False)
        before = ",\n"
    yield "\n}\n"


def data(graph: nx.MultiDiGraph[Key]) -> dict[str, Json]:
    """The network as plain lists and dictionaries.

    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("a", name="CSTO", aliases=("the bloc",))
    >>> data(graph)["nodes"]
    [{'name': 'CSTO', 'aliases': ['the bloc'], 'id': 'a'}]
    """
    nodes = [{**_plain_values(about), "id": str(node)} for node, about in graph.nodes(data=True)]
    links = [
        {
            **_plain_values(about),
            **signs(about),
            "status": status(about),
            "source": str(source),
            "target": str(target),
            "key": str(key),
        }
        for source, target, key, about in graph.edges(keys=True, data=True)
    ]
    own: dict[str, Json] = {name: value for name, value in graph.graph.items() if name == OWN_TYPES}
    head: dict[str, Json] = {"format": _FORMAT, "directed": True, "multigraph": True, "graph": own}
    return {**head, "nodes": nodes, "links": links}


def _plain_values(values: Mapping[str, object]) -> dict[str, Json]:
    return {str(name): _plain(value) for name, value in values.items()}


def _plain(value: object) -> Json:
    """What JSON can hold; a number that is not finite becomes null."""
    if isinstance(value, str | bool | int) or value is None:
        return value
    if isinstance(value, numbers.Integral):
        return int(value)
    if isinstance(value, numbers.Real):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return _plain_values(value)
    if isinstance(value, Iterable):
        return [_plain(item) for item in value]
    return str(value)
