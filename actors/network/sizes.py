"""How many actors and ties a network has, counted without making it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.network.build import KINDS, both_ways, own_types
from actors.network.cooccurrence import count_pairs
from actors.network.presence import HasConnection, prepare
from actors.network.stated import RELATION_GROUPS, resolve_relations
from actors.network.windows import cap_of, make_windows

if TYPE_CHECKING:
    import duckdb

__all__ = ["sizes"]

_ACTORS = "SELECT count(*) FROM nodes"
_PAIRS = "SELECT count(*) FROM pairs"
_STATED = f"""
SELECT count(*) FROM (
    SELECT {RELATION_GROUPS} FROM resolved
    GROUP BY {RELATION_GROUPS} HAVING count(*) FILTER (NOT again) > 0)"""


def sizes(study: HasConnection, window: str = "sentence") -> tuple[int, int]:
    """The actors and the ties of the network that `actors.network.build.build_graph` makes.

    Args:
        study: a store, or anything else with a DuckDB ``connection`` to a study
        window: what counts as near

    Raises:
        SettingsError: an unknown window
    """
    cursor = prepare(study, KINDS, None, None)
    make_windows(cursor, window, cap_of(window))
    count_pairs(cursor)
    resolve_relations(cursor, both_ways(own_types(cursor)), None, None)
    actors, pairs, stated = (_count(cursor, query) for query in (_ACTORS, _PAIRS, _STATED))
    cursor.close()
    return actors, pairs + stated


def _count(cursor: duckdb.DuckDBPyConnection, query: str) -> int:
    ((number,),) = cursor.execute(query).fetchall()
    return int(number)
