"""A study in time: measures period by period, the story of a dyad, changes of rates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actors.errors import SettingsError
from actors.network.slices import (
    Event,
    Period,
    dyad_events,
    dyad_series,
    slices,
    stories_over_time,
)
from actors.network.views import without_isolates
from actors.types import Actor, Key

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.measures.changes import ChangePoint

__all__ = ["Course", "Dyad", "courses", "dyad", "measures_over_time"]


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two actors in time: each sentence about both, stories a period by sign, and changes.

    ``changes`` has, for each sign, the periods (counted from 0 in ``series``) at which the
    number of stories changes its rate, against how many stories there were at all.
    """

    one: str
    other: str
    events: tuple[Event, ...]
    series: tuple[tuple[Period, dict[str, int]], ...]
    changes: dict[str, tuple[ChangePoint, ...]]


@dataclass(frozen=True, slots=True)
class Course:
    """In how many stories of each period an actor is tied to another, and where that changes."""

    key: Key
    name: str
    kind: str
    stories: tuple[int, ...]
    changes: tuple[ChangePoint, ...]


def measures_over_time(
    graph: nx.MultiDiGraph[Key], names: Sequence[str], periods: Sequence[Period]
) -> pd.DataFrame:
    """Measures of each actor in each period, on the network of that period alone.

    Args:
        graph: the layer to measure, with all its sentences; see `actors.analysis.whole`
        names: measures known to `actors.plugins`
        periods: in order; see `actors.analysis.periods.study_periods`

    Returns:
        index: ``period`` (its first day, ISO) and ``key``; columns: ``name``, ``kind``,
        ``subtype`` and each measure. Actors without a tie in a period have no row in it.
    """
    import pandas as pd

    from actors.measures import table

    tables = {
        period.since.isoformat(): table(without_isolates(part), names)
        for period, part in slices(graph, periods)
    }
    return pd.concat(tables, names=["period", "key"])


def courses(
    graph: nx.MultiDiGraph[Key],
    periods: Sequence[Period],
    exposure: Sequence[int],
    actors: Sequence[Key] = (),
    *,
    seed: int = 0,
) -> list[Course]:
    """How often actors are told of in each period, and the periods at which that changes.

    The unit is the story, and the rate is one a story: more documents alone are no change.

    Args:
        graph: the layer whose ties count, with all its sentences
        periods: in order
        exposure: how many stories each tells; see `actors.analysis.periods.told`
        actors: keys, in the order wanted; all if left out
        seed: of the test for changes, see `actors.measures.changes.change_points`
    """
    counted = stories_over_time(graph, periods)
    found = []
    for key in actors or sorted(counted):
        stories = counted.get(key, [0] * len(periods))
        name, kind = (str(graph.nodes[key].get(part) or "") for part in ("name", "kind"))
        found.append(Course(key, name, kind, tuple(stories), _changes(stories, exposure, seed)))
    return found


def dyad(
    graph: nx.MultiDiGraph[Key],
    pair: Sequence[Actor],
    periods: Sequence[Period],
    exposure: Sequence[int],
    *,
    seed: int = 0,
) -> Dyad:
    """What is said of two actors and each other, in time.

    Args:
        graph: the layer whose ties count, with all its sentences; co-occurrence has no sign
        pair: the two actors
        periods: in order
        exposure: how many stories each tells
        seed: of the test for changes

    Raises:
        SettingsError: both are one actor
    """
    first, second = pair
    if first.key == second.key:
        raise SettingsError(f"both names mean {first.name}: name two actors")
    events = dyad_events(graph, first.key, second.key)
    series = dyad_series(events, periods)
    changes = {
        sign: _changes([count[sign] for _, count in series], exposure, seed)
        for sign in ("+", "-", "0")
    }
    return Dyad(first.name, second.name, tuple(events), tuple(series), changes)


def _changes(counts: Sequence[int], told: Sequence[int], seed: int) -> tuple[ChangePoint, ...]:
    from actors.measures.changes import change_points

    # What happened in a period may be told later: there was at least a story for each.
    exposure = [max(pair) for pair in zip(told, counts, strict=True)]
    return tuple(change_points(counts, exposure, seed=seed))
