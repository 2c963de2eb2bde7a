"""What every store can do, and the record of a run.

A store keeps a study: documents, what was read from them, who is who, and the runs that
made it. Everything it is given is evidence or a judgement; nothing is computed here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, TypeAlias, TypeVar

from actors.knowledge.own import Known
from actors.types import Actor, Document, Entity, Extract, Judgement, Key, Kind, Settings, Skipped

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Run:
    """One run over a study: what made it what it is.

    ``started`` and ``finished`` are UTC without a zone; ``counts`` are whole numbers by
    name (``("documents", 12)``), ``seconds`` the time spent in each step.
    """

    started: datetime
    finished: datetime
    version: str
    settings: Settings = field(default_factory=Settings)
    counts: tuple[tuple[str, int], ...] = ()
    seconds: tuple[tuple[str, float], ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupRow:
    """Entities that the rules take for one actor, and what the known list says of it.

    ``members`` are keys of entities; ``name`` is empty where no list says anything.
    """

    members: tuple[Key, ...]
    name: str = ""
    kind: Kind | None = None
    subtype: str | None = None
    identifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity with the day of its document, and the names it has there, each with its times."""

    document: Key
    entity: Entity
    published: date | None
    names: tuple[tuple[str, int], ...]


GROUPED = "grouped"
"""The mark of what the rules found: it is gone once a document, a reading or a list changed."""

INPUTS = "inputs"
"""The mark of what the study was read from: it is gone once a document was taken out."""

RESOLVED = "resolved"
"""The mark of who is who, forgotten with `GROUPED`."""

SHOWN = "shown"
"""The mark of what the files of the study show: it is gone once they show something old."""

Addable: TypeAlias = Document | Skipped
Stored = TypeVar("Stored", Document, Skipped, Extract, Judgement, Actor, Run)


class Store(Protocol):
    """A study on disk or in memory; a context manager that closes itself."""

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """The DuckDB connection, for reading with SQL."""
        ...

    def add(self, records: Iterable[Addable]) -> int:
        """Add documents and skipped inputs; return how many were new or had changed."""
        ...

    def all(self, kind: type[Stored]) -> Iterator[Stored]:
        """Every record of a kind, always in the same order."""
        ...

    def extracted(self, reading_key: Key) -> set[Key]:
        """Keys of the documents already read with these settings."""
        ...

    def pending(self, reading_key: Key) -> Iterator[Document]:
        """The documents still to be read with these settings, in order of their names."""
        ...

    def add_extracts(self, extracts: Iterable[Extract], reading_key: Key) -> int:
        """Add what was read, in one transaction; an earlier reading is replaced."""
        ...

    def remove_documents(self, keys: Collection[Key]) -> int:
        """Remove documents and everything that only they supported."""
        ...

    def replace_resolution(self, judgements: Iterable[Judgement], actors: Iterable[Actor]) -> None:
        """Put a new resolution in the place of the old one, all or nothing."""
        ...

    def stories(self) -> dict[Key, Key]:
        """The story of each document, as last worked out: document key to story key."""
        ...

    def replace_stories(
        self,
        stories: Mapping[Key, Key],
        reprints: Mapping[tuple[Key, int], tuple[Key, int]],
    ) -> None:
        """Put new stories in the place of the old ones, all or nothing.

        ``reprints`` maps sentences, each a document's key and a number, to those they repeat.
        """
        ...

    def groups(self) -> list[GroupRow]:
        """What the rules found at last, as `replace_groups` was given it."""
        ...

    def replace_groups(self, groups: Iterable[GroupRow]) -> None:
        """Keep what the rules found, before any decision of a person."""
        ...

    def entities(self) -> Iterator[EntityRow]:
        """Every entity of every document, in no order."""
        ...

    def mark(self, name: str) -> str:
        """A word kept with the study; empty if there is none, or it was forgotten."""
        ...

    def set_mark(self, name: str, value: str) -> None:
        """Keep a word with the study, which tells what something was made of.

        The mark `GROUPED` is forgotten as soon as anything changes that the rules look at, the
        mark `SHOWN` when who is who changes too, `INPUTS` when documents are removed.
        """
        ...

    def measured(self) -> list[tuple[Key, list[float]]]:
        """The measures that the files of the study show: actors in order, each with its numbers."""
        ...

    def replace_measured(self, rows: Iterable[tuple[Key, Sequence[float]]]) -> None:
        """Keep measures, to be given back by `measured`."""
        ...

    def known(self) -> list[Known]:
        """The user's list of known actors, in its order."""
        ...

    def replace_known(self, known: Iterable[Known]) -> None:
        """Put a new list of known actors in the place of the old one."""
        ...

    def add_run(self, run: Run) -> int:
        """Record a run, and who is who at its end; return its number, counting from 1."""
        ...

    def members_at(self, run: int) -> list[tuple[str, str, Key, str, Kind]]:
        """Who was who after a run, as it is now for a number past the last.

        Rows of a document's name, an entity's name in it, and the key, name and kind of its
        actor; for an actor made by hand the first is empty.
        """
        ...

    def close(self) -> None:
        """Let go of the study, so that another process can write to it."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
