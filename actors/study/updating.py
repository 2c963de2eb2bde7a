"""Who is who, what people decided, the run and the files: the one step that all changes share.

A build, a decision and a removal all end here, so that a study is the same whichever came last.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from actors.analysis.counting import counts
from actors.analysis.measuring import measured
from actors.analysis.networks import curated, relation_warnings
from actors.errors import CurationError
from actors.names import MOST_TIES, TIES_LEFT_OUT
from actors.outputs.files import FILES, write_files, write_run
from actors.outputs.freshness import left, shown
from actors.outputs.kept import keep as keep_measures
from actors.outputs.kept import keep_none
from actors.progress import Progress, listener
from actors.store import Run, Store
from actors.store.records import DECIDED, SHOWN
from actors.study.resolving import keep, resolution
from actors.types import Key, Rule, Settings, content_key
from actors.version import __version__

if TYPE_CHECKING:
    import networkx as nx

__all__ = [
    *("Clock", "Updated", "applied", "decisions_key", "outdated", "refresh", "refuse"),
    "update",
]


class Clock:
    """What is being done to a study: when it began, and how long each of its steps took."""

    def __init__(self, progress: Progress | None = None) -> None:
        self.started = now()
        self.seconds: dict[str, float] = {}
        self.tell = progress or listener(False)

    @contextmanager
    def time(self, step: str) -> Iterator[None]:
        """Count the seconds of a step, which may be taken in parts."""
        began = time.perf_counter()
        try:
            yield
        finally:
            took = self.seconds.get(step, 0.0) + time.perf_counter() - began
            self.seconds[step] = round(took, 3)


@dataclass(frozen=True, slots=True)
class Updated:
    """Warnings worth telling, and the network, if files were made of it."""

    warnings: tuple[str, ...]
    graph: nx.MultiDiGraph[Key] | None = None


def update(
    store: Store,
    rules: Sequence[Rule],
    settings: Settings,
    folder: Path | None,
    clock: Clock,
    *,
    notes: Iterable[str] = (),
    refused: str = "",
    largest: float = float("inf"),
) -> Updated:
    """Decide who is who, apply the decisions, record the run, and write the files.

    Args:
        store: the records of the study, open for writing
        rules: the analyst's decisions
        settings: of the run
        folder: where the files of the study are; none for one in memory
        clock: when the change began; it times the steps, and tells them
        notes: what else should be known of the run
        refused: where a warning begins with this, the change is refused
        largest: mentions up to which the files are written

    Raises:
        CurationError: the change is refused
    """
    resolved = _resolve(store, rules, clock, refused)
    tally, seconds = counts(store), tuple(clock.seconds.items())
    graph = None
    with clock.time("write"):
        if folder and tally["mentions"] <= largest:
            graph, unmatched = curated(store, rules, strongest=MOST_TIES)
        else:
            unmatched = relation_warnings(store, rules)
    refuse(unmatched, refused)
    told, warnings = tuple(sorted(tally.items())), (*resolved, *unmatched, *_left_out(graph))
    run = Run(clock.started, now(), __version__, settings, told, seconds, (*notes, *warnings))
    store.add_run(run)
    if folder and graph is not None:
        with clock.time("write"):
            _leave(store, rules, folder, graph, clock.tell)
    if folder:
        write_run(store, folder, run, clock.seconds)
    return Updated(warnings, graph)


def _left_out(graph: nx.MultiDiGraph[Key] | None) -> Iterator[str]:
    """Tell that the files of a study show the strongest ties alone."""
    if graph is not None and TIES_LEFT_OUT in graph.graph:
        ties, people = graph.graph[TIES_LEFT_OUT], graph.graph["actors_left_out"]
        yield (
            f"page, tables and graphs show the {MOST_TIES:,} strongest ties of each layer: "
            f"{ties:,} weaker ones, and {people:,} actors that have no other, are in the study only"
        )


def _resolve(store: Store, rules: Sequence[Rule], clock: Clock, refused: str) -> tuple[str, ...]:
    """Decide who is who; return warnings."""
    with clock.time("resolve"):
        clock.tell("resolve", 0, 1)
        found = resolution(store, rules)
        refuse(found.warnings, refused)
        keep(store, found)
        store.set_mark(DECIDED, decisions_key(rules))
        clock.tell("resolve", 1, 1)
    return found.warnings


def applied(store: Store, rules: Sequence[Rule]) -> bool:
    """Whether who is who is as the decisions of a person say now."""
    return store.mark(DECIDED) == decisions_key(rules)


def decisions_key(rules: Sequence[Rule]) -> Key:
    """A hash of decisions; where they stand in their file makes no difference."""
    return content_key(*(repr(replace(rule, place="")) for rule in rules))


def refresh(store: Store, rules: Sequence[Rule], folder: Path) -> list[Path]:
    """Write the files of a study anew; return those written."""
    graph, _ = curated(store, rules, strongest=MOST_TIES)
    return _leave(store, rules, folder, graph, listener(False))


def outdated(store: Store, rules: Sequence[Rule]) -> bool:
    """Whether the files of a study show it as it was before something was decided."""
    return store.mark(SHOWN) != shown(store, rules)


def now() -> datetime:
    """The time, in UTC without a zone."""
    return datetime.now(UTC).replace(tzinfo=None)


def _leave(
    store: Store,
    rules: Sequence[Rule],
    folder: Path,
    graph: nx.MultiDiGraph[Key],
    tell: Progress,
) -> list[Path]:
    """Write every file of a study into its folder, and keep what was measured."""
    tell("write", 0, FILES)
    measures = measured(graph)
    written: list[Path] = []
    for path in write_files(store, graph, measures, folder):
        written.append(path)
        tell("write", len(written), FILES)
    if TIES_LEFT_OUT in graph.graph:
        keep_none(store)
    else:
        keep_measures(store, measures)
    left(store, rules, folder, written)
    return written


def refuse(warnings: Iterable[str], beginning: str) -> None:
    """Refuse a change of which a warning tells that it matches nothing.

    Args:
        warnings: what decisions match nothing
        beginning: how a warning about the change begins; empty if none is refused

    Raises:
        CurationError: a warning begins so
    """
    mine = [each for each in warnings if beginning and each.startswith(beginning)]
    if mine:
        raise CurationError(f"nothing was changed: {mine[0]}")
