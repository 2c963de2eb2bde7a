"""Ties whose sentences are dated to the month or the year: counted in SQL as in memory."""

from __future__ import annotations

from datetime import date

import pytest

from actors.network import build_graph
from actors.network.views import counted, during
from actors.network.when import extent
from tests.network.corpora import ONE, THREE, TWO, says, study

DATES = ("2012", "2021-07", "2021-06-28/2021-07-04", "2021-07-09", None)
PERIODS = (
    (date(2021, 7, 1), date(2021, 7, 2)),
    (date(2021, 7, 1), date(2021, 7, 31)),
    (date(2012, 1, 1), date(2012, 12, 31)),
    (date(2012, 3, 1), date(2012, 3, 31)),
    (None, date(2021, 7, 4)),
    (date(2021, 6, 29), None),
    (None, None),
)


def relations(written: str | None) -> dict[object, tuple[object, ...]]:
    """The same statement in a text of the 1st and of the 3rd of July, and in one of no date."""
    return {of: (says(of, 0, 0, 1, date=written),) for of in (ONE, TWO, THREE)}


@pytest.mark.parametrize("written", DATES)
@pytest.mark.parametrize(("since", "until"), PERIODS)
def test_a_period_keeps_the_same_sentences_in_the_study_and_in_the_network(
    written: str | None, since: date | None, until: date | None
) -> None:
    with study(relations=relations(written)) as store:
        whole = build_graph(store, ("stated",), evidence=100)
        there = build_graph(store, ("stated",), evidence=100, since=since, until=until)
    here = whole if since is until is None else during(whole, since, until)
    assert list(there.edges(data=True)) == list(here.edges(data=True))


def test_a_tie_lasts_as_long_as_is_known_and_no_day_is_made_up() -> None:
    said = {
        ONE: (says(ONE, 0, 0, 1, date="2012"), says(ONE, 1, 0, 1, 1, date="2012-03")),
        TWO: (says(TWO, 0, 0, 1, date="2021-06-28/2021-07-04"),),
    }
    with study(relations=said) as store:
        ((_, _, tie),) = build_graph(store, ("stated",), evidence=100).edges(data=True)
    assert (tie["first"], tie["last"]) == ("2012", "2021-07-04")
    assert counted(tie["evidence"])["first"] == "2012"
    assert {one["event_date"] for one in tie["evidence"]} == {
        "2012",
        "2012-03",
        "2021-06-28/2021-07-04",
    }


def test_of_dates_that_begin_alike_the_least_precise_comes_first() -> None:
    assert extent(["2012-01-01", "2012"]) == ("2012", "2012")
    assert extent(["nonsense", ""]) == ("", "")
