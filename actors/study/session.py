"""Decisions in a row: what the rules found stays in memory, and only changes are written.

A single decision of the command line reads who is who from the study, applies all decisions and
writes everything anew (`actors.study.deciding`). The review desk decides hundreds of times, so it
keeps a session. Both leave the same study; a session leaves the record of its run, and the files,
to its end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from actors import resolve as room
from actors.analysis.networks import relation_warnings
from actors.names import CURATION_FILE
from actors.resolve import curation, writing
from actors.store import Store
from actors.store.records import DECIDED
from actors.study.deciding import apply, refuse_taken
from actors.study.resolving import grouped, settled
from actors.study.updating import decisions_key, refuse
from actors.types import RELATION_VERBS, Actor, Judgement, Key, Rule

__all__ = ["Session"]

_Warn = Callable[[Sequence[Rule]], list[str]]
"""Tells which decisions about relations match nothing."""


class Session:
    """Who is who in a study while somebody decides about it.

    Args of the class:
        folder: where the study and its ``curation.yaml`` are
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._grouping: room.Grouping | None = None
        self._replay: room.Replay | None = None
        self._found: room.Resolution | None = None
        self._parsed: tuple[str, list[Rule]] = ("", [])
        self.changed = False

    @property
    def path(self) -> Path:
        """The decisions."""
        return self._folder / CURATION_FILE

    @property
    def resolution(self) -> room.Resolution | None:
        """Who is who after the last decision; nothing if there was none yet."""
        return self._found

    def read(self) -> list[Rule]:
        """What ``curation.yaml`` says; only what the session did not write itself is parsed.

        Raises:
            CurationError: it can't be understood
        """
        return self._read(curation.text_of(self.path))

    def _read(self, text: str) -> list[Rule]:
        if text != self._parsed[0]:
            self._parsed = text, curation.parse(text, self.path.name)
        return list(self._parsed[1])

    def prepare(self, store: Store, rules: Sequence[Rule]) -> None:
        """Read into memory what the first decision needs, so that it is as quick as the others."""
        self.found(store, rules)

    def found(self, store: Store, rules: Sequence[Rule]) -> room.Resolution:
        """Who is who after some decisions, from what is in memory."""
        if self._found is None:
            self._found = self._settled(store, rules)
        return self._found

    def catch_up(self, store: Store, rules: Sequence[Rule]) -> list[str]:
        """Apply decisions that were written into the file by hand; return warnings.

        Args:
            store: open for writing
            rules: what the file says now
        """
        found = self._settled(store, rules)
        warnings = [*found.warnings, *relation_warnings(store, rules)]
        self._write(store, found, rules)
        return warnings

    def decide(
        self,
        store: Store,
        verb: str,
        about: Any,
        *,
        because: str = "",
        by: str = "",
        on: str = "",
        says: Mapping[str, Any] | None = None,
        warn: _Warn | None = None,
    ) -> list[str]:
        """Check a decision, write it into the file, then apply it; return warnings.

        Args:
            store: open for writing
            verb, about, because, by, on, says: as in `actors.study.deciding.decide`
            warn: says which decisions about relations match nothing, if the study need not be asked

        Raises:
            CurationError: the decision can't be understood or matches nothing; nothing was written
        """
        if verb == "rename":
            refuse_taken(store, self._folder, str(about), str((says or {}).get("to", "")))
        given: dict[str, Any] = {"because": because, "by": by, "on": on, "says": says}
        text, rules = writing.added(self.path, verb, about, read=self._read, **given)
        found, warnings = self._checked(store, rules, warn)
        writing.write(self.path, text)
        self._parsed = text, rules
        self._write(store, found, rules)
        return warnings

    def undo(self, store: Store, number: int = -1) -> Rule:
        """Take a decision out of the file, the newest if no number is given; return it."""
        rule = writing.remove(self.path, number)
        rules = self.read()
        self._write(store, self._settled(store, rules), rules)
        return rule

    def end(self, store: Store) -> None:
        """Leave the study as a decision of the command line does: with its run, and its files."""
        if self.changed:
            apply(store, self._folder)
            self.changed = False

    def _checked(
        self, store: Store, rules: Sequence[Rule], warn: _Warn | None
    ) -> tuple[room.Resolution, list[str]]:
        """Who is who with a new decision; it is refused if it matches nothing."""
        newest, before = rules[-1], self.found(store, rules[:-1])
        if newest.verb in RELATION_VERBS:
            warnings = warn(rules) if warn else relation_warnings(store, rules)
            if warn and any(each.startswith(f"{newest.place}:") for each in warnings):
                warnings = relation_warnings(store, rules)  # the study has ties of tables of facts
            refuse(warnings, f"{newest.place}:")
            return before, [*before.warnings, *warnings]
        found = self._settled(store, rules)
        refuse(found.warnings, f"{newest.place}:")
        return found, list(found.warnings)

    def _settled(self, store: Store, rules: Sequence[Rule]) -> room.Resolution:
        if self._grouping is None:
            self._grouping = grouped(store)
            self._replay = room.Replay(self._grouping.groups)
        return settled(store, self._grouping, rules, self._replay)

    def _write(self, store: Store, found: room.Resolution, rules: Sequence[Rule]) -> None:
        """Bring the study from the old resolution to the new one, in one transaction."""
        before, made = self._found, decisions_key(rules)
        self._found = None  # until the study has what follows
        if before is None:
            store.replace_resolution(found.judgements, found.actors, found.corrections)
            store.set_mark(DECIDED, made)
        else:
            gone, new = _difference(before.actors, found.actors)
            first, told = _tail(before.judgements, found.judgements)
            corrected = None if before.corrections == found.corrections else found.corrections
            store.amend_resolution(gone, new, first, told, made, corrected)
        self._found, self.changed = found, True


def _difference(before: Sequence[Actor], after: Sequence[Actor]) -> tuple[list[Key], list[Actor]]:
    """The keys of actors that are no more as they were, and the actors that are new or another."""
    old, new = ({one.key: one for one in each} for each in (before, after))
    gone = [key for key, one in old.items() if new.get(key) is not one and new.get(key) != one]
    made = [one for key, one in new.items() if old.get(key) is not one and old.get(key) != one]
    return gone, made


def _tail(before: Sequence[Judgement], after: Sequence[Judgement]) -> tuple[int, list[Judgement]]:
    """From which place on judgements differ, and what stands there now."""
    pairs = enumerate(zip(before, after, strict=False))
    differ = (at for at, (one, other) in pairs if one is not other and one != other)
    same = next(differ, min(len(before), len(after)))
    return same, list(after[same:])
