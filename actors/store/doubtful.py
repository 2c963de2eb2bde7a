"""Actors of which a study does not know enough: of what kind they are, of which state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.types import Key

if TYPE_CHECKING:
    from actors.store.duckdb import Store

__all__ = ["actors_of_several_kinds", "unstated_bodies"]

_SEVERAL_KINDS = """
WITH counted AS (
    SELECT members.actor, mentions.kind, count(*)::INTEGER AS times
    FROM corrected_mentions AS mentions JOIN members USING (document, entity)
    WHERE mentions.level = 'name' AND mentions.kind NOT IN ('place', 'other')
    GROUP BY ALL)
SELECT actors.key, actors.name, list(struct_pack(kind := counted.kind, times := times)
       ORDER BY times DESC, counted.kind)
FROM counted JOIN actors ON actors.key = counted.actor WHERE len(actors.identifiers) = 0
GROUP BY actors.key, actors.name HAVING count(*) > 1 ORDER BY actors.key"""

_UNSTATED_BODIES = """
SELECT actors.key, actors.name, count(mentions.id)::INTEGER
FROM actors JOIN members ON members.actor = actors.key
LEFT JOIN corrected_mentions AS mentions USING (document, entity)
WHERE actors.kind = 'organisation' AND len(actors.identifiers) = 0
GROUP BY actors.key, actors.name ORDER BY actors.key"""


def actors_of_several_kinds(store: Store) -> list[tuple[Key, str, dict[str, int]]]:
    """Actors whose names are read as several kinds, and nothing identifies them.

    Returns:
        key, name, and how often as which kind
    """
    rows = store.connection.execute(_SEVERAL_KINDS).fetchall()
    return [
        (key, name, {each["kind"]: each["times"] for each in counted})
        for key, name, counted in rows
    ]


def unstated_bodies(store: Store) -> list[tuple[Key, str, int]]:
    """Organisations without an identifier: key, name, mentions."""
    return store.connection.execute(_UNSTATED_BODIES).fetchall()
