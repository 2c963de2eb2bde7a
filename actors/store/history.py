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
PRESENT = """
CREATE TEMP TABLE present AS
SELECT DISTINCT documents.name AS document, entities.name AS entity, actors.key AS actor,
       actors.name, actors.kind
FROM actors JOIN members ON members.actor = actors.key
JOIN documents ON documents.key = members.document
JOIN entities ON entities.document = members.document AND entities.id = members.entity
UNION SELECT '', name, key, name, kind FROM actors
WHERE key NOT IN (SELECT actor FROM members)"""

COLUMNS = "document, entity, actor, name, kind"
CLOSE = f"""
UPDATE history SET last = ? WHERE last IS NULL
AND ({COLUMNS}) NOT IN (SELECT ({COLUMNS}) FROM present)"""
OPEN = f"""
INSERT INTO history SELECT {COLUMNS}, ?, NULL FROM present
WHERE ({COLUMNS}) NOT IN (SELECT ({COLUMNS}) FROM history WHERE last IS NULL)"""

AT = f"""
SELECT {COLUMNS} FROM history WHERE first <= $run AND ($run <= last OR last IS NULL)
ORDER BY {COLUMNS}"""


def remember(connection: duckdb.DuckDBPyConnection, run: int) -> None:
    """Write down who is who now, as it is after a run."""
    connection.execute(PRESENT)
    connection.execute(CLOSE, [run - 1])
    connection.execute(OPEN, [run])
    connection.execute("DROP TABLE present")


def recall(connection: duckdb.DuckDBPyConnection, run: int) -> list[Row]:
    """Who was who after a run: document and entity by name, the actor's key, name and kind."""
    return connection.execute(AT, {"run": run}).fetchall()
