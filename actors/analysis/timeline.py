"""A study in time: measures period by period, the story of a dyad, ties that begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from actors.errors import NotFound, SettingsError
from actors.types import Key

if TYPE_CHECKING:
    import pandas as pd

    from actors.measures.changes import Change
    from actors.network.slices import Event, Life, Period
    from actors.study.study import Study

Periods: TypeAlias = "str | int | Iterable[str | Sequence[Any] | Period] | None"


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


@dataclass(frozen=True, slots=True)
class Course:
    """In how many stories of each period an actor is tied to another, and where that changes."""

    key: Key
    name: str
    kind: str
    stories: tuple[int, ...]
    changes: tuple[Change, ...]


def span(study: Study) -> tuple[date, date]:
    """The days of the first and of the last document.

    Raises:
        NotFound: no document has a date
    """
    with study.store() as store:
        row = store.connection.execute(
            "SELECT min(published), max(published) FROM documents"
        ).fetchone()
    first, last = row or (None, None)
    if not isinstance(first, date) or not isinstance(last, date):
        raise NotFound(
            "no document of the study has a date, so nothing can be put in time: give texts a "
            "line such as 'date: 2021-07-05' at the top, or tables --column date=NAME"
        )
    return first, last


def study_periods(study: Study, length: str | int | None = "week", step: int = 1) -> list[Period]:
    """Periods that cover the documents of a study.

    Args:
        length: ``"day"``, ``"week"``, ``"month"``, ``"quarter"``, ``"year"``, a number of days
            for a rolling window, or nothing for the shortest that gives 31 periods at most
        step: days by which a rolling window moves

    Raises:
        NotFound: no document has a date
        SettingsError: there is no such length
    """
    from actors.network.slices import fitting, periods, rolling

    first, last = span(study)
    if isinstance(length, int):
        return rolling(first, last, length, step)
    return periods(first, last, length or fitting(first, last))


def chosen_periods(study: Study, given: Periods = None) -> list[Period]:
    """Periods in any of the ways in which they may be given.

    Args:
        study: whose documents they cover
        given: ``"day"``, ``"week"``, ``"month"``, ``"quarter"`` or ``"year"``; a number of days,
            or ``"30/7"`` for windows of 30 days that move by 7; periods one by one, as in
            ``["2021-07-01..2021-07-14", "2021-07-15..2021-07-31"]``; nothing for the shortest
            calendar periods that are 31 at most

    Raises:
        NotFound: no document has a date
        SettingsError: they can't be read, or one has no end
    """
    from actors.analysis.sides import as_days
    from actors.network.slices import LENGTHS, Period

    several = [given] if isinstance(given, str | int) else list(given or ())
    first = str(several[0]) if several else ""
    width, slash, step = first.partition("/")
    if len(several) <= 1 and (not first or first in LENGTHS):
        return study_periods(study, first or None)
    if len(several) == 1 and width.isdecimal() and (step.isdecimal() or not slash):
        return study_periods(study, int(width), int(step or width))
    ends = [
        (one.since, one.until)
        if isinstance(one, Period)
        else as_days(str(one) if isinstance(one, int) else one)
        for one in several
    ]
    if any(since is None or until is None for since, until in ends):
        raise SettingsError("a period of a timeline needs both its days: 2021-07-01..2021-07-10")
    return [Period(since, until) for since, until in ends if since and until]


def told(study: Study, periods: Sequence[Period]) -> list[int]:
    """How many stories the documents of each period tell."""
    from actors.analysis.whole import stories

    return [len(stories(study, each.since, each.until)) for each in periods]


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

    from actors.analysis.whole import whole
    from actors.measures import table
    from actors.network.slices import slices
    from actors.network.views import without_isolates

    chosen = periods if periods is not None else study_periods(study)
    tables = {
        period.since.isoformat(): table(without_isolates(part), names)
        for period, part in slices(whole(study, layer, **level), chosen)
    }
    return pd.concat(tables, names=["period", "key"])


def courses(
    study: Study,
    periods: Sequence[Period],
    actors: Sequence[Key] = (),
    *,
    layer: str = "cooccurrence",
    seed: int = 0,
    **level: Any,
) -> list[Course]:
    """How often actors are told of in each period, and the periods at which that changes.

    The unit is the story, and the rate is one a story: more documents alone are no change.

    Args:
        actors: keys, in the order wanted; all if left out
        layer: which ties count
        seed: of the test for changes, see `actors.measures.changes.change_points`
    """
    from actors.analysis.whole import whole
    from actors.network.slices import stories_over_time

    graph = whole(study, layer, **level)
    counted = stories_over_time(graph, periods)
    exposure = told(study, periods)
    found = []
    for key in actors or sorted(counted):
        stories = counted.get(key, [0] * len(periods))
        name, kind = (str(graph.nodes[key].get(part) or "") for part in ("name", "kind"))
        found.append(Course(key, name, kind, tuple(stories), _changes(stories, exposure, seed)))
    return found


def dyad(
    study: Study,
    one: str,
    other: str,
    periods: Sequence[Period] | None = None,
    *,
    layer: str = "stated",
    seed: int = 0,
    **level: Any,
) -> Dyad:
    """What is said of two actors and each other, in time.

    Args:
        one: any name, as `Study.find` takes it
        other: the same for the other actor
        periods: weeks if left out; see `study_periods`
        layer: ``"stated"``, or ``"cooccurrence"``, which has no sign
        seed: of the test for changes

    Raises:
        NotFound: nobody has the name, or several have
        SettingsError: both names mean one actor
    """
    from actors.analysis.finding import lookup
    from actors.analysis.whole import whole
    from actors.network.slices import dyad_events, dyad_series

    names = lookup(study)
    first, second = names.look_up(one).actor, names.look_up(other).actor
    if first.key == second.key:
        raise SettingsError(f"both names mean {first.name}: name two actors")
    chosen = periods if periods is not None else study_periods(study)
    events = dyad_events(whole(study, layer, **level), first.key, second.key)
    series = dyad_series(events, chosen)
    exposure = told(study, chosen)
    changes = {
        sign: _changes([count[sign] for _, count in series], exposure, seed)
        for sign in ("+", "-", "0")
    }
    return Dyad(first.name, second.name, tuple(events), tuple(series), changes)


def births_and_deaths(
    study: Study,
    periods: Sequence[Period] | None = None,
    *,
    layer: str = "cooccurrence",
    quiet: int = 1,
    **level: Any,
) -> list[Life]:
    """When each pair is first and last reported; see `actors.network.slices.lives`."""
    from actors.analysis.whole import whole
    from actors.network.slices import lives

    chosen = periods if periods is not None else study_periods(study)
    return lives(whole(study, layer, **level), chosen, quiet=quiet)


def _changes(counts: Sequence[int], told: Sequence[int], seed: int) -> tuple[Change, ...]:
    from actors.measures.changes import change_points

    # What happened in a period may be told later: there was at least a story for each.
    exposure = [max(pair) for pair in zip(told, counts, strict=True)]
    return tuple(change_points(counts, exposure, seed=seed))
