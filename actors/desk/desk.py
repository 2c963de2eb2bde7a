"""One study at the desk: its records, what is worked out of them, and its one writer.

The study is kept open for reading, so that commands that read it work meanwhile, and those that
write it are told who has it. For a decision it is opened for writing, and then for reading again.
``curation.yaml`` is the truth: it may be edited by hand at any time, and is looked at before
every answer.
"""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from actors.analysis.finding import OwnNames
from actors.atomic import clear_unfinished
from actors.desk.measured import PowerMeasures
from actors.desk.naming import readable
from actors.desk.snapshot import Snapshot
from actors.errors import ActorsError, CurationError, StudyBusy
from actors.names import CURATION_FILE
from actors.program import program
from actors.store import Store, open_store
from actors.store.records import GROUPED
from actors.study import Study
from actors.study.session import Session
from actors.study.updating import applied
from actors.types import RELATION_VERBS, Key, Rule

__all__ = ["Changed", "Desk"]

_PATIENCE = 2.0
"""Seconds to wait for another program that reads the study to be done with it."""


class Changed(Exception):
    """Something was decided after the screen of a decision was shown; ``rules`` say what."""

    def __init__(self, rules: list[Rule], version: str) -> None:
        super().__init__("something was decided meanwhile")
        self.rules = rules
        self.version = version


