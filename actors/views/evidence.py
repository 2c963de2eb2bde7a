"""The sentences behind the ties, which the page reads only when somebody asks for them.

Sentences and documents are stored once and pointed to by number, since one sentence with
n actors is evidence for n(n-1)/2 ties.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping

import networkx as nx

from actors.types import Evidence, Json, Key, TieAttributes

EVIDENCE_SHOWN = 12


class Table:
    """Values stored once, each known by its number.

    >>> table = Table()
    >>> table.number("a", {"name": "A"}), table.number("b", {}), table.number("a", {})
    (0, 1, 0)
    """

    def __init__(self) -> None:
        self.rows: list[Json] = []
        self._numbers: dict[Hashable, int] = {}

    def number(self, key: Hashable, row: Json) -> int:
        """The number of the row with this key, which is added if it is new."""
        if key not in self._numbers:
            self._numbers[key] = len(self.rows)
            self.rows.append(row)
        return self._numbers[key]


def evidence(
    graph: nx.MultiDiGraph[Key], texts: Mapping[Key, str] | None = None, *, live: bool = False
) -> dict[str, Json]:
    """Quotes of each tie in the graph's order, and the sentences and documents they point to.

    Args:
        graph: the network; of each tie at most `EVIDENCE_SHOWN` sentences are kept
        texts: document to its whole text, where the page is to hold it; a sentence is then a
            place in it (document, nothing, start, end) instead of (document, text)
        live: with the keys of documents and the places of sentences, by which the review desk
            shows them
    """
    documents, sentences = _Documents(texts or {}, live=live), Table()
    quotes = [list(_quotes(about, documents, sentences)) for _, _, about in graph.edges(data=True)]
    return {"quotes": quotes, "sentences": sentences.rows, "documents": documents.rows}


class _Documents(Table):
    """Documents, each with its text if that is known."""

    def __init__(self, texts: Mapping[Key, str], *, live: bool = False) -> None:
        super().__init__()
        self.texts = texts
        self.live = live

    def of(self, one: Evidence) -> int:
        """The number of the document of a sentence."""
        key = one.get("document", "")
        text = {"text": self.texts[key]} if key in self.texts else {}
        known = {"key": str(key)} if self.live else {}
        return self.number(key, _document(one) | text | known)


def web_address(url: object) -> str | None:
    """The address if a click on it is safe: http and https only.

    >>> web_address("javascript:alert(1)") is None, web_address("https://example.org/a")
    (True, 'https://example.org/a')
    """
    text = str(url or "").strip()
    return text if re.match(r"https?://[^\s<>\"']+$", text, re.IGNORECASE) else None


def _quotes(
    about: TieAttributes, documents: _Documents, sentences: Table
) -> Iterable[dict[str, Json]]:
    told: set[object] = set()
    for one in list(about.get("evidence") or ())[:EVIDENCE_SHOWN]:
        quote = _quote(one, documents, sentences)
        if (origin := one.get("origin")) and origin in told:
            quote["reprint"] = True
        told.add(origin)
        if about.get("layer") != "cooccurrence" and isinstance(one.get("confidence"), float):
            quote["confidence"] = round(one["confidence"], 3)
        yield quote


def _quote(one: Evidence, documents: _Documents, sentences: Table) -> dict[str, Json]:
    text = str(one.get("text") or "")
    document = documents.of(one)
    place = (one.get("document"), one.get("start"), one.get("end"), text)
    quote: dict[str, Json] = {
        "s": sentences.number(place, _sentence(one, document, text, documents))
    }
    if documents.live:
        quote["at"] = one.get("start")
    if one.get("relation"):
        quote["r"] = str(one["relation"])
    marked = _marked(one, len(text))
    if marked:
        quote["mark"] = marked
    for name in ("modality", "speaker", "negated"):
        if one.get(name) and one[name] != "asserted":
            quote[name] = one[name] if isinstance(one[name], bool) else str(one[name])
    if one.get("event_date"):
        quote["happened"] = str(one["event_date"])
    return quote


def _sentence(one: Evidence, document: int, text: str, documents: _Documents) -> list[Json]:
    """A sentence by its place in the text of its document, if that is the same text."""
    start, end = one.get("start"), one.get("end")
    whole = documents.texts.get(one.get("document", ""), "")
    if isinstance(start, int) and isinstance(end, int) and text and whole[start:end] == text:
        return [document, None, start, end]
    return [document, text]


def _document(one: Evidence) -> dict[str, Json]:
    about = {name: str(one.get(name) or "") for name in ("name", "title", "source", "date")}
    return about | {"url": web_address(one.get("url"))}


def _marked(one: Evidence, length: int) -> list[int] | None:
    """The part of the sentence that states the tie, if it is only a part."""
    start, quote = one.get("start"), (one.get("quote_start"), one.get("quote_end"))
    if not isinstance(start, int) or not all(isinstance(place, int) for place in quote):
        return None
    first, last = (int(place or 0) - start for place in quote)
    inside = 0 <= first < last <= length
    return [first, last] if inside and (first, last) != (0, length) else None
