"""Dates in the forms that documents have."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.readers.dates import parse_date

DAY = date(2021, 7, 7)


@pytest.mark.parametrize(
    "value",
    [
        *("2021-07-07", "2021-07-07T10:00:00Z", "2021/7/7", "20210707", "07.07.2021", "7/7/2021"),
        *("7 July 2021", "July 7, 2021", "Wed, 07 Jul 2021 10:00:00 GMT", "7th of July 2021"),
        *("Jul. 7 2021", "Wednesday, July 7, 2021", "7 июля 2021", "7. Juli 2021"),
        *(DAY, datetime(2021, 7, 7, 23, 59, tzinfo=UTC)),
    ],
)
def test_forms_of_one_day(value: object) -> None:
    assert parse_date(value) == DAY


def test_day_comes_before_month_unless_that_is_no_day() -> None:
    assert parse_date("03/04/2021") == date(2021, 4, 3)
    assert parse_date("07/14/2021") == date(2021, 7, 14)


@pytest.mark.parametrize(
    "value",
    [None, 5, "", "July 2021", "2021", "yesterday", "99.99.2021", "30 February 2021", "a" * 99],
)
def test_what_names_no_day(value: object) -> None:
    assert parse_date(value) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_every_day_comes_back(day: date) -> None:
    assert parse_date(day.isoformat()) == parse_date(f"{day:%d.%m.%Y}") == day
    assert parse_date(f"{day:%d %B %Y}") == parse_date(f"{day:%b %d, %Y}") == day
