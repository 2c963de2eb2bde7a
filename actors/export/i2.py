"""Chart-ready CSV for i2 Analyst's Notebook: ``links.csv``, a row a link with both its ends.

``entities.csv`` has every entity, also those without a link. Entities are matched by identity,
so that each is drawn once; parallel links stay apart by theirs.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import networkx as nx

from actors.export import delimited, rows
from actors.export.flat import Scalar
from actors.factuality import REALISED
from actors.ontology import in_words
from actors.types import Key

_TYPES = {"country": "Country", "organisation": "Organization", "person": "Person"}
_ENTITY = {
    "Identity": "id",
    "Label": "name",
    "Type": "type",
    "Subtype": "subtype",
    "Aliases": "aliases",
    "Mentions": "mentions",
    "Documents": "documents",
    "Community": "community",
}
_LINK = {
    "Entity 1 Identity": "source",
    "Entity 1 Label": "source_name",
    "Entity 1 Type": "type_1",
    "Entity 2 Identity": "target",
    "Entity 2 Label": "target_name",
    "Entity 2 Type": "type_2",
    "Link Identity": "id",
    "Link Type": "link",
    "Link Label": "link",
    "Direction": "direction",
    "Strength": "strength",
    "Status": "status",
    "Modalities": "modalities",
    "Layer": "layer",
    "Sign": "sign",
    "Weight": "weight",
    "Documents": "documents",
    "Start Date": "first",
    "End Date": "last",
    "Confidence": "confidence",
    "Description": "sentence",
}


def write(graph: nx.MultiDiGraph[Key], path: Path) -> list[Path]:
    """Write ``entities.csv`` and ``links.csv`` into a folder; return both.

    ``Strength`` has the words that the program draws: *Confirmed* (solid) for ties that hold,
    *Unconfirmed* (dashed) for those that are planned, demanded or possible, *Tentative* (dotted)
    for those that documents negate.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the folder, which is made if missing
    """
    actors, ties = rows.actors(graph), rows.ties(graph)
    types = {str(row["id"]): _type(row) for row in actors.rows}
    entities = ({**row, "type": types[str(row["id"])]} for row in actors.rows)
    links = (_link(row, types) for row in ties.rows)
    return [
        delimited.write(path / "entities.csv", _ENTITY, entities, mark=True),
        delimited.write(path / "links.csv", _LINK, links, mark=True),
    ]


def _type(row: Mapping[str, Scalar]) -> str:
    kind = str(row.get("kind") or "other")
    return _TYPES.get(kind, kind.capitalize())


def _link(row: Mapping[str, Scalar], types: Mapping[str, str]) -> dict[str, Scalar]:
    said = in_words(str(row["relation"]))
    status = str(row["status"])
    strength = "Confirmed" if status in REALISED else "Unconfirmed"
    return {
        **row,
        "type_1": types[str(row["source"])],
        "type_2": types[str(row["target"])],
        "link": f"not: {said}" if row["negated"] else said,
        "direction": "1 to 2" if row["directed"] else "None",
        "strength": "Tentative" if row["negated"] else strength,
    }
