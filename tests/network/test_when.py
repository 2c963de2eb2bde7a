"""Days, months and years in periods, by hand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.knowledge.calendar import span
from actors.network.slices import Period, dyad_events, dyad_series, lives, periods, slices
from actors.network.when import taken_place, within
from tests.network.test_slices import graph

JANUARY = date(2012, 1, 1), date(2012, 1, 31)
YEAR = date(2012, 1, 1), date(2012, 12, 31)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2021-07-05", "2021-07-05", "2021-07-05"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2012-12", "2012-12-01", "2012-12-31"),
        ("2012", "2012-01-01", "2012-12-31"),
        ("2012/2013", "2012-01-01", "2013-12-31"),
        ("2021-07-05/2021-07-09", "2021-07-05", "2021-07-09"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_what_a_date_can_mean(written: str, first: str, last: str) -> None:
    assert span(written) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "written", ["", "/", "2012-13", "2012-02-30", "0000", "2013/2012", "12", "2012-1", "soon/2012"]
)
def test_what_is_no_date(written: str) -> None:
    assert span(written) is None


@given(
    st.text(max_size=12) | st.from_regex(r"\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?", fullmatch=True)
)
def test_any_text_is_a_stretch_of_days_or_nothing(written: str) -> None:
    found = span(written)
    assert found is None or found[0] <= found[1]


def told(event: str, document: str = "") -> dict[str, str]:
    return {"event_date": event, "date": document}


def test_a_year_is_in_a_year_and_in_no_month_of_it() -> None:
    assert within(told("2012", "2021-07-05"), *YEAR)
    assert not within(told("2012", "2021-07-05"), *JANUARY)
    assert not within(told("2012"), *JANUARY)


def test_a_report_of_the_same_year_stands_for_it() -> None:
    assert within(told("2012", "2012-01-20"), *JANUARY)
    assert not within(told("2012", "2012-02-20"), *JANUARY)


def test_a_stretch_over_an_end_belongs_where_it_begins() -> None:
    stretch = told("2012-01-30/2012-02-02", "2012-02-03")
    assert within(stretch, *JANUARY)
    assert not within(stretch, date(2012, 2, 1), date(2012, 2, 29))


def test_open_periods_hold_what_surely_lies_in_them() -> None:
    assert within(told("2012"), None, date(2012, 12, 31))
    assert not within(told("2012"), None, date(2012, 6, 30))
    assert within(told("2012"), date(2012, 1, 1), None)
    assert not within(told("2012"), date(2012, 1, 2), None)
    assert within(told("2012"), None, None)
    assert not within(told(""), None, None)


def test_what_cannot_be_read_as_a_date_falls_back_to_the_document() -> None:
    assert taken_place(told("in summer", "2012-01-20")) == (date(2012, 1, 20), date(2012, 1, 20))


def test_a_network_whose_events_are_known_to_the_month() -> None:
    made = graph("stated")
    for _, _, tie in made.edges(data=True):
        tie["evidence"] = tuple(
            one | {"event_date": "2021-06"} if one["event_date"] else one for one in tie["evidence"]
        )
    months = periods(date(2021, 6, 1), date(2021, 7, 31), "month")
    (_, june), (_, july) = slices(made, months)
    assert [tie["type"] for *_, tie in june.edges(data=True)] == ["cooperate"]
    assert june.number_of_edges() + july.number_of_edges() == made.number_of_edges()
    weeks = periods(date(2021, 5, 31), date(2021, 7, 4), "week")
    assert sum(part.number_of_edges() for _, part in slices(made, weeks)) == july.number_of_edges()
    events = dyad_events(made, "a", "b")
    assert events[0].day == "2021-06"  # in order of time
    assert [counts["+"] for _, counts in dyad_series(events, months)] == [1, 0]
    assert [counts["+"] for _, counts in dyad_series(events, weeks)] == [0] * 5
    born = {life.pair: life.born for life in lives(made, months)}
    assert born["a", "b"] is None


def test_quarters_and_years_cover_without_gaps() -> None:
    found = periods(date(2020, 12, 31), date(2021, 5, 1), "quarter")
    assert [str(each) for each in found] == [
        "2020-10-01..2020-12-31",
        "2021-01-01..2021-03-31",
        "2021-04-01..2021-06-30",
    ]
    years = periods(date(2020, 12, 31), date(2021, 1, 1), "year")
    assert [each.since.isoformat() for each in years] == ["2020-01-01", "2021-01-01"]
    assert "2020" in years[0]
    assert "2020" not in Period(date(2020, 1, 1), date(2020, 6, 30))
