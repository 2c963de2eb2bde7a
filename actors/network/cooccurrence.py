"""Pairs of actors that are named near each other, counted in SQL.

Counted in two stages, within each document and then over the documents, so that DuckDB
never holds all pairs of all windows at once. What is printed again is counted apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.network.edges import Edge
from actors.network.evidence import FROM_DOCUMENT, to_evidence
from actors.types import Evidence

if TYPE_CHECKING:
    import duckdb

#: The two actors of a pair in one window; the lesser node comes first.
MEETING = """
windows AS a JOIN windows AS b
ON a.doc = b.doc AND a.place = b.place AND a.node < b.node AND (a.fresh OR b.fresh)"""

PER_DOCUMENT = f"""
CREATE TEMP TABLE pairs_by_document AS
SELECT a.doc, a.node AS source, b.node AS target,
       count(*) FILTER (NOT a.again)::INTEGER AS weight,
       count(*) FILTER (a.again)::INTEGER AS reprints,
       max(least(a.confidence, b.confidence)) AS confidence
FROM {MEETING} GROUP BY a.doc, source, target"""

_PAIRS = """
CREATE TEMP TABLE pairs AS
SELECT source, target, sum(weight)::BIGINT AS weight, sum(reprints)::BIGINT AS reprints,
       count(*) AS documents,
       count(DISTINCT story) FILTER (pairs_by_document.weight > 0) AS stories,
       min(published) AS first, max(published) AS last, max(confidence) AS confidence
FROM pairs_by_document JOIN texts USING (doc)
GROUP BY source, target HAVING sum(pairs_by_document.weight) >= ?"""

EDGES = """
SELECT s.key, t.key, weight, reprints, documents, stories, first, last, confidence
FROM pairs JOIN nodes AS s ON s.node = source JOIN nodes AS t ON t.node = target
ORDER BY source, target"""

# Of a pair with many meetings, the first of each document come before the second of any,
# and reprints come last.
_MEETINGS = f"""
WITH turns AS (
    SELECT a.doc, a.node AS source, b.node AS target, a.place, a.again,
           least(a.sentence, b.sentence) AS lower, greatest(a.sentence, b.sentence) AS upper,
           least(a.confidence, b.confidence) AS confidence,
           row_number() OVER (PARTITION BY a.node, b.node, a.doc ORDER BY a.place) AS turn
    FROM {MEETING} SEMI JOIN (
        SELECT source, target FROM pairs ORDER BY weight DESC, source, target LIMIT ?) AS told
    ON told.source = a.node AND told.target = b.node),
chosen AS (
    SELECT turns.*, texts.key, texts.published, texts.name, texts.story
    FROM turns JOIN texts USING (doc)
    QUALIFY row_number() OVER (
        PARTITION BY source, target ORDER BY again, turn, published NULLS LAST, doc, place) <= ?)
SELECT s.key AS left_key, t.key AS right_key, {FROM_DOCUMENT},
       coalesce(lower_one.start_char, 0) AS start, coalesce(upper_one.end_char, 0) AS stop,
       CASE WHEN upper > lower + 1
            THEN substring(d.text, lower_one.start_char + 1,
                           lower_one.end_char - lower_one.start_char) || ' … ' ||
                 substring(d.text, upper_one.start_char + 1,
                           upper_one.end_char - upper_one.start_char)
            ELSE substring(d.text, lower_one.start_char + 1,
                           upper_one.end_char - lower_one.start_char) END AS text,
       start AS quote_start, stop AS quote_end, 'asserted', NULL, false, chosen.confidence,
       NULL, NULL, chosen.story, coalesce(repeated.origin, chosen.key || ':' || lower)
FROM chosen JOIN documents AS d ON d.key = chosen.key
JOIN nodes AS s ON s.node = chosen.source JOIN nodes AS t ON t.node = chosen.target
LEFT JOIN sentences AS lower_one ON lower_one.document = d.key AND lower_one.number = lower
LEFT JOIN sentences AS upper_one ON upper_one.document = d.key AND upper_one.number = upper
LEFT JOIN repeated ON repeated.doc = chosen.doc AND repeated.sentence = lower
ORDER BY s.node, t.node, chosen.published NULLS LAST, chosen.doc, place"""


def count_pairs(cursor: duckdb.DuckDBPyConnection, min_weight: int = 1) -> None:
    """Make the table ``pairs`` from ``windows``: both actors, and how often and when they meet."""
    cursor.execute(PER_DOCUMENT)
    cursor.execute(_PAIRS, [min_weight])


def cooccurrences(
    cursor: duckdb.DuckDBPyConnection, most: int, quoted: int | None = None
) -> list[Edge]:
    """The pairs as edges, each with at most ``most`` of the sentences where they meet.

    Only so many pairs as ``quoted`` says have sentences, the strongest; all if that is left out.
    """
    evidence: dict[tuple[str, str], list[Evidence]] = {}
    if most > 0:
        for left, right, *row in cursor.execute(_MEETINGS, [quoted, most]).fetchall():
            evidence.setdefault((left, right), []).append(to_evidence(row))
    return [
        Edge(*(
            source, target, "cooccurrence", "cooccurrence", "0", False, False, *counted,
            tuple(evidence.get((source, target), ())),
        ))
        for source, target, *counted in cursor.execute(
            EDGES
        ).fetchall()
    ]  # fmt: skip
