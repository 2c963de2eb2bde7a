"""The data that the page draws: actors, ties, measures, communities; small and safe.

A large network has tens of thousands of ties, so ties are columns, and what many ties share
(what kind of tie, where and when it was told, how it is drawn) is stored once and pointed to by
number. Everything is data: nothing in it can end the script element or be read as markup.
"""

from __future__ import annotations

import json
import math
import numbers
import re
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, TypedDict

import networkx as nx

from actors.factuality import leaning, modalities, status, strength
from actors.knowledge.called import called
from actors.knowledge.folding import fold
from actors.types import Json, Key, NodeAttributes, TieAttributes
from actors.views.evidence import Table
from actors.views.safe_text import legible
from actors.wording import kind_in_words, phrase, verb

if TYPE_CHECKING:
    from pyvis.network import Network

SILENCE = 10
"""Years without a word after which a corpus begins anew."""


class Drawn(TypedDict):
    """Actors and ties of a network: a row an actor, a list a column of ties; see `Table`."""

    actors: list[dict[str, Json]]
    ties: dict[str, list[Json]]
    forms: list[Json]
    occasions: list[Json]


def network(graph: nx.MultiDiGraph[Key], structural: Collection[str] = ()) -> Drawn:
    """Actors and ties of a network, ready for JSON.

    Args:
        graph: the network; actors and ties are numbered in its order
        structural: types of stated ties that tell who belongs where; they are a layer of
            their own on the page
    """
    number = {key: index for index, key in enumerate(graph)}
    forms, occasions = Table(), Table()
    rows = [
        {"from": number[source], "to": number[target]}
        | _tie(about, structural, forms)
        | _when(about, occasions)
        | {"more": _untold(about)}
        for source, target, about in graph.edges(data=True)
    ]
    columns = {name: [row[name] for row in rows] for name in rows[0]} if rows else {}
    actors = [_actor(key, about) for key, about in graph.nodes(data=True)]
    return {"actors": actors, "ties": columns, "forms": forms.rows, "occasions": occasions.rows}


def measures(
    graph: nx.MultiDiGraph[Key], table: Mapping[str, Mapping[str, float]]
) -> dict[str, list[float | None]]:
    """Each measure as a list in the order of the actors; what is not a number is null.

    Four digits are more than anybody reads, and a page of thousands of actors is smaller.
    """
    return {name: [_digits(values.get(key)) for key in graph] for name, values in table.items()}


def intervals(
    graph: nx.MultiDiGraph[Key], table: Mapping[str, Mapping[str, Iterable[float]]]
) -> dict[str, list[list[float | None] | None]]:
    """Each interval as low, high, lowest rank, highest rank; null where there is none."""
    return {
        name: [[_finite(one) for one in known[key]] if key in known else None for key in graph]
        for name, known in table.items()
    }


def communities(
    graph: nx.MultiDiGraph[Key], groups: Mapping[Key, int], titles: Mapping[int, str]
) -> dict[str, Json]:
    """The community of each actor, and the name of each community."""
    names = [
        legible(titles.get(group, "")) for group in range(max(groups.values(), default=-1) + 1)
    ]
    return {"of": [groups.get(key, -1) for key in graph], "names": names}


def told(actor: Mapping[str, Json]) -> dict[str, Json]:
    """What is known of an actor, without what is empty.

    >>> told({"name": "CSTO", "aliases": [], "mentions": 0, "sort": ""})
    {'name': 'CSTO', 'mentions': 0}
    """
    return {name: value for name, value in actor.items() if value not in ("", [])}


def verbs(graph: nx.MultiDiGraph[Key], definitions: Mapping[str, str]) -> dict[str, list[Json]]:
    """Of each type of tie that occurs: the type in words, what it means, and its words in sentences
    that plan, demand or deny it, say, by the modality."""
    told: dict[str, set[str]] = {}
    for *_, about in graph.edges(data=True):
        told.setdefault(str(about.get("type") or "tie"), set()).update(modalities(about))
    return {
        name: [
            *(verb(name).says, definitions.get(name, "")),
            {one: phrase(name, one) for one in sorted(of - {"asserted"})},
        ]
        for name, of in sorted(told.items())
    }


def period(graph: nx.MultiDiGraph[Key]) -> list[str]:
    """The first and the last day of a document that states a tie; empty if none has a day.

    A sentence about 1841 doesn't make it begin there. Where no document has a day, it begins
    with what happened after the last silence of `SILENCE` years.
    """
    told = [one for *_, about in graph.edges(data=True) for one in about.get("evidence") or ()]
    days = sorted(filter(None, {_first_day(one.get("date")) for one in told}))
    if not days:
        days = sorted(filter(None, {_first_day(one.get("event_date")) for one in told}))
    years = [int(day[:4]) for day in days]
    after = [at for at in range(1, len(days)) if years[at] - years[at - 1] > SILENCE]
    return [days[after[-1] if after else 0], days[-1]] if days else []


def _first_day(when: object) -> str:
    """The first day of a date that may be known to the year or the month, or run from one on.

    >>> _first_day("2012-03/2012-05"), _first_day("2012"), _first_day("in spring")
    ('2012-03-01', '2012-01-01', '')
    """
    begun = str(when or "").split("/")[0]
    known = re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", begun)
    return f"{begun}-01-01"[:10] if known else ""


