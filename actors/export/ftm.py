"""FollowTheMoney entities as JSON lines, for Aleph and other tools that read them.

Actors become ``Person``, ``Company``, ``PublicBody``, ``Organization`` or ``Country``;
memberships, offices and employments the links that FollowTheMoney has for them, every other
stated tie an ``UnknownLink`` with its type as the ``role``. Co-occurrence is no link there.
Schemas and properties: followthemoney.tech.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import networkx as nx

from actors.export import text
from actors.types import content_key

Properties: TypeAlias = dict[str, list[str]]

ORGANISATIONS = {"company": "Company", "government": "PublicBody", "military": "PublicBody"}
#: Schema of the link for a type, and its properties for the two ends.
LINKS = {
    "member_of": ("Membership", "member", "organization"),
    "leads": ("Directorship", "director", "organization"),
    "represents": ("Representation", "agent", "client"),
    "works_for": ("Employment", "employee", "employer"),
    "owns": ("Ownership", "owner", "asset"),
    "kin_of": ("Family", "person", "relative"),
}
#: What may stand at the ends of a link; all others are an `UnknownLink`.
PERSONS = ("Person",)
BODIES = ("Organization", "Company", "PublicBody")
ENDS = {
    "Directorship": (("Person", *BODIES), BODIES),
    "Employment": (PERSONS, BODIES),
    "Family": (PERSONS, PERSONS),
    "Membership": (("Person", *BODIES), BODIES),
    "Ownership": (("Person", *BODIES), BODIES),
    "Representation": (("Person", *BODIES), ("Person", *BODIES)),
}
SENTENCES = 5
"""Sentences that a link quotes in its description."""


def write(graph: nx.MultiDiGraph[Any], path: Path) -> None:
    """Write the actors and stated ties of a network, an entity a line; an old file is replaced.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the file to write
    """
    lines = (json.dumps(entity, ensure_ascii=True) + "\n" for entity in entities(graph))
    path.write_text("".join(lines), encoding="utf-8")


def entities(graph: nx.MultiDiGraph[Any]) -> Iterator[dict[str, Any]]:
    """The network as FollowTheMoney entities: actors first, then the links between them.

    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("k1", name="CSTO", kind="organisation", subtype="igo")
    >>> list(entities(graph))
    [{'id': 'k1', 'schema': 'Organization', 'properties': {'name': ['CSTO'], 'topics': ['gov.igo']}}]
    """  # noqa: E501
    schemas = {key: _schema(about) for key, about in graph.nodes(data=True)}
    for key, about in graph.nodes(data=True):
        yield _entity(_id(key, about), schemas[key], _about(about, schemas[key]))
    for source, target, key, tie in graph.edges(keys=True, data=True):
        if tie.get("layer") != "cooccurrence":
            ends = tuple(_id(end, graph.nodes[end]) for end in (source, target))
            yield _link(ends, (schemas[source], schemas[target]), str(key), tie)


def _schema(about: Mapping[str, Any]) -> str:
    kind = about.get("kind")
    if kind == "organisation":
        return ORGANISATIONS.get(str(about.get("subtype")), "Organization")
    return {"person": "Person", "country": "Country"}.get(str(kind), "LegalEntity")


def _id(key: object, about: Mapping[str, Any]) -> str:
    """The id that the actor came with from a list of FollowTheMoney entities, else its key."""
    return str(dict(about.get("identifiers") or ()).get("ftm", key))


def _about(about: Mapping[str, Any], schema: str) -> Properties:
    identifiers = dict(about.get("identifiers") or ())
    igo = about.get("subtype") == "igo"
    given: dict[str, Iterable[str]] = {
        "name": [about.get("name", "")],
        "alias": about.get("aliases") or (),
        "wikidataId": [identifiers.get("wikidata", "")],
        "code" if schema == "Country" else "": [identifiers.get("iso3166", "").lower()],
        "topics": ["gov.igo"] if igo else (),
    }
    return {name: list(values) for name, values in given.items() if name}


def _link(
    ends: tuple[str, ...], schemas: tuple[str, str], key: str, tie: Mapping[str, Any]
) -> dict[str, Any]:
    schema, first, last = LINKS.get(str(tie.get("type", "")), ("UnknownLink", "subject", "object"))
    fitting = ENDS.get(schema, (schemas[:1], schemas[1:]))
    if schemas[0] not in fitting[0] or schemas[1] not in fitting[1] or tie.get("negated"):
        schema, first, last = "UnknownLink", "subject", "object"
    evidence = list(tie.get("evidence") or ())
    role = ("not " if tie.get("negated") else "") + str(tie.get("type", ""))
    said = (" ".join(str(one.get("text", "")).split()) for one in evidence[:SENTENCES])
    properties: dict[str, Iterable[str]] = {
        first: [ends[0]],
        last: [ends[1]],
        "role" if schema != "Family" else "relationship": [role],
        "date": sorted({str(one.get("date") or "") for one in evidence}),
        "description": said,
        "publisher": sorted({str(one.get("source") or "") for one in evidence}),
    }
    return _entity(
        content_key("link", *ends, key), schema, {n: list(v) for n, v in properties.items()}
    )


def _entity(id: str, schema: str, properties: Properties) -> dict[str, Any]:
    kept = {
        name: list(dict.fromkeys(text.xml(value) for value in values if value))
        for name, values in properties.items()
    }
    filled = {name: values for name, values in kept.items() if values}
    return {"id": id, "schema": schema, "properties": filled}
