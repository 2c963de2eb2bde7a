"""Work on the page: tables, sentences, comparisons, notes, corrections, timelines, documents."""

from __future__ import annotations

import csv
import io
import json
import struct
from pathlib import Path
from typing import Any

import pytest

from actors.resolve.curation import parse
from actors.views import page
from actors.views.grids import Grid, Stake
from tests.views.conftest import Open, Opened
from tests.views.networks import NAMES, crisis
from tests.views.test_offline import hostile
from tests.views.test_perspectives import FOUND

pytestmark = pytest.mark.browser


def find(opened: Opened, name: str) -> None:
    opened.tab.fill("#search", name)
    opened.tab.keyboard.press("Enter")


def saved(opened: Opened, button: str, file: Path) -> Path:
    with opened.tab.expect_download() as download:
        opened.tab.get_by_role("button", name=button).first.click()
    download.value.save_as(file)
    return file


def test_a_table_sorts_filters_and_leaves_as_it_stands(open_page: Open, tmp_path: Path) -> None:
    opened = open_page(crisis(), found=FOUND)
    opened.tab.click("#as-table")
    opened.tab.get_by_role("button", name="Actor", exact=True).click()
    names = opened.tab.locator("#table tbody >> nth=0 >> tr >> td:first-child")
    assert names.first.inner_text() == "201st Military Base"
    opened.tab.get_by_role("button", name="Actor ▴").click()
    assert names.first.inner_text() == "Zamir Kabulov"
    opened.tab.fill("#filter-table", "organisation tajik")
    assert names.all_inner_texts() == ["Tajik Border Troops"]
    text = saved(opened, "Save these actors", tmp_path / "actors.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["Actor"], row["Kind"]) for row in rows] == [
        ("Tajik Border Troops", "organisation")
    ]


def test_a_table_sorts_names_of_any_alphabet(open_page: Open) -> None:
    graph = crisis()
    wanted = ["Abdullah", "Čapek", "Zola", "Абрамов", "Ежов", "Ёлкин", "Яшин"]
    keys = list(graph)[: len(wanted)]
    graph = graph.subgraph(keys).copy()
    for key, name in zip(keys, reversed(wanted), strict=True):
        graph.nodes[key]["name"] = name
    opened = open_page(graph)
    opened.tab.click("#as-table")
    opened.tab.get_by_role("button", name="Actor", exact=True).click()
    names = opened.tab.locator("#table tbody >> nth=0 >> tr >> td:first-child")
    assert names.all_inner_texts() == wanted


def test_search_finds_sentences_and_leads_to_their_tie(open_page: Open) -> None:
    opened = open_page(crisis(), found=FOUND)
    opened.tab.fill("#search", "leads officials")
    sentence = opened.tab.locator("#matches .said").first
    assert "leads" in sentence.inner_text()
    sentence.click()
    assert "→" in opened.text("#panel h2")


def test_a_path_shows_the_sentences_of_each_step(open_page: Open) -> None:
    opened = open_page(crisis(), found=FOUND)
    find(opened, "Rahmon")
    opened.tab.get_by_role("button", name="Path to").click()
    find(opened, "CSTO")
    assert "2 steps" in opened.text()
    steps = opened.tab.locator(".steps > li")
    assert steps.count() == 2
    assert steps.locator(".quote").count() == 2
    assert "leads Tajikistan" in steps.first.inner_text()  # what is stated comes first


def test_two_actors_side_by_side(open_page: Open) -> None:
    opened = open_page(crisis(), found=FOUND)
    find(opened, "Tajikistan")
    opened.tab.get_by_role("button", name="Compare with").click()
    find(opened, "Afghanistan")
    said = opened.text()
    assert opened.text("#panel h2") == "Tajikistan and Afghanistan"
    assert "Tied to both" in said or "TIED TO BOTH" in said
    assert opened.tab.locator(".pair > div").count() == 2


def test_notes_colours_and_hidden_actors_are_kept_and_saved(
    open_page: Open, tmp_path: Path
) -> None:
    opened = open_page(crisis(), found=FOUND)
    find(opened, "Tajikistan")
    opened.tab.locator("summary", has_text="Note").click()
    opened.tab.fill("#note", "</script> call them")
    opened.tab.locator(".hue").nth(1).click()
    number = list(NAMES).index("tj")
    assert opened.ask(f"colour({number})") == "#b3123f"
    find(opened, "Russia")
    opened.tab.locator("summary", has_text="Note").click()
    opened.tab.get_by_role("button", name="Hide this actor").click()
    assert "Russia" not in opened.ask("shown()")["actors"]
    opened.go(opened.address())
    assert opened.ask(f"colour({number})") == "#b3123f"
    assert "Russia" not in opened.ask("shown()")["actors"]
    kept = json.loads(saved(opened, "Save notes", tmp_path / "notes.json").read_text())
    notes = {opened_name(key): mark for key, mark in kept["marks"].items()}
    assert notes["Tajikistan"] == {"colour": "#b3123f", "note": "</script> call them"}
    assert notes["Russia"] == {"hidden": True}
    opened.tab.get_by_role("button", name="Show hidden").click()
    assert "Russia" in opened.ask("shown()")["actors"]


