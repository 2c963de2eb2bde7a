"""FollowTheMoney entities as JSON lines, for Aleph and other tools that read them.

Actors become ``Person``, ``Company``, ``PublicBody`` or ``Organization``. A state is a
``PublicBody`` with its ``country`` and the classification *state*: FollowTheMoney has no schema
for states. Memberships, offices and employments become the links that FollowTheMoney has for
them, every other stated tie an ``UnknownLink`` with its type as the ``role``; so does what is
negated, planned, demanded or possible only. Co-occurrence is no link there. Schemas and
properties: followthemoney.tech.
"""

from __future__ import annotations

import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

import networkx as nx

from actors.export import text
from actors.export.rows import one_line
from actors.factuality import REALISED, status
from actors.knowledge.ftm import STATE
from actors.ontology import ontology
from actors.types import Evidence, Json, Key, NodeAttributes, TieAttributes, content_key

Properties: TypeAlias = dict[str, list[str]]

ORGANISATIONS = {"company": "Company", "government": "PublicBody", "military": "PublicBody"}
UNKNOWN = ("UnknownLink", "subject", "object")
#: What may stand at the ends of a link; all others are an `UnknownLink`.
PERSONS = ("Person",)
_BODIES = ("Organization", "Company", "PublicBody")
PARTIES = (*PERSONS, *_BODIES, "LegalEntity")
_ENDS = {
    "Directorship": (PARTIES, _BODIES),
    "Employment": (PERSONS, _BODIES),
    "Family": (PERSONS, PERSONS),
    "Membership": (PARTIES, _BODIES),
    "Ownership": (PARTIES, ("Company",)),
    "Representation": (PARTIES, PARTIES),
    "UnknownLink": (PARTIES, PARTIES),
}
#: Historical states whose codes FollowTheMoney spells otherwise, or does not know.
CODES = {
    "ddde": "dd",
    "zrcd": "zr",
    **dict.fromkeys(("auhu", "defr", "dens", "otto", "prus", "ruem", "vdvn", "vsvn"), ""),
    **dict.fromkeys(("ydye", "year"), ""),
}
_SENTENCES = 5
"""Sentences that a link quotes in its description."""


INVISIBLE = ("Cf", "Cn")
"""Unicode's categories of format characters (soft hyphens, joiners) and of what is no character."""


def write(graph: nx.MultiDiGraph[Key], path: Path) -> None:
    """Write the actors and stated ties of a network, an entity a line; an old file is replaced.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the file to write
    """
    lines = (json.dumps(entity, ensure_ascii=True) + "\n" for entity in entities(graph))
    path.write_text("".join(lines), encoding="utf-8")


def entities(graph: nx.MultiDiGraph[Key]) -> Iterator[dict[str, Json]]:
    """The network as FollowTheMoney entities: actors first, then the links between them.

    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("k1", name="CSTO", kind="organisation", subtype="igo")
    >>> list(entities(graph))
    [{'id': 'k1', 'schema': 'Organization', 'properties': {'name': ['CSTO'], 'topics': ['gov.igo']}}]
    """  # noqa: E501
    schemas = {key: _schema(about) for key, about in graph.nodes(data=True)}
    of_states = _countries(graph)
    for key, about in graph.nodes(data=True):
        properties = {**_about(key, about), **of_states.get(key, {})}
        yield _entity(_id(key, about), schemas[key], properties)
    for source, target, key, tie in graph.edges(keys=True, data=True):
        if tie.get("layer") != "cooccurrence":
            ends = tuple(_id(end, graph.nodes[end]) for end in (source, target))
            yield _link(ends, (schemas[source], schemas[target]), str(key), tie)


def _schema(about: NodeAttributes) -> str:
    kind = about.get("kind")
    if kind == "organisation":
        return ORGANISATIONS.get(str(about.get("subtype")), "Organization")
    return {"person": "Person", "country": "PublicBody"}.get(str(kind), "LegalEntity")


def _id(key: object, about: NodeAttributes) -> str:
    """The id that the actor came with from a list of FollowTheMoney entities, else its key."""
    return str(dict(about.get("identifiers") or ()).get("ftm", key))


def _code(about: NodeAttributes) -> str:
    """The code of a state, if FollowTheMoney knows it."""
    code = str(dict(about.get("identifiers") or ()).get("iso3166", "")).lower()
    return CODES.get(code, code)


def _about(key: object, about: NodeAttributes) -> Properties:
    state, igo = about.get("kind") == "country", about.get("subtype") == "igo"
    given: dict[str, Iterable[str]] = {
        "name": [_clean(about.get("name")) or str(key)],
        "alias": map(_clean, about.get("aliases") or ()),
        "wikidataId": [str(dict(about.get("identifiers") or ()).get("wikidata", ""))],
        "country": [_code(about)] if state else (),
        "classification": [STATE] if state else (),
        "topics": ["gov.igo"] if igo else (),
    }
    return {name: list(values) for name, values in given.items()}


def _countries(graph: nx.MultiDiGraph[Key]) -> dict[object, Properties]:
    """Nationalities of persons and countries of organisations, from the ties that state them."""
    found: dict[object, Properties] = defaultdict(dict)
    for source, target, tie in graph.edges(data=True):
        known = ontology("").get(str(tie.get("type", "")))
        kind, name = (known and known.country_property) or ("", "")
        if graph.nodes[source].get("kind") == kind and status(tie) in REALISED:
            found[source].setdefault(name, []).append(_code(graph.nodes[target]))
    return dict(found)


def _link(
    ends: tuple[str, ...], schemas: tuple[str, str], key: str, tie: TieAttributes
) -> dict[str, Json]:
    kind, said = str(tie.get("type", "")), status(tie)
    type_ = ontology("").get(kind)
    link = type_.link if type_ is not None else None
    schema, first, last = link if link and said in REALISED else UNKNOWN
    if not all(end in fitting for end, fitting in zip(schemas, _ENDS[schema], strict=True)):
        schema, first, last = UNKNOWN
    evidence = list(tie.get("evidence") or ())
    known = {"asserted": "", "implied": "", "negated": "not ", "denied": "not "}.get(
        said, f"{said} "
    )
    started = str(tie.get("first") or "") if said == "implied" else ""
    ended = str(tie.get("last") or "") if said == "implied" else ""
    properties: dict[str, Iterable[str]] = {
        first: [ends[0]],
        last: [ends[1]],
        "role" if schema != "Family" else "relationship": [_clean(known + kind)],
        "status": [said] if schema != "Family" else (),
        "startDate": [started],
        "endDate": [ended],
        "date": sorted({day for one in evidence for day in _days(one)}),
        "description": (_clean(one.get("text")) for one in evidence[:_SENTENCES]),
        "publisher": sorted({_clean(one.get("source")) for one in evidence}),
    }
    return _entity(
        content_key("link", *ends, key), schema, {n: list(v) for n, v in properties.items()}
    )


def _days(sentence: Evidence) -> list[str]:
    """When it happened, as far as the text says, else the day of the document."""
    return str(sentence.get("event_date") or sentence.get("date") or "").split("/")


def _clean(value: object) -> str:
    """A text in one line, without the invisible characters that FollowTheMoney takes out."""
    line = one_line(text.xml(str(value or "")))
    return one_line("".join(each for each in line if unicodedata.category(each) not in INVISIBLE))


def _entity(id: str, schema: str, properties: Properties) -> dict[str, Json]:
    kept = {name: list(dict.fromkeys(filter(None, values))) for name, values in properties.items()}
    filled = {name: values for name, values in kept.items() if values}
    return {"id": id, "schema": schema, "properties": filled}
