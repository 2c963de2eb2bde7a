"""Time expressions: each as precise as it is said, counted from Wednesday 2021-07-14."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.knowledge.calendar import span
from actors.languages.en.relations.dateforms import times

WEDNESDAY = date(2021, 7, 14)
READ = {
    "in Q3 2021": "2021-07/2021-09",
    "in the fourth quarter of 2020": "2020-10/2020-12",
    "in fiscal year 2022/23": "2022/2023",
    "on 2021-07-07": "2021-07-07",
    "on 7 July 2021": "2021-07-07",
    "on the 7th of July 2021": "2021-07-07",
    "on July 7, 2021": "2021-07-07",
    "on Sept. 11, 2001": "2001-09-11",
    "in July 2019": "2019-07",
    "in the spring of 2014": "2014-03/2014-05",
    "in 2012": "2012",
    "on 3 May": "2021-05-03",
    "on December 24": "2020-12-24",
    "in March": "2021-03",
    "on Monday": "2021-07-12",
    "Wednesday": "2021-07-14",
    "last Wednesday": "2021-07-07",
    "next Friday": "2021-07-16",
    "today": "2021-07-14",
    "yesterday": "2021-07-13",
    "tomorrow": "2021-07-15",
    "three days ago": "2021-07-11",
    "10 days ago": "2021-07-04",
    "a week ago": "2021-07-05/2021-07-11",
    "two months earlier": "2021-05",
    "an year ago": "2020",
    "a decade ago": "2011",
    "last week": "2021-07-05/2021-07-11",
    "this week": "2021-07-12/2021-07-18",
    "last month": "2021-06",
    "earlier this month": "2021-07",
    "next year": "2022",
    "last year": "2020",
    "last summer": "2020-06/2020-08",
    "last winter": "2020-12/2021-02",
    "this autumn": "2021-09/2021-11",
    "next spring": "2022-03/2022-05",
    "last weekend": "2021-07-10/2021-07-11",
    "over the weekend": "2021-07-10/2021-07-11",
    "in the early 1990s": "1990/1999",
    "in the 2012 race": "2012",
    "from 1846 to 1848": "1846/1848",
    "from 1846 to 48": "1846/1848",
    "in 1914-18": "1914/1918",
    "in November last year": "2020-11",
    "in May this year": "2021-05",
    "as recently as 2019": "2019",
    "in the past week": "2021-07-07/2021-07-14",
}
UNREAD = (
    "on 30 February 2020",
    "in the past decade",
    "may help",
    "at noon",
    "in 12 towns",
    "met the next day",
)


@pytest.mark.parametrize("said", READ)
def test_an_expression_is_as_precise_as_it_is_said(said: str) -> None:
    assert [t.when for t in times(f"They met {said}.", WEDNESDAY)] == [READ[said]]


@pytest.mark.parametrize("said", READ)
def test_without_a_date_only_absolute_expressions_are_read(said: str) -> None:
    absolute = bool({"20", "19", "18"} & {said[i : i + 2] for i in range(len(said))})
    assert bool(list(times(f"They met {said}.", None))) == absolute


@pytest.mark.parametrize("said", UNREAD)
def test_what_is_no_date_is_not_read(said: str) -> None:
    assert list(times(f"They {said}.", WEDNESDAY)) == []


@given(st.text(alphabet="0123456789 -/.,adeinmnorstuyMJ", max_size=60), st.dates())
def test_any_text_is_survived_and_offsets_fit(text: str, day: date) -> None:
    for time in times(text, day):
        assert 0 <= time.start < time.end <= len(text)
        assert span(time.when) is not None
