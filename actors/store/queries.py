"""What other rooms ask of a study, each question by its name: documents, sentences, actors.

Tables for data frames are in `actors.store.listings`. A day is a `datetime.date`, or nothing
where a document has none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from actors.types import Key, Level

if TYPE_CHECKING:
    from actors.store.duckdb import Store

__all__ = [
    "Coverage",
    "DocumentRow",
    "SentenceRow",
    "TextTally",
    "actor_labels",
    "coverage",
    "document_keys",
    "documents_by_day",
    "entity_names",
    "entity_weights",
    "first_document",
    "first_sentences",
    "known_keys",
    "last_window",
    "mentions_of_spelling",
    "outlets",
    "record_count",
    "sentence_actors",
    "sentences",
    "spellings",
    "stories_told",
    "text_tally",
    "texts_within",
    "undated",
    "unread",
]

_ROWS_AT_ONCE = 10_000

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

_SENTENCES = """
SELECT d.key, d.name, coalesce(d.source, ''), d.published, s.number, s.start_char, s.end_char,
       substring(d.text, s.start_char + 1, s.end_char - s.start_char)
FROM sentences AS s JOIN documents AS d ON d.key = s.document
ORDER BY d.published NULLS LAST, d.name, s.number"""

_SENTENCE_ACTORS = """
SELECT DISTINCT m.document, m.sentence, b.actor
FROM corrected_mentions m JOIN members b ON b.document = m.document AND b.entity = m.entity
ORDER BY ALL"""

# The first sentences of each side, all sides at once.
_FIRST_SENTENCES = """
WITH wanted AS (SELECT unnest(?::INTEGER[]) AS side, unnest(?::VARCHAR[]) AS member),
said AS (
    SELECT DISTINCT side, documents.name, documents.published, sentences.start_char,
           substr(documents.text, sentences.start_char + 1,
                  sentences.end_char - sentences.start_char) AS text
    FROM wanted
    JOIN corrected_mentions AS mentions ON mentions.document = split_part(member, ':', 1)
        AND mentions.document || ':' || mentions.entity = member
    JOIN sentences ON sentences.document = mentions.document
        AND sentences.number = mentions.sentence
    JOIN documents ON documents.key = mentions.document)
SELECT side, name, text FROM said
QUALIFY row_number() OVER (PARTITION BY side ORDER BY published, name, start_char) <= ?
ORDER BY side, published, name, start_char"""

_MENTIONS_OF_SPELLING = """
SELECT mentions.text, members.actor, count(*)
FROM corrected_mentions AS mentions JOIN members USING (document, entity)
WHERE mentions.level = ?
AND contains(regexp_replace(lower(strip_accents(mentions.text)), '[^a-z0-9 ]', '', 'g'), ?)
GROUP BY ALL ORDER BY ALL"""

_SPELLINGS = """
SELECT mentions.text, count(*) AS times, mentions.reason
FROM corrected_mentions AS mentions JOIN members USING (document, entity)
WHERE members.actor = ? GROUP BY ALL ORDER BY times DESC, mentions.text, mentions.reason"""

_FIRST_DOCUMENT = """
SELECT name FROM documents WHERE key IN (
    SELECT document FROM corrected_mentions JOIN members USING (document, entity)
    WHERE members.actor = ?)
