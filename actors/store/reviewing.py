"""What somebody who reads a study sees: documents, their mentions, sentences about an actor."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from actors.store.queries import SentenceRow
from actors.types import Key

if TYPE_CHECKING:
    from datetime import date

    from actors.store.duckdb import Store

__all__ = [
    *("DocumentText", "EntityMentions", "MentionRow", "document_text_of", "mentions_in"),
    *("mentions_of", "neighbours", "parts_of_texts", "sentence_at", "sentences_with"),
    "times_by_day",
]

_DOCUMENT = """
SELECT name, coalesce(title, ''), coalesce(source, ''), coalesce(url, ''), published, text
FROM documents WHERE key = ?"""

_MENTIONS_IN = """
SELECT m.id, m.start_char, m.end_char, m.text, m.level, m.entity, coalesce(a.key, ''),
       coalesce(a.name, e.name, ''), coalesce(a.kind, e.kind, m.kind), m.metonymic,
       coalesce(place.name, ''), m.confidence, m.reason, m.sentence
FROM corrected_mentions AS m
LEFT JOIN members AS b ON b.document = m.document AND b.entity = m.entity
LEFT JOIN actors AS a ON a.key = b.actor
LEFT JOIN corrected_entities AS e ON e.document = m.document AND e.id = m.entity
LEFT JOIN corrected_entities AS place ON place.document = m.document AND place.id = m.literal
WHERE m.document = ? ORDER BY m.start_char, m.end_char DESC, m.position"""

_MENTIONS_OF = """
SELECT d.key, d.name, coalesce(d.title, ''), d.published, m.entity, any_value(e.name),
       count(*)::INTEGER, list(DISTINCT m.text ORDER BY m.text)[:6], min(m.start_char),
       arg_min(substring(d.text, s.start_char + 1, s.end_char - s.start_char), m.start_char)
FROM members AS b JOIN documents AS d ON d.key = b.document
JOIN corrected_entities AS e ON e.document = b.document AND e.id = b.entity
JOIN corrected_mentions AS m ON m.document = b.document AND m.entity = b.entity
LEFT JOIN sentences AS s ON s.document = m.document AND s.number = m.sentence
WHERE b.actor = ? GROUP BY d.key, d.name, d.title, d.published, m.entity
ORDER BY d.published NULLS LAST, d.name, m.entity LIMIT ?"""

_PARTS = """
WITH wanted AS (
    SELECT unnest(?::VARCHAR[]) AS document, unnest(?::INTEGER[]) AS first,
           unnest(?::INTEGER[]) AS last)
SELECT document, first, substring(text, first + 1, last - first)
FROM wanted JOIN documents ON documents.key = wanted.document"""

_SENTENCE_AT = """
SELECT start_char, end_char FROM sentences
WHERE document = ? AND start_char <= ? AND end_char > ?"""

_NEIGHBOURS = """
WITH places AS (
    SELECT DISTINCT m.document, m.sentence FROM corrected_mentions AS m
    JOIN members AS b ON b.document = m.document AND b.entity = m.entity WHERE b.actor = $actor)
SELECT b.actor, count(DISTINCT (m.document, m.sentence))::INTEGER AS times
FROM places
JOIN corrected_mentions AS m ON m.document = places.document AND m.sentence = places.sentence
JOIN members AS b ON b.document = m.document AND b.entity = m.entity
JOIN actors AS a ON a.key = b.actor
WHERE b.actor <> $actor AND a.kind IN (SELECT unnest($kinds::VARCHAR[]))
GROUP BY b.actor ORDER BY times DESC, b.actor LIMIT $most"""

# Case and accents make no difference to the first look; `strip_accents` alone is slow on ASCII.
_SENTENCES_WITH = """
WITH near AS (
    SELECT key FROM documents
    WHERE list_bool_and(list_transform($stems::VARCHAR[],
        lambda stem: contains(lower(strip_accents(text)), stem)))),
named AS (
    SELECT DISTINCT m.document, m.sentence FROM corrected_mentions AS m
    JOIN members AS b ON b.document = m.document AND b.entity = m.entity WHERE b.actor = $actor)
SELECT d.key, d.name, coalesce(d.source, ''), d.published, s.number, s.start_char, s.end_char,
       substring(d.text, s.start_char + 1, s.end_char - s.start_char) AS said
