"""What a build was asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actors.knowledge.ftm import read_known
from actors.names import STUDY_FILE
from actors.outputs import freshness
from actors.types import Document, Key, Settings, Skipped

if TYPE_CHECKING:
    from actors.knowledge.own import Known

__all__ = ["Request"]


@dataclass(frozen=True)
class Request:
    """What to read and how, and where the study is to be; see `actors.build`."""

    paths: tuple[str | Path, ...]
    output: Path | None = None
    settings: Settings = field(default_factory=Settings)
    columns: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    known: Path | None = None
    engine: str = "local"
    workers: int | None = None
    address: str | None = None
    shards: str | None = None
    from_shards: str | None = None

    @property
    def study(self) -> Path | None:
        """The file of the study; nothing for one in memory."""
        return self.output / STUDY_FILE if self.output is not None else None

    @property
    def spread(self) -> dict[str, Any]:
        """Where documents are read: the engine, its workers and address; where shards are kept."""
        return {
            "engine": self.engine,
            "workers": self.workers,
            "address": self.address,
            "shards": self.shards,
            "folder": self.output,
            "from_shards": self.from_shards,
        }

    def inputs(self) -> Key:
        """A hash of what is to be read, and how; empty where that can't be known beforehand."""
        if self.from_shards:
            return ""
        return freshness.inputs(
            self.paths,
            self.settings,
            columns=self.columns,
            languages=self.languages,
            known=self.known,
            output=self.output,
        )

    def read(self) -> Iterator[Document | Skipped]:
        """The documents, and what can't be read."""
        from actors import readers

        columns = dict(self.columns)
        return readers.read(self.paths, columns, self.languages, output=self.output)

    def listed(self) -> list[Known] | None:
        """The known actors of the list, if one was named."""
        return list(read_known(self.known)) if self.known else None
