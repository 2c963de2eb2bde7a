"""Whom did one meet in July, and which sentence says so: the timeline as a list that answers."""

from __future__ import annotations

import networkx as nx
import pytest

from actors.views import payload
from tests.views.conftest import Open, Opened
from tests.views.networks import add_tie, crisis, quote

pytestmark = pytest.mark.browser


def talks() -> nx.MultiDiGraph[str]:
    """Iran talked with Russia in July and is to meet it in August; it warned the Taliban in May."""
    graph = crisis()
    graph.remove_edges_from(
        list(graph.edges("ir", keys=True)) + list(graph.in_edges("ir", keys=True))
    )
    met = quote("ir", "ru", "talks", 0) | {"event_date": "2021-07-09"}
    undated = quote("ir", "ru", "more talks", 4) | {"date": "", "document": "undated"}
    planned = quote("ir", "ru", "a meeting", 2) | {"event_date": "2021-08"}
    add_tie(graph, "ir", "ru", "consult", "0", 3, evidence=(met, planned, undated))
    warned = quote("ir", "tal", "a warning", 3) | {"event_date": "2021-05-01"}
    add_tie(graph, "ir", "tal", "threaten", "-", 1, directed=True, evidence=(warned,))
    return graph


def opened_timeline(open_page: Open, **how: object) -> Opened:
    opened = open_page(talks(), **how)
    opened.tab.fill("#search", "Iran")
    opened.tab.keyboard.press("Enter")
    opened.tab.get_by_role("button", name="Timeline", exact=True).click()
    return opened


def listed(opened: Opened) -> list[str]:
    rows = opened.tab.locator(".events > li").all_inner_texts()
    return [row.split("\n")[0] for row in rows]


def test_every_event_stands_in_words_with_its_date_oldest_first(open_page: Open) -> None:
    opened = opened_timeline(open_page)
    assert listed(opened) == [
        "no date: Iran talked with Russia",
        "2021-05-01: Iran threatened or warned Taliban",
        "2021-07-09: Iran talked with Russia",
        "2021-08: Iran plans to meet Russia",
    ]
    assert opened.tab.locator(".events .quote").count() == 4


def test_whom_did_iran_meet_in_july(open_page: Open) -> None:
    opened = opened_timeline(open_page)
    opened.tab.get_by_label("Which ties").select_option(label="talked with (3)")
    opened.tab.get_by_label("When").select_option(label="July 2021 (1)")
    assert listed(opened) == ["2021-07-09: Iran talked with Russia"]
    assert opened.tab.locator(".lane").all_inner_texts() == ["Russia"]
    assert opened.text("#timeline .about").endswith(" 1 more sentence without a date.")
    opened.tab.get_by_label("When").select_option(label="without a date (1)")
    assert listed(opened) == ["no date: Iran talked with Russia"]
    assert "1 sentence without a date" in opened.text("#timeline .about")


def test_each_question_counts_what_the_other_leaves(open_page: Open) -> None:
    opened = opened_timeline(open_page)
    types, months = (f"#timeline-{name} option" for name in ("what", "when"))
    assert opened.tab.locator(types).all_inner_texts()[1:] == [
        "talked with (3)",
        "threatened or warned (1)",
    ]
    opened.tab.get_by_label("When").select_option(label="May 2021 (1)")
    assert opened.tab.locator(types).all_inner_texts()[1:] == ["threatened or warned (1)"]
    opened.tab.get_by_label("When").select_option(label="at any time")
    opened.tab.get_by_label("Which ties").select_option(label="threatened or warned (1)")
    assert opened.tab.locator(months).all_inner_texts()[1:] == ["May 2021 (1)"]


def test_only_what_is_said_to_be_so_is_a_filled_dot(open_page: Open) -> None:
    opened = opened_timeline(open_page)
    dots = opened.tab.locator(".event").evaluate_all(
        "all => all.map((e) => [e.title, getComputedStyle(e).backgroundColor])"
    )
    paper = opened.tab.evaluate(
        "getComputedStyle(document.querySelector('#timeline')).backgroundColor"
    )
    assert {title: ground == paper for title, ground in dots} == {
        "2021-05-01: Iran threatened or warned Taliban": False,
        "2021-07-09: Iran talked with Russia": False,
        "2021-08-01: Iran plans to meet Russia": True,
    }


def test_a_dot_leads_to_its_sentences(open_page: Open) -> None:
    opened = opened_timeline(open_page)
    opened.tab.get_by_role("button", name="2021-08-01: Iran plans to meet Russia").click()
    assert opened.tab.locator(".events > li.chosen").count() == 1
    assert "plans to meet" in opened.text(".events > li.chosen")
    assert opened.text("#panel h2") == "Iran — Russia"


def test_on_a_phone_the_timeline_is_not_below_the_card(open_page: Open) -> None:
    opened = opened_timeline(open_page, size=(390, 844))
    assert opened.tab.is_visible("#timeline h2")
    assert not opened.tab.is_visible("#panel")


def test_a_tie_says_who_tells_of_it_and_who_alone_does(open_page: Open) -> None:
    opened = open_page(talks())
    for name, words, told in (
        ("Russia", "talked with Iran", "Hill Courier alone"),
        ("Taliban", "talked with Russia", "Hill Courier, River Gazette"),
    ):
        opened.tab.fill("#search", name)
        opened.tab.keyboard.press("Enter")
        opened.tab.get_by_role("button", name=words).first.click()
        assert f"Told by\n{told}" in opened.text("#panel .facts")


def test_the_words_of_sentences_that_plan_or_deny_are_of_the_data() -> None:
    about = {"layer": "stated", "type": "consult", "evidence": ({"modality": "planned"}, {})}
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph([("a", "b", about)])
    assert payload.verbs(graph, {"consult": "Meet."}) == {
        "consult": ["talked with", "Meet.", {"planned": "plans to meet"}]
    }
