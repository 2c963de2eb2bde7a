"""A connection to a study, and the transactions in which all writing to it happens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Self

from actors.store.explaining import explained
from actors.store.records import GROUPED, RESOLVED, SHOWN
from actors.store.tables import GIVEN, Row, TableDefinition, insert
from actors.types import Key

if TYPE_CHECKING:
    import duckdb

__all__ = ["Connected"]


@dataclass(frozen=True, slots=True)
class Connected:
    """A study that is open; a context manager that closes itself."""

    connection: duckdb.DuckDBPyConnection

    def close(self) -> None:
        """Let go of the study, so that another process can write to it."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All of it or nothing, also when the user presses Ctrl-C half-way."""
        with explained():
            self.connection.begin()
            try:
                yield
                self.connection.commit()
            except BaseException:
                self._roll_back()
                raise

    def _roll_back(self) -> None:
        """Undo the transaction; one that failed to commit has been undone already."""
        import duckdb

        with suppress(duckdb.Error):
            self.connection.rollback()

    def _refill(self, table: TableDefinition, content: Iterable[Row]) -> None:
        """Put rows in the place of all that a table holds."""
        self.connection.execute(f"DELETE FROM {table.name}")
        insert(self.connection, table, content)

    def _forget_marks(self, *names: str) -> None:
        """Forget that something was made of what is there now; all of that if none is named."""
        forgotten = list(names or (GROUPED, RESOLVED, SHOWN))
        self.connection.execute(f"DELETE FROM marks WHERE name IN {GIVEN}", [forgotten])

    def _keys(self, query: str, *values: object) -> list[Key]:
        return [key for (key,) in self.connection.execute(query, list(values)).fetchall()]
