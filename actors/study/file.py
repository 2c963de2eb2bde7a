"""The file of a study: where it is, its records, and the analyst's decisions beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self, Unpack

from actors.analysis.networks import Levels
from actors.analysis.sides import Side, whole_side
from actors.names import CURATION_FILE, STUDY_FILE
from actors.store import Run, Store, open_store
from actors.types import Rule

__all__ = ["StudyFile"]


class StudyFile:
    """What was read from some documents, on disk or in memory.

    Nothing is kept in memory between calls but the path: each method opens the file for
    reading and closes it again, so several programs can look at one study.
    """

    def __init__(self, path: Path | None, memory: Store | None = None) -> None:
        self.path = path
        self._memory = memory

    @classmethod
    def create(cls, output: str | Path | None) -> Self:
        """A study in the folder ``output``, or in memory; its file is made when it is opened."""
        if output is None:
            return cls(None, open_store(":memory:"))
        return cls(Path(output) / STUDY_FILE)

    @contextmanager
    def store(self, *, write: bool = False) -> Iterator[Store]:
        """The records of the study; the file is closed at the end of the ``with`` block."""
        if self._memory is not None:
            yield self._memory
            return
        assert self.path is not None
        with open_store(self.path, read_only=not write) as opened:
            yield opened

    @property
    def folder(self) -> Path:
        """Where the files of the study are; the working directory for one in memory."""
        return self.path.parent if self.path else Path()

    @property
    def _place(self) -> Path | None:
        """The folder of the study; none for one in memory."""
        return self.folder if self.path else None

    @property
    def curation(self) -> Path | None:
        """Where the analyst's decisions are: ``curation.yaml`` beside the study."""
        return self.folder / CURATION_FILE if self.path else None

    def rules(self) -> list[Rule]:
        """The analyst's decisions, oldest first.

        Raises:
            CurationError: the file can't be understood; says which line
        """
        from actors.resolve.curation import read

        return read(self.curation) if self.curation else []

    def _side(self, label: str, **level: Unpack[Levels]) -> Side:
        """All of the study as one side of a comparison."""
        with self.store() as store:
            return whole_side(label, store, self.rules(), **level)

    def runs(self) -> list[Run]:
        """The runs that made the study, oldest first."""
        with self.store() as store:
            return list(store.all(Run))
