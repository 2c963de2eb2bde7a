"""Documents and what was read from them as Parquet files, in SQL: out of a study and into one.

A shard of documents is one file, a row a document. What was read from some documents is one file
too, with a row a document: the rows of each table of the study in a list, or the reason why the
document could not be read. DuckDB writes and reads both, so no document passes through Python.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from actors.store import rows, tables
from actors.store.explaining import explained
from actors.store.opening import open_connection
from actors.store.tables import DOCUMENTS, GIVEN, READINGS, TableDefinition, insert
from actors.types import Document, Extract, Key, Skipped

if TYPE_CHECKING:
    import duckdb

    from actors.store.duckdb import Store

__all__ = [
    "ShardPart",
    "documents_of",
    "pending_parts",
    "take_extracts",
    "write_documents",
    "write_extracts",
]

_PENDING = """
SELECT key, name FROM documents
WHERE key NOT IN (SELECT document FROM extracted WHERE reading_key = ?) ORDER BY name"""

_SHARD = f"""
COPY (SELECT {DOCUMENTS.names} FROM documents WHERE key IN {{keys}} ORDER BY name)
TO '{{path}}' (FORMAT parquet, COMPRESSION zstd)"""

_DOCUMENTS = f"SELECT {DOCUMENTS.names} FROM read_parquet(?) WHERE key IN {GIVEN} ORDER BY name"

_READ = "CREATE TEMP TABLE told (place INTEGER, document VARCHAR, name VARCHAR, reason VARCHAR)"
_TOLD = tables.TableDefinition(
    "told",
    (("place", "INTEGER"), ("document", "VARCHAR"), ("name", "VARCHAR"), ("reason", "VARCHAR")),
)

_NEW = """
CREATE OR REPLACE TEMP TABLE coming AS
SELECT document, arg_min(file, file) AS file
FROM (SELECT document, reason, filename AS file FROM read_parquet(?, filename = true))
WHERE reason IS NULL AND document IN (SELECT key FROM documents)
AND document NOT IN (SELECT document FROM extracted WHERE reading_key = ?)
GROUP BY document"""


class ShardPart(NamedTuple):
    """A document of a shard, by its name: all that a driver has to carry."""

    shard: str
    document: Key
    name: str


def pending_parts(store: Store, reading_key: Key) -> list[tuple[Key, str]]:
    """The keys and names of the documents that are still to be read, in the order of the names."""
    with explained():
        return store.connection.execute(_PENDING, [reading_key]).fetchall()


def write_documents(store: Store, keys: Sequence[Key], path: Path) -> None:
    """Write some documents of a study as one shard."""
    listed = ", ".join(f"'{key}'" for key in keys)  # hashes, which are hexadecimal
    query = _SHARD.format(keys=f"({listed})", path=_quoted(path))
    with explained():
        store.connection.execute(query)


def documents_of(path: Path, keys: Iterable[Key] = ()) -> list[Document]:
    """The documents of a shard, all or those with some keys, in the order of their names."""
    wanted = list(keys)
    query = _DOCUMENTS if wanted else _DOCUMENTS.replace(f"WHERE key IN {GIVEN}", "")
    with _lock(), explained():
        found = _connection().execute(query, [str(path), *([wanted] if wanted else ())])
        return list(map(rows.to_document, found.fetchall()))


def write_extracts(
    documents: Sequence[Document], read: Sequence[Extract | Skipped], path: Path
) -> None:
    """Write what was read from some documents, in their order; see `take_extracts`."""
    told = [
        (place, document.key, document.name, one.reason if isinstance(one, Skipped) else None)
        for place, (document, one) in enumerate(zip(documents, read, strict=True))
    ]
    found = [one for one in read if isinstance(one, Extract)]
    with _lock(), explained():
        connection = _connection()
        connection.execute("BEGIN")
        insert(connection, _TOLD, told)
        for table, to_rows in rows.ROW_MAKERS:
            insert(connection, table, (row for extract in found for row in to_rows(extract)))
        connection.execute(f"COPY ({_gathered()}) TO '{_quoted(path)}' (FORMAT parquet)")
        connection.execute("ROLLBACK")


def take_extracts(store: Store, paths: Sequence[Path], reading_key: Key) -> list[Skipped]:
    """Take what was read into a study, in one transaction; return what could not be read.

    What the study has already, or has no document for, is left where it is, so the same file may
    come twice.
    """
    files = [str(path) for path in paths]
    if not files:
        return []
    with store.writing() as connection:
        connection.execute(_NEW, [files, reading_key])
        known = "SELECT DISTINCT document FROM extracted SEMI JOIN coming USING (document)"
        store.replace_readings([key for (key,) in connection.execute(known).fetchall()])
        connection.execute("INSERT INTO extracted SELECT document, ? FROM coming", [reading_key])
        for table in READINGS:
            connection.execute(_taking(table), [files])
        failed = "SELECT name, reason FROM read_parquet(?) WHERE reason IS NOT NULL"
        return [Skipped(*row) for row in connection.execute(failed, [files]).fetchall()]


def _gathered() -> str:
    """A row a document, with the rows of each table in a list."""
    lists = ", ".join(f"{table.name}.found AS {table.name}" for table in READINGS)
    joins = " ".join(
        f"LEFT JOIN (SELECT document, list({table.name} ORDER BY {_order(table)}) AS found "
        f"FROM {table.name} GROUP BY document) AS {table.name} "
        f"ON {table.name}.document = told.document"
        for table in READINGS
    )
    return f"SELECT told.document, name, reason, {lists} FROM told {joins} ORDER BY place"


def _taking(table: TableDefinition) -> str:
    values = ", ".join(f"row.{name}" for name, _ in table.columns)
    return (
        f"INSERT INTO {table.name} ({table.names}) SELECT {values} FROM "
        f"(SELECT unnest({table.name}) AS row FROM read_parquet(?, filename = true) AS read "
        "JOIN coming ON coming.document = read.document AND coming.file = read.filename)"
    )


def _order(table: TableDefinition) -> str:
    return "number" if table is tables.SENTENCES else "position"


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


@cache
def _connection() -> duckdb.DuckDBPyConnection:
    """Tables in memory, one set a process, to make files from."""
    made = open_connection(":memory:", read_only=False)
    made.execute("SET threads = 1")
    made.execute(_READ)
    return made


@cache
def _lock() -> threading.Lock:
    """Workers of some engines are threads of one process."""
    return threading.Lock()
