"""What ``actors timeline`` prints: one record for tables on screen, CSV and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from actors.cli.evidence import how
from actors.cli.printed import Printed
from actors.cli.tables import Column, ScreenTable, dates, numbers, words
from actors.types import Key

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.measures.changes import ChangePoint
    from actors.network.slices import Event, Life, Period
    from actors.store import Store
    from actors.types import Actor

_COLUMNS = 6
"""Actors that fit side by side on a screen."""
_NAMES = {"+": "cooperation", "-": "conflict", "0": "other"}


@dataclass(frozen=True, slots=True)
class TimelineRequest:
    """What to measure of whom; actors by their keys."""

    actors: Sequence[str]
    measures: Sequence[str]
    top: int | None
    changes: bool
    seed: int


def measured(
    store: Store,
    graph: nx.MultiDiGraph[Key],
    slices: Sequence[Period],
    wanted: TimelineRequest,
    layer: str,
) -> Printed:
    """Measures of some actors in each period."""
    from actors.analysis.periods import told
    from actors.analysis.timeline import courses, measures_over_time
    from actors.store.queries import actor_labels

    table = measures_over_time(graph, wanted.measures, slices)
    keys = list(wanted.actors) or _strongest(table, wanted)
    stories = told(store, slices)
    flat = list(_flat(table, slices, stories, keys))
    first = wanted.measures[0]
    name = {key: about[0] for key, about in actor_labels(store).items()}
    values = {(row["period"], row["key"]): row[first] for row in flat}
    shown = keys[: wanted.top or _COLUMNS]
    rows = [
        (
            label(each),
            f"{number:,}",
            *(_cell(values.get((each.since.isoformat(), key))) for key in shown),
        )
        for each, number in zip(slices, stories, strict=True)
    ]
    record: dict[str, object] = {
        "layer": layer,
        "periods": _periods(slices, stories),
        "values": flat,
    }
    lines: list[str] = []
    if wanted.changes:
        found = courses(graph, slices, stories, keys, seed=wanted.seed)
        record["changes"] = {
            one.name: [_change(slices, each) for each in one.changes] for one in found
        }
        lines = [_said(slices, one.name, each) for one in found for each in one.changes]
        lines = lines or [f"No change of rate in {len(found)} series."]
    table = ScreenTable(
        _columns(*(name[key] for key in shown)), _told_rows(rows), f"{first}, {layer}"
    )
    return Printed(table, flat, record, lines)


def pair(
    store: Store,
    graph: nx.MultiDiGraph[Key],
    between: Sequence[Actor],
    slices: Sequence[Period],
    changes: bool,
    layer: str,
    seed: int,
) -> Printed:
    """What is reported of two actors: a series by sign, and the sentences."""
    from actors.analysis.periods import told
    from actors.analysis.timeline import dyad
    from actors.store.queries import actor_labels

    stories = told(store, slices)
    found = dyad(graph, between, slices, stories, seed=seed)
    names = {key: about[0] for key, about in actor_labels(store).items()}
    flat = [_event(event, names) for event in found.events]
    record: dict[str, object] = {
        "one": found.one,
        "other": found.other,
        "layer": layer,
        "series": [
            about | {_NAMES[sign]: count for sign, count in counts.items()}
            for about, (_, counts) in zip(_periods(slices, stories), found.series, strict=True)
        ],
        "events": flat,
    }
    rows = [
        (label(period), f"{number:,}", *(_cell(counts[sign]) for sign in _NAMES))
        for (period, counts), number in zip(found.series, stories, strict=True)
    ]
    lines = [_event_line(row) for row in flat]
    if changes:
        at = {
            _NAMES[sign]: [_change(slices, e) for e in each] for sign, each in found.changes.items()
        }
        record["changes"] = at
        said = [
            _said(slices, _NAMES[sign], change)
            for sign, each in found.changes.items()
            for change in each
        ]
        lines = [*(said or ["No change of rate."]), *lines]
    title = f"Stories of {found.one} and {found.other}, {layer}"
    table = ScreenTable(_columns(*_NAMES.values()), _told_rows(rows), title)
    return Printed(table, flat, record, lines)


def lives(
    store: Store,
    graph: nx.MultiDiGraph[Key],
    slices: Sequence[Period],
    quiet: int,
    top: int | None,
    layer: str,
) -> Printed:
    """Pairs that are reported first after the first period, or last before the last."""
    from actors.network.slices import lives
    from actors.store.queries import actor_labels

    names = {key: about[0] for key, about in actor_labels(store).items()}
    found = lives(graph, slices, quiet=quiet)
    flat = [_life(life, names) for life in sorted(found, key=_most_active)]
    moved = [row for row in flat if row["born"] or row["died"]]
    rows = [
        (row["one"], row["other"], row["born"], row["died"], str(row["active"]))
        for row in moved[: top or 30]
    ]
    born, died = (sum(bool(row[end]) for row in moved) for end in ("born", "died"))
    lines = [f"{len(flat):,} pairs: {born:,} begin after the first period, {died:,} end."]
    columns = [*words("one", "other"), *dates("begins", "missing from"), *numbers("periods")]
    record = {"layer": layer, "periods": [_period(each) for each in slices], "ties": flat}
    table = ScreenTable(columns, rows, f"Ties that begin or end, {layer}")
    return Printed(table, flat, record, lines)


def _columns(*names: str) -> list[Column]:
    return [*dates("period"), *numbers("stories", *names)]


def label(period: Period) -> str:
    """A period as a table names it.

    >>> from datetime import date
    >>> from actors.network.slices import Period
    >>> label(Period(date(2021, 7, 5), date(2021, 7, 5)))
    '2021-07-05'
    """
    return str(period.since) if period.since == period.until else str(period)


def _told_rows(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Rows of periods, a run of those in which nothing is told as one.

    >>> _told_rows([("1", "0", "·"), ("2", "0", "·"), ("3", "1", "·")])
    [('1 ... 2', '0', '·'), ('3', '1', '·')]
    """
    found: list[tuple[str, ...]] = []
    first = ""
    for row in rows:
        empty = set(row[1:]) <= {"0", "·"}
        if empty and first:
            found[-1] = (f"{first.split('..')[0]} ... {row[0].split('..')[-1]}", *row[1:])
        else:
            found.append(row)
        first = (first or row[0]) if empty else ""
    return found


