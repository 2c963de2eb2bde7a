"""How sure a measure is, where the study has drawn its stories again."""

from __future__ import annotations

import pytest

from actors.views import page
from tests.views.conftest import Open
from tests.views.networks import NAMES, crisis

pytestmark = pytest.mark.browser


def test_the_panel_shows_the_interval_of_a_measure_and_of_its_rank(open_page: Open) -> None:
    values = dict.fromkeys(NAMES, 1.0) | {"tj": 9.0}
    known = {"ties": {"tj": (4.0, 12.5, 1.0, 3.0)}}
    opened = open_page(
        crisis(),
        measures={"ties": values, "pagerank": values},
        size_by="ties",
        found=page.Found(intervals=known),
    )
    assert "Thin lines: 95 % intervals" in opened.text()
    assert opened.tab.locator("#panel .bar b").count() == 1
    opened.tab.fill("#search", "tajikistan")
    opened.tab.keyboard.press("Enter")
    assert "9 (95 % interval 4–12.5), rank 1 of 31, interval 1–3" in opened.text()
    opened.tab.select_option("#measure", "pagerank")
    assert "9, rank 1 of 31" in opened.text()
    assert "interval" not in opened.text()


def test_an_interval_that_is_no_number_is_not_shown(open_page: Open) -> None:
    nothing = {"ties": {"tj": (float("nan"), float("nan"), float("nan"), float("nan"))}}
    values = dict.fromkeys(NAMES, 1.0)
    found = page.Found(intervals=nothing)
    opened = open_page(crisis(), measures={"ties": values}, size_by="ties", found=found)
    opened.tab.fill("#search", "tajikistan")
    opened.tab.keyboard.press("Enter")
    assert "interval" not in opened.text()


def test_without_intervals_none_are_spoken_of(open_page: Open) -> None:
    assert "interval" not in open_page(crisis()).text()
