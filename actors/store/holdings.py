"""What a study holds: its documents, how many, from when, in what languages, how much text.

A day is a `datetime.date`, or nothing where a document has none.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from actors.store.asking import column_of, number_of, rows_of
from actors.types import Key

if TYPE_CHECKING:
    from actors.store.duckdb import Store

__all__ = [
    *("Coverage", "DocumentRow", "TextTally", "coverage", "document_keys", "document_languages"),
    *("documents_by_day", "last_window", "stories_told", "text_tally", "texts_within"),
    *("undated", "unread"),
]

_COVERAGE = "SELECT count(*), count(DISTINCT source), min(published), max(published) FROM documents"

_STORIES = """
SELECT DISTINCT coalesce(stories.story, key)
FROM documents LEFT JOIN stories ON stories.document = key
WHERE (?::DATE IS NULL OR published >= ?) AND (?::DATE IS NULL OR published <= ?)
  AND (len(?::VARCHAR[]) = 0 OR list_contains(?::VARCHAR[], source))"""

_BY_DAY = """
SELECT key, name, title, source, published, language FROM documents ORDER BY published, name"""

_TEXT = """
SELECT
    count(*) FILTER (contains(name, '#')) AS articles,
    count(*) FILTER (length(text) > ?) AS in_parts,
    coalesce(sum(length(text)), 0) AS characters,
    coalesce(sum(length(text)) FILTER (len(body) = 0), 0) AS whole
FROM documents"""

_BODIES = """
SELECT coalesce(sum(part.end_char - part.start_char), 0)
FROM (SELECT unnest(body) AS part FROM documents)"""


class Coverage(NamedTuple):
    """How many documents and outlets a study has, and the days of its first and last document."""

    documents: int
    sources: int
    first: date | None
    last: date | None


class TextTally(NamedTuple):
    """How much text a study holds; see `text_tally`."""

    articles: int
    in_parts: int
    read: int
    set_aside: int


class DocumentRow(NamedTuple):
    """What is known of a document but its text."""

    key: Key
    name: str
    title: str | None
    source: str | None
    published: date | None
    language: str | None


def coverage(store: Store) -> Coverage:
    """How many documents there are, of how many outlets, from when to when."""
    return Coverage(*rows_of(store, _COVERAGE)[0])


def texts_within(store: Store, characters: int) -> dict[Key, str]:
    """The texts of the documents by key, if they have together no more characters than that."""
    if number_of(store, "SELECT coalesce(sum(length(text)), 0) FROM documents") > characters:
        return {}
    return dict(rows_of(store, "SELECT key, text FROM documents"))


def undated(store: Store) -> int:
    """How many documents have no day."""
    return number_of(store, "SELECT count(*) FROM documents WHERE published IS NULL")


def unread(store: Store) -> int:
    """How many documents have not been read yet."""
    return number_of(
        store,
        "SELECT count(*) FROM documents WHERE key NOT IN (SELECT document FROM extracted)",
    )


def document_keys(store: Store) -> dict[str, Key]:
    """The key of each document by its name, in the order of the names."""
    return dict(rows_of(store, "SELECT name, key FROM documents ORDER BY name"))


def stories_told(
    store: Store,
    since: date | None = None,
    until: date | None = None,
    sources: Collection[str] = (),
) -> set[Key]:
    """The stories of the documents of a period or of some sources, with or without ties."""
    named = sorted(sources)
    return set(column_of(store, _STORIES, since, since, until, until, named, named))


def documents_by_day(store: Store) -> list[DocumentRow]:
    """The documents without their texts, by day and name."""
    return [DocumentRow(*row) for row in rows_of(store, _BY_DAY)]


def text_tally(store: Store, longest: int) -> TextTally:
    """How many documents share a file, how many are longer than can be read at once, and text.

    Args:
        store: the records of a study
        longest: characters that are read at once
    """
    articles, in_parts, characters, whole = map(int, rows_of(store, _TEXT, longest)[0])
    read = whole + number_of(store, _BODIES)
    return TextTally(articles, in_parts, read, characters - read)


def document_languages(store: Store) -> dict[str, int]:
    """How many documents have each language as it is recorded; empty where none is."""
    told = rows_of(store, "SELECT coalesce(language, ''), count(*) FROM documents GROUP BY 1")
    return {str(language): int(count) for language, count in told}


def last_window(store: Store) -> str:
    """What counts as occurring together, as the last run had it; empty if there was no run."""
    found = column_of(store, "SELECT settings['window'] FROM runs ORDER BY number DESC LIMIT 1")
    return str(found[0]) if found else ""