def opened_name(key: str) -> str:
    return NAMES[key][0]


def test_corrections_are_decisions_that_a_build_replays(open_page: Open, tmp_path: Path) -> None:
    opened = open_page(crisis(), found=FOUND)
    find(opened, "Rahmon")
    opened.tab.locator("summary", has_text="Correct").click()
    opened.tab.get_by_label("New name").fill('Emomali "the" Rahmon: President\u2028')
    opened.tab.get_by_role("button", name="Rename").click()
    opened.tab.get_by_label("What it is").select_option("organisation")
    opened.tab.get_by_role("button", name="Change kind").click()
    opened.tab.get_by_role("button", name="Same as").click()
    find(opened, "Kabulov")
    find(opened, "Badakhshan")
    opened.tab.locator("summary", has_text="Correct").click()
    opened.tab.get_by_role("button", name="No actor").click()
    find(opened, "Taliban")
    opened.tab.get_by_role("button", name="attacked Afghanistan").click()
    opened.tab.locator("summary", has_text="Correct").click()
    opened.tab.get_by_role("button", name="reject this tie").click()
    opened.tab.get_by_label("What kind of tie it is").select_option("accuse")
    opened.tab.get_by_role("button", name="Change type").click()
    opened.tab.keyboard.press("Escape")
    text = saved(opened, "Save as curation.yaml", tmp_path / "curation.yaml").read_text()
    rules = parse(text)
    assert [rule.verb for rule in rules] == [
        *("rename", "retype", "merge", "ignore", "reject", "retype_relation"),
    ]
    assert rules[0].says["to"] == 'Emomali "the" Rahmon: President'
    assert (rules[2].about, rules[3].about) == (["rahmon", "kabulov"], "bad")
    assert rules[4].about == {"source": "tal", "target": "af", "type": "assault"}
    assert rules[5].says["to"] == "accuse"
    opened.tab.get_by_role("button", name="Take back").first.click()
    assert "5 corrections" in opened.text().lower()


def test_a_sentence_can_be_rejected_by_its_document_and_number(open_page: Open) -> None:
    opened = open_page(crisis(), found=FOUND)
    find(opened, "Taliban")
    opened.tab.get_by_role("button", name="attacked Afghanistan").click()
    opened.tab.get_by_role("button", name="Wrong", exact=True).first.click()
    assert "#" in opened.ask("curation()")
    (rule,) = parse(opened.ask("curation()"))
    assert rule.verb == "reject"
    assert "#r" in str(rule.about["relation"])


def test_the_whole_document_of_a_sentence(open_page: Open) -> None:
    graph = crisis()
    texts: dict[str, str] = {}
    for *_, tie in graph.edges(data=True):
        for one in tie["evidence"]:
            texts.setdefault(one["document"], "😀 " + one["text"] + " <b>The rest</b> of it.")
            if texts[one["document"]].find(one["text"]) == 2:
                one["start"], one["end"] = 2, 2 + len(one["text"])
    opened = open_page(graph, found=page.Found(structural=FOUND.structural, texts=texts))
    find(opened, "Rahmon")
    opened.tab.get_by_role("button", name="leads Tajikistan").click()
    quoted = opened.text(".quote p >> nth=0")
    opened.tab.get_by_role("button", name="Read the document").first.click()
    assert "<b>The rest</b> of it." in opened.text("dialog .text")
    assert opened.text("dialog mark") == quoted
    opened.tab.get_by_role("button", name="Close the document").click()
    assert not opened.tab.is_visible("dialog")


def test_a_timeline_has_a_lane_for_each_other_actor(open_page: Open) -> None:
    opened = open_page(crisis(), found=FOUND)
    find(opened, "Taliban")
    opened.tab.get_by_role("button", name="Timeline", exact=True).click()
    lanes = opened.tab.locator(".lane").all_inner_texts()
    assert "Afghan National Army" in lanes
    opened.tab.locator(".event").first.click()
    assert opened.tab.locator("#panel .quote").count() > 0


def test_a_picture_has_title_source_and_300_dots_an_inch(open_page: Open, tmp_path: Path) -> None:
    opened = open_page(crisis(), found=FOUND, title="Border", about={"Documents": 9})
    png = saved(opened, "Save picture", tmp_path / "n.png").read_bytes()
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", png[16:20]) == (3000,)
    at = png.index(b"pHYs")
    assert struct.unpack(">IIB", png[at + 4 : at + 13]) == (11811, 11811, 1)
    drawn = saved(opened, "Save drawing", tmp_path / "n.svg").read_text("utf-8")
    assert "Border: Everything" in drawn
    assert "Documents: 9" in drawn
    assert "drawn on 20" in drawn