FROM near JOIN documents AS d USING (key) JOIN sentences AS s ON s.document = d.key
WHERE list_bool_and(list_transform($stems::VARCHAR[],
          lambda stem: contains(lower(strip_accents(said)), stem)))
  AND ($actor = '' OR (s.document, s.number) IN (SELECT (document, sentence) FROM named))
ORDER BY d.published NULLS LAST, d.name, s.number"""

_TIMES_BY_DAY = """
SELECT d.published, count(*)::INTEGER FROM corrected_mentions AS m
JOIN members AS b ON b.document = m.document AND b.entity = m.entity
JOIN documents AS d ON d.key = m.document
WHERE b.actor = ? AND d.published IS NOT NULL GROUP BY d.published ORDER BY d.published"""


class DocumentText(NamedTuple):
    """A document with its text."""

    name: str
    title: str
    source: str
    url: str
    published: date | None
    text: str


class MentionRow(NamedTuple):
    """A mention and whom it means; ``actor`` is empty where no actor was made of its entity.

    ``place`` is the place that the words name, where it stands for its government.
    """

    id: str
    start: int
    end: int
    text: str
    level: str
    entity: str
    actor: Key
    name: str
    kind: str
    metonymic: bool
    place: str
    confidence: float
    reason: str
    sentence: int


class EntityMentions(NamedTuple):
    """How one document mentions an actor: as which entity, by which words, in which sentence first.

    ``start`` is the offset of the first mention.
    """

    document: Key
    name: str
    title: str
    published: date | None
    entity: str
    called: str
    times: int
    texts: list[str]
    start: int
    sentence: str | None


def document_text_of(store: Store, document: Key) -> DocumentText | None:
    """A document with its text, if there is one of that key."""
    row = store.connection.execute(_DOCUMENT, [document]).fetchone()
    return DocumentText(*row) if row else None


def mentions_in(store: Store, document: Key) -> list[MentionRow]:
    """The mentions of a document, in the order of its text; of two that begin alike the longer."""
    return [
        MentionRow(*row) for row in store.connection.execute(_MENTIONS_IN, [document]).fetchall()
    ]


def mentions_of(store: Store, actor: Key, most: int) -> list[EntityMentions]:
    """The documents that mention an actor, oldest first, and how; at most so many."""
    rows = store.connection.execute(_MENTIONS_OF, [actor, most]).fetchall()
    return [EntityMentions(*row) for row in rows]


def sentence_at(store: Store, document: Key, offset: int) -> tuple[int, int]:
    """Where the sentence of a document begins and ends that holds an offset; nothing is (0, 0)."""
    row = store.connection.execute(_SENTENCE_AT, [document, offset, offset]).fetchone()
    return (int(row[0]), int(row[1])) if row else (0, 0)


def parts_of_texts(
    store: Store, wanted: Collection[tuple[Key, int, int]]
) -> dict[tuple[Key, int], str]:
    """Parts of the texts of documents, by document and start.

    Args:
        store: the records of a study
        wanted: a document, and where a part of its text begins and ends
    """
    columns = [list(column) for column in zip(*wanted, strict=True)] or [[], [], []]
    rows = store.connection.execute(_PARTS, columns).fetchall()
    return {(document, first): text for document, first, text in rows}


def neighbours(
    store: Store, actor: Key, kinds: Collection[str], most: int
) -> list[tuple[Key, int]]:
    """Whom sentences name beside an actor, and in how many, those with most first."""
    given = {"actor": actor, "kinds": sorted(kinds), "most": most}
    return store.connection.execute(_NEIGHBOURS, given).fetchall()


def sentences_with(store: Store, stems: Collection[str], actor: Key = "") -> list[SentenceRow]:
    """The sentences that have some letters, by the day and the name of their document.

    Args:
        store: the records of a study
        stems: in lower case, without accents; a sentence has all of them
        actor: one whom the sentences mention; any if empty
    """
    given = {"stems": sorted(stems) or [""], "actor": actor}
    rows = store.connection.execute(_SENTENCES_WITH, given).fetchall()
    return [SentenceRow(*row) for row in rows]


def times_by_day(store: Store, actor: Key) -> list[tuple[date, int]]:
    """How often an actor is mentioned on each day of a document that does."""
    return store.connection.execute(_TIMES_BY_DAY, [actor]).fetchall()
