"""The views of sides taken and of disputes, in a browser: what they say, by mouse and by keys."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from actors.analysis.disputes import disputes
from actors.analysis.positions import about_others
from actors.views import page
from actors.views.discourse import Contested, Discourse, Position, contested, discourses
from tests.report.networks import told
from tests.views.conftest import Open, Opened

pytestmark = pytest.mark.browser

TIES = (
    *("Norland aid + Midland | Wire | 2021-07-05", "Ostland aid + Midland | Post | 2021-07-06"),
    *("Sudland accuse - Midland | Wire | 2021-07-07", "Norland accuse - Sudland | Wire"),
    "Norland not aid + Midland | Globe | 2021-07-08 | denied | Envoy",
)
BUTTON = "Who is for or against whom"


def found_in(graph: nx.MultiDiGraph[Any]) -> page.Found:
    pairs = [
        Contested(
            one.pair,
            one.kind,
            tuple(((each.source, each.target, each.tie), each.at) for each in one.holds),
            tuple(((each.source, each.target, each.tie), each.at) for each in one.against),
        )
        for one in disputes(graph)
    ]
    told_whole = Position("Ostland", "", False, "Sudland", text="<b>Cold.</b>", where="Post")
    sides = Discourse("others", (*about_others(graph), told_whole))
    return page.Found(discourses=(sides,), contested=pairs)


@pytest.fixture
def opened(open_page: Open) -> Opened:
    graph = told(*TIES)
    return open_page(graph, found=found_in(graph))


def side(opened: Opened, name: str) -> Any:
    return opened.tab.locator("#discourse .side").filter(has_text=name)


def test_actors_stand_left_and_what_they_take_sides_on_right(opened: Opened) -> None:
    opened.tab.get_by_role("button", name=BUTTON).click()
    assert "5 statements of 3 actors." in opened.text("#discourse")
    left = opened.tab.locator("#discourse .side.left").all_inner_texts()
    right = opened.tab.locator("#discourse .side.right").all_inner_texts()
    assert sorted(left) == ["Norland", "Ostland", "Sudland"]
    assert sorted(right) == ["Midland", "Sudland"]
    assert opened.tab.locator("#discourse path.for").count() == 2
    assert opened.tab.locator("#discourse path.against").count() == 3
    label = opened.tab.locator("#discourse .side.right", has_text="Midland")
    assert label.get_attribute("aria-label") == "Midland: 2 for it, 1 against it"


def test_a_name_tells_who_agrees_and_shows_the_sentences(opened: Opened) -> None:
    opened.tab.get_by_role("button", name=BUTTON).click()
    opened.tab.locator("#discourse .side.left", has_text="Norland").click()
    said = opened.text("#position")
    assert "Takes the same side as Ostland (on 2)." in said
    assert "Takes the opposite side to Sudland (on 1)." in said
    assert "Norland aid + Midland" in said
    assert opened.tab.locator("#discourse path:not(.away)").count() == 2


def test_a_stance_of_a_whole_document_says_so_and_stays_text(opened: Opened) -> None:
    opened.tab.get_by_role("button", name=BUTTON).click()
    opened.tab.locator("#discourse .side.left", has_text="Ostland").click()
    said = opened.text("#position")
    assert "<b>Cold.</b>" in said
    assert "shown by the whole document" in said


def test_keys_reach_everything_and_escape_closes(opened: Opened) -> None:
    opened.tab.get_by_role("button", name=BUTTON).focus()
    opened.tab.keyboard.press("Enter")
    assert opened.tab.evaluate("document.activeElement.id") == "discourse"
    opened.tab.keyboard.press("Tab")  # close
    opened.tab.keyboard.press("Tab")  # the first name
    opened.tab.keyboard.press("Enter")
    assert opened.tab.locator("#discourse .side[aria-pressed=true]").count() == 1
    assert opened.text("#position").strip()
    opened.tab.keyboard.press("Escape")
    assert opened.tab.locator("#discourse").is_hidden()


def test_the_next_view_lies_over_nothing(opened: Opened) -> None:
    opened.tab.get_by_role("button", name=BUTTON).click()
    opened.tab.locator("#views").get_by_role("button", name="Everything").click()
    assert opened.tab.locator("#discourse").is_hidden()


def test_a_dispute_tells_both_sides_with_voice_and_day(opened: Opened) -> None:
    opened.tab.locator("#panel").get_by_role("button", name="Midland and Norland").click()
    said = opened.text()
    assert "DISPUTED" in said.upper()
    assert "Stated by some, denied by others." in said
    assert "Wire on 2021-07-05:" in said
    assert "Envoy, in Globe on 2021-07-08:" in said
    assert "Norland denies helping Midland" in said


def test_a_page_without_statements_has_no_such_view(open_page: Open) -> None:
    bare = open_page(told(*TIES))
    assert bare.tab.get_by_role("button", name=BUTTON).count() == 0
    assert "who contradicts whom" not in bare.text().casefold()


def test_sentences_that_the_page_does_not_hold_are_left_out() -> None:
    graph = told("A aid + B | Wire")
    tie = ("A", "B", ("aid", False))
    beyond = Position("A", "", True, "B", tie, 99)
    assert discourses(graph, [Discourse("others", (beyond,))])[0]["rows"] == []
    assert contested(graph, [Contested(("A", "B"), "denied", ((tie, 0),), ((tie, 99),))]) == []
    gone = Position("X", "", True, "B", tie, 0)
    assert discourses(graph, [Discourse("others", (gone,))])[0]["rows"] == []