ORDER BY name LIMIT 1"""


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


class SentenceRow(NamedTuple):
    """A sentence, its document (by key, name and outlet), and where in its text it stands."""

    document: Key
    name: str
    source: str
    published: date | None
    number: int
    start: int
    end: int
    text: str


def coverage(store: Store) -> Coverage:
    """How many documents there are, of how many outlets, from when to when."""
    return Coverage(*_rows(store, _COVERAGE)[0])


def texts_within(store: Store, characters: int) -> dict[Key, str]:
    """The texts of the documents by key, if they have together no more characters than that."""
    if _number(store, "SELECT coalesce(sum(length(text)), 0) FROM documents") > characters:
        return {}
    return dict(_rows(store, "SELECT key, text FROM documents"))


def undated(store: Store) -> int:
    """How many documents have no day."""
    return _number(store, "SELECT count(*) FROM documents WHERE published IS NULL")


def unread(store: Store) -> int:
    """How many documents have not been read yet."""
    return _number(
        store,
        "SELECT count(*) FROM documents WHERE key NOT IN (SELECT document FROM extracted)",
    )


def outlets(store: Store) -> list[str]:
    """The sources that the documents name, in order."""
    query = "SELECT DISTINCT source FROM documents WHERE source IS NOT NULL ORDER BY source"
    return _first(store, query)


def document_keys(store: Store) -> dict[str, Key]:
    """The key of each document by its name, in the order of the names."""
    return dict(_rows(store, "SELECT name, key FROM documents ORDER BY name"))


def stories_told(
    store: Store,
    since: date | None = None,
    until: date | None = None,
    sources: Collection[str] = (),
) -> set[Key]:
    """The stories of the documents of a period or of some sources, with or without ties."""
    named = sorted(sources)
    return set(_first(store, _STORIES, since, since, until, until, named, named))


def documents_by_day(store: Store) -> list[DocumentRow]:
    """The documents without their texts, by day and name."""
    return [DocumentRow(*row) for row in _rows(store, _BY_DAY)]


def record_count(store: Store, table: str) -> int:
    """How many rows a table of the schema has."""
    return _number(store, f"SELECT count(*) FROM {table}")


def text_tally(store: Store, longest: int) -> TextTally:
    """How many documents share a file, how many are longer than can be read at once, and text.

    Args:
        store: the records of a study
        longest: characters that are read at once
    """
    articles, in_parts, characters, whole = map(int, _rows(store, _TEXT, longest)[0])
    read = whole + _number(store, _BODIES)
    return TextTally(articles, in_parts, read, characters - read)


def document_languages(store: Store) -> dict[str, int]:
    """How many documents have each language as it is recorded; empty where none is."""
    rows = _rows(store, "SELECT coalesce(language, ''), count(*) FROM documents GROUP BY 1")
    return {str(language): int(count) for language, count in rows}


def last_window(store: Store) -> str:
    """What counts as occurring together, as the last run had it; empty if there was no run."""
    found = _first(store, "SELECT settings['window'] FROM runs ORDER BY number DESC LIMIT 1")
    return str(found[0]) if found else ""


def sentences(store: Store) -> Iterator[SentenceRow]:
    """Every sentence, by the day and the name of its document; those without a day last."""
    cursor = store.connection.cursor().execute(_SENTENCES)
    while rows := cursor.fetchmany(_ROWS_AT_ONCE):
        yield from (SentenceRow(*row) for row in rows)


def sentence_actors(store: Store) -> list[tuple[Key, int, Key]]:
    """Which sentence mentions which actor: document, number of the sentence, actor."""
    return _rows(store, _SENTENCE_ACTORS)


def first_sentences(
    store: Store, members: Sequence[tuple[int, Key]], most: int
) -> list[tuple[int, str, str]]:
    """The first sentences about entities, by groups of them.

    Args:
        store: the records of a study
        members: the number of a group, and the key of an entity in it
        most: sentences of a group

    Returns:
        the number of the group, the name of the document, the sentence
    """
    columns = [list(column) for column in zip(*members, strict=True)] or [[], []]
    return _rows(store, _FIRST_SENTENCES, *columns, most)


def actor_labels(store: Store) -> dict[Key, tuple[str, str, str]]:
    """Name, kind and subtype of each actor; a subtype may be empty."""
    rows = _rows(store, "SELECT key, name, kind, coalesce(subtype, '') FROM actors")
    return {key: (name, kind, subtype) for key, name, kind, subtype in rows}


def entity_names(store: Store) -> dict[Key, str]:
    """The name of each entity of each document."""
    return dict(_rows(store, "SELECT document || ':' || id, name FROM corrected_entities"))


def entity_weights(store: Store) -> dict[Key, int]:
    """How many mentions each entity of each document has."""
    query = "SELECT document || ':' || entity, count(*) FROM corrected_mentions GROUP BY ALL"
    return dict(_rows(store, query))


def known_keys(store: Store) -> frozenset[Key]:
    """The keys of all actors, and of the entities that they are made of."""
    query = "SELECT key FROM actors UNION SELECT document || ':' || entity FROM members"
    return frozenset(_first(store, query))


def mentions_of_spelling(store: Store, level: Level, word: str) -> list[tuple[str, Key, int]]:
    """Mentions whose text has a word, whom they mean, and how many there are.

    Args:
        store: the records of a study
        level: of mentions: by name, by noun, by pronoun
        word: in lower case, without accents
    """
    return _rows(store, _MENTIONS_OF_SPELLING, level, word)


def spellings(store: Store, actor: Key) -> list[tuple[str, int, str]]:
    """The texts that mention an actor, how often, and why they were read so."""
    return _rows(store, _SPELLINGS, actor)


def first_document(store: Store, actor: Key) -> str:
    """The name of the first document that mentions an actor; empty if there is none."""
    return "".join(_first(store, _FIRST_DOCUMENT, actor))


def _rows(store: Store, query: str, *values: object) -> list[Any]:
    return store.connection.execute(query, list(values)).fetchall()


def _first(store: Store, query: str, *values: object) -> list[Any]:
    """The first column."""
    return [row[0] for row in _rows(store, query, *values)]


def _number(store: Store, query: str) -> int:
    return int(_first(store, query)[0])