def _strongest(table: pd.DataFrame, wanted: TimelineRequest) -> list[str]:
    """The actors with the most over all periods."""
    first = wanted.measures[0]
    summed = table.groupby(level="key").agg({first: "sum", "name": "first"})
    ordered = summed.sort_values([first, "name"], ascending=[False, True], kind="stable")
    return [str(key) for key in ordered.index[: wanted.top or _COLUMNS]]


def _flat(
    table: pd.DataFrame, slices: Sequence[Period], stories: Sequence[int], keys: Sequence[str]
) -> Iterator[dict[str, Any]]:
    for period, number in zip(slices, stories, strict=True):
        since = period.since.isoformat()
        for key in keys:
            if (since, key) in table.index:
                row = table.loc[(since, key)].to_dict()
                about = {"period": since, "until": period.until.isoformat(), "stories": number}
                yield about | {"key": key} | {name: _plain(value) for name, value in row.items()}


def _event(event: Event, names: dict[str, str]) -> dict[str, object]:
    said = event.sentence
    about = {
        "day": event.day,
        "source": names.get(event.source, event.source),
        "type": event.type,
        "target": names.get(event.target, event.target),
        "sign": event.sign,
        "negated": "yes" if said["negated"] else "",
    }
    place = {"document": said["name"], "start": said["start"], "end": said["end"]}
    told = {"modality": said["modality"], "speaker": said["speaker"], "story": said["story"]}
    return about | told | {"text": " ".join(said["text"].split()), "outlet": said["source"]} | place


def _event_line(row: Mapping[str, Any]) -> str:
    aside = f" ({how(row)})" if how(row) else ""
    where = ", ".join(filter(None, (row["outlet"], row["document"])))
    return (
        f"{row['day']}  {row['source']} {row['type']} {row['target']}{aside}: "
        f"“{row['text']}” ({where})"
    )


def _life(life: Life, names: dict[str, str]) -> dict[str, Any]:
    one, other = sorted(names.get(key, key) for key in life.pair)
    ends = {"born": life.born, "died": life.died}
    return {
        "one": one,
        "other": other,
        **{end: at.since.isoformat() if at else "" for end, at in ends.items()},
        "active": life.active,
    }


def _most_active(life: Life) -> tuple[int, tuple[str, str]]:
    return (-life.active, life.pair)


def _change(slices: Sequence[Period], change: ChangePoint) -> dict[str, object]:
    return {
        "from": slices[change.at].since.isoformat(),
        "before": round(change.before, 4),
        "after": round(change.after, 4),
        "p": round(change.p, 4),
    }


def _said(slices: Sequence[Period], what: str, change: ChangePoint) -> str:
    return (
        f"{what}: from {slices[change.at].since} in {change.after:.0%} of stories, "
        f"before in {change.before:.0%} (p {change.p:.3g})"
    )


def _periods(slices: Sequence[Period], stories: Sequence[int]) -> list[dict[str, object]]:
    return [
        _period(each) | {"stories": number} for each, number in zip(slices, stories, strict=True)
    ]


def _period(period: Period) -> dict[str, object]:
    return {"since": period.since.isoformat(), "until": period.until.isoformat()}


def _cell(value: float | None) -> str:
    return "·" if not value else f"{value:,.0f}" if float(value).is_integer() else f"{value:.3g}"


def _plain(value: str | float) -> str | float | None:
    """A number that JSON knows.

    >>> _plain(float("nan")), _plain("a"), _plain(2.0)
    (None, 'a', 2.0)
    """
    if isinstance(value, str):
        return value
    number = float(value)
    return number if number - number == 0 else None
