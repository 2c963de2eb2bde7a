"""A network in time, on a corpus small enough to count by hand."""

from __future__ import annotations

from datetime import date

import networkx as nx
import pytest

from actors.errors import SettingsError
from actors.network import build_graph
from actors.network.bystory import confidences_by_story, rows_by_story, signed_rows_by_story
from actors.network.slices import (
    Period,
    days,
    dyad_events,
    dyad_series,
    fitting,
    lives,
    periods,
    rolling,
    slices,
)
from tests.network.corpora import ONE, THREE, TWO, says, study


def july(first: int, last: int) -> Period:
    return Period(date(2021, 7, first), date(2021, 7, last))


def graph(layer: str = "cooccurrence") -> nx.MultiDiGraph[str]:
    """Documents of the 1st and the 3rd of July, and one without a date."""
    relations = {
        ONE: (says(ONE, 0, 0, 1), says(ONE, 1, 1, 0, negated=True)),
        TWO: (says(TWO, 0, 1, 0, type="cooperate", sign="+", date="2021-07-09"),),
        THREE: (says(THREE, 0, 0, 1, confidence=0.5),),
    }
    with study(relations=relations) as store:
        return build_graph(store, (layer,), evidence=10**6)


def test_days_and_slices() -> None:
    assert days(graph()) == ["2021-07-01", "2021-07-03"]
    (one, first), (_, second) = slices(graph(), [july(1, 2), july(3, 4)])
    assert one == july(1, 2)
    assert sorted(first.edges(data="weight")) == [("a", "b", 1.0), ("a", "c", 1.0)]
    assert sorted(second.edges(data="weight")) == [("a", "b", 1.0), ("b", "c", 1.0)]
    assert set(first) == {"a", "b", "c"}


def test_a_graph_that_lost_sentences_is_refused() -> None:
    with study() as store:
        thin = build_graph(store, ("cooccurrence",), evidence=1)
    with pytest.raises(SettingsError, match="only some"):
        list(slices(thin, [july(1, 2)]))
    with pytest.raises(SettingsError, match="only some"):
        list(rows_by_story(thin))


def test_months_and_days_cover_without_gaps() -> None:
    found = periods(date(2020, 12, 31), date(2021, 2, 1), "month")
    assert [str(each) for each in found] == [
        "2020-12-01..2020-12-31",
        "2021-01-01..2021-01-31",
        "2021-02-01..2021-02-28",
    ]
    assert periods(date(2021, 7, 1), date(2021, 7, 2), "day") == [july(1, 1), july(2, 2)]
    assert "2021-07-01" in july(1, 1)
    assert "2021-07-02" not in july(1, 1)


def test_lengths_that_make_no_sense() -> None:
    with pytest.raises(SettingsError):
        periods(date(2021, 7, 1), date(2021, 7, 2), "fortnight")
    with pytest.raises(SettingsError):
        periods(date(2021, 7, 2), date(2021, 7, 1), "day")
    with pytest.raises(SettingsError):
        rolling(date(2021, 7, 1), date(2021, 7, 9), 0)
    assert rolling(date(2021, 7, 1), date(2021, 7, 2), 3) == []


def test_events_of_a_dyad_by_the_day_of_the_event() -> None:
    events = dyad_events(graph("stated"), "b", "a")
    assert [(e.day, e.source, e.type, e.sign) for e in events] == [
        ("2021-07-01", "a", "accuse", "-"),
        ("2021-07-01", "b", "accuse", "0"),  # a denial is no conflict
        ("2021-07-09", "a", "cooperate", "+"),
    ]
    series = dyad_series(events, [july(1, 3), july(4, 6), july(7, 9)])
    assert [counts for _, counts in series] == [
        {"+": 0, "-": 1, "0": 1},
        {"+": 0, "-": 0, "0": 0},
        {"+": 1, "-": 0, "0": 0},
    ]


def test_births_and_deaths() -> None:
    by_day = [july(day, day) for day in range(1, 6)]
    told = {life.pair: life for life in lives(graph(), by_day)}
    # a and b meet on the 1st and the 3rd, a and c on the 1st, b and c on the 3rd.
    assert (told["a", "b"].born, told["a", "b"].died, told["a", "b"].active) == (
        None,
        july(4, 4),
        2,
    )
    assert told["a", "c"].died == july(2, 2)
    assert told["b", "c"].born == july(3, 3)
    patient = {life.pair: life.died for life in lives(graph(), by_day, quiet=3)}
    assert patient == {("a", "b"): None, ("a", "c"): july(2, 2), ("b", "c"): None}


def test_rows_by_story_sum_to_the_weights() -> None:
    rows = sorted(rows_by_story(graph()))
    assert sum(weight for *_, weight in rows) == sum(
        weight for *_, weight in graph().edges(data="weight")
    )
    assert (ONE.key, "a", "b", 1.0) in rows
    both = list(rows_by_story(graph(), arcs=True))
    assert len(both) == 2 * len(rows)


def test_signed_rows_have_the_sign_and_nothing_else_has() -> None:
    assert list(signed_rows_by_story(graph())) == []
    rows = sorted(signed_rows_by_story(graph("stated"), arcs=True))
    # Accusations run from a to b; the cooperation holds both ways.
    signs = sorted((one, other, sign) for _, one, other, _, sign in rows)
    assert signs == [("a", "b", -1), ("a", "b", -1), ("a", "b", 1), ("b", "a", 1)]


def test_negated_ties_are_no_rows() -> None:
    stated = graph("stated")
    assert sorted((s, t) for _, s, t, _ in rows_by_story(stated)) == [("a", "b")] * 3
    told = sorted(confidence for *_, confidence in confidences_by_story(stated))
    assert told == [0.5, 1.0, 1.0]


@pytest.mark.parametrize("length", ["day", "week", "month", "quarter", "year"])
def test_the_last_day_of_the_calendar_is_in_a_period(length: str) -> None:
    last = date(9999, 12, 31)
    assert periods(date(9999, 12, 30), last, length)[-1].until == last


@pytest.mark.parametrize("length", ["day", "week", "month"])
def test_centuries_are_not_cut_into_days(length: str) -> None:
    with pytest.raises(SettingsError, match=r"would be .*: take longer ones"):
        periods(date(1, 1, 1), date(9999, 12, 31), length)
    with pytest.raises(SettingsError, match="windows that move by 1 days"):
        rolling(date(1, 1, 1), date(9999, 12, 31), 7)


def test_all_years_fit_into_periods_of_a_year() -> None:
    assert fitting(date(1, 1, 1), date(9999, 12, 31)) == "year"
    years = periods(date(1, 1, 1), date(9999, 12, 31), "year")
    assert len(years) == 9999
