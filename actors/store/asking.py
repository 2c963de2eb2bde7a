"""A query put to a study, and its answer as rows, a column or a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from actors.store.duckdb import Store

__all__ = ["column_of", "number_of", "rows_of"]


def rows_of(store: Store, query: str, *values: object) -> list[Any]:
    """What a query gives."""
    return store.connection.execute(query, list(values)).fetchall()


def column_of(store: Store, query: str, *values: object) -> list[Any]:
    """The first column of what a query gives."""
    return [row[0] for row in rows_of(store, query, *values)]


def number_of(store: Store, query: str) -> int:
    """The one number that a query gives."""
    return int(column_of(store, query)[0])
