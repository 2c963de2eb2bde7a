"""Relations that documents state, and those that facts imply, from mentions to actors."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from actors.network.edges import Edge
from actors.network.evidence import FROM_DOCUMENT, to_evidence
from actors.types import Evidence

if TYPE_CHECKING:
    import duckdb

# A relation whose two ends are the same actor says nothing about a network, and is left out.
# What a speaker denies is no tie either: it is shown as the tie that it is said not to be.
# The sentence is that in which the evidence begins, up to that in which it ends.
# What belongs into a period, and how long a tie lasts, is as in `actors.network.when`.
_RESOLVED = """
CREATE TEMP TABLE resolved AS
WITH told AS (
    SELECT r.*, s.node AS from_node, t.node AS to_node, s.doc FROM relations AS r
    JOIN corrected_mentions AS sm ON sm.document = r.document AND sm.id = r.source
    JOIN corrected_mentions AS tm ON tm.document = r.document AND tm.id = r.target
    JOIN belonging AS s ON s.document = r.document AND s.entity = sm.entity
    JOIN belonging AS t ON t.document = r.document AND t.entity = tm.entity
    WHERE s.node <> t.node),
cut AS (
    SELECT * FROM sentences WHERE document IN (SELECT document FROM told)),
opening AS (
    SELECT r.document, r.position, s.number, s.start_char
    FROM told AS r ASOF JOIN cut AS s
    ON s.document = r.document AND s.start_char <= r.start_char WHERE r.start_char < s.end_char),
closing AS (
    SELECT r.document, r.position, s.end_char
    FROM told AS r ASOF JOIN cut AS s
    ON s.document = r.document AND s.start_char < r.end_char WHERE r.end_char <= s.end_char)
SELECT r.* EXCLUDE (from_node, to_node, doc)
           REPLACE (r.negated <> (r.modality = 'denied') AS negated),
       list_contains($mutual::VARCHAR[], r.type) AS mutual,
       CASE WHEN mutual THEN least(from_node, to_node) ELSE from_node END AS source_node,
       CASE WHEN mutual THEN greatest(from_node, to_node) ELSE to_node END AS target_node,
       CASE r.basis WHEN 'background' THEN 'background' ELSE 'stated' END AS layer,
       coalesce(r.date, strftime(d.published, '%Y-%m-%d')) AS happened,
       split_part(happened, '/', 1) AS since, split_part(happened, '/', -1) AS until,
       CAST(CASE length(since) WHEN 4 THEN since || '-01-01' WHEN 7 THEN since || '-01'
            ELSE since END AS DATE) AS first_day,
       CASE length(until) WHEN 4 THEN CAST(until || '-12-31' AS DATE)
            WHEN 7 THEN last_day(CAST(until || '-01' AS DATE)) ELSE CAST(until AS DATE)
       END AS last_day, r.doc, texts.story,
       coalesce(repeated.again, false) AS again,
       coalesce(repeated.origin, r.document || ':' || coalesce(opening.number, r.start_char))
       AS origin,
       coalesce(least(opening.start_char, r.start_char), r.start_char) AS start,
       coalesce(greatest(closing.end_char, r.end_char), r.end_char) AS stop
FROM told AS r
JOIN documents AS d ON d.key = r.document
JOIN texts ON texts.doc = r.doc
LEFT JOIN opening ON opening.document = r.document AND opening.position = r.position
LEFT JOIN closing ON closing.document = r.document AND closing.position = r.position
LEFT JOIN repeated ON repeated.doc = r.doc AND repeated.sentence = opening.number
WHERE CASE
    WHEN $since::DATE IS NULL AND $until::DATE IS NULL THEN true
    WHEN $until::DATE IS NULL THEN first_day >= $since::DATE
    WHEN $since::DATE IS NULL THEN last_day <= $until::DATE
    WHEN last_day - first_day <= $until::DATE - $since::DATE
    THEN first_day BETWEEN $since::DATE AND $until::DATE
    ELSE d.published BETWEEN greatest(first_day, $since::DATE) AND least(last_day, $until::DATE)
    END"""

RELATION_GROUPS = "source_node, target_node, layer, type, sign, negated, mutual"

_EDGES = f"""
SELECT s.key, t.key, layer, type, sign, NOT mutual, negated,
       count(DISTINCT (doc, start, stop)) FILTER (NOT again) AS weight,
       count(DISTINCT (doc, start, stop)) FILTER (again), count(DISTINCT doc),
       count(DISTINCT story) FILTER (NOT again),
       split_part(min(first_day || ' ' || since), ' ', 2),
       split_part(max(last_day || ' ' || until), ' ', 2), max(confidence)
FROM resolved JOIN nodes AS s ON s.node = source_node JOIN nodes AS t ON t.node = target_node
WHERE list_contains(?::VARCHAR[], layer)
GROUP BY {RELATION_GROUPS}, s.key, t.key HAVING weight > 0 ORDER BY {RELATION_GROUPS}"""

_SENTENCES = f"""
SELECT s.key AS left_key, t.key AS right_key, layer, type, sign, negated, {FROM_DOCUMENT},
       start, stop, substring(d.text, start + 1, stop - start),
       coalesce(r.trigger_start, r.start_char), coalesce(r.trigger_end, r.end_char),
       modality, speaker, negated, confidence, id, r.date, story, origin
FROM resolved AS r JOIN documents AS d ON d.key = r.document
JOIN nodes AS s ON s.node = source_node JOIN nodes AS t ON t.node = target_node
WHERE list_contains(?::VARCHAR[], layer)
ORDER BY {RELATION_GROUPS}, again, happened NULLS LAST, doc, start, position"""


def resolve_relations(
    cursor: duckdb.DuckDBPyConnection,
    symmetric: Collection[str],
    since: date | None,
    until: date | None,
) -> None:
    """Make the table ``resolved``: relations between actors instead of mentions.

    Args:
        cursor: what `actors.network.presence.prepare` gives
        symmetric: types that hold both ways, stored from the lesser to the greater key
        since: only what happened (or, if no day is given, was published) from this day on;
            what is known to the month or year only: see `actors.network.when.within`
        until: only what happened up to and with this day
    """
    cursor.execute(_RESOLVED, {"mutual": sorted(symmetric), "since": since, "until": until})


def stated(cursor: duckdb.DuckDBPyConnection, layers: Collection[str]) -> list[Edge]:
    """The edges of ``resolved``, each with all its sentences."""
    evidence: dict[tuple[object, ...], list[Evidence]] = {}
    for row in cursor.execute(_SENTENCES, [sorted(layers)]).fetchall():
        evidence.setdefault(row[:6], []).append(to_evidence(row[6:]))
    return [
        Edge(*(*row, tuple(evidence[(*row[:5], row[6])])))
        for row in cursor.execute(_EDGES, [sorted(layers)]).fetchall()
    ]
