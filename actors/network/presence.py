"""Who is named where: the tables that networks are made from, in SQL.

They are temporary, on a cursor of their own, so a study opened for reading is enough and
two networks can be made at once. Actors and documents are numbered in order of their keys
and names: numbers join faster than strings and keep the order.

===============  ============================================================
``nodes``        ``node``, ``key`` of each actor of the wanted kinds
``texts``        ``doc``, ``key``, ``name``, ``published`` of each document, the ``story``
                 that it tells
``repeated``     ``doc``, ``sentence`` of each sentence that a story has several times,
                 the ``origin`` of all its printings, and whether it is printed ``again``
``belonging``    ``document``, ``entity`` (as in the study), ``doc``, ``node``
``presence``     ``doc``, ``sentence``, ``paragraph``, ``node``: how often, how surely,
                 and whether the sentence is printed ``again``
===============  ============================================================
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Protocol

from actors.types import Key

if TYPE_CHECKING:
    import duckdb

_NODES = """
CREATE TEMP TABLE nodes AS
SELECT row_number() OVER (ORDER BY key)::INTEGER AS node, key
FROM actors WHERE kind IN (SELECT unnest(?::VARCHAR[]))
AND (?::VARCHAR[] IS NULL OR key IN (SELECT unnest(?::VARCHAR[])))
AND (? OR NOT list_contains(list_transform(identifiers, lambda pair: pair.scheme), 'unnamed'))"""

_TEXTS = """
CREATE TEMP TABLE texts AS
SELECT row_number() OVER (ORDER BY name)::INTEGER AS doc, key, name, published,
       coalesce(stories.story, key) AS story
FROM documents LEFT JOIN stories ON stories.document = key"""

BELONGING = """
CREATE TEMP TABLE belonging AS
SELECT DISTINCT members.document, members.entity, texts.doc, nodes.node
FROM members JOIN nodes ON nodes.key = members.actor JOIN texts ON texts.key = members.document"""

# Of the printings of a sentence in the period, the first is the one that the others repeat.
REPEATED = """
CREATE TEMP TABLE repeated AS
WITH printings AS (
    SELECT document, sentence, first_document, first_sentence, true AS later FROM reprints
    UNION SELECT first_document, first_sentence, first_document, first_sentence, false
    FROM reprints)
SELECT doc, sentence, first_document || ':' || first_sentence AS origin,
       row_number() OVER (PARTITION BY first_document, first_sentence ORDER BY later, doc) > 1
       AS again
FROM printings JOIN texts ON texts.key = document
WHERE (?::DATE IS NULL OR published >= ?) AND (?::DATE IS NULL OR published <= ?)"""

PRESENCE = """
CREATE TEMP TABLE presence AS
SELECT belonging.doc, mentions.sentence, mentions.paragraph, belonging.node,
       count(*)::INTEGER AS mentions, max(mentions.confidence) AS confidence,
       coalesce(any_value(repeated.again), false) AS again
FROM corrected_mentions AS mentions JOIN belonging USING (document, entity) JOIN texts USING (doc)
LEFT JOIN repeated ON repeated.doc = belonging.doc AND repeated.sentence = mentions.sentence
WHERE (?::DATE IS NULL OR texts.published >= ?) AND (?::DATE IS NULL OR texts.published <= ?)
GROUP BY belonging.doc, mentions.sentence, mentions.paragraph, belonging.node"""


COUNTS = """
SELECT actors.key, count(mentions.id), count(DISTINCT mentions.document)
FROM actors JOIN members ON members.actor = actors.key
LEFT JOIN corrected_mentions AS mentions USING (document, entity)
WHERE ?::VARCHAR IS NULL OR actors.key = ? GROUP BY actors.key"""


class HasConnection(Protocol):
    """Anything that holds a connection to a study, such as a store."""

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """The connection to read from."""
        ...


def counts(study: HasConnection, actor: str | None = None) -> dict[Key, tuple[int, int]]:
    """The mentions of each actor, and the documents that hold them; of one alone if it is named.

    Everything that refers to an actor is a mention: names, nouns and pronouns, and a place that
    stands for its government. Reprints count. The node attributes ``mentions`` and ``documents``
    of a network are these for its period; here they are of all documents, and of places too,
    which are no nodes.
    """
    rows = study.connection.execute(COUNTS, [actor, actor]).fetchall()
    return {key: (int(mentions), int(documents)) for key, mentions, documents in rows}


def prepare(
    study: HasConnection,
    kinds: Collection[str],
    since: date | None,
    until: date | None,
    *,
    unnamed: bool = False,
    among: Collection[Key] | None = None,
) -> duckdb.DuckDBPyConnection:
    """A cursor with the five tables, for the actors of some kinds.

    Args:
        study: a store, or anything else with a ``connection``
        kinds: the kinds of actors that are nodes
        since: count the mentions of documents from this day on
        until: count the mentions of documents up to and with this day
        unnamed: let those in that no document gives a name (*the police*)
        among: only these actors; all if left out
    """
    cursor = study.connection.cursor()
    chosen = None if among is None else sorted(among)
    cursor.execute(_NODES, [sorted(kinds), chosen, chosen, unnamed])
    cursor.execute(_TEXTS)
    cursor.execute(BELONGING)
    cursor.execute(REPEATED, [since, since, until, until])
    cursor.execute(PRESENCE, [since, since, until, until])
    return cursor
