"""The data of the page: what the drawing needs and what the side panel shows.

Sentences and documents are stored once and pointed to by number, since one sentence with
n actors is evidence for n(n-1)/2 ties. Everything is data: nothing in it can end the script
element or be read as markup.
"""

from __future__ import annotations

import json
import math
import numbers
import re
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

EVIDENCE_SHOWN = 12

# Direction overrides and isolates can make a name read as another; controls have no shape.
_MISLEADING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


class Table:
    """Values stored once, each known by its number.

    >>> table = Table()
    >>> table.number("a", {"name": "A"}), table.number("b", {}), table.number("a", {})
    (0, 1, 0)
    """

    def __init__(self) -> None:
        self.rows: list[Any] = []
        self._numbers: dict[Any, int] = {}

    def number(self, key: object, row: object) -> int:
        """The number of the row with this key, which is added if it is new."""
        if key not in self._numbers:
            self._numbers[key] = len(self.rows)
            self.rows.append(row)
        return self._numbers[key]


def network(graph: nx.MultiDiGraph[Any]) -> dict[str, Any]:
    """Actors, ties, sentences and documents of a network, ready for JSON.

    Args:
        graph: the network; actors and ties are numbered in its order
    """
    number = {key: index for index, key in enumerate(graph)}
    documents, sentences = Table(), Table()
    ties = [
        _tie(number[source], number[target], about, documents, sentences)
        for source, target, about in graph.edges(data=True)
    ]
    actors = [_actor(key, about) for key, about in graph.nodes(data=True)]
    shown = {"documents": documents.rows, "sentences": sentences.rows}
    return {"actors": actors, "ties": ties, **shown}


def measures(
    graph: nx.MultiDiGraph[Any], table: Mapping[str, Mapping[str, float]]
) -> dict[str, list[float | None]]:
    """Each measure as a list in the order of the actors; what is not a number is null."""
    return {name: [_finite(values.get(key)) for key in graph] for name, values in table.items()}


def to_json(data: object) -> str:
    r"""JSON that cannot leave its script element, in plain ASCII.

    >>> to_json({"name": "</script><b>"})
    '{"name":"\\u003c/script\\u003e\\u003cb\\u003e"}'
    """
    written = json.dumps(data, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return re.sub("[<>&]", lambda found: _ESCAPES[found[0]], written)


def legible(name: object) -> str:
    """A name without what only serves to mislead the reader.

    >>> legible("Rahmon\\u202egpj.exe")
    'Rahmongpj.exe'
    """
    return _MISLEADING.sub("", " ".join(str(name).split()))


def web_address(url: object) -> str | None:
    """The address if a click on it is safe: http and https only.

    >>> web_address("javascript:alert(1)") is None, web_address("https://example.org/a")
    (True, 'https://example.org/a')
    """
    text = str(url or "").strip()
    return text if re.match(r"https?://[^\s<>\"']+$", text, re.IGNORECASE) else None


def _actor(key: object, about: Mapping[str, Any]) -> dict[str, Any]:
    identifiers: Iterable[Any] = about.get("identifiers") or ()
    return {
        "key": str(key),
        "name": legible(about.get("name") or key) or "(no name)",
        "kind": str(about.get("kind") or "other"),
        "subtype": str(about.get("subtype") or ""),
        "aliases": [legible(alias) for alias in about.get("aliases") or ()],
        "identifiers": [[str(part) for part in pair] for pair in identifiers],
        "mentions": int(about.get("mentions") or 0),
        "documents": int(about.get("documents") or 0),
    }


def _tie(
    source: int, target: int, about: Mapping[str, Any], documents: Table, sentences: Table
) -> dict[str, Any]:
    evidence = list(about.get("evidence") or ())
    weight = _finite(about.get("weight", 1.0)) or 0.0
    return {
        "from": source,
        "to": target,
        "layer": str(about.get("layer") or "stated"),
        "type": str(about.get("type") or "tie"),
        "sign": str(about.get("sign") or "0"),
        "directed": bool(about.get("directed")),
        "negated": bool(about.get("negated")),
        "weight": weight,
        "documents": int(about.get("documents") or 0),
        "first": str(about.get("first") or ""),
        "last": str(about.get("last") or ""),
        "confidence": _finite(about.get("confidence")),
        "total": max(len(evidence), int(weight)),
        "evidence": [_quote(one, documents, sentences) for one in evidence[:EVIDENCE_SHOWN]],
    }


def _quote(one: Mapping[str, Any], documents: Table, sentences: Table) -> dict[str, Any]:
    text = str(one.get("text") or "")
    document = documents.number(one.get("document"), _document(one))
    place = (one.get("document"), one.get("start"), one.get("end"), text)
    quote: dict[str, Any] = {"s": sentences.number(place, [document, text])}
    marked = _marked(one, len(text))
    if marked:
        quote["mark"] = marked
    for name in ("modality", "speaker", "negated"):
        if one.get(name) and one[name] != "asserted":
            quote[name] = one[name] if isinstance(one[name], bool) else str(one[name])
    if one.get("event_date"):
        quote["happened"] = str(one["event_date"])
    return quote


def _document(one: Mapping[str, Any]) -> dict[str, Any]:
    about = {name: str(one.get(name) or "") for name in ("name", "title", "source", "date")}
    return about | {"url": web_address(one.get("url"))}


def _marked(one: Mapping[str, Any], length: int) -> list[int] | None:
    """The part of the sentence that states the tie, if it is only a part."""
    start, quote = one.get("start"), (one.get("quote_start"), one.get("quote_end"))
    if not isinstance(start, int) or not all(isinstance(place, int) for place in quote):
        return None
    first, last = (int(place or 0) - start for place in quote)
    inside = 0 <= first < last <= length
    return [first, last] if inside and (first, last) != (0, length) else None


def _finite(value: Any) -> float | None:
    if isinstance(value, numbers.Real) and math.isfinite(value):
        return round(float(value), 6)
    return None