def test_on_a_phone_the_drawing_comes_first_and_details_are_a_sheet(open_page: Open) -> None:
    opened = open_page(crisis(), found=FOUND, size=(390, 844), title="Border and water in summer")
    assert opened.tab.is_visible("#network")
    assert not opened.tab.is_visible("#panel")
    assert opened.tab.evaluate("document.documentElement.scrollWidth") == 390
    title = opened.tab.locator("h1").bounding_box()
    assert title["width"] > 200
    opened.tab.click("#details")
    assert opened.tab.is_visible("#panel h2")
    opened.tab.click("#details")
    find(opened, "Tajikistan")
    assert opened.text("#panel h2") == "Tajikistan"


def test_the_period_begins_where_the_corpus_does(open_page: Open) -> None:
    graph = crisis()
    (first, *_) = graph.edges["rahmon", "tj", "stated:leads:0"]["evidence"]
    first["event_date"] = "1841"
    opened = open_page(graph, found=FOUND)
    output = opened.tab.locator("#filters output", has_text="from ").inner_text()
    assert output == "from 2021-07-05, or told of earlier days"
    assert opened.tab.locator("#histogram i").count() > 3
    late = opened.tab.get_by_role("slider", name="From this date on")
    late.fill("3")
    assert (
        opened.tab.locator("#histogram i.in").count() < opened.tab.locator("#histogram i").count()
    )


def test_hostile_names_are_text_in_all_that_is_new(open_page: Open) -> None:
    graph: Any = hostile()
    opened = open_page(graph, found=FOUND)
    opened.tab.locator(".rank").first.click()
    opened.tab.evaluate(
        "document.querySelectorAll('#panel details').forEach((d) => { d.open = true; })"
    )
    opened.tab.get_by_role("button", name="No actor").click()
    opened.tab.get_by_role("button", name="Timeline", exact=True).click()
    opened.tab.keyboard.press("Escape")
    assert parse(opened.ask("curation()"))[0].verb == "ignore"
    assert opened.tab.evaluate("window.hacked") is None
    assert opened.tab.locator("#panel img, #timeline img, #finding img").count() == 0


def test_the_stakeholders_of_an_issue_are_a_grid(open_page: Open) -> None:
    why = ("power set to 0.90 by the analyst: <b>it pays</b> (computed: 0.20)",)
    told = Stake("tj", 0.9, 1.0, 0.5, 0.25, -1.0, why, ("The border was closed.",))
    grid = Grid("border", 3, (told, Stake("ru", 0.2, 0.1)))
    opened = open_page(crisis(), found=page.Found(structural=FOUND.structural, grids=(grid,)))
    opened.tab.get_by_role("button", name="Stakeholders: border").click()
    assert "3 sentences about it, 2 stakeholders." in opened.text("#grid")
    dots = opened.tab.locator("#grid .event")
    assert dots.first.get_attribute("title") == "Tajikistan: power 0.90, interest 1.00"
    assert dots.first.evaluate("e => e.style.background") == "rgb(213, 94, 0)"
    upper, lower = (dots.nth(n).bounding_box() for n in (0, 1))
    assert upper["x"] > lower["x"]
    assert upper["y"] < lower["y"]
    dots.first.click()
    assert "<b>it pays</b> (computed: 0.20)" in opened.text("#stake")
    assert "The border was closed." in opened.text("#stake")
    opened.tab.get_by_label("Picture of the stakeholders").select_option("Influence and dependence")
    assert opened.tab.locator("#grid .event").count() == 1  # of Russia nothing is known


def test_the_map_places_actors_at_their_states_and_ties_across_borders(open_page: Open) -> None:
    graph = crisis()
    for key, code in (("tj", "TJ"), ("af", "AF"), ("ru", "RU"), ("us", "US")):
        graph.nodes[key]["identifiers"] = (("iso3166", code),)
    opened = open_page(graph, found=FOUND)
    opened.tab.get_by_role("button", name="On the map").click()
    opened.rest(100)
    places = {key: opened.ask(f"place({list(NAMES).index(key)})") for key in ("us", "ru", "tj")}
    assert places["us"]["x"] < places["tj"]["x"] < places["ru"]["x"]  # from west to east
    assert places["ru"]["y"] < places["us"]["y"]  # the north is above
    shown = opened.ask("shown()")
    assert "Russia" in shown["actors"]
    assert "Uzbekistan" not in shown["actors"]  # nothing says where it is
    assert "leads" not in shown["words"]
    assert "deals with the most others across borders" in opened.text("#finding")
