"""What is planned, asked for, denied or disputed, in the whole study whatever the view."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from actors.views import page
from actors.views.discourse import Contested
from tests.views.conftest import Open, Opened
from tests.views.test_perspectives import signed, stated

pytestmark = pytest.mark.browser

HELPED, HELPS_AGAIN = ("f0", "peru", 0), ("f0", "peru", 1)
DISPUTE = Contested(("f0", "peru"), "denied", ((HELPED, 0),), ((HELPS_AGAIN, 0),))


def plans() -> nx.MultiDiGraph[Any]:
    """A friend helped Peru and plans to do so again, Latecomer only plans to; one is asked to."""
    graph = signed()
    (later,) = stated("aid", "+", "planned")["evidence"]
    again = later | {"origin": "t", "event_date": "2021-07-09"}
    done = stated("aid", "+")
    graph.add_edge("f0", "peru", **{**done, "evidence": (*done["evidence"], again), "weight": 2.0})
    graph.add_edge("f1", "peru", **stated("aid", "+", "demanded"))
    graph.add_edge("peru", "f2", **stated("assault", "-") | {"negated": True})
    return graph


def opened_plans(open_page: Open, **how: Any) -> Opened:
    opened = open_page(plans(), view=None, **how)
    opened.tab.get_by_role("button", name="Planned, asked for, denied").click()
    return opened


def rows(opened: Opened) -> list[str]:
    """What stands in front of the sentences: when, and what is planned, say."""
    return [
        row.split("\n")[0].split("other sentences")[0]
        for row in opened.tab.locator("#planned li").all_inner_texts()
    ]


def test_what_is_planned_stands_first_what_is_only_planned_above_all(open_page: Open) -> None:
    opened = opened_plans(open_page)
    kinds = opened.tab.locator(".kinds button").all_inner_texts()
    assert kinds == ["Planned (2)", "Asked for or ordered (1)", "Said not to be so (1)"]
    assert rows(opened) == [
        "told on 2021-07-05: Latecomer plans to help Peru",
        "2021-07-09: Friend 0 plans to help Peru",
    ]
    assert "other sentences say that it is so" not in opened.text("#planned li >> nth=0")
    assert "other sentences say that it is so" in opened.text("#planned li >> nth=1")
    assert "2 sentences: somebody plans" in opened.text("#planned .about")


def test_one_click_says_what_is_denied_and_one_of_whom(open_page: Open) -> None:
    opened = opened_plans(open_page)
    opened.tab.get_by_role("button", name="Said not to be so").click()
    assert rows(opened) == ["told on 2021-07-05: Peru did not attack Friend 2"]
    opened.tab.get_by_role("button", name="Planned (2)").click()
    opened.tab.get_by_label("Of whom").select_option(label="Latecomer (1)")
    assert rows(opened) == ["told on 2021-07-05: Latecomer plans to help Peru"]
    opened.tab.locator("#planned li .ends").click()
    assert opened.text("#panel h2") == "Latecomer → Peru"


def test_disputed_pairs_stand_side_by_side(open_page: Open) -> None:
    found = page.Found(contested=(DISPUTE,))
    opened = opened_plans(open_page, found=found)
    opened.tab.get_by_role("button", name="Disputed (1)").click()
    assert rows(opened) == ["Friend 0 and Peru"]
    assert "1 pair of whom sentences contradict each other" in opened.text("#planned .about")


def test_its_button_is_pressed_while_it_is_open(open_page: Open) -> None:
    opened = opened_plans(open_page)
    pressed = opened.tab.locator("#views [aria-pressed=true]")
    assert pressed.all_inner_texts() == ["Planned, asked for, denied"]
    opened.tab.keyboard.press("Escape")
    assert not opened.tab.is_visible("#planned")
    assert pressed.all_inner_texts() == ["Who supports, who opposes whom"]


def test_the_finding_leads_to_what_is_not_counted(open_page: Open) -> None:
    opened = open_page(plans(), view=None)
    assert opened.text("#finding").endswith(
        "3 more ties are only planned, asked for, possible, denied or disputed."
    )
    opened.tab.get_by_role("button", name="3 more ties").click()
    assert opened.tab.is_visible("#planned h2")


def test_where_all_is_so_nothing_is_offered(open_page: Open) -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph([("a", "b", stated("aid", "+"))])
    opened = open_page(graph)
    assert opened.tab.get_by_role("button", name="Planned, asked for, denied").count() == 0
