"""A budget for a network: its strongest ties, where all of them are more than memory should hold.

Ties are counted in SQL before any sentence is looked up, so what is left out costs nothing. A tie
is the stronger the more sentences it has, then the more documents; of equals the one between
actors with the lesser keys stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb
    import networkx as nx

    from actors.types import Key

__all__ = ["note_left_out", "strongest_pairs", "strongest_relations"]

_PAIRS = """
DELETE FROM pairs WHERE (source, target) NOT IN (
    SELECT (source, target) FROM pairs ORDER BY weight DESC, documents DESC, source, target LIMIT ?)
RETURNING 1"""

# Of each pair of actors all that is stated, or nothing.
_WEAKER = """
CREATE TEMP TABLE weaker AS
SELECT source_node, target_node FROM resolved GROUP BY ALL
ORDER BY count(DISTINCT (doc, start, stop)) DESC, count(DISTINCT doc) DESC,
         source_node, target_node OFFSET ?"""

_WITHOUT_WEAKER = """
DELETE FROM resolved WHERE (source_node, target_node) IN (
    SELECT (source_node, target_node) FROM weaker)"""


def strongest_pairs(cursor: duckdb.DuckDBPyConnection, most: int) -> int:
    """Leave the strongest in the table ``pairs``; return how many were left out."""
    return len(cursor.execute(_PAIRS, [most]).fetchall())


def strongest_relations(cursor: duckdb.DuckDBPyConnection, most: int) -> int:
    """Leave the most often stated pairs in ``resolved``; return how many were left out."""
    cursor.execute(_WEAKER, [most])
    cursor.execute(_WITHOUT_WEAKER)
    ((left_out,),) = cursor.execute("SELECT count(*) FROM weaker").fetchall()
    return int(left_out)


def note_left_out(graph: nx.MultiDiGraph[Key], ties: int) -> None:
    """Take out the actors that have no tie left, and note in the graph how much was left out."""
    without = [node for node, degree in graph.degree() if not degree]
    graph.remove_nodes_from(without)
    graph.graph.update(ties_left_out=ties, actors_left_out=len(without))
