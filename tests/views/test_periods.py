"""Filters of time, source and confidence, and a period that plays."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from actors.views import page
from tests.views.conftest import Open, Opened
from tests.views.networks import crisis

pytestmark = pytest.mark.browser
FRAME = 700  # milliseconds, as period.js has it


def told(day: str, source: str = "Hill Courier", **more: Any) -> dict[str, Any]:
    text = f"It was reported on {day or 'no day'}."
    about = {"document": f"{source} {day}", "name": "a.txt", "title": "A report", "source": source}
    return about | {"date": day, "start": 0, "end": len(text), "text": text} | more


def dated(*ties: tuple[str, tuple[dict[str, Any], ...]]) -> nx.MultiDiGraph[Any]:
    """One tie of the given type from A for each, told as given."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_node("a", name="Ana", kind="person")
    for kind, evidence in ties:
        days = sorted(one["date"] for one in evidence)
        graph.add_node(kind, name=f"The {kind}", kind="organisation")
        about = {"layer": "stated", "type": kind, "weight": len(evidence), "evidence": evidence}
        graph.add_edge("a", kind, first=days[0], last=days[-1], **about)
    return graph


def choose(opened: Opened, which: str, day: str) -> None:
    slider = opened.tab.get_by_role("slider", name=which)
    for step in range(int(slider.get_attribute("max") or 0) + 1):
        slider.fill(str(step))
        if (slider.get_attribute("aria-valuetext") or "").endswith(day):
            return
    pytest.fail(f"no step is called {day}")


def stop_time(opened: Opened) -> None:
    """From here on the page's time goes by as the test says."""
    opened.tab.clock.install(time=0)
    opened.tab.clock.pause_at(60)


def ties(opened: Opened) -> list[str]:
    return sorted(opened.ask("shown()")["ties"])


def test_a_year_or_a_month_is_a_range_of_days(open_page: Open) -> None:
    opened = open_page(
        dated(
            ("year", (told("2012"),)),
            ("month", (told("2012-03"),)),
            ("day", (told("2012-06-15"),)),
            ("later", (told("2013-01-01"),)),
            ("span", (told("2012-05-30/2012-06"),)),
            ("weeks", (told("2013-01-07/2013-01-20"),)),
            ("undated", (told(""),)),
        )
    )
    choose(opened, "From this date on", "2012-06-15")
    assert ties(opened) == ["day", "later", "span", "undated", "weeks", "year"]
    choose(opened, "Until this date", "2012-06-15")
    assert ties(opened) == ["day", "span", "undated", "year"]
    link, shown = opened.address(), ties(opened)
    opened.go(link)
    assert ties(opened) == shown
    assert "2012-06-15 to 2012-06-15" in opened.text("#status")


def test_a_fact_holds_since_its_year(open_page: Open) -> None:
    graph = dated(("accuse", (told("1999-05-05"),)), ("aid", (told("2005-05-05"),)))
    fact = told("", "tables of facts")
    about = {"layer": "background", "type": "member_of", "first": "2002", "last": ""}
    graph.add_edge("accuse", "aid", **about, evidence=(fact,), weight=1)
    opened = open_page(graph)
    choose(opened, "Until this date", "1999-05-05")
    assert ties(opened) == ["accuse"]
    opened.tab.get_by_role("button", name="Show everything").click()
    choose(opened, "From this date on", "2005-05-05")
    assert ties(opened) == ["aid", "member of"]
    opened.tab.fill("#search", "the aid")
    opened.tab.keyboard.press("Enter")
    opened.tab.get_by_role("button", name="member of").click()
    assert "since 2002" in opened.text("#panel .facts")
    assert "Background fact" in opened.text()


def test_a_tie_told_before_and_after_is_not_told_between(open_page: Open) -> None:
    both = (told("2010-01-01"), told("2020-01-01"))
    opened = open_page(dated(("accuse", both), ("consult", (told("2015-05-05"),))))
    choose(opened, "From this date on", "2015-05-05")
    choose(opened, "Until this date", "2015-05-05")
    assert ties(opened) == ["consult"]


def test_sources_can_be_left_out(open_page: Open) -> None:
    hill, river = told("2015-05-05"), told("2015-05-06", "River Gazette")
    opened = open_page(dated(("accuse", (hill,)), ("consult", (hill, river)), ("aid", (river,))))
    opened.tab.get_by_role("checkbox", name="Hill Courier").uncheck()
    assert ties(opened) == ["aid", "consult"]
    opened.tab.get_by_role("checkbox", name="River Gazette").uncheck()
    assert ties(opened) == []
    opened.tab.get_by_role("button", name="Show everything").click()
    assert ties(opened) == ["accuse", "aid", "consult"]


