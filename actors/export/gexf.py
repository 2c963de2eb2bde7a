"""GEXF 1.3 for Gephi: directed and undirected ties, looks, measures, and the days of each tie.

The format: gexf.net. Gephi 0.9.3 and later read all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

import networkx as nx

from actors.export.flat import Scalar, flatten
from actors.export.markup import DECLARATION, attribute, opening
from actors.export.spells import days, spells
from actors.types import Key

SPACE = "http://gexf.net/1.3"
VIZ = f"{SPACE}/viz"
_ROOT = {"xmlns": SPACE, "xmlns:viz": VIZ, "version": "1.3"}
_DRAWN = {"defaultedgetype": "directed", "idtype": "string"}
_DYNAMIC = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
_OWN = {
    "node": ("label", "x", "y", "size", "color"),
    "edge": ("id", "label", "weight", "directed", "color"),
}
"""What the format has a place for; everything else is declared as an attribute."""
_TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}
_Known: TypeAlias = Mapping[str, tuple[str, str]]
"""The attributes of nodes or of edges: the id and the type of each."""


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
    reported = [days(tie) for *_, tie in graph.edges(data=True)]
    told = _DRAWN | (_DYNAMIC if any(reported) else {})
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f"{DECLARATION}<{opening('gexf', _ROOT)}>\n")
        file.write(" <meta>\n  <creator>actors</creator>\n </meta>\n")
        file.write(f" <{opening('graph', told)}>\n")
        file.writelines(_inside(flatten(graph), reported))
        file.write(" </graph>\n</gexf>")


def _inside(flat: nx.MultiDiGraph[Key], reported: list[set[str]]) -> Iterator[str]:
    of_actors: dict[Key, set[str]] = {node: set() for node in flat}
    for (source, target), when in zip(flat.edges(), reported, strict=True):
        of_actors[source] |= when
        of_actors[target] |= when
    kinds = _attributes("node", (about for _, about in flat.nodes(data=True)))
    of_ties = _attributes("edge", (about for *_, about in flat.edges(data=True)))
    yield from (*_declared("node", kinds), *_declared("edge", of_ties))
    yield f'  <nodes count="{len(flat)}">\n'
    for node, about in flat.nodes(data=True):
        yield f"   <{opening('node', {'id': str(node), 'label': str(about['label'])})}>\n"
        yield from _described(about, kinds, of_actors[node])
        yield from _placed(about)
        yield "   </node>\n"
    yield f'  </nodes>\n  <edges count="{flat.number_of_edges()}">\n'
    for (*ends, key, about), when in zip(flat.edges(keys=True, data=True), reported, strict=True):
        source, target = map(str, ends)
        yield f"   <{opening('edge', _edge(source, target, str(key), about))}>\n"
        yield from _described(about, of_ties, when)
        yield "   </edge>\n"
    yield "  </edges>\n"


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


def _attributes(of: str, rows: Iterable[Mapping[str, Scalar]]) -> _Known:
    """The attributes of nodes or edges, in the order in which they come."""
    seen: dict[str, set[type]] = {}
    for row in rows:
        for name, value in row.items():
            if name not in _OWN[of]:
                seen.setdefault(name, set()).update({type(value)} if value != "" else ())
    return {name: (str(number), _type(kinds)) for number, (name, kinds) in enumerate(seen.items())}


def _type(kinds: set[type]) -> str:
    if len(kinds) == 1:
        return _TYPES[next(iter(kinds))]
    return "double" if kinds == {int, float} else "string"


def _declared(of: str, known: _Known) -> Iterator[str]:
    """What the attributes of nodes or edges are called, and what they hold."""
    yield f'  <attributes class="{of}">\n'
    for name, (number, kind) in known.items():
        told = {"id": number, "title": name, "type": kind}
        yield f"   <{opening('attribute', told)} />\n"
    yield "  </attributes>\n"


def _described(about: Mapping[str, Scalar], known: _Known, when: set[str]) -> Iterator[str]:
    yield "    <attvalues>\n"
    for name, value in about.items():
        if name in known and value != "":
            number, kind = known[name]
            yield f'     <attvalue for="{number}" value="{attribute(_text(value, kind))}" />\n'
    yield "    </attvalues>\n"
    if when:
        yield "    <spells>\n"
        for first, last in spells(when):
            yield f'     <spell start="{first}" end="{last}" />\n'
        yield "    </spells>\n"
    yield from _coloured(about)


def _coloured(about: Mapping[str, Scalar]) -> Iterator[str]:
    colour = re.fullmatch(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})", str(about.get("color", "")))
    if colour:
        red, green, blue = (int(part, 16) for part in colour.groups())
        yield f'    <viz:color r="{red}" g="{green}" b="{blue}" />\n'


def _placed(about: Mapping[str, Scalar]) -> Iterator[str]:
    """Where an actor stands; Gephi's y runs upwards, that of a screen downwards."""
    if "x" in about and "y" in about:
        x, y = float(about["x"]), -float(about["y"])
        yield f'    <viz:position x="{x}" y="{y}" z="0.0" />\n'
    if "size" in about:
        yield f'    <viz:size value="{float(about["size"])}" />\n'


def _text(value: Scalar, kind: str) -> str:
    """A value as XML Schema writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if kind != "double":
        return str(value)
    return {"nan": "NaN", "inf": "INF", "-inf": "-INF"}.get(str(float(value)), str(float(value)))
