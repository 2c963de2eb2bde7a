"""A study in time: measures period by period, the story of a dyad, ties that begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from actors.errors import NotFound

if TYPE_CHECKING:
    import pandas as pd

    from actors.measures.changes import Change
    from actors.network.slices import Event, Life, Period
    from actors.study.study import Study


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
    changes: dict[str, tuple[Change, ...]]


def study_periods(study: Study, length: str | int = "week", step: int = 1) -> list[Period]:
    """Periods that cover the documents of a study.

    Args:
        length: ``"day"``, ``"week"``, ``"month"``, or a number of days for a rolling window
        step: days by which a rolling window moves

    Raises:
        NotFound: no document has a date
        SettingsError: there is no such length
    """
    from actors.network.slices import periods, rolling

    with study.store() as store:
        row = store.connection.execute(
            "SELECT min(published), max(published) FROM documents"
        ).fetchone()
    first, last = row or (None, None)
    if not isinstance(first, date) or not isinstance(last, date):
        raise NotFound("no document of the study has a date, so nothing can be put in time")
    if isinstance(length, int):
        return rolling(first, last, length, step)
    return periods(first, last, length)


def measures_over_time(
    study: Study,
    names: Sequence[str],
    periods: Sequence[Period] | None = None,
    *,
    layer: str = "cooccurrence",
    **level: Any,
) -> pd.DataFrame:
    """Measures of each actor in each period, on the network of that period alone.

    Args:
        names: measures known to `actors.plugins`
        periods: weeks if left out; see `study_periods`
        layer: the layer to measure

    Returns:
        index: ``period`` (its first day, ISO) and ``key``; columns: ``name``, ``kind``,
        ``subtype`` and each measure. Actors without a tie in a period have no row in it.
    """
    import pandas as pd

    from actors.measures import table
    from actors.network.slices import slices
    from actors.network.views import without_isolates
    from actors.study.whole import whole

    chosen = periods if periods is not None else study_periods(study)
    tables = {
        period.since.isoformat(): table(without_isolates(part), names)
        for period, part in slices(whole(study, layer, **level), chosen)
    }
    return pd.concat(tables, names=["period", "key"])


def dyad(
    study: Study,
    one: str,
    other: str,
    periods: Sequence[Period] | None = None,
    *,
    layer: str = "stated",
    seed: int = 0,
) -> Dyad:
    """What is said of two actors and each other, in time.

    Args:
        one: a name, an alias or a key
        other: the same for the other actor
        periods: weeks if left out; see `study_periods`
        layer: ``"stated"``, or ``"cooccurrence"``, which has no sign
        seed: of the test for changes

    Raises:
        NotFound: nobody has the name, or several have
    """
    from actors.measures.changes import change_points
    from actors.network.slices import dyad_events, dyad_series
    from actors.study.card import find
    from actors.study.whole import stories, whole

    actors = study.actors()
    first, second = find(actors, one), find(actors, other)
    chosen = periods if periods is not None else study_periods(study)
    events = dyad_events(whole(study, layer), first.key, second.key)
    series = dyad_series(events, chosen)
    told = [len(stories(study, each.since, each.until)) for each in chosen]
    changes = {}
    for sign in ("+", "-", "0"):
        counts = [count[sign] for _, count in series]
        # What happened in a period may be told later: there was at least a story for each.
        exposure = [max(pair) for pair in zip(told, counts, strict=True)]
        changes[sign] = tuple(change_points(counts, exposure, seed=seed))
    return Dyad(first.name, second.name, tuple(events), tuple(series), changes)


def births_and_deaths(
    study: Study,
    periods: Sequence[Period] | None = None,
    *,
    layer: str = "cooccurrence",
    quiet: int = 1,
) -> list[Life]:
    """When each pair is first and last reported; see `actors.network.slices.lives`."""
    from actors.network.slices import lives
    from actors.study.whole import whole

    chosen = periods if periods is not None else study_periods(study)
    return lives(whole(study, layer), chosen, quiet=quiet)