def test_confidence_hides_stated_ties_that_are_not_sure(open_page: Open) -> None:
    graph = dated(*((kind, (told("2015-05-05"),)) for kind in ("accuse", "aid", "consult")))
    for (_, _, about), sure in zip(graph.edges(data=True), (0.55, 0.75, 0.95), strict=True):
        about["confidence"] = sure
    opened = open_page(graph)
    slider = opened.tab.get_by_role("slider", name="Least confidence of a stated tie")
    slider.fill("1")
    assert slider.get_attribute("aria-valuetext") == "confidence at least 0.75"
    assert ties(opened) == ["aid", "consult"]


def test_the_period_plays_from_the_first_day_to_the_last(open_page: Open) -> None:
    days = [f"2021-07-0{n}" for n in range(1, 6)]
    opened = open_page(dated(*((f"t{n}", (told(day),)) for n, day in enumerate(days))))
    stop_time(opened)
    play = opened.tab.get_by_role("button", name="Play the period")
    play.click()
    assert ties(opened) == ["t0"]
    assert play.get_attribute("aria-pressed") == "true"
    assert opened.tab.get_attribute("#status", "aria-live") == "off"
    opened.tab.clock.run_for(2 * FRAME)
    assert ties(opened) == ["t0", "t1", "t2"]
    play.click()
    opened.tab.clock.run_for(5 * FRAME)
    assert ties(opened) == ["t0", "t1", "t2"]  # it pauses
    play.click()
    opened.tab.clock.run_for(6 * FRAME)
    assert play.get_attribute("aria-pressed") == "false"
    assert len(ties(opened)) == 5
    assert opened.tab.get_attribute("#status", "aria-live") == "polite"


def test_a_window_moves_when_it_plays(open_page: Open) -> None:
    days = [f"2021-07-0{n}" for n in range(1, 7)]
    opened = open_page(dated(*((f"t{n}", (told(day),)) for n, day in enumerate(days))))
    choose(opened, "From this date on", days[1])
    choose(opened, "Until this date", days[2])
    stop_time(opened)
    opened.tab.get_by_role("button", name="Play the period").click()
    assert ties(opened) == ["t0", "t1"]
    opened.tab.clock.run_for(5 * FRAME)
    assert opened.tab.locator("#play[aria-pressed=false]").count() == 1
    assert ties(opened) == ["t4", "t5"]


def test_layers_stated_structural_and_background(open_page: Open) -> None:
    graph = crisis()
    graph.add_edge("mirz", "uz", layer="background", type="leads", sign="0", directed=True)
    opened = open_page(graph, found=page.Found(structural=("leads", "member_of")))
    before = ties(opened)
    assert opened.text("#filters .layer .group >> nth=1") == "Roles and belonging"
    opened.tab.get_by_role("checkbox", name="All ties: Roles and belonging").uncheck()
    assert ties(opened).count("member of") == 0
    assert ties(opened).count("leads") == 1  # the one from the background
    opened.tab.get_by_role("checkbox", name="All ties: Background").uncheck()
    assert ties(opened).count("leads") == 0
    opened.tab.get_by_role("checkbox", name="All ties: Roles and belonging").check()
    opened.tab.get_by_role("checkbox", name="All ties: Background").check()
    assert ties(opened) == before


def test_a_tie_says_stories_reprints_and_how_sure_each_sentence_is(open_page: Open) -> None:
    one = told("2021-07-01", origin="d:0", confidence=0.8, event_date="2021-06/2021-07-01")
    two = told("2021-07-02", "River Gazette", origin="d:0", confidence=0.8)
    graph = dated(("accuse", (one, two)))
    graph.edges["a", "accuse", 0].update(weight=1.0, documents=2, stories=1, reprints=1)
    opened = open_page(graph)
    opened.tab.fill("#search", "ana")
    opened.tab.keyboard.press("Enter")
    opened.tab.get_by_role("button", name="accused or criticised The accuse").click()
    said = opened.text("#panel")
    assert "1 sentence, and 1 sentence printed again" in said
    assert "2 telling 1 story" in said
    assert opened.tab.locator(".chip", has_text="printed again").count() == 1
    assert opened.tab.locator(".chip", has_text="confidence 0.80").count() == 2
    assert "happened 2021-06 to 2021-07-01" in said
