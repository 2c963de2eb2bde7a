"""A row a document: which columns hold what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from actors.errors import ReadError, SettingsError
from actors.readers.dates import parse_date
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


def row_document(row: Mapping[str, Any], chosen: Columns, number: int) -> Document | Skipped:
    """One row as a document; without an id its name is ``#number``."""
    values = {part: row.get(column) for part, column in chosen.items()}
    name = _string(values.get("name")) or f"#{number}"
    text = values.get("text")
    if not isinstance(text, str) or not text.strip():
        column = chosen.get("text", "text")
        return Skipped(f"#{number}", f"empty: no text in the column {column!r} of this row")
    return Document(
        name=name,
        text=text,
        title=_string(values.get("title")),
        source=_string(values.get("source")),
        url=_string(values.get("url")),
        published=parse_date(values.get("published")),
        language=_string(values.get("language")),
    )


def _plain(name: str) -> str:
    return "_".join(str(name).strip().lower().replace("-", " ").replace("_", " ").split())


def _string(value: object) -> str | None:
    """Names and titles; news services nest them: ``{"source": {"name": "..."}}``."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if value is None or isinstance(value, float | bool | list):
        return None
    return " ".join(str(value).split()) or None
