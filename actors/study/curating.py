"""The analyst's word: decisions written to ``curation.yaml`` and applied to the study.

Decisions about actors are applied when the corpus is resolved (`actors.resolve`), those about
relations when the network is built (`actors.network.decisions`). Nothing that was read is
changed by either.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from actors.analysis.networks import relation_warnings
from actors.errors import CurationError
from actors.types import Rule

if TYPE_CHECKING:
    from actors.store.base import Store
    from actors.study.study import Study

LIGHT = 2_000
"""Mentions up to which the files of a study are written anew with every decision."""


def decide(
    study: Study,
    verb: str,
    about: Any,
    *,
    because: str = "",
    by: str = "",
    says: Mapping[str, Any] | None = None,
) -> list[str]:
    """Write a decision beside the study and apply it; return warnings.

    Actors are called as the file calls them: by their own names, keys or identifiers.
    `actors.analysis.finding.OwnNames` makes these of what was typed.

    Raises:
        CurationError: the decision can't be understood, matches nothing, gives an actor the
            name of another, or there is no file to write it to
    """
    from actors.resolve.writing import add, undo
    from actors.study.renaming import refuse_taken

    path = _path(study)
    if verb == "rename":
        refuse_taken(study, str(about), str((says or {}).get("to", "")))
    add(path, verb, about, because=because, by=by, says=says)
    try:
        return _apply(study, refused=f"{study.rules()[-1].place}:")
    except CurationError:
        undo(path)
        raise


def undo(study: Study) -> Rule:
    """Take the newest decision back; return it."""
    from actors.resolve.writing import undo as take_back

    rule = take_back(_path(study))
    apply(study)
    return rule


def apply(study: Study) -> list[str]:
    """Apply the decisions as they stand; return warnings.

    The files of the study are written anew at once where that is quick (`LIGHT`); those of a
    larger study are left to whoever looks at them next, see `actors.outputs.files.refresh`.
    """
    return _apply(study)


def _apply(study: Study, refused: str = "") -> list[str]:
    """Apply the decisions; where a warning begins with ``refused``, nothing is changed."""
    from actors.study.resolving import keep, resolution

    rules, started = study.rules(), _now()
    with study.store(write=True) as store:
        found = resolution(store, rules)
        _refuse(found.warnings, refused)
        keep(store, found)
        warned = relation_warnings(store, rules)
        _refuse(warned, refused)
        _record(store, study, rules, started, found.warnings)
    return [*found.warnings, *warned]


def _refuse(warnings: Iterable[str], beginning: str) -> None:
    mine = [each for each in warnings if beginning and each.startswith(beginning)]
    if mine:
        raise CurationError(f"nothing was changed: {mine[0]}")


def _record(
    store: Store, study: Study, rules: list[Rule], started: datetime, warnings: tuple[str, ...]
) -> None:
    """Record the run, and write the files where there are few."""
    from actors import __version__
    from actors.analysis.counting import counts
    from actors.outputs import files as outputs
    from actors.store.base import Run

    last = list(store.all(Run))[-1]
    tally = counts(store)
    told = tuple(sorted(tally.items()))
    run = Run(started, _now(), __version__, last.settings, told, (), warnings)
    store.add_run(run)
    if study.path:
        if tally["mentions"] <= LIGHT:
            outputs.leave(store, rules, study.folder, lambda _: None)
        outputs.write_run(store, study.folder, run, {})


def _path(study: Study) -> Any:
    if study.curation is None:
        raise CurationError("a study in memory has no curation.yaml: build it into a folder")
    return study.curation


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
