"""How far a build has come: written beside the study while it runs, and read by who asks.

DuckDB lets nobody look into a study that is being written, so a build keeps a small file beside
it. It is gone when the build has ended well.
"""

from __future__ import annotations

import json
import os
import socket
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from actors.atomic import write_text
from actors.engines.base import EngineError
from actors.errors import ActorsError, StudyBusy
from actors.names import STUDY_FILE
from actors.progress import Progress
from actors.store import open_store
from actors.store.holdings import unread
from actors.store.queries import record_count
from actors.store.shards import ShardPart
from actors.types import Skipped

__all__ = ["Journal", "Status", "journal", "status"]

_FILE = ".progress.json"
_EVERY = 0.5
"""Seconds between two notes of how far it is."""
_SILENT = 120.0
"""Seconds without a note after which a build on another machine is taken to have ended."""
_SHOWN = 20
"""Documents under way that are named."""


@dataclass(frozen=True, slots=True)
class Status:
    """How far a study is.

    ``state`` is ``"running"``, ``"stopped"`` (the same command goes on with it) or ``"finished"``;
    ``step`` the step that runs or was stopped, with what is ``done`` of a ``total``, and the
    seconds that are ``left`` as far as that can be told. ``under_way`` are documents that workers
    have, ``failed`` what could not be read, with the reasons.
    """

    study: str
    state: str
    documents: int = 0
    read: int = 0
    step: str = ""
    done: int = 0
    total: int | None = None
    left: float | None = None
    process: str = ""
    under_way: tuple[str, ...] = ()
    failed: dict[str, str] = field(default_factory=dict)


class Journal:
    """Notes how far a build is, and tells whoever listens.

    Args of the class:
        folder: of the study; nothing is written for one in memory
        tell: hears of each step, too
    """

    def __init__(self, folder: Path | None, tell: Progress) -> None:
        self.place = folder / _FILE if folder else None
        self._tell = tell
        self._step, self._since, self._first, self._noted = "", 0.0, 0, 0.0
        self._under_way: deque[str] = deque()
        self._failed: dict[str, str] = {}

    def __call__(self, step: str, done: int, total: int | None) -> None:
        """A step is so far; see `actors.progress.Progress`."""
        self._tell(step, done, total)
        now, new = time.monotonic(), step != self._step
        if new:
            self._step, self._since, self._first = step, now, done
        if self.place and self.place.parent.is_dir() and (new or now - self._noted > _EVERY):
            self._noted = now
            write_text(self.place, json.dumps(self._note(done, total)))

    def handed_out(self, documents: Iterable[ShardPart]) -> Iterator[ShardPart]:
        """The same documents; each that is taken counts as under way."""
        for document in documents:
            self._under_way.append(document.name)
            yield document

    def came_back(self, result: object) -> None:
        """What was handed out first is done, with this result."""
        name = self._under_way.popleft()
        if isinstance(result, Skipped):
            self._failed[name] = result.reason

    def close(self) -> None:
        """The build has ended well: there is nothing to tell any more."""
        if self.place:
            self.place.unlink(missing_ok=True)

    def stop(self) -> None:
        """The build ends before its time: what was noted last stays, and that nobody goes on."""
        if self.place and (note := _noted(self.place)):
            write_text(self.place, json.dumps(note | {"stopped": True}))

    def _note(self, done: int, total: int | None) -> dict[str, Any]:
        begun = done - self._first
        took = time.monotonic() - self._since
        left = took / begun * (total - done) if total is not None and begun > 0 else None
        return {
            "step": self._step,
            "done": done,
            "total": total,
            "left": left,
            "host": socket.gethostname(),
            "process": os.getpid(),
            "noted": time.time(),
            "under_way": list(self._under_way)[:_SHOWN],
            "failed": self._failed,
        }


@contextmanager
def journal(folder: Path | None, tell: Progress) -> Iterator[Journal]:
    """A journal of a build; its file stays if the build is stopped, and not after an error."""
    made = Journal(folder, tell)
    try:
        yield made
    except BaseException as error:
        if isinstance(error, ActorsError) and not isinstance(error, EngineError):
            made.close()
        else:
            made.stop()  # the next build goes on
        raise
    made.close()


def status(path: str | Path) -> Status:
    """How far a study is: what is done, under way and failed, also while it is being made.

    Args:
        path: its folder, or its file

    Raises:
        StoreError: there is no study, or it can't be opened

    >>> study_folder = getfixture("study").folder
    >>> found = status(study_folder)
    >>> found.state, found.documents == found.read
    ('finished', True)
    """
    study = Path(path) / STUDY_FILE if Path(path).is_dir() else Path(path)
    note = _noted(study.with_name(_FILE))
    running = bool(note) and _alive(note)
    failed = dict(note.get("failed", {}))
    try:
        with open_store(study, read_only=True) as store:
            documents, left = record_count(store, "documents"), unread(store)
            failed = {one.name: one.reason for one in store.all(Skipped)} | failed
    except StudyBusy:
        documents, left, running = *_told(note), True
    return Status(
        str(study),
        "running" if running else "stopped" if note or left else "finished",
        documents,
        documents - left,
        note.get("step", ""),
        note.get("done", 0),
        note.get("total"),
        note.get("left") if running else None,
        f"{note['process']} on {note['host']}" if running and note else "",
        tuple(note.get("under_way", ())) if running else (),
        failed,
    )


def _told(note: dict[str, Any]) -> tuple[int, int]:
    """How many documents there are, and how many of them are not read, by a note alone."""
    total = int(note.get("total") or 0) if note.get("step") == "extract" else 0
    return total, total - int(note.get("done", 0)) if total else 0


def _noted(place: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError):
        found = json.loads(place.read_text("utf-8"))
        return found if isinstance(found, dict) else {}
    return {}


def _alive(note: dict[str, Any]) -> bool:
    """Whether the process that wrote a note is there; on another machine, whether it writes."""
    if note.get("stopped"):
        return False
    if note["host"] != socket.gethostname():
        return bool(time.time() - note["noted"] < _SILENT)
    try:
        os.kill(note["process"], 0)
    except PermissionError:
        return True
    except OSError:
        return False
    return True
