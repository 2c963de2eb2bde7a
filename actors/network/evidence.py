"""The sentences behind an edge, as an analyst quotes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, TypedDict, cast

from actors.types import Key

#: The part of an evidence query that says where a sentence comes from; ``d`` is the document.
FROM_DOCUMENT = "d.key, d.name, d.title, d.source, d.url, d.published"


class Evidence(TypedDict):
    """One sentence behind an edge.

    ``start`` and ``end`` are the sentence's offsets in the document, ``quote_start`` and
    ``quote_end`` those of the words that state the relation. ``date`` is the day of the
    document, ``event_date`` when it happened as far as the text says, a day, month, year or
    interval of them (`actors.knowledge.calendar`); both are ISO 8601 or empty.
    ``relation`` is the id of the relation in its document, empty for a co-occurrence.
    ``story`` is the key of the first document that tells the same story, ``origin`` names the
    sentence: it is the same for all its printings in a story.
    """

    document: Key
    name: str
    title: str
    source: str
    url: str
    date: str
    start: int
    end: int
    text: str
    quote_start: int
    quote_end: int
    modality: str
    speaker: str
    negated: bool
    confidence: float
    relation: str
    event_date: str
    story: Key
    origin: str


def to_evidence(row: Sequence[Any]) -> Evidence:
    """The evidence of a row whose columns are in the order of `Evidence`."""
    named = dict(zip(Evidence.__annotations__, map(plain, row), strict=True))
    return cast("Evidence", named)


def plain(value: Any) -> Any:
    """A value that every export can hold: dates in ISO form, an empty string for nothing.

    >>> plain(date(2021, 7, 7)), plain(None), plain(2)
    ('2021-07-07', '', 2)
    """
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else value
