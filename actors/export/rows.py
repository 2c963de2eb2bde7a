"""A network as two tables of plain values, from which most formats are written.

Texts are on one line and free of control characters; signs are words; what isn't known is an
empty string.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

import networkx as nx

from actors.export.flat import Scalar, flatten
from actors.types import Key

__all__ = ["SIGNS", "ExportTable", "actors", "labels", "one_line", "ties"]

_Row: TypeAlias = "dict[str, Scalar]"

# "+" and "-" alone in a cell would be the start of a formula.
SIGNS = {"+": "positive", "-": "negative", "0": "neutral"}
_SIGNS = ("sign", "sign_of_type")
_ACTOR = ("id", "name", "kind", "subtype", "aliases", "identifiers", "mentions", "documents")
_TIE = (
    *("id", "source", "target", "source_name", "target_name", "layer", "relation", *_SIGNS),
    *("status", "negated", "asserted", "modalities", "directed", "weight", "documents", "stories"),
    *("reprints", "first", "last", "confidence", "evidence", "sentence"),
)


class ExportTable(NamedTuple):
    """Column names in order, and the rows; a row may lack a column."""

    columns: tuple[str, ...]
    rows: list[_Row]

    def without(self, *columns: str) -> ExportTable:
        """The same rows with fewer columns."""
        return ExportTable(tuple(name for name in self.columns if name not in columns), self.rows)


def actors(graph: nx.MultiDiGraph[Key]) -> ExportTable:
    """A row for each actor in the order of the graph; ``id`` is its key, ``name`` its name.

    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("k1", name="CSTO", aliases=("the bloc", "the pact"), strength=2.0)
    >>> actors(graph).rows
    [{'id': 'k1', 'name': 'CSTO', 'aliases': 'the bloc; the pact', 'strength': 2.0}]
    """
    rows = []
    for key, about in flatten(graph).nodes(data=True):
        named = {"id": key, "name": about["label"], **about}
        rows.append({name: _plain(value) for name, value in named.items() if name != "label"})
    return ExportTable(_columns(_ACTOR, rows), rows)


def ties(graph: nx.MultiDiGraph[Key]) -> ExportTable:
    """A row for each tie in the order of the graph, parallel ties each for itself.

    Columns beyond the attributes of ``docs/format.md``: ``id`` (``e0``, ``e1`` ...),
    ``source_name`` and ``target_name``, ``status``, ``asserted`` (sentences that assert it),
    ``modalities``, ``sentence`` (an example), ``sign_of_type`` (``sign`` is that of ties that
    hold).
    """
    flat = flatten(graph)
    rows = []
    for source, target, about in flat.edges(data=True):
        ends = {"source": source, "target": target}
        names = {f"{end}_name": flat.nodes[key]["label"] for end, key in ends.items()}
        signs = {name: SIGNS.get(str(about.get(name, "")), "") for name in _SIGNS}
        known = {"directed": True, "negated": False, "weight": 1.0, "relation": "", "layer": ""}
        row = {**known, **about, **ends, **names, **signs}
        rows.append({name: _plain(value) for name, value in row.items()})
    return ExportTable(_columns(_TIE, rows), rows)


def labels(rows: Iterable[Mapping[str, Scalar]]) -> dict[str, str]:
    """A name for each actor that no other has, for formats in which names are identities.

    >>> labels([{"id": "a", "name": "Khan"}, {"id": "b", "name": "Khan"}, {"id": "c", "name": ""}])
    {'a': 'Khan', 'b': 'Khan (2)', 'c': 'c'}
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for row in rows:
        plain = str(row.get("name") or row["id"])
        name, number = plain, 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain} ({number})"
        taken.add(name.casefold())
        found[str(row["id"])] = name
    return found


def one_line(value: str) -> str:
    """The text with each run of blanks and line ends as one space.

    >>> one_line(" talks at\\n the\\u2028border ")
    'talks at the border'
    """
    return " ".join(value.split())


def _plain(value: Scalar) -> Scalar:
    return one_line(value) if isinstance(value, str) else value


def _columns(first: Iterable[str], rows: Iterable[_Row]) -> tuple[str, ...]:
    """Every column that a row has, those of a fixed order first."""
    used = dict.fromkeys(name for row in rows for name in row)
    return tuple(dict.fromkeys([*first, *used]))
