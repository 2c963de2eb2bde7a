"""Write documents, skipped inputs and readings into a study; a transaction is open."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from actors.store import rows, tables
from actors.store.removing import forget_documents
from actors.store.tables import GIVEN, Row, TableDefinition, insert
from actors.types import Document, Extract, Key, Skipped

if TYPE_CHECKING:
    import duckdb

__all__ = ["add_documents", "add_skipped", "unknown_documents", "write_extracts"]


def unknown_documents(
    connection: duckdb.DuckDBPyConnection, documents: Sequence[Document]
) -> list[Document]:
    """The documents that the study doesn't have, or has with another content."""
    known = _named(connection, tables.DOCUMENTS, "key", [document.name for document in documents])
    return [document for document in documents if known.get(document.name) != document.key]


def add_documents(
    connection: duckdb.DuckDBPyConnection, new: Sequence[Document], read: Sequence[str]
) -> int:
    """Add documents in the place of those with their names; return how many.

    Args:
        connection: to the study
        new: what `unknown_documents` gave
        read: names of all that could be read, which are no longer told as skipped
    """
    known = _named(connection, tables.DOCUMENTS, "key", [document.name for document in new])
    forget_documents(connection, list(known.values()))
    _forget_skipped(connection, read)
    return insert(connection, tables.DOCUMENTS, map(rows.document_row, new))


def add_skipped(connection: duckdb.DuckDBPyConnection, skipped: Iterable[Skipped]) -> int:
    """Note inputs that could not be read, each with its reason; return how many are new."""
    wanted: list[Row] = [tables.clean((record.name, record.reason)) for record in skipped]
    known = _named(connection, tables.SKIPPED, "reason", [name for name, _ in wanted])
    new = [(name, reason) for name, reason in wanted if known.get(name) != reason]
    _forget_skipped(connection, [name for name, _ in new])
    return insert(connection, tables.SKIPPED, new)


def write_extracts(
    connection: duckdb.DuckDBPyConnection, batch: Collection[Extract], reading_key: Key
) -> None:
    """Write what was read of documents, none of which has a reading."""
    done = ((extract.document, reading_key) for extract in batch)
    insert(connection, tables.EXTRACTED, done)
    for table, to_rows in rows.ROW_MAKERS:
        insert(connection, table, (row for extract in batch for row in to_rows(extract)))


def _named(
    connection: duckdb.DuckDBPyConnection, table: TableDefinition, column: str, names: Sequence[str]
) -> dict[str, str]:
    query = f"SELECT name, {column} FROM {table.name} WHERE name IN {GIVEN}"
    return dict(connection.execute(query, [names]).fetchall())


def _forget_skipped(connection: duckdb.DuckDBPyConnection, names: Sequence[str]) -> None:
    connection.execute(f"DELETE FROM skipped WHERE name IN {GIVEN}", [names])
