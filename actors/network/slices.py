"""A network in time: slices, the events of a dyad, ties that begin and end.

The day of a sentence is that of the event where the text gives it, else that of the
document; what has no day is in no slice, and what is known to the month or year only is in
slices of that length (`actors.network.when.within`). Give these functions a graph that keeps all
its sentences (`actors.network.build.build_graph` with a large ``evidence``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from actors.errors import SettingsError
from actors.factuality import asserted, asserting, leaning
from actors.network.views import during, happened
from actors.network.when import taken_place, within
from actors.types import Evidence, Key, TieAttributes

if TYPE_CHECKING:
    import networkx as nx

LENGTHS = ("day", "week", "month", "quarter", "year")
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
"""About how long each is."""
MOST_PERIODS = 20_000
"""Periods beyond which some date is surely wrong: days of 54 years, or years of all."""
_MOST = 31
"""Periods that a table or figure may have before the next longer length is taken."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Some days, the first and the last included.

    >>> str(Period(date(2021, 7, 1), date(2021, 7, 10)))
    '2021-07-01..2021-07-10'
    """

    since: date
    until: date

    def __str__(self) -> str:
        return f"{self.since}..{self.until}"

    def __contains__(self, day: str) -> bool:
        return within({"date": day}, self.since, self.until)


@dataclass(frozen=True, slots=True)
class Event:
    """One sentence about a dyad: when, what kind of tie, from whom, and the words."""

    day: str
    source: Key
    target: Key
    type: str
    sign: str
    sentence: Evidence

    def within(self, period: Period) -> bool:
        """Whether it belongs into a period; see `actors.network.when.within`."""
        return within(self.sentence, period.since, period.until)


@dataclass(frozen=True, slots=True)
class Life:
    """When a pair is tied: the periods of its first and last report.

    ``born`` is `None` where it was there in the first period already, ``died`` where it is
    still there at the end; ``died`` is the first period without it.
    """

    pair: tuple[Key, Key]
    born: Period | None
    died: Period | None
    active: int


def slices(
    graph: nx.MultiDiGraph[Key], periods: Iterable[Period]
) -> Iterator[tuple[Period, nx.MultiDiGraph[Key]]]:
    """The network in each period; all actors are in every slice.

    Raises:
        SettingsError: a tie keeps only some of its sentences.
    """
    for period in periods:
        yield period, during(graph, period.since, period.until)


def days(graph: nx.MultiDiGraph[Key]) -> list[str]:
    """When the sentences took place, in order, each once: days, or months and years."""
    ties = graph.edges(data="evidence")
    return sorted({happened(one) for *_, evidence in ties for one in evidence} - {""})


def periods(first: date, last: date, length: str) -> list[Period]:
    """Calendar periods that cover some days without gaps.

    Each is a ``day``, ``week`` (from Monday), ``month``, ``quarter`` or ``year``. The first and
    last may reach beyond the days.

    Raises:
        SettingsError: the length is none of these, ``last`` is before ``first``, or there would
            be more periods than anybody looks at

    >>> [str(week) for week in periods(date(2021, 7, 7), date(2021, 7, 12), "week")]
    ['2021-07-05..2021-07-11', '2021-07-12..2021-07-18']
    """
    if length not in LENGTHS or last < first:
        raise SettingsError(
            f"periods of a {length!r} from {first} to {last}: use {', '.join(LENGTHS)}, "
            "and a last day that is not before the first"
        )
    _check(first, last, _DAYS[length], f"periods of a {length}")
    found = []
    start: date | None = _start(first, length)
    while start is not None and start <= last:
        following = _next(start, length)
        found.append(Period(start, following - timedelta(days=1) if following else date.max))
        start = following
    return found


def fitting(first: date, last: date) -> str:
    """The shortest length that puts some days into at most 31 periods.

    >>> fitting(date(2021, 7, 5), date(2021, 7, 20)), fitting(date(2021, 7, 5), date(2022, 9, 5))
    ('day', 'month')
    """
    reach = (last - first).days
    short = (each for each in LENGTHS if reach <= (_MOST + 1) * _DAYS[each] + _DAYS[each])
    return next((each for each in short if len(periods(first, last, each)) <= _MOST), LENGTHS[-1])


def _check(first: date, last: date, step: int, what: str) -> None:
    """Refuse to cut centuries into days.

    Raises:
        SettingsError: that would give more than `MOST_PERIODS`.
    """
    count = (last - first).days // step
    if count > MOST_PERIODS:
        raise SettingsError(
            f"{what} from {first} to {last} would be {count:,}: take longer ones, or look with "
            "'actors list documents' for a date that is wrong"
        )


def rolling(first: date, last: date, width: int, step: int = 1) -> list[Period]:
    """Windows of ``width`` days that move by ``step`` days; the last ends on or before ``last``.

    Raises:
        SettingsError: a width or step below one day, or too many windows

    >>> [str(window) for window in rolling(date(2021, 7, 1), date(2021, 7, 5), 3, 2)]
    ['2021-07-01..2021-07-03', '2021-07-03..2021-07-05']
    """
    if width < 1 or step < 1:
        raise SettingsError(f"a window of {width} days moving by {step}: both must be 1 or more")
    _check(first, last, step, f"windows that move by {step} days")
    reach = (last - first).days + 1 - width
    starts = [first + timedelta(days=offset) for offset in range(0, reach + 1, step)]
    return [Period(start, start + timedelta(days=width - 1)) for start in starts]


def dyad_events(graph: nx.MultiDiGraph[Key], one: Key, other: Key) -> list[Event]:
    """What is said of two actors and each other, by day; sentences without a day are left out."""
    events = [
        Event(happened(sentence), source, target, tie["type"], _sign(tie, sentence), sentence)
        for a, b in ((one, other), (other, one))
        for source, target, tie in _between(graph, a, b)
        for sentence in tie["evidence"]
        if happened(sentence)
    ]
    return sorted(events, key=_order)


def dyad_series(
    events: Iterable[Event], periods: Sequence[Period]
) -> list[tuple[Period, dict[str, int]]]:
    """How many stories tell of each sign (``+``, ``-``, ``0``) in each period, zeros included."""
    told = list(events)
    return [
        (
            period,
            {
                sign: len({e.sentence["story"] for e in here if e.sign == sign})
                for sign in ("+", "-", "0")
            },
        )
        for period in periods
        for here in [[event for event in told if event.within(period)]]
    ]


def stories_over_time(
    graph: nx.MultiDiGraph[Key], periods: Sequence[Period]
) -> dict[Key, list[int]]:
    """For each actor with a tie, how many stories tie it to another in each period.

    What no sentence asserts is left out, as in measures.
    """
    told: dict[Key, list[set[Key]]] = {}
    for source, target, tie in graph.edges(data=True):
        said = asserting(tie)
        for end in (source, target) if said else ():
            of = told.setdefault(end, [set() for _ in periods])
            for stories, period in zip(of, periods, strict=True):
                stories.update(
                    one["story"] for one in said if within(one, period.since, period.until)
                )
    return {key: [len(stories) for stories in of] for key, of in told.items()}


def lives(graph: nx.MultiDiGraph[Key], periods: Sequence[Period], *, quiet: int = 1) -> list[Life]:
    """Births and deaths of ties: when each pair is first and last reported.

    Args:
        graph: choose a layer first; what no sentence asserts is no tie
        periods: in order, and apart from each other
        quiet: a tie has died if the last so many periods do not report it. Nobody announces
            the end of a tie; a larger number takes fewer silences for an end.

    Returns:
        by birth, then by pair
    """
    found = [
        _life(pair, at, periods, quiet) for pair, at in sorted(_active(graph, periods).items())
    ]
    return sorted(found, key=lambda life: (life.born or periods[0], life.pair))


def _life(pair: tuple[Key, Key], at: set[int], periods: Sequence[Period], quiet: int) -> Life:
    first, last = min(at), max(at)
    silent = len(periods) - 1 - last
    born = periods[first] if first else None
    return Life(pair, born, periods[last + 1] if silent >= max(1, quiet) else None, len(at))


def _active(
    graph: nx.MultiDiGraph[Key], periods: Sequence[Period]
) -> dict[tuple[Key, Key], set[int]]:
    """The numbers of the periods in which each pair is reported; the lesser key first."""
    found: dict[tuple[Key, Key], set[int]] = defaultdict(set)
    for source, target, tie in graph.edges(data=True):
        said = _when(asserting(tie))
        for number, period in enumerate(periods):
            if any(within(one, period.since, period.until) for one in said):
                low, high = sorted((source, target))
                found[low, high].add(number)
    return dict(found)


def _when(evidence: Iterable[Evidence]) -> list[dict[str, str]]:
    """The different times that sentences tell of; the words do not matter here."""
    times = {(one["event_date"], one["date"]) for one in evidence}
    return [{"event_date": event, "date": day} for event, day in sorted(times)]


def _order(event: Event) -> tuple[str, str, int, Key, str, str]:
    at = event.sentence
    first, last = taken_place(at) or (date.max, date.max)
    when = f"{first} {last}"
    return when, at["name"], at["start"], event.source, event.type, event.sign


def _between(
    graph: nx.MultiDiGraph[Key], a: Key, b: Key
) -> Iterator[tuple[Key, Key, TieAttributes]]:
    for tie in (graph.get_edge_data(a, b) or {}).values():
        yield a, b, tie


def _sign(tie: TieAttributes, sentence: Evidence) -> str:
    return leaning(tie) if asserted(sentence) else "0"


def _start(day: date, length: str) -> date:
    if length == "week":
        return day - timedelta(days=day.weekday())
    months = _MONTHS.get(length)
    return day.replace(month=(day.month - 1) // months * months + 1, day=1) if months else day


def _next(start: date, length: str) -> date | None:
    """When the next period starts; nothing after the last year that the calendar has."""
    try:
        if length not in _MONTHS:
            return start + timedelta(days=7 if length == "week" else 1)
        year, month = divmod(start.year * 12 + start.month - 1 + _MONTHS[length], 12)
        return date(year, month + 1, 1)
    except (OverflowError, ValueError):
        return None
