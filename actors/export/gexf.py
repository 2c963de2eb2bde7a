"""GEXF 1.3 for Gephi: directed and undirected ties, looks, measures, and the days of each tie.

The format: gexf.net. Gephi 0.9.3 and later read all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx

from actors.export.flat import Scalar, flatten
from actors.export.spells import days, spells
from actors.types import Key

SPACE = "http://gexf.net/1.3"
VIZ = f"{SPACE}/viz"
_OWN = {
    "node": ("label", "x", "y", "size", "color"),
    "edge": ("id", "label", "weight", "directed", "color"),
}
"""What the format has a place for; everything else is declared as an attribute."""
_TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}


def write(graph: nx.MultiDiGraph[Key], path: Path) -> None:
    """Write a network as GEXF 1.3.

    ``kind`` of an edge is its key, which keeps parallel ties apart. A tie has the days on which
    it is reported as spells, an actor those of its ties: the day of the event where the text
    gives it, else that of the document. What no day is known of, or only the month or year, has
    no spell, and is there always. Attributes ``x``, ``y``, ``size`` and ``color`` (``#rrggbb``)
    are how an actor or tie is drawn; all others are data.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the file to write; an old one is replaced
    """
    ET.register_namespace("", SPACE)
    ET.register_namespace("viz", VIZ)
    root = ET.Element(_tag("gexf"), version="1.3")
    meta = ET.SubElement(root, _tag("meta"))
    ET.SubElement(meta, _tag("creator")).text = "actors"
    drawn = ET.SubElement(root, _tag("graph"), defaultedgetype="directed", idtype="string")
    reported = [days(tie) for *_, tie in graph.edges(data=True)]
    if any(reported):
        drawn.attrib |= {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
    _fill(drawn, flatten(graph), reported)
    ET.indent(root, " ")
    ET.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def _fill(drawn: ET.Element, flat: nx.MultiDiGraph[Key], reported: list[set[str]]) -> None:
    of_actors: dict[Key, set[str]] = {node: set() for node in flat}
    for (source, target), when in zip(flat.edges(), reported, strict=True):
        of_actors[source] |= when
        of_actors[target] |= when
    kinds = _attributes(drawn, "node", [about for _, about in flat.nodes(data=True)])
    of_ties = _attributes(drawn, "edge", [about for *_, about in flat.edges(data=True)])
    nodes = ET.SubElement(drawn, _tag("nodes"), count=str(len(flat)))
    for node, about in flat.nodes(data=True):
        one = ET.SubElement(nodes, _tag("node"), id=str(node), label=str(about["label"]))
        _describe(one, about, kinds, of_actors[node])
        _place(one, about)
    edges = ET.SubElement(drawn, _tag("edges"), count=str(flat.number_of_edges()))
    for (source, target, key, about), when in zip(
        flat.edges(keys=True, data=True), reported, strict=True
    ):
        one = ET.SubElement(edges, _tag("edge"), _edge(str(source), str(target), str(key), about))
        _describe(one, about, of_ties, when)


def _edge(source: str, target: str, key: str, about: Mapping[str, Scalar]) -> dict[str, str]:
    return {
        "id": str(about["id"]),
        "source": source,
        "target": target,
        "type": "directed" if about.get("directed", True) else "undirected",
        "kind": key,
        "label": str(about.get("relation", "")),
        "weight": str(float(about.get("weight", 1.0))),
    }


def _attributes(
    drawn: ET.Element, of: str, rows: Iterable[Mapping[str, Scalar]]
) -> dict[str, tuple[str, str]]:
    """Declare the attributes of nodes or edges; return the id and the type of each."""
    seen: dict[str, set[type]] = {}
    for row in rows:
        for name, value in row.items():
            if name not in _OWN[of]:
                seen.setdefault(name, set()).update({type(value)} if value != "" else ())
    declared = ET.SubElement(drawn, _tag("attributes"), {"class": of})
    found = {}
    for number, (name, types) in enumerate(seen.items()):
        kind = "double" if types == {int, float} else "string"
        kind = _TYPES[next(iter(types))] if len(types) == 1 else kind
        found[name] = (str(number), kind)
        ET.SubElement(declared, _tag("attribute"), id=str(number), title=name, type=kind)
    return found


def _describe(
    one: ET.Element,
    about: Mapping[str, Scalar],
    known: Mapping[str, tuple[str, str]],
    when: set[str],
) -> None:
    values = ET.SubElement(one, _tag("attvalues"))
    for name, value in about.items():
        if name in known and value != "":
            number, kind = known[name]
            ET.SubElement(values, _tag("attvalue"), {"for": number, "value": _text(value, kind)})
    if when:
        listed = ET.SubElement(one, _tag("spells"))
        for first, last in spells(when):
            ET.SubElement(listed, _tag("spell"), start=first, end=last)
    _colour(one, about)


def _colour(one: ET.Element, about: Mapping[str, Scalar]) -> None:
    colour = re.fullmatch(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})", str(about.get("color", "")))
    if colour:
        red, green, blue = (str(int(part, 16)) for part in colour.groups())
        ET.SubElement(one, f"{{{VIZ}}}color", r=red, g=green, b=blue)


def _place(one: ET.Element, about: Mapping[str, Scalar]) -> None:
    """Where an actor stands; Gephi's y runs upwards, that of a screen downwards."""
    if "x" in about and "y" in about:
        place = {"x": float(about["x"]), "y": -float(about["y"]), "z": 0.0}
        ET.SubElement(one, f"{{{VIZ}}}position", {axis: str(at) for axis, at in place.items()})
    if "size" in about:
        ET.SubElement(one, f"{{{VIZ}}}size", value=str(float(about["size"])))


def _text(value: Scalar, kind: str) -> str:
    """A value as XML Schema writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if kind != "double":
        return str(value)
    return {"nan": "NaN", "inf": "INF", "-inf": "-INF"}.get(str(float(value)), str(float(value)))


def _tag(name: str) -> str:
    return f"{{{SPACE}}}{name}"
