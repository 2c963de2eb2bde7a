"""What other rooms ask of a study, each question by its name: sentences, actors, spellings.

Documents are counted in `actors.store.holdings`, tables for data frames are in
`actors.store.listings`. A day is a `datetime.date`, or nothing where a document has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from actors.store.asking import column_of, number_of, rows_of
from actors.types import Key, Level

if TYPE_CHECKING:
    from actors.store.duckdb import Store

__all__ = [
    "SentenceRow",
    "actor_labels",
    "entity_names",
    "entity_weights",
    "first_document",
    "first_sentences",
    "known_keys",
    "mentions_of_spelling",
    "outlets",
    "record_count",
    "sentence_actors",
    "sentences",
    "spellings",
]

_ROWS_AT_ONCE = 10_000

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


def outlets(store: Store) -> list[str]:
    """The sources that the documents name, in order."""
    query = "SELECT DISTINCT source FROM documents WHERE source IS NOT NULL ORDER BY source"
    return column_of(store, query)


def record_count(store: Store, table: str) -> int:
    """How many rows a table of the schema has."""
    return number_of(store, f"SELECT count(*) FROM {table}")


def sentences(store: Store) -> Iterator[SentenceRow]:
    """Every sentence, by the day and the name of its document; those without a day last."""
    cursor = store.connection.cursor().execute(_SENTENCES)
    while rows := cursor.fetchmany(_ROWS_AT_ONCE):
        yield from (SentenceRow(*row) for row in rows)


def sentence_actors(store: Store) -> Iterator[tuple[Key, int, Key]]:
    """Which sentence mentions which actor: document, number of the sentence, actor."""
    cursor = store.connection.cursor().execute(_SENTENCE_ACTORS)
    while rows := cursor.fetchmany(_ROWS_AT_ONCE):
        yield from rows


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
    return rows_of(store, _FIRST_SENTENCES, *columns, most)


def actor_labels(store: Store) -> dict[Key, tuple[str, str, str]]:
    """Name, kind and subtype of each actor; a subtype may be empty."""
    rows = rows_of(store, "SELECT key, name, kind, coalesce(subtype, '') FROM actors")
    return {key: (name, kind, subtype) for key, name, kind, subtype in rows}


def entity_names(store: Store) -> dict[Key, str]:
    """The name of each entity of each document."""
    return dict(rows_of(store, "SELECT document || ':' || id, name FROM corrected_entities"))


def entity_weights(store: Store) -> dict[Key, int]:
    """How many mentions each entity of each document has."""
    query = "SELECT document || ':' || entity, count(*) FROM corrected_mentions GROUP BY ALL"
    return dict(rows_of(store, query))


def known_keys(store: Store) -> frozenset[Key]:
    """The keys of all actors, and of the entities that they are made of."""
    query = "SELECT key FROM actors UNION SELECT document || ':' || entity FROM members"
    return frozenset(column_of(store, query))


def mentions_of_spelling(store: Store, level: Level, word: str) -> list[tuple[str, Key, int]]:
    """Mentions whose text has a word, whom they mean, and how many there are.

    Args:
        store: the records of a study
        level: of mentions: by name, by noun, by pronoun
        word: in lower case, without accents
    """
    return rows_of(store, _MENTIONS_OF_SPELLING, level, word)


def spellings(store: Store, actor: Key) -> list[tuple[str, int, str]]:
    """The texts that mention an actor, how often, and why they were read so."""
    return rows_of(store, _SPELLINGS, actor)


def first_document(store: Store, actor: Key) -> str:
    """The name of the first document that mentions an actor; empty if there is none."""
    return "".join(column_of(store, _FIRST_DOCUMENT, actor))