class Desk:
    """A study that is looked at and decided about.

    Args of the class:
        study: on disk
        by: who decides, if that is known beforehand
        read_only: nothing is ever written, ``curation.yaml`` is shown as it was applied last
    """

    def __init__(self, study: Study, *, by: str = "", read_only: bool = False) -> None:
        self.study = study
        self.by = by
        self.read_only = read_only
        self.lock = threading.RLock()
        self.problem = ""
        self.warnings: list[str] = []
        self.measured = PowerMeasures()
        self._store: Store | None = None
        self._read: tuple[object, list[Rule]] | None = None
        self._snapshot: Snapshot | None = None
        self._session = Session(study.folder)
        self._undone: list[Rule] = []
        self._seen: dict[str, list[Rule]] = {}
        if not read_only:
            clear_unfinished(study.folder)

    @property
    def folder(self) -> Path:
        """Where the study and its ``curation.yaml`` are."""
        return self.study.folder

    @property
    def undone(self) -> list[Rule]:
        """Decisions that were taken back and may be made again, the last one last."""
        return list(self._undone)

    @contextmanager
    def at_work(self) -> Iterator[Snapshot]:
        """The study as it is now, with what was written into ``curation.yaml`` meanwhile.

        One thread at a time: an answer shows one state of the study.
        """
        with self.lock:
            self.catch_up()
            yield self._now()

    def catch_up(self) -> None:
        """Apply ``curation.yaml`` if it was edited, or if a decision in it was not applied yet."""
        try:
            rules = self._rules()
        except CurationError as error:
            self.problem = str(error)
            return
        self.problem = ""
        if self.read_only or applied(self._reading(), rules):
            return
        with self._writing() as store:
            self.warnings = self._session.catch_up(store, rules)
        self._undone.clear()

    def prepare(self) -> None:
        """Read beforehand what screens and the first decision need, so that nobody waits for it."""
        for step in (_first_list, _first_ranks, self._first_decision):
            with suppress(ActorsError), self.at_work() as now:
                step(now)
        with suppress(ActorsError):
            self.measured.prepare(self.at_work)
        gc.collect()
        gc.freeze()  # what stays need not be looked through again, which takes half a second

    def _first_decision(self, now: Snapshot) -> None:
        if not self.read_only and now.store.mark(GROUPED) == program():
            self._session.prepare(now.store, now.rules)
            now.adopt(self._session.resolution)

    def decide(
        self, verb: str, about: Any, version: str, *, because: str = "", by: str = "", **says: Any
    ) -> list[str]:
        """Write a decision and apply it; it is on disk when this returns.

        Args:
            verb, about, because, by, says: as in `actors.Study.decide`
            version: of the study that whoever decides has seen

        Returns:
            warnings

        Raises:
            Changed: the study is another since; nothing was written
            CurationError: the decision makes no sense, or ``curation.yaml`` can't be read
            StudyBusy: another program reads the study; nothing was written
        """

        with self.at_work() as seen:
            own = OwnNames(seen.store, seen.lookup, _Keys(seen))
            named, more = own.decision(verb, *readable(seen, verb, about, says))
            warn = seen.ledger.decide if verb in RELATION_VERBS else None

        def change(store: Store) -> list[str]:
            given: dict[str, Any] = {"because": because, "by": by or self.by, "says": more}
            return self._session.decide(store, verb, named, on=now(), warn=warn, **given)

        warnings: list[str] = self._change(change, version)
        self._undone.clear()
        return warnings

    def undo(self, version: str, number: int = -1) -> Rule:
        """Take a decision back, the newest if no number is given; return it.

        Raises:
            Changed, CurationError, StudyBusy: as in `decide`
        """

        def change(store: Store) -> Rule:
            return self._session.undo(store, number)

        rule: Rule = self._change(change, version)
        self._undone.append(rule)
        return rule

    def redo(self, version: str) -> Rule:
        """Make the decision again that was taken back last.

        Raises:
            Changed, CurationError, StudyBusy: as in `decide`
        """
        if not self._undone:
            raise CurationError("nothing was taken back that could be done again")
        rule = self._undone[-1]

        def change(store: Store) -> None:
            given: dict[str, Any] = {"because": rule.because, "by": rule.by, "says": rule.says}
            self._session.decide(store, rule.verb, rule.about, on=rule.on, **given)

        self._change(change, version)
        return self._undone.pop()

    def close(self) -> None:
        """Leave the study with the record of its run, and its files where that is quick."""
        with self.lock, suppress(ActorsError):
            if self._session.changed:
                with self._writing() as store:
                    self._session.end(store)
            self._let_go()

    def _now(self) -> Snapshot:
        store, rules = self._reading(), self._read[1] if self._read else []
        if self._snapshot is None or self._snapshot.store is not store:
            before = self._snapshot
            self._snapshot = Snapshot(store, rules, self._session.resolution, before)
            self._seen[self._snapshot.version] = rules
        return self._snapshot

    def _rules(self) -> list[Rule]:
        """What ``curation.yaml`` says; it is read again where it looks different."""
        path = self.folder / CURATION_FILE
        look = _look(path)
        if self._read is None or self._read[0] != look:
            self._read = look, self._session.read()
        return self._read[1]

    def _reading(self) -> Store:
        if self._store is None:
            self._store = _patiently(lambda: self.study.path, read_only=True)
        return self._store

    def _change(self, change: Callable[[Store], Any], version: str) -> Any:
        with self.at_work() as snapshot:
            if self.read_only:
                raise CurationError("the desk was opened for reading: nothing is changed")
            if self.problem:
                raise CurationError(self.problem)
            if version != snapshot.version:
                raise Changed(_newer(self._seen.get(version), snapshot.rules), snapshot.version)
            with self._writing() as store:
                return change(store)

    @contextmanager
    def _writing(self) -> Iterator[Store]:
        """The study open for writing; whoever reads it here does so again afterwards."""
        self._let_go()
        with _patiently(lambda: self.study.path, read_only=False) as store:
            yield store

    def _let_go(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None


class _Keys(Container[Key]):
    """The keys of actors and of entities, by which a decision may call an actor."""

    def __init__(self, seen: Snapshot) -> None:
        self._seen = seen

    def __contains__(self, key: object) -> bool:
        return key in self._seen.people or key in self._seen.members


def _first_list(now: Snapshot) -> None:
    _ = now.documents, now.questions


def _first_ranks(now: Snapshot) -> None:
    _ = now.standing.rank(""), now.lookup


def now() -> str:
    """The time, as decisions have it: to the second, with the zone."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _look(path: Path) -> object:
    """What tells a file from what it was, short of reading it."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


def _newer(seen: list[Rule] | None, rules: tuple[Rule, ...]) -> list[Rule]:
    """The decisions that were not there before; all where nobody knows what was."""
    before = [(rule.verb, rule.about, rule.says) for rule in seen or ()]
    return [rule for rule in rules if (rule.verb, rule.about, rule.says) not in before]


def _patiently(path: Callable[[], Path | None], *, read_only: bool) -> Store:
    """The study, once other programs are done with it.

    Raises:
        StudyBusy: they take too long
    """
    place, until = path(), time.monotonic() + _PATIENCE
    assert place is not None
    while True:
        try:
            return open_store(place, read_only=read_only)
        except StudyBusy:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
