"""Who was who at the end of each run, kept so that two runs can be compared.

An entity is known by the names of its document and its own, which outlive a new reading;
its keys don't. A row holds from run to run until something about it changes: most of a
corpus is the same after every run, and is written once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

    from actors.store.tables import Row

# An actor made by hand has no entity; it stands for itself.
_PRESENT = """
CREATE TEMP TABLE present AS
SELECT DISTINCT documents.name AS document, entities.name AS entity, actors.key AS actor,
       actors.name, actors.kind
FROM actors JOIN members ON members.actor = actors.key
JOIN documents ON documents.key = members.document
JOIN corrected_entities AS entities
    ON entities.document = members.document AND entities.id = members.entity
UNION SELECT '', name, key, name, kind FROM actors
WHERE key NOT IN (SELECT actor FROM members)"""

_COLUMNS = "document, entity, actor, name, kind"
_CLOSE = f"""
UPDATE history SET last = ? WHERE last IS NULL
AND ({_COLUMNS}) NOT IN (SELECT ({_COLUMNS}) FROM present)"""
_OPEN = f"""
INSERT INTO history SELECT {_COLUMNS}, ?, NULL FROM present
WHERE ({_COLUMNS}) NOT IN (SELECT ({_COLUMNS}) FROM history WHERE last IS NULL)"""

_AT = f"""
SELECT {_COLUMNS} FROM history WHERE first <= $run AND ($run <= last OR last IS NULL)
ORDER BY {_COLUMNS}"""


def remember(connection: duckdb.DuckDBPyConnection, run: int) -> None:
    """Write down who is who now, as it is after a run."""
    connection.execute(_PRESENT)
    connection.execute(_CLOSE, [run - 1])
    connection.execute(_OPEN, [run])
    connection.execute("DROP TABLE present")


def recall(connection: duckdb.DuckDBPyConnection, run: int) -> list[Row]:
    """Who was who after a run: document and entity by name, the actor's key, name and kind."""
    return connection.execute(_AT, {"run": run}).fetchall()
