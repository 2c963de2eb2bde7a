"""Take documents out of a study, with everything that only they supported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from actors.store.tables import CORRECTIONS, EXTRACTED, GIVEN, READINGS
from actors.types import Key

if TYPE_CHECKING:
    import duckdb

_STORIES = (("stories", "document"), ("reprints", "document"), ("reprints", "first_document"))


def forget_documents(connection: duckdb.DuckDBPyConnection, keys: Sequence[Key]) -> int:
    """Remove documents and what was read from them; return how many there were."""
    if not keys:
        return 0
    forget_readings(connection, keys)
    removed = connection.execute(
        f"DELETE FROM documents WHERE key IN {GIVEN} RETURNING key", [keys]
    )
    return len(removed.fetchall())


def forget_readings(connection: duckdb.DuckDBPyConnection, keys: Sequence[Key]) -> None:
    """Remove what was read from some documents, and what was decided about it."""
    if not keys:
        return
    for table in (EXTRACTED, *READINGS, *CORRECTIONS):
        connection.execute(f"DELETE FROM {table.name} WHERE document IN {GIVEN}", [keys])
    for table_name, column in _STORIES:
        connection.execute(f"DELETE FROM {table_name} WHERE {column} IN {GIVEN}", [keys])
    _forget_judgements(connection, keys, orphans=_orphans(connection, keys))
    connection.execute(f"DELETE FROM members WHERE document IN {GIVEN}", [keys])


def _orphans(connection: duckdb.DuckDBPyConnection, keys: Sequence[Key]) -> list[Key]:
    """Remove the actors that no other document knows; return their keys.

    An actor without any member was made by hand, and stays.
    """
    removed = connection.execute(
        "DELETE FROM actors WHERE key IN (SELECT actor FROM members GROUP BY actor "
        f"HAVING bool_and(document IN {GIVEN})) RETURNING key",
        [keys],
    )
    return [key for (key,) in removed.fetchall()]


def _forget_judgements(
    connection: duckdb.DuckDBPyConnection, keys: Sequence[Key], *, orphans: Sequence[Key]
) -> None:
    """A judgement's sides are keys of entities (``document:entity``) or of actors."""
    for side in ("left_key", "right_key"):
        connection.execute(
            f"DELETE FROM judgements WHERE split_part({side}, ':', 1) IN {GIVEN} "
            f"OR {side} IN {GIVEN}",
            [keys, orphans],
        )
