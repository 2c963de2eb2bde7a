"""What a reader takes away: a link to the exact view, a picture, a table, a path."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from actors.measures.communities import communities, titles
from actors.views import page
from tests.views.conftest import Open
from tests.views.networks import NAMES, add_tie, crisis

pytestmark = pytest.mark.browser

NUMBER = {key: number for number, key in enumerate(NAMES)}


def test_a_link_opens_the_exact_view(open_page: Open) -> None:
    opened = open_page(crisis(), measures={"invented": dict.fromkeys(NAMES, 1.0)})
    opened.tab.get_by_role("checkbox", name="People").uncheck()
    opened.tab.get_by_role("checkbox", name="asked something of").uncheck()
    opened.tab.get_by_role("slider", name="Fewest sentences of a tie").fill("2")
    opened.tab.select_option("#measure", "invented")
    opened.tab.fill("#search", "uzbek")
    opened.tab.keyboard.press("Enter")
    opened.tab.click("#in")
    link, view, shown = opened.address(), opened.ask("view()"), opened.ask("shown()")
    said = parse_qs(urlsplit(link).fragment)
    assert said["actor"] == ["uz"]
    assert said["no-kinds"] == ['["person"]']
    assert said["weight"] == ["3"]
    assert said["size"] == ["invented"]
    opened.go(link)
    assert opened.text("#panel h2") == "Uzbekistan"
    assert opened.ask("shown()") == shown
    assert opened.ask("view()") == pytest.approx(view, abs=0.01)
    assert not opened.tab.is_checked("input[value=person]")
    slider = opened.tab.get_by_role("slider", name="Fewest sentences of a tie")
    assert slider.get_attribute("aria-valuetext") == "at least 3 sentences"


def test_a_link_holds_colours_focus_confidence_sources_and_layers(open_page: Open) -> None:
    graph = crisis()
    groups = communities(graph)
    opened = open_page(graph, found=page.Found(groups, titles(graph, groups), {}, {"leads"}))
    opened.tab.select_option("#colour", "community")
    opened.tab.get_by_role("checkbox", name="Shade the communities").uncheck()
    opened.tab.get_by_role("checkbox", name="Others").uncheck()
    opened.tab.get_by_role("checkbox", name="River Gazette").uncheck()
    opened.tab.get_by_role("checkbox", name="All ties: Roles and belonging").uncheck()
    opened.tab.fill("#search", "taliban")
    opened.tab.keyboard.press("Enter")
    opened.tab.get_by_role("button", name="Show only its ties").click()
    link, shown = opened.address(), opened.ask("shown()")
    colour = opened.ask(f"colour({NUMBER['tal']})")
    opened.go(link)
    assert opened.ask("shown()") == shown
    assert opened.ask(f"colour({NUMBER['tal']})") == colour != "#e69f00"
    assert opened.ask("grounds()") == []
    assert "around Taliban" in opened.text("#status")
    for off in ("Others", "River Gazette", "All ties: Roles and belonging"):
        assert not opened.tab.get_by_role("checkbox", name=off).is_checked()


def test_the_link_is_given_on_request(open_page: Open) -> None:
    opened = open_page(crisis())
    opened.tab.get_by_role("checkbox", name="People").uncheck()
    opened.tab.get_by_role("button", name="Link to this view").click()
    link = opened.tab.get_by_role("textbox", name="Link to this view").input_value()
    opened.tab.locator("#address", has_text="Cop").wait_for()  # the clipboard takes its time
    shown = opened.ask("shown()")
    opened.go(link)
    assert opened.ask("shown()") == shown


def test_in_the_frame_of_a_notebook_the_page_works_without_storage_or_address(
    open_page: Open, tmp_path: Path
) -> None:
    opened = open_page(crisis())
    file = tmp_path / "notebook.html"
    file.write_text("<!doctype html>" + page.frame(page.html(crisis())), "utf-8")
    opened.tab.goto(file.as_uri())
    inner = opened.tab.frame_locator("iframe")
    inner.locator("#panel .rank >> nth=0").click()
    assert inner.locator("#panel h2").inner_text() == "Taliban"
    inner.locator("#network").press("Shift+ArrowRight")
    assert inner.locator("#pins").inner_text().startswith("1 actor pinned")
    opened.rest(300)


def test_a_link_to_a_tie_opens_its_sentences(open_page: Open) -> None:
    opened = open_page(crisis())
    opened.tab.fill("#search", "csto")
    opened.tab.keyboard.press("Enter")
    opened.tab.get_by_role("button", name="backed Tajikistan").click()
    link = opened.address()
    opened.tab.keyboard.press("Escape")
    assert opened.text("#panel h2") == "Who matters most"
    assert "tie=" not in opened.address()
    opened.tab.evaluate(f"location.hash = {urlsplit(link).fragment!r}")
    opened.tab.wait_for_selector("#panel .ends")
    assert opened.text("#panel h2") == "Collective Security Treaty Organization → Tajikistan"


@pytest.mark.parametrize(
    "fragment",
    ["%", "actor=<script>&tie=x&view=a,b", "from=javascript:1&weight=-&size=__proto__&view=1,2,0"],
)
def test_a_link_that_makes_no_sense_opens_the_whole_network(open_page: Open, fragment: str) -> None:
    opened = open_page(crisis())
    opened.go(f"{opened.file}#{fragment}")
    assert opened.text("#panel h2") == "Who matters most"
    assert len(opened.ask("shown()")["actors"]) == len(NAMES)


def test_the_path_between_two_actors(open_page: Open) -> None:
    """Hamdullah Mohib - Afghanistan - Taliban - Turkmenistan, as the ties above have it."""
    opened = open_page(crisis())
    opened.tab.fill("#search", "mohib")
    opened.tab.keyboard.press("Enter")
    opened.tab.get_by_role("button", name="Path to …").click()
    opened.tab.keyboard.type("turkmen")
    opened.tab.keyboard.press("Enter")
    assert opened.text("#panel h2") == "From Hamdullah Mohib to Turkmenistan"
    assert "3 steps" in opened.text()
    steps = opened.tab.locator("#panel .steps > li")
    said = [steps.nth(n).locator(".tie").first.inner_text() for n in range(3)]
    assert "speaks for Afghanistan" in said[0]
    assert "Taliban" in said[1]
    assert "Turkmenistan" in said[2]
    opened.tab.keyboard.press("Escape")
    opened.tab.fill("#search", "tajiks")
    opened.tab.keyboard.press("Enter")
    opened.tab.get_by_role("button", name="Path to …").click()
    opened.tab.click("#fit")
    opened.click_actor(NUMBER["ir"])
    assert "No way over the ties that are shown." in opened.text()


def test_the_picture_is_what_is_seen(open_page: Open, tmp_path: Path) -> None:
    opened = open_page(crisis())
    with opened.tab.expect_download() as download:
        opened.tab.get_by_role("button", name="Save picture").click()
    download.value.save_as(tmp_path / "seen.png")
    assert (tmp_path / "seen.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    assert download.value.suggested_filename == "network.png"


def test_the_table_has_the_ties_that_are_shown_and_no_formula(
    open_page: Open, tmp_path: Path
) -> None:
    graph = crisis()
    add_tie(graph, "kz", "kg", "agree", "+", 2)
    graph.nodes["kz"]["name"] = '=HYPERLINK("x")'
    opened = open_page(graph)
    opened.tab.get_by_role("checkbox", name="Mentioned together").uncheck()
    opened.tab.get_by_role("checkbox", name="Neutral").uncheck()
    shown = opened.ask("shown()")["ties"]
    with opened.tab.expect_download() as download:
        opened.tab.get_by_role("button", name="Save ties shown").click()
    download.value.save_as(tmp_path / "ties.csv")
    text = (tmp_path / "ties.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == len(shown)
    assert {row["sign"] for row in rows} == {"Supportive", "Hostile"}
    (agreed,) = [row for row in rows if row["type"] == "agree"]
    assert agreed["source"] == '\'=HYPERLINK("x")'
    assert agreed["weight"] == "2"
    assert "Kazakhstan and Kyrgyzstan: agree" in agreed["sentence"]


def test_where_a_view_has_no_way_all_ties_may_have_one(open_page: Open) -> None:
    graph = crisis()
    opened = open_page(graph, view="belonging", found=page.Found(structural={"leads", "member_of"}))
    opened.tab.fill("#search", "hamdullah")
    opened.tab.keyboard.press("Enter")
    opened.tab.get_by_role("button", name="Path to …").click()
    opened.tab.keyboard.type("turkmen")
    opened.tab.keyboard.press("Enter")
    assert "No way over the ties that are shown." in opened.text()
    opened.tab.get_by_role("button", name="Look among all ties").click()
    assert opened.text("#panel h2") == "From Hamdullah Mohib to Turkmenistan"
    assert "3 steps" in opened.text()
    assert opened.tab.get_by_role("button", name="Look among all ties").count() == 0
