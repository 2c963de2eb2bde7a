"""A study in one DuckDB file, or in memory.

DuckDB lets one process write; everything that belongs together is written in one
transaction, so a study whose writer was killed opens as it was after the last batch.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, cast

from actors.knowledge.own import Known
from actors.store import reading, rows, tables
from actors.store.adding import (
    add_documents,
    add_skipped,
    unknown_documents,
    write_extracts,
)
from actors.store.explaining import explained
from actors.store.history import recall, remember
from actors.store.opening import open_connection
from actors.store.records import (
    DECIDED,
    GROUPED,
    INPUTS,
    RESOLVED,
    SHOWN,
    Addable,
    EntityRow,
    GroupRow,
    Run,
    Stored,
)
from actors.store.removing import forget_documents, forget_readings
from actors.store.tables import GIVEN, Row, TableDefinition, chunks, insert
from actors.types import Actor, Correction, Document, Extract, Judgement, Key, Kind, Skipped

if TYPE_CHECKING:
    import duckdb

RECORDS_AT_ONCE = 1_000


def open_store(path: str | Path, *, read_only: bool = False) -> Store:
    """Open a study, made if it isn't there; use it in a ``with`` statement.

    Args:
        path: the file, usually ``study.duckdb``, or ``":memory:"``.
        read_only: only read; several processes may do so at once.

    Raises:
        StudyBusy: another process is writing to the study.
        StoreError: the file can't be a study, is damaged, or is newer than this program.

    >>> with open_store(":memory:") as store:
    ...     added = store.add([Document("a.txt", "Tajikistan asks Russia.")])
    ...     [document.name for document in store.all(Document)]
    ['a.txt']
    """
    return Store(open_connection(path, read_only=read_only))


@dataclass(frozen=True, slots=True)
class Store:
    """A study on disk or in memory; a context manager that closes itself.

    It keeps documents, what was read from them, who is who, and the runs that made it. What it is
    given is evidence or a judgement; nothing is computed here.
    """

    connection: duckdb.DuckDBPyConnection

    def add(self, records: Iterable[Addable]) -> int:
        """Add documents and skipped inputs, a thousand in a transaction.

        A document that is there already is left alone; one with a known name and another
        content takes the place of the old one, and what was read from that is forgotten.
        """
        added = 0
        for chunk in chunks(records, RECORDS_AT_ONCE):
            documents = {r.name: r for r in chunk if isinstance(r, Document)}
            skipped = {r.name: r for r in chunk if isinstance(r, Skipped)}
            with self._transaction():
                added += self._add_documents(list(documents.values()))
                added += add_skipped(self.connection, list(skipped.values()))
        return added

    def all(self, kind: type[Stored]) -> Iterator[Stored]:
        """Every record of a kind: documents and extracts by name, the rest as they came."""
        with explained():
            yield from cast("Iterator[Stored]", reading.READERS[kind](self.connection))

    def extracted(self, reading_key: Key) -> set[Key]:
        """Keys of the documents already read with these settings."""
        with explained():
            found = self._keys("SELECT document FROM extracted WHERE reading_key = ?", reading_key)
        return set(found)

    def pending(self, reading_key: Key) -> Iterator[Document]:
        """The documents still to be read, fetched in small parts; writing meanwhile is safe."""
        query = (
            "SELECT key FROM documents WHERE key NOT IN "
            "(SELECT document FROM extracted WHERE reading_key = ?) ORDER BY name"
        )
        with explained():
            yield from reading.read_documents(self.connection, self._keys(query, reading_key))

    def add_extracts(self, extracts: Iterable[Extract], reading_key: Key) -> int:
        """Add what was read, in one transaction; an earlier reading is replaced.

        Raises:
            StoreError: an extract belongs to a document that isn't in the study.
        """
        batch = {extract.document: extract for extract in extracts}
        with self._transaction():
            reading.require_documents(self.connection, list(batch))
            self._forget_marks()
            known = f"SELECT DISTINCT document FROM extracted WHERE document IN {GIVEN}"
            forget_readings(self.connection, self._keys(known, list(batch)))
            write_extracts(self.connection, batch.values(), reading_key)
        return len(batch)

    @contextmanager
    def writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A transaction in which readings are written; what was made of the old is forgotten."""
        with self._transaction():
            self._forget_marks()
            yield self.connection

    def replace_readings(self, keys: Collection[Key]) -> None:
        """Make room for other readings of some documents; inside `writing`."""
        forget_readings(self.connection, list(keys))

    def remove_documents(self, keys: Collection[Key]) -> int:
        """Remove documents, their mentions, judgements, and actors left without a mention."""
        with self._transaction():
            self._forget_marks(GROUPED, RESOLVED, SHOWN, INPUTS)
            return forget_documents(self.connection, list(keys))

    def replace_resolution(
        self,
        judgements: Iterable[Judgement],
        actors: Iterable[Actor],
        corrections: Iterable[Correction] = (),
    ) -> None:
        """Put a new resolution in the place of the old one, all or nothing."""
        people = list(actors)
        with self._transaction():
            self._forget_marks(RESOLVED, SHOWN)
            self._correct(corrections)
            numbered = (rows.judgement_row(*pair) for pair in enumerate(judgements))
            self._refill(tables.JUDGEMENTS, numbered)
            self._refill(tables.ACTORS, map(rows.actor_row, people))
            members = (row for actor in people for row in rows.member_rows(actor))
            self._refill(tables.MEMBERS, members)

    def amend_resolution(
        self,
        gone: Collection[Key],
        new: Iterable[Actor],
        first: int,
        told: Iterable[Judgement],
        decided: str,
        corrections: Iterable[Correction] | None = None,
    ) -> None:
        """Change a resolution where decisions changed it, all or nothing.

        Args:
            gone: keys of actors to take out
            new: actors to put in, perhaps under keys that were taken out
            first: the place from which on judgements are others
            told: the judgements from there on
            decided: the mark of the decisions
            corrections: of single mentions, if they are others than before
        """
        people = list(new)
        with self._transaction():
            self._forget_marks(RESOLVED, SHOWN, DECIDED)
            if corrections is not None:
                self._correct(corrections)
            for table, key in (("members", "actor"), ("actors", "key")) if gone else ():
                self.connection.execute(f"DELETE FROM {table} WHERE {key} IN {GIVEN}", [list(gone)])
            insert(self.connection, tables.ACTORS, map(rows.actor_row, people))
            members = (row for actor in people for row in rows.member_rows(actor))
            insert(self.connection, tables.MEMBERS, members)
            self.connection.execute("DELETE FROM judgements WHERE position >= ?", [first])
            numbered = (rows.judgement_row(*pair) for pair in enumerate(told, start=first))
            insert(self.connection, tables.JUDGEMENTS, numbered)
            insert(self.connection, tables.MARKS, [(DECIDED, decided)])

    def _correct(self, corrections: Iterable[Correction]) -> None:
        """Put corrections of single mentions in the place of those that were."""
        for table, made in rows.correction_rows(corrections):
            self._refill(table, made)

    def readings(self, keys: Collection[Key]) -> dict[Key, tuple[Document, Extract]]:
        """Some documents with what was read in them, by key; those not read yet are left out."""
        with explained():
            extracts = reading.read_extracts(self.connection, list(keys))
            read = {extract.document: extract for extract in extracts}
            documents = reading.read_documents(self.connection, list(read))
            return {one.key: (one, read[one.key]) for one in documents}

    def corrections(self) -> list[Correction]:
        """What people corrected, mention by mention, as it was applied last."""
        with explained():
            return reading.read_corrections(self.connection)

    def stories(self) -> dict[Key, Key]:
        """The story of each document, as last worked out: document key to story key."""
        query = f"SELECT {tables.STORIES.names} FROM stories ORDER BY document"
        with explained():
            return dict(self.connection.execute(query).fetchall())

    def replace_stories(
        self,
        stories: Mapping[Key, Key],
        reprints: Mapping[tuple[Key, int], tuple[Key, int]],
    ) -> None:
        """Put new stories in the place of the old ones, all or nothing.

        ``reprints`` maps sentences, each a document's key and a number, to those they repeat.
        """
        with self._transaction():
            self._forget_marks()
            self._refill(tables.STORIES, sorted(stories.items()))
            repeated = ((*again, *first) for again, first in sorted(reprints.items()))
            self._refill(tables.REPRINTS, repeated)

    def groups(self) -> list[GroupRow]:
        """What the rules found at last, before any decision of a person."""
        with explained():
            return reading.read_groups(self.connection)

    def replace_groups(self, groups: Iterable[GroupRow]) -> None:
        """Keep what the rules found, before any decision of a person."""
        found = list(groups)
        with self._transaction():
            self._forget_marks()
            members = (row for pair in enumerate(found) for row in rows.group_rows(*pair))
            self._refill(tables.GROUPS, members)
            named = (rows.recognised_row(n, group) for n, group in enumerate(found) if group.name)
            self._refill(tables.RECOGNISED, named)

    def entities(self) -> Iterator[EntityRow]:
        """Every entity of every document, in no order."""
        with explained():
            yield from reading.read_entities(self.connection)

    def mark(self, name: str) -> str:
        """A word kept with the study; empty if there is none, or it was forgotten."""
        with explained():
            return "".join(self._keys("SELECT value FROM marks WHERE name = ?", name))

    def set_mark(self, name: str, value: str) -> None:
        """Keep a word with the study, which tells what something was made of.

        The mark `GROUPED` is forgotten as soon as anything changes that the rules look at, the
        mark `SHOWN` when who is who changes too, `INPUTS` when documents are removed.
        """
        with self._transaction():
            self._forget_marks(name)
            insert(self.connection, tables.MARKS, [(name, value)])

    def measured(self) -> list[tuple[Key, list[float]]]:
        """The measures that the files of the study show: actors in order, each with its numbers."""
        query = "SELECT actor, numbers FROM measured ORDER BY position"
        with explained():
            return self.connection.execute(query).fetchall()

    def replace_measured(self, rows: Iterable[tuple[Key, Sequence[float]]]) -> None:
        """Keep measures, to be given back by `measured`."""
        numbered = ((place, key, list(numbers)) for place, (key, numbers) in enumerate(rows))
        with self._transaction():
            self._refill(tables.MEASURED, numbered)

    def known(self) -> list[Known]:
        """The user's list of known actors, in its order."""
        query = f"SELECT {tables.KNOWN.names} FROM known ORDER BY position"
        with explained():
            return list(map(rows.to_known, self.connection.execute(query).fetchall()))

    def replace_known(self, known: Iterable[Known]) -> None:
        """Put a new list of known actors in the place of the old one."""
        with self._transaction():
            self._forget_marks()
            self._refill(tables.KNOWN, (rows.known_row(*pair) for pair in enumerate(known)))

    def add_run(self, run: Run) -> int:
        """Record a run, and who is who at its end; return its number, counting from 1."""
        with self._transaction():
            number = 1 + len(self._keys("SELECT number FROM runs"))
            insert(self.connection, tables.RUNS, [rows.run_row(number, run)])
            remember(self.connection, number)
        return number

    def members_at(self, run: int) -> list[tuple[str, str, Key, str, Kind]]:
        """Who was who after a run, as it is now for a number past the last.

        Rows of a document's name, an entity's name in it, and the key, name and kind of its
        actor; for an actor made by hand the first is empty.
        """
        with explained():
            return cast("list[tuple[str, str, Key, str, Kind]]", recall(self.connection, run))

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

    def _add_documents(self, documents: list[Document]) -> int:
        wanted = list(map(rows.storable, documents))
        new = unknown_documents(self.connection, wanted)
        if new:
            self._forget_marks()
        return add_documents(self.connection, new, [document.name for document in wanted])
