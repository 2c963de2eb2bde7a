"""The relations that documents state: their ends, their words, and the sentences they stand in."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple, cast

from actors.store.asking import rows_of
from actors.types import Evidence, Key, Sign

if TYPE_CHECKING:
    from actors.store.duckdb import Store

__all__ = ["RelationRow", "corrected_ends", "ends_of_relations", "quoted", "relation_rows"]

_ENDS_OF_RELATIONS = """
WITH wanted AS (SELECT unnest(?::VARCHAR[]) AS called)
SELECT DISTINCT members.actor FROM wanted
JOIN documents ON wanted.called LIKE documents.name || '#%'
JOIN relations ON relations.document = documents.key
    AND documents.name || '#' || relations.id = wanted.called
JOIN corrected_mentions AS mentions ON mentions.document = relations.document
    AND mentions.id IN (relations.source, relations.target)
JOIN members ON members.document = mentions.document AND members.entity = mentions.entity"""

# Relations as they were read; `_CORRECTED_ENDS` says which of their ends a person corrected.
_RELATIONS = """
WITH opening AS (
    SELECT r.document, r.position, s.number, s.start_char
    FROM relations AS r ASOF JOIN sentences AS s
    ON s.document = r.document AND s.start_char <= r.start_char WHERE r.start_char < s.end_char),
closing AS (
    SELECT r.document, r.position, s.end_char
    FROM relations AS r ASOF JOIN sentences AS s
    ON s.document = r.document AND s.start_char < r.end_char WHERE r.end_char <= s.end_char)
SELECT r.document, r.id, r.document || ':' || sm.entity, r.document || ':' || tm.entity, r.type,
       r.sign, r.negated <> (r.modality = 'denied'), r.modality, r.confidence,
       coalesce(r.date, strftime(d.published, '%Y-%m-%d'), ''),
       coalesce(least(opening.start_char, r.start_char), r.start_char),
       coalesce(greatest(closing.end_char, r.end_char), r.end_char),
       coalesce(opening.number, r.start_char), coalesce(stories.story, r.document),
       coalesce(again.first_document || ':' || again.first_sentence, '')
FROM relations AS r JOIN documents AS d ON d.key = r.document
JOIN mentions AS sm ON sm.document = r.document AND sm.id = r.source
JOIN mentions AS tm ON tm.document = r.document AND tm.id = r.target
LEFT JOIN opening ON opening.document = r.document AND opening.position = r.position
LEFT JOIN closing ON closing.document = r.document AND closing.position = r.position
LEFT JOIN stories ON stories.document = r.document
LEFT JOIN reprints AS again
    ON again.document = r.document AND again.sentence = opening.number
WHERE r.basis = 'stated' ORDER BY d.published DESC NULLS LAST, d.name, 11, r.position"""

_CORRECTED_ENDS = """
SELECT r.document, r.id, coalesce(r.document || ':' || sm.entity, ''),
       coalesce(r.document || ':' || tm.entity, '')
FROM relations AS r
LEFT JOIN corrected_mentions AS sm ON sm.document = r.document AND sm.id = r.source
LEFT JOIN corrected_mentions AS tm ON tm.document = r.document AND tm.id = r.target
WHERE r.document IN (SELECT document FROM taken_out) AND r.basis = 'stated'"""


_QUOTED = """
WITH wanted AS (SELECT unnest(?::VARCHAR[]) AS document, unnest(?::VARCHAR[]) AS id,
                       unnest(?::INTEGER[]) AS first, unnest(?::INTEGER[]) AS last)
SELECT r.document, r.id, coalesce(d.url, ''),
       substring(d.text, wanted.first + 1, wanted.last - wanted.first),
       coalesce(r.trigger_start, r.start_char), coalesce(r.trigger_end, r.end_char),
       coalesce(r.speaker, ''), coalesce(r.date, '')
FROM wanted JOIN relations AS r ON r.document = wanted.document AND r.id = wanted.id
JOIN documents AS d ON d.key = r.document"""


_AT_ONCE = 10_000
"""Rows that are fetched at once."""


class RelationRow(NamedTuple):
    """A relation that a document states between two of its entities, which are given by key.

    ``start`` and ``end`` are the offsets of its sentence, ``happened`` is when it was.
    ``sentence`` is the number of the sentence, ``story`` what its document tells; where the
    sentence is printed again, ``origin`` names the first printing, else it is empty.
    """

    document: Key
    id: str
    source: Key
    target: Key
    type: str
    sign: Sign
    negated: bool
    modality: str
    confidence: float
    happened: str
    start: int
    end: int
    sentence: int
    story: Key
    origin: str


def ends_of_relations(store: Store, relations: Collection[str]) -> set[Key]:
    """The actors between whom relations are stated, which are named as decisions name them."""
    if not relations:
        return set()
    rows = store.connection.execute(_ENDS_OF_RELATIONS, [sorted(relations)]).fetchall()
    return {key for (key,) in rows}


def relation_rows(store: Store) -> list[RelationRow]:
    """What documents state of their entities as it was read, of the newest documents first.

    What many rows say alike, such as a document, an entity or a day, is in memory once.
    """
    kept: dict[str, str] = {}
    asked = store.connection.execute(_RELATIONS)
    rows: list[RelationRow] = []
    while part := asked.fetchmany(_AT_ONCE):
        rows += [RelationRow._make(_once(each, kept) for each in row) for row in part]
    return rows


def quoted(
    store: Store, sentences: Iterable[tuple[Key, str, int, int]]
) -> dict[tuple[Key, str], Evidence]:
    """The words of some relations, by document and id.

    Args:
        store: the records of a study
        sentences: document and id of each relation, and where its sentence begins and ends
    """
    columns = [list(column) for column in zip(*sentences, strict=True)] or [[], [], [], []]
    names = ("url", "text", "quote_start", "quote_end", "speaker", "event_date")
    return {
        (document, relation): cast("Evidence", dict(zip(names, told, strict=True)))
        for document, relation, *told in rows_of(store, _QUOTED, *columns)
    }


def _once(value: object, kept: dict[str, str]) -> object:
    return kept.setdefault(value, value) if isinstance(value, str) else value


def corrected_ends(store: Store) -> dict[tuple[Key, str], tuple[Key, Key]]:
    """The ends of relations, of documents in which a person corrected a mention.

    Returns:
        document and id of a relation to the entities at its ends; empty where nobody is meant
    """
    rows = store.connection.execute(_CORRECTED_ENDS).fetchall()
    return {(document, relation): (source, target) for document, relation, source, target in rows}
