"""GraphML, which igraph, Cytoscape and yEd open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import networkx as nx

from actors.export import text
from actors.export.flat import Scalar, flatten
from actors.export.markup import DECLARATION, attribute, content, opening
from actors.ontology import OWN_TYPES
from actors.types import Key

_FIRST_KEY = 100
"""Attributes are called d100, d101 ...: Gephi takes the node attribute d3 for the label of yEd."""
_SPACE = "http://graphml.graphdrawing.org/xmlns"
_ROOT = {
    "xmlns": _SPACE,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": f"{_SPACE} {_SPACE}/1.0/graphml.xsd",
}
_TYPES: Mapping[type, str] = {bool: "boolean", int: "long", float: "double", str: "string"}


class _Declared:
    """The attributes of graph, nodes and edges as they come, each with its id."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str, type], str] = {}

    def data(self, scope: str, about: Mapping[str, Scalar], indent: str) -> Iterator[str]:
        """A line for each attribute that one of them has."""
        for name, value in about.items():
            known = (scope, name, type(value))
            identity = self._ids.get(known)
            if identity is None:
                identity = self._ids[known] = f"d{_FIRST_KEY + len(self._ids)}"
            if value == "":
                yield f'{indent}<data key="{identity}" />\n'
            else:
                yield f'{indent}<data key="{identity}">{content(str(value))}</data>\n'

    def lines(self) -> Iterator[str]:
        """What the attributes are called, and what they hold; the last one first."""
        for (scope, name, kind), identity in reversed(self._ids.items()):
            told = {"id": identity, "for": scope, "attr.name": name, "attr.type": _TYPES[kind]}
            yield f"  <{opening('key', told)} />\n"


def write(graph: nx.MultiDiGraph[Key], path: Path) -> None:
    """Write a network as GraphML; each edge has its own id, and its key as an attribute.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the file to write; an old one is replaced
    """
    own = {name: text.xml(str(value)) for name, value in graph.graph.items() if name == OWN_TYPES}
    declared = _Declared()
    inside = [*_inside(flatten(graph), declared), *declared.data("graph", own, "    ")]
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f"{DECLARATION}<{opening('graphml', _ROOT)}>\n")
        file.writelines(declared.lines())
        file.write('  <graph edgedefault="directed">\n')
        file.writelines(inside)
        file.write("  </graph>\n</graphml>\n")


def _inside(flat: nx.MultiDiGraph[Key], declared: _Declared) -> Iterator[str]:
    for node, about in flat.nodes(data=True):
        yield f'    <node id="{attribute(str(node))}">\n'
        yield from declared.data("node", about, "      ")
        yield "    </node>\n"
    for source, target, key, about in flat.edges(keys=True, data=True):
        identity = about.pop("id")
        ends = f'source="{attribute(str(source))}" target="{attribute(str(target))}"'
        yield f'    <edge {ends} id="{identity}">\n'
        yield from declared.data("edge", {**about, "key": key}, "      ")
        yield "    </edge>\n"
