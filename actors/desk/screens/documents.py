"""The list of documents: search, filter, sort."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from starlette.responses import Response
from starlette.routing import Route

from actors.desk.asking import Ask, screen
from actors.desk.listing import page_of
from actors.types import Key

__all__ = ["DocumentLine", "lines", "routes"]


class DocumentLine(NamedTuple):
    """A document as it is listed; ``questions`` are those that are open about it."""

    key: Key
    name: str
    title: str
    source: str
    published: date | None
    story: str
    reprint: bool
    mentions: int
    ties: int
    questions: int


_SORTS: Mapping[str, Callable[[DocumentLine], Any]] = {
    "doubt": lambda one: (-one.questions, one.name),
    "newest": lambda one: (-(one.published or date.min).toordinal(), one.name),
    "oldest": lambda one: ((one.published or date.max).toordinal(), one.name),
    "title": lambda one: ((one.title or one.name).casefold(), one.name),
    "source": lambda one: (one.source.casefold(), one.name),
    "mentions": lambda one: (-one.mentions, one.name),
}


def lines(ask: Ask) -> list[DocumentLine]:
    """The documents that fit what the address says, in the order that it says."""
    words = ask.get("q").casefold().split()
    source, doubtful = ask.get("source"), ask.get("doubtful") == "yes"
    open_, every = ask.now.doubtful, (_line(row) for row in ask.now.documents)
    found = [
        one._replace(questions=open_.get(one.key, 0))
        for one in every
        if (not source or one.source == source) and (not words or _has(one, words))
    ]
    kept = [one for one in found if one.questions] if doubtful else found
    return sorted(kept, key=_SORTS.get(ask.get("sort"), _SORTS["doubt"]))


def _line(row: tuple[Any, ...]) -> DocumentLine:
    key, name, title, source, _, _, published, _, _, story, reprint, _, _, mentions, ties = row
    return DocumentLine(key, name, title, source, published, story, reprint, mentions, ties, 0)


def _has(one: DocumentLine, words: list[str]) -> bool:
    text = f"{one.title} {one.name} {one.source} {one.published or ''}".casefold()
    return all(word in text for word in words)


def _documents(ask: Ask) -> Response:
    found = lines(ask)
    return ask.page("documents.html", listed=page_of(found, ask.number("page")))


routes = [Route("/documents", screen(_documents)), Route("/", screen(_documents))]
