"""Time expressions: each is the first day it covers, counted from Wednesday 2021-07-14."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.extract.relations.dateforms import times

WEDNESDAY = date(2021, 7, 14)
READ = {
    "on 2021-07-07": "2021-07-07",
    "on 7 July 2021": "2021-07-07",
    "on the 7th of July 2021": "2021-07-07",
    "on July 7, 2021": "2021-07-07",
    "on Sept. 11, 2001": "2001-09-11",
    "in July 2019": "2019-07-01",
    "in the spring of 2014": "2014-03-01",
    "in 2012": "2012-01-01",
    "on 3 May": "2021-05-03",
    "on December 24": "2020-12-24",
    "in March": "2021-03-01",
    "on Monday": "2021-07-12",
    "Wednesday": "2021-07-14",
    "last Wednesday": "2021-07-07",
    "next Friday": "2021-07-16",
    "today": "2021-07-14",
    "yesterday": "2021-07-13",
    "tomorrow": "2021-07-15",
    "three days ago": "2021-07-11",
    "10 days ago": "2021-07-04",
    "a week ago": "2021-07-07",
    "two months earlier": "2021-05-14",
    "an year ago": "2020-07-14",
    "a decade ago": "2011-07-14",
    "last week": "2021-07-05",
    "this week": "2021-07-12",
    "last month": "2021-06-01",
    "earlier this month": "2021-07-01",
    "next year": "2022-01-01",
    "last year": "2020-01-01",
    "last summer": "2020-06-01",
    "last winter": "2020-12-01",
    "this autumn": "2021-09-01",
    "next spring": "2022-03-01",
    "last weekend": "2021-07-10",
    "over the weekend": "2021-07-10",
    "in the early 1990s": "1990-01-01",
    "in the 2012 race": "2012-01-01",
}
ABSOLUTE = (
    "in the early 1990s",
    "in the 2012 race",
    "in 2012",
    "on July 7, 2021",
    "in July 2019",
    "in the spring of 2014",
)
UNREAD = ("on 30 February 2020", "in the past decade", "may help", "at noon", "in 12 towns")


@pytest.mark.parametrize("said", READ)
def test_an_expression_is_its_first_day(said: str) -> None:
    assert [t.when.isoformat() for t in times(f"They met {said}.", WEDNESDAY)] == [READ[said]]


@pytest.mark.parametrize("said", READ)
def test_without_a_date_only_absolute_expressions_are_read(said: str) -> None:
    absolute = bool({"20", "19"} & {said[i : i + 2] for i in range(len(said))})
    assert bool(list(times(f"They met {said}.", None))) == absolute


@pytest.mark.parametrize("said", UNREAD)
def test_what_is_no_date_is_not_read(said: str) -> None:
    assert list(times(f"They {said}.", WEDNESDAY)) == []


@given(st.text(alphabet="0123456789 -/.,adeinmnorstuyMJ", max_size=60), st.dates())
def test_any_text_is_survived_and_offsets_fit(text: str, day: date) -> None:
    for time in times(text, day):
        assert 0 <= time.start < time.end <= len(text)