def perspectives(
    graph: nx.MultiDiGraph[Key], places: Mapping[str, Mapping[Key, tuple[float, float]]]
) -> dict[str, dict[str, list[float]]]:
    """Of each view the numbers of its actors, and x and y of each in turn."""
    number = {key: index for index, key in enumerate(graph)}
    return {
        name: {
            "actors": [number[key] for key in spots],
            "places": [round(part) for spot in spots.values() for part in spot],
        }
        for name, spots in places.items()
    }


def homes(graph: nx.MultiDiGraph[Key], part: nx.MultiDiGraph[Key]) -> dict[int, str]:
    """The states of the actors on the map, by the number of the actor."""
    at = dict(part.nodes(data="home"))
    return {number: at[key] for number, key in enumerate(graph) if key in at}


def looks(net: Network) -> dict[str, Json]:
    """What pyvis draws, with each place and each style once.

    Returns:
        ``places``: x and y of each actor in turn; ``styles``: the styles there are;
        ``ties``: the number of the style of each tie, by the number of the tie
    """
    styles, by_tie = Table(), {}
    for edge in net.edges:
        style = {name: value for name, value in edge.items() if name not in ("from", "to", "id")}
        by_tie[edge["id"]] = styles.number(json.dumps(style, sort_keys=True), style)
    places = [place for node in net.nodes for place in (node["x"], node["y"])]
    return {
        "places": places,
        "styles": styles.rows,
        "ties": [by_tie[number] for number in range(len(by_tie))],
    }


def _actor(key: object, about: NodeAttributes) -> dict[str, Json]:
    """An actor; ``called`` is what tables call it besides, ``sort`` says more than its kind."""
    identifiers = about.get("identifiers") or ()
    also = _called(about)
    kind = str(about.get("kind") or "other")
    sort = kind_in_words(kind, str(about.get("subtype") or ""))
    return ({"called": also} if also else {}) | {
        "key": str(key),
        "name": legible(about.get("name") or key) or "(no name)",
        "kind": kind,
        "sort": sort if sort != kind else "",
        "aliases": [legible(alias) for alias in about.get("aliases") or ()],
        "identifiers": [[str(part) for part in pair] for pair in identifiers],
        "mentions": int(about.get("mentions") or 0),
        "documents": int(about.get("documents") or 0),
    }


def _called(about: NodeAttributes) -> list[str]:
    """What tables call an actor and the documents don't: adjectives, capitals, seats, codes."""
    pairs = [(str(scheme), str(value)) for scheme, value in about.get("identifiers") or ()]
    told = {fold(str(name)) for name in (about.get("name"), *(about.get("aliases") or ()))}
    others = {fold(one.text): one.text for one in reversed(called(pairs))}
    return [text for folded, text in reversed(others.items()) if folded not in told]


def _tie(about: TieAttributes, structural: Collection[str], forms: Table) -> dict[str, Json]:
    weight = _finite(about.get("weight", 1.0)) or 0.0
    return {
        "form": _form(about, structural, forms),
        "weight": int(weight) if weight.is_integer() else weight,
        "documents": int(about.get("documents") or 0),
        "stories": int(about.get("stories") or 0),
        "reprints": int(about.get("reprints") or 0),
        "first": str(about.get("first") or ""),
        "last": str(about.get("last") or ""),
        "confidence": _finite(about.get("confidence")),
        "total": max(len(about.get("evidence") or ()), int(weight)),
        "so": int(_finite(strength(about)) or 0),
    }


def _form(about: TieAttributes, structural: Collection[str], forms: Table) -> int:
    """What kind of tie it is; many ties are of one."""
    layer, type_ = str(about.get("layer") or "stated"), str(about.get("type") or "tie")
    form: dict[str, Json] = {
        "layer": "structural" if layer == "stated" and type_ in structural else layer,
        "type": type_,
        "sign": leaning(about),
        "typed": str(about.get("sign") or "0"),
        "directed": bool(about.get("directed")),
        "negated": bool(about.get("negated")),
        "status": status(about),
        "words": phrase(type_, status(about)),
    }
    return forms.number(tuple(form.values()), form)


def _when(about: TieAttributes, occasions: Table) -> dict[str, list[int]]:
    """Where and when the tie is told, and by how many sentences; a reprint counts 0.

    An occasion is the day of what happened, or of the document, and the source.
    """
    told: dict[tuple[str, str], int] = {}
    seen: set[object] = set()
    for number, one in enumerate(about.get("evidence") or ()):
        day = str(one.get("event_date") or one.get("date") or "")
        place = (day, str(one.get("source") or ""))
        origin = one.get("origin") or number
        told[place] = told.get(place, 0) + (origin not in seen)
        seen.add(origin)
    return {
        "when": [occasions.number(place, list(place)) for place in told],
        "told": list(told.values()),
    }


def _untold(about: TieAttributes) -> int:
    """1 where the graph holds fewer sentences than were counted: then ``when`` is not all."""
    told = len(about.get("evidence") or ())
    return int(told < float(about.get("weight", 1.0) or 0) + int(about.get("reprints") or 0))


def _digits(value: object) -> float | None:
    """A number as it is shown: whole, or with four digits.

    >>> _digits(1 / 3), _digits(12345.0), _digits(float("inf"))
    (0.3333, 12345.0, None)
    """
    known = _finite(value)
    return known if known is None or known.is_integer() else float(f"{known:.4g}")


def _finite(value: object) -> float | None:
    if isinstance(value, numbers.Real) and math.isfinite(value):
        return round(float(value), 6)
    return None
