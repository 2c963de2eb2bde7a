"""The page opens without a network, asks nobody for anything, and runs nothing it shows."""

from __future__ import annotations

import itertools
from typing import Any

import networkx as nx
import pytest

from tests.views.conftest import Open
from tests.views.networks import add_tie, crisis

pytestmark = pytest.mark.browser

HOSTILE = [
    "<script>window.hacked=1</script>",
    "</script><script>window.hacked=2</script>",
    "<img src=x onerror=window.hacked=3>",
    "javascript:window.hacked=4",
    "a href='javascript:window.hacked=5'",
    "{{7*7}} @@data@@ ${window.hacked=6}",
    "Rahmon \u202egnp.exe\u202c",
    "x" * 3000,
    "\u2028\u2029<!-- --> ]]>",
    "\ud800 half a letter",
]


def hostile() -> nx.MultiDiGraph[Any]:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for name in HOSTILE:
        kind = "<b>kind</b>" if "img" in name else "person"
        graph.add_node(name, name=name, kind=kind, subtype=name, aliases=(name, "odd"), mentions=1)
    for one, two in itertools.pairwise(HOSTILE):
        quote = dict.fromkeys(("document", "name", "title", "source", "speaker", "url"), one)
        quote |= {"text": f"{one} met {two}", "start": 0, "end": 9, "modality": two, "date": one}
        about = {"layer": "stated", "type": one, "sign": "+", "weight": 1.0, "directed": True}
        graph.add_edge(one, two, **about, first=one, last=two, evidence=(quote,))
    return graph


def test_asks_nobody_for_anything_but_the_file_itself(open_page: Open) -> None:
    opened = open_page(crisis())
    assert len(opened.requests) == 1
    assert opened.requests[0].startswith("file:")


def test_a_request_made_all_the_same_is_refused(open_page: Open) -> None:
    opened = open_page(crisis())
    refused = opened.tab.evaluate(
        "() => new Promise(done => { document.addEventListener('securitypolicyviolation',"
        " event => done(event.effectiveDirective));"
        " const image = new Image(); image.src = 'https://example.org/a.png'; })"
    )
    assert refused == "img-src"
    opened.rest(100)
    assert all("Content Security Policy" in said for said in opened.complaints)
    opened.complaints.clear()
    opened.requests.clear()  # the browser tells of it, though it was never sent


def test_draws_something(open_page: Open) -> None:
    opened = open_page(crisis())
    colours = opened.tab.evaluate(
        "() => { const canvas = document.querySelector('#network canvas');"
        " const all = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;"
        " const seen = new Set(); for (let i = 0; i < all.length; i += 4) if (all[i + 3] === 255)"
        " seen.add((all[i] << 16 | all[i + 1] << 8 | all[i + 2]).toString(16));"
        " return [...seen]; }"
    )
    assert {"72b2", "e69f00", "56b4e9", "cc79a7"} <= set(colours)  # country, organisation, ...


def test_names_with_markup_are_shown_as_text_and_never_run(open_page: Open) -> None:
    opened = open_page(hostile(), title=HOSTILE[1], about={HOSTILE[0]: HOSTILE[1]})
    for number in range(len(HOSTILE)):
        opened.tab.fill("#search", "odd")
        opened.tab.locator("#matches li").nth(number).click()
    for number, name in enumerate(HOSTILE[:3]):
        opened.tab.fill("#search", name)
        opened.tab.keyboard.press("Enter")
        assert name in opened.text("#panel h2"), number
        opened.tab.locator("#panel .tie").first.click()
        assert f"{name} met " in opened.text("#panel") or "met " + name in opened.text("#panel")
    assert opened.tab.evaluate("window.hacked") is None
    assert opened.tab.locator("#panel img, #panel script, header script").count() == 0
    assert opened.text("#title") == HOSTILE[1]


def test_only_web_addresses_become_links(open_page: Open) -> None:
    graph = crisis()
    add_tie(graph, "kz", "kg", "agree", "+", 2)
    for quote in graph["kz"]["kg"]["stated:agree:+"]["evidence"][:1]:
        quote |= {"document": "bad", "url": "javascript:window.hacked=1"}
    opened = open_page(graph)
    opened.tab.fill("#search", "kazakhstan")
    opened.tab.keyboard.press("Enter")
    opened.tab.get_by_role("button", name="agreed with Kyrgyzstan").click()
    assert opened.tab.locator(".quote").count() == 2
    links = opened.tab.locator(".quote a")
    assert links.count() == 1
    assert links.first.get_attribute("href") == "https://example.org/1"
    assert links.first.get_attribute("rel") == "noopener noreferrer"


def test_no_actors_one_actor_and_no_ties(open_page: Open) -> None:
    empty: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    opened = open_page(empty)
    assert opened.tab.is_visible("#empty")
    assert opened.text("#status") == "0 actors · 0 ties"
    empty.add_node("a", name="Rahmon", kind="person")
    opened = open_page(empty)
    assert not opened.tab.is_visible("#empty")
    assert opened.ask("names()") == ["Rahmon"]
    opened.click_actor(0)
    assert "Rahmon" in opened.text("#panel h2")
    empty.add_node("b", name="Ghani", kind="person")
    assert sorted(open_page(empty).ask("names()")) == ["Ghani", "Rahmon"]


def test_a_browser_too_old_to_unpack_the_sentences_says_so(open_page: Open) -> None:
    opened = open_page(crisis())
    opened.tab.add_init_script("delete window.DecompressionStream")
    opened.go(opened.file)
    opened.click_tie(0)
    assert "This browser is too old to show the sentences" in opened.text()
