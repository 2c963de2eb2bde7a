"""The records that only a store keeps: runs, groups and entities, and the names of its marks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from actors.types import Actor, Document, Entity, Extract, Judgement, Key, Kind, Settings, Skipped

if TYPE_CHECKING:
    pass


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

DECIDED = "decided"
"""The mark of the decisions about actors that were applied last."""

INPUTS = "inputs"
"""The mark of what the study was read from: it is gone once a document was taken out."""

RESOLVED = "resolved"
"""The mark of who is who, forgotten with `GROUPED`."""

SHOWN = "shown"
"""The mark of what the files of the study show: it is gone once they show something old."""

Addable: TypeAlias = Document | Skipped
Stored = TypeVar("Stored", Document, Skipped, Extract, Judgement, Actor, Run)
