"""A row a document: which columns hold what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from actors.errors import ReadError, SettingsError
from actors.readers.dates import Order, column_date, is_doubtful, order_of
from actors.readers.origins import GUESSED
from actors.readers.repair import repair_field
from actors.types import Document, Skipped

USUAL: Mapping[str, tuple[str, ...]] = {
    "text": (
        *("text", "body", "content", "article", "full_text", "fulltext", "article_text"),
        *("article_body", "articlebody", "maintext", "main_text", "body_text", "raw_text"),
        *("story", "document", "transcript", "message"),
    ),
    "title": ("title", "headline", "heading", "subject"),
    "published": (
        *("published", "date", "published_at", "publishedat", "publication_date", "pub_date"),
        *("pubdate", "publish_date", "date_published", "datetime", "timestamp", "created_at"),
    ),
    "source": (
        *("source", "outlet", "publisher", "publication", "site", "site_name", "sitename"),
        *("source_name", "newspaper", "media", "domain"),
    ),
    "url": ("url", "link", "href", "permalink", "web_url", "source_url"),
    "name": ("id", "name", "doc_id", "docid", "document_id", "article_id", "uid", "guid"),
    "language": ("language", "lang"),
}
"""What a document needs, and the usual names of columns for it, best first."""

Columns = Mapping[str, str]


def check_columns(columns: Columns | None) -> dict[str, str]:
    """Column names given by hand: ``{"text": "body"}``; ``id`` is taken for ``name``.

    Raises:
        SettingsError: a document has no such part.

    >>> check_columns({"text": "corps", "id": "numéro"})
    {'text': 'corps', 'name': 'numéro'}
    """
    given = {("name" if key == "id" else key): column for key, column in (columns or {}).items()}
    unknown = sorted(set(given) - set(USUAL))
    if unknown:
        known = ", ".join(USUAL)
        raise SettingsError(f"no part of a document is called {unknown[0]!r}; there are: {known}")
    return given


def find_columns(found: Iterable[str], columns: Columns | None = None) -> dict[str, str]:
    """Which of the columns found holds which part of a document; ``columns`` goes first.

    >>> find_columns(["ID", "Headline", "Body", "views"])
    {'text': 'Body', 'title': 'Headline', 'name': 'ID'}
    """
    names: dict[str, str] = {}
    for name in found:
        names.setdefault(_plain(name), name)
    given = check_columns(columns)
    chosen: dict[str, str] = {}
    for part, usual in USUAL.items():
        wanted = (given[part],) if part in given else usual
        here = next((names[_plain(name)] for name in wanted if _plain(name) in names), None)
        if here is not None:
            chosen[part] = here
    return chosen


def require_text(file: str, found: Iterable[str], columns: Columns | None) -> dict[str, str]:
    """The columns of a whole table.

    Raises:
        ReadError: none of them holds the text.
    """
    found = list(found)
    chosen = find_columns(found, columns)
    if "text" not in chosen:
        there = ", ".join(found[:12]) or "none"
        raise ReadError(
            file, f"no column holds the text (columns: {there}); name it with --column text=NAME"
        )
    return chosen


def row_document(
    row: Mapping[str, Any], chosen: Columns, number: int, order: Order | None = None
) -> Document | Skipped:
    """One row as a document; without an id its name is ``#number``.

    ``order`` is that of day and month in the column of dates.
    """
    values = {part: row.get(column) for part, column in chosen.items()}
    name = _string(values.get("name")) or f"#{number}"
    text = values.get("text")
    if not isinstance(text, str) or not text.strip():
        column = chosen.get("text", "text")
        return Skipped(f"#{number}", f"empty: no text in the column {column!r} of this row")
    published = column_date(values.get("published"), order)
    return Document(
        name=name,
        text=repair_field(text),
        title=_string(values.get("title")),
        source=_string(values.get("source")),
        url=_string(values.get("url")),
        published=published,
        published_from=_where(values.get("published"), chosen, order) if published else None,
        language=_string(values.get("language")),
        exact=True,
    )


_MOST_DATES = 50_000


def column_order(rows: Iterable[Mapping[str, Any]], chosen: Columns) -> Order | None:
    """The order of day and month in the column of dates, where one of its rows gives it away.

    >>> column_order([{"date": "07/08/2021"}, {"date": "07/13/2021"}], {"published": "date"})
    'month first'
    """
    column = chosen.get("published")
    return order_of(row.get(column) for row in islice(rows, _MOST_DATES)) if column else None


def _where(value: object, chosen: Columns, order: Order | None) -> str:
    where = f"column {chosen['published']}"
    return GUESSED.format(where) if order is None and is_doubtful(value) else where


def _plain(name: str) -> str:
    return "_".join(str(name).strip().lower().replace("-", " ").replace("_", " ").split())


def _string(value: object) -> str | None:
    """Names and titles; news services nest them: ``{"source": {"name": "..."}}``."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if value is None or isinstance(value, float | bool | list):
        return None
    return " ".join(str(value).split()) or None
