"""A study in time, as frames: actors and pairs by period, ties that begin and end, changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from actors.analysis.periods import told
from actors.analysis.timeline import courses, dyad, measures_over_time
from actors.frames.columns import FrameRow, frame, sortable
from actors.network.slices import lives
from actors.store.queries import actor_labels

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.measures.changes import ChangePoint
    from actors.network.slices import Period
    from actors.store import Store
    from actors.types import Actor, Key

_SIGNS = {"+": "cooperation", "-": "conflict", "0": "other"}
"""How the signs of ties are called in a table of periods."""

NOTHING = frozenset(
    {"degree", "strength", "in_degree", "out_degree", "in_strength", "out_strength"}
)
"""Measures that are 0 without a tie; all others are not defined then."""


def timeline(
    store: Store,
    graph: nx.MultiDiGraph[Key],
    actors: Sequence[Key],
    names: Sequence[str],
    periods: Sequence[Period],
) -> pd.DataFrame:
    """Measures of actors in each period, an actor after the other.

    Args:
        store: the records of a study
        graph: the layer whose ties count, with all its sentences
        actors: keys; if there are none, all actors with a tie, the strongest first
        names: measures known to `actors.plugins`
        periods: in order

    Returns:
        columns as `actors.frames.columns.COLUMNS` lists them, and one for each measure.
        Without a tie in a period, an actor has 0 where ties are counted, else no number.
    """
    table = measures_over_time(graph, names, periods)
    measured = {place: row for place, *row in table[list(names)].itertuples()}
    known = actor_labels(store)
    absent = [0.0 if name in NOTHING else float("nan") for name in names]
    stories = told(store, periods)
    rows = [
        (
            *(each.since, each.until, number, *known[key][:2], key),
            *measured.get((each.since.isoformat(), key), absent),
        )
        for key in actors or _strongest(table, names[0])
        for each, number in zip(periods, stories, strict=True)
    ]
    return frame("timeline", rows, names)


def timeline_of_pair(
    store: Store,
    graph: nx.MultiDiGraph[Key],
    pair: Sequence[Actor],
    periods: Sequence[Period],
) -> pd.DataFrame:
    """How many stories of each period tell of two actors and each other, by sign."""
    stories = told(store, periods)
    found = dyad(graph, pair, periods, stories)
    rows = [
        (each.since, each.until, number, *(counted[sign] for sign in _SIGNS))
        for (each, counted), number in zip(found.series, stories, strict=True)
    ]
    return frame("timeline, between", rows)


def timeline_of_ties(
    store: Store, graph: nx.MultiDiGraph[Key], periods: Sequence[Period], silent: int
) -> pd.DataFrame:
    """When each pair is first reported, and since when no more, the most reported first."""
    names = {key: name for key, (name, *_) in actor_labels(store).items()}
    rows = [
        (
            *(names[key] for key in one.pair),
            *(each.since if each else None for each in (one.born, one.died)),
            one.active,
            *one.pair,
        )
        for one in lives(graph, periods, quiet=silent)
    ]
    return frame("timeline_of_ties", sorted(rows, key=lambda row: (-row[4], row[0], row[1])))


def changes_of_actors(
    store: Store,
    graph: nx.MultiDiGraph[Key],
    actors: Sequence[Key],
    periods: Sequence[Period],
    seed: int,
) -> pd.DataFrame:
    """The periods from which on actors are told of in more or fewer stories."""
    found = courses(graph, periods, told(store, periods), actors, seed=seed)
    rows = [row for one in found for row in _changes(one.name, one.changes, periods, one.key)]
    return frame("changes", rows)


def changes_of_pair(
    store: Store,
    graph: nx.MultiDiGraph[Key],
    pair: Sequence[Actor],
    periods: Sequence[Period],
    seed: int,
) -> pd.DataFrame:
    """The same for what is told of two actors and each other, for each sign."""
    found = dyad(graph, pair, periods, told(store, periods), seed=seed)
    rows = [
        row
        for sign, name in _SIGNS.items()
        for row in _changes(name, found.changes[sign], periods, "")
    ]
    return frame("changes", rows)


def _changes(
    name: str, changes: Sequence[ChangePoint], periods: Sequence[Period], key: Key
) -> Iterator[FrameRow]:
    for one in changes:
        yield name, periods[one.at].since, one.before, one.after, one.p, key


def _strongest(table: pd.DataFrame, measure: str) -> list[Key]:
    """The actors of a table by their sum over all periods, then by name."""
    summed = table.groupby(level="key").agg({measure: "sum", "name": "first"})
    order = [measure, "name"]
    ordered = summed.sort_values(order, ascending=[False, True], kind="stable", key=sortable)
    return [str(key) for key in ordered.index]
