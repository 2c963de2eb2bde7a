"""What data frames list of a study: documents, mentions and speakers, a row each."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from actors.store.tables import Row
from actors.types import Key

if TYPE_CHECKING:
    from actors.store.duckdb import Store

__all__ = [
    "actors_in_sentences",
    "document_rows",
    "document_text",
    "mention_rows",
    "mentions_by_document",
    "speakers",
]

_DOCUMENTS = r"""
WITH mentioned AS (SELECT document, count(*) AS times FROM corrected_mentions GROUP BY document),
related AS (SELECT document, count(*) AS times FROM relations GROUP BY document),
cut AS (SELECT document, count(*) AS times FROM sentences GROUP BY document),
parts AS (
    SELECT key, CASE WHEN len(body) = 0 THEN [text] ELSE list_transform(body, lambda part:
           substring(text, part.start_char + 1, part.end_char - part.start_char)) END AS texts
    FROM documents)
SELECT d.key, d.name, coalesce(d.title, ''), coalesce(d.source, ''), coalesce(d.url, ''),
       coalesce(d.language, ''), d.published,
       coalesce(d.published_from, ''), coalesce(d.written_in, ''), coalesce(first.name, d.name),
       coalesce(first.key <> d.key, false),
       list_sum(list_transform(texts, lambda part: len(regexp_extract_all(part, '\S+')))),
       coalesce(cut.times, 0), coalesce(mentioned.times, 0), coalesce(related.times, 0)
FROM documents AS d JOIN parts USING (key)
LEFT JOIN stories ON stories.document = d.key
LEFT JOIN documents AS first ON first.key = stories.story
LEFT JOIN cut ON cut.document = d.key
LEFT JOIN mentioned ON mentioned.document = d.key
LEFT JOIN related ON related.document = d.key
ORDER BY d.name"""

# An entity that no actor was made of keeps the name that its document gives it.
_MENTIONS = """
SELECT d.name, d.published, coalesce(d.source, ''), coalesce(a.name, e.name, ''),
       m.text, m.kind, m.level, m.metonymic, coalesce(place.name, ''),
       m.confidence, m.reason,
       coalesce(substring(d.text, s.start_char + 1, s.end_char - s.start_char), ''),
       m.start_char, m.end_char, coalesce(a.key, ''), d.key
FROM corrected_mentions AS m JOIN documents AS d ON d.key = m.document
LEFT JOIN members AS b ON b.document = m.document AND b.entity = m.entity
LEFT JOIN actors AS a ON a.key = b.actor
LEFT JOIN corrected_entities AS e ON e.document = m.document AND e.id = m.entity
LEFT JOIN corrected_entities AS place ON place.document = m.document AND place.id = m.literal
LEFT JOIN sentences AS s ON s.document = m.document AND s.number = m.sentence
WHERE ($actor::VARCHAR IS NULL OR a.key = $actor)
  AND ($document::VARCHAR IS NULL OR d.key = $document)
ORDER BY d.name, m.start_char, m.end_char, m.position"""

_SPEAKERS = """
SELECT r.document, r.id, coalesce(a.name, ''), coalesce(r.place, ''), coalesce(a.key, '')
FROM relations AS r
LEFT JOIN corrected_mentions AS m ON m.document = r.document AND m.id = r.attributed_to
LEFT JOIN members AS b ON b.document = m.document AND b.entity = m.entity
LEFT JOIN actors AS a ON a.key = b.actor"""

_PRESENT = """
SELECT m.document, m.sentence, a.name
FROM corrected_mentions AS m JOIN members AS b ON b.document = m.document AND b.entity = m.entity
JOIN actors AS a ON a.key = b.actor
WHERE m.document IN (SELECT unnest(?::VARCHAR[])) AND a.kind IN (SELECT unnest(?::VARCHAR[]))
  AND NOT list_contains(list_transform(a.identifiers, lambda pair: pair.scheme), 'unnamed')
GROUP BY ALL ORDER BY min(m.start_char), a.name"""

_MENTIONS_BY_DOCUMENT = """
SELECT actor, document, count(*) FROM corrected_mentions JOIN members USING (document, entity)
GROUP BY ALL ORDER BY ALL"""

_TEXT = """
SELECT name, coalesce(title, ''), coalesce(source, ''), published, text
FROM documents WHERE key = ?"""


def document_rows(store: Store) -> list[Row]:
    """The documents by name, with the columns of the frame ``documents``."""
    return store.connection.execute(_DOCUMENTS).fetchall()


def document_text(store: Store, document: Key) -> tuple[str, str, str, date | None, str]:
    """Name, title, source, day and text of a document."""
    (row,) = store.connection.execute(_TEXT, [document]).fetchall()
    name, title, source, published, text = row
    return name, title, source, published, text


def mention_rows(store: Store, actor: Key | None = None, document: Key | None = None) -> list[Row]:
    """The mentions in the order of the texts, with the columns of the frame ``mentions``.

    Args:
        store: the records of a study
        actor: only the mentions of this actor
        document: only those in this document
    """
    wanted = {"actor": actor, "document": document}
    return store.connection.execute(_MENTIONS, wanted).fetchall()


def mentions_by_document(store: Store) -> list[tuple[Key, Key, int]]:
    """How often each document mentions each actor: actor, document, mentions."""
    return store.connection.execute(_MENTIONS_BY_DOCUMENT).fetchall()


def speakers(store: Store) -> dict[tuple[Key, str], tuple[str, str, Key]]:
    """Who says what each relation states: the name of the speaker, the place, the speaker's key.

    Relations are told by their documents and their ids; what is not known is empty.
    """
    rows = store.connection.execute(_SPEAKERS).fetchall()
    return {
        (document, relation): (name, place, key) for document, relation, name, place, key in rows
    }


def actors_in_sentences(
    store: Store, documents: Collection[Key], kinds: Collection[str]
) -> dict[tuple[Key, int], list[str]]:
    """The names of the actors in each sentence of some documents, in order of appearance.

    Args:
        store: the records of a study
        documents: their keys
        kinds: of the actors to name; those without a name are left out
    """
    rows = store.connection.execute(_PRESENT, [sorted(documents), sorted(kinds)]).fetchall()
    names: dict[tuple[Key, int], list[str]] = {}
    for document, number, name in rows:
        names.setdefault((document, number), []).append(name)
    return names
