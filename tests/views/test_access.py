"""For readers of the screen and of the keyboard: names, order, contrast, and tables."""

from __future__ import annotations

import csv
import itertools
import re
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from axe_playwright_python.base import AXE_FILE_PATH

from actors.measures.communities import communities, titles
from actors.views import page
from actors.views.grids import Grid, Stake
from tests.views.conftest import Open, Opened
from tests.views.networks import NAMES, crisis
from tests.views.test_offline import HOSTILE, hostile

pytestmark = pytest.mark.browser

# The relative luminance and the contrast of WCAG 2.1, for all text that is shown.
CONTRASTS = """() => {
  const light = (rgb) => { const [r, g, b] = rgb.map((c) => c / 255)
    .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const ground = (e) => { for (; e; e = e.parentElement) { const c = parts(
    getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0.99) return c.slice(0, 3); }
    return [255, 255, 255]; };
  const poor = [];
  for (const e of document.querySelectorAll('header *, aside *, #table *')) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own || !e.checkVisibility() || e.disabled) continue;
    const [a, b] = [parts(getComputedStyle(e).color).slice(0, 3), ground(e)].map(light);
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) poor.push(`${e.tagName}.${e.className} ${contrast.toFixed(2)}`);
  }
  return poor;
}"""


def camps(graph: nx.MultiDiGraph[Any]) -> page.Found:
    groups = communities(graph)
    return page.Found(groups, titles(graph, groups))


def opened_fully(open_page: Open, **how: Any) -> Opened:
    opened = open_page(crisis(), found=camps(crisis()), **how)
    opened.tab.select_option("#colour", "community")
    opened.tab.fill("#search", "tajikistan")
    opened.tab.keyboard.press("Enter")
    return opened


AXE = Path(AXE_FILE_PATH).read_text("utf-8")
VIOLATIONS = """async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags } });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}"""


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_axe_finds_nothing_in_what_lies_over_the_drawing(
    open_page: Open, width: int, scheme: Any
) -> None:
    """By day and by night, which the page follows while it is open."""
    stakes = tuple(Stake(key, 0.5, 0.5 + number / 200) for number, key in enumerate(NAMES))
    grid = Grid("border", 3, stakes)
    found = page.Found(grids=(grid,), structural={"leads"})
    other = {"dark": "light", "light": "dark"}[scheme]
    opened = open_page(crisis(), found=found, size=(width, 900), scheme=other)
    opened.tab.emulate_media(color_scheme=scheme)
    opened.tab.evaluate(AXE)
    said: list[str] = []
    for step in (
        "document.querySelector('.rank').click()",
        "[...document.querySelectorAll('button')].find((b) => b.textContent == 'Timeline').click()",
        "[...document.querySelectorAll('.view')].at(-1).click()",
        "document.querySelector('#toggle').click()",
    ):
        opened.tab.evaluate(step)
        said += opened.tab.evaluate(VIOLATIONS)
    assert said == []


def test_what_a_phone_looks_like_is_not_what_it_prints(open_page: Open) -> None:
    """A sheet of fixed height in two columns, as paper has them, is laid out without end."""
    rules = open_page(crisis()).tab.evaluate(
        "[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])"
        ".map((rule) => rule.conditionText || '').filter((on) => on.includes('max-width: 820px'))"
    )
    assert rules
    assert all(each.startswith("screen and") for each in rules)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_contrast_enough(open_page: Open, scheme: str) -> None:
    opened = opened_fully(open_page, scheme=scheme)
    assert opened.tab.evaluate(CONTRASTS) == []
    opened.tab.locator("#panel .tie").first.click()
    opened.tab.click("#as-table")
    assert opened.tab.evaluate(CONTRASTS) == []


def test_the_page_is_built_of_landmarks_and_says_what_they_are(open_page: Open) -> None:
    opened = opened_fully(open_page)
    assert opened.tab.get_attribute("html", "lang") == "en"
    assert opened.tab.locator("h1").count() == opened.tab.locator("main").count() == 1
    for landmark in ("aside#filters", "aside#panel", "section#stage"):
        assert opened.tab.get_attribute(landmark, "aria-label")
    assert opened.tab.get_attribute("#status", "aria-live") == "polite"
    twice = "() => { const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);"
    assert opened.tab.evaluate(twice + " return ids.length - new Set(ids).size; }") == 0
    levels = opened.tab.evaluate(
        "() => [...document.querySelectorAll('h1, h2, h3')].map((e) => Number(e.tagName[1]))"
    )
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    pictures = opened.tab.evaluate(
        "() => [...document.querySelectorAll('svg')].filter((e) => e.ariaHidden !== 'true').length"
    )
    assert pictures == 0


def test_tabbing_goes_through_the_page_in_its_order(open_page: Open) -> None:
    opened = open_page(crisis(), found=camps(crisis()))
    seen = []
    for _ in range(60):
        opened.tab.keyboard.press("Tab")
        focused = opened.tab.evaluate(
            "() => document.activeElement.id || document.activeElement.className"
        )
        seen.append(focused)
        if focused == "rank":
            break
    order = ["skip", "search", "as-table", "colour", "measure", "from", "play", "network", "in"]
    assert [one for one in seen if one in order] == order
    assert opened.tab.locator("[tabindex]").evaluate_all("all => all.every((e) => e.tabIndex <= 0)")


def test_the_first_link_skips_to_the_lists(open_page: Open) -> None:
    opened = open_page(crisis())
    opened.tab.bring_to_front()
    opened.tab.keyboard.press("Tab")
    opened.tab.wait_for_selector("a:focus")
    opened.tab.keyboard.press("Enter")
    # The link is followed after the key has returned: the next Tab counts from where it leads.
    opened.tab.wait_for_selector(":target", state="attached")
    opened.tab.keyboard.press("Tab")
    opened.tab.wait_for_selector(".rank:focus")


def test_the_table_has_the_actors_and_ties_that_are_shown(open_page: Open) -> None:
    opened = open_page(crisis(), found=camps(crisis()))
    opened.tab.get_by_role("button", name="Table").click()
    assert opened.tab.get_attribute("#as-table", "aria-pressed") == "true"
    captions = opened.tab.locator("caption").all_inner_texts()
    edges = crisis().number_of_edges()
    assert captions == [f"{len(NAMES)} actors shown", f"{edges} ties shown"]
    heads = opened.tab.locator("th").evaluate_all("all => all.map((e) => e.scope)")
    assert set(heads) == {"col"}
    opened.tab.get_by_role("checkbox", name="Countries").uncheck()
    names = opened.tab.locator("tbody >> nth=0 >> tr").count()
    assert names == len(opened.ask("shown()")["actors"]) < len(NAMES)
    assert "Tajikistan" not in opened.tab.locator("td:first-child").all_inner_texts()


def test_the_table_leads_to_the_sentences_from_the_keyboard(open_page: Open) -> None:
    opened = open_page(crisis())
    opened.tab.focus("#as-table")
    opened.tab.keyboard.press("Enter")
    assert opened.tab.evaluate("document.activeElement.id") == "table"
    opened.tab.locator("#table td .ends").first.focus()
    opened.tab.keyboard.press("Enter")
    assert opened.text("#panel h2") == "Taliban"  # the strongest
    opened.tab.get_by_role("button", name="attacked").first.click()
    assert "→" in opened.text("#panel h2")
    opened.tab.click("#as-table")
    assert not opened.tab.is_visible("#table")


def test_long_tables_grow_on_demand(open_page: Open) -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph(nx.path_graph(300))
    opened = open_page(nx.relabel_nodes(graph, str))
    opened.tab.click("#as-table")
    rows = opened.tab.locator("tbody >> nth=0 >> tr")
    assert rows.count() == 200
    opened.tab.get_by_role("button", name="Show 100 more").click()
    assert rows.count() == 300


def test_hostile_names_are_text_in_the_tables_too(open_page: Open) -> None:
    opened = open_page(hostile())
    opened.tab.click("#as-table")
    assert HOSTILE[0] in opened.text("#table")
    assert opened.tab.locator("#table img, #table script").count() == 0
    assert opened.tab.evaluate("window.hacked") is None


def test_no_cell_of_the_ties_that_are_saved_runs_as_a_formula(
    open_page: Open, tmp_path: Any
) -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    names = ("=1+1", "+1", "-1", "@SUM(A1)", "\tcmd", " =x", "＝1")
    for name in names:
        graph.add_edge(name, "end", type="=HYPERLINK(1)", first="=now()", layer="stated")
    opened = open_page(graph)
    with opened.tab.expect_download() as download:
        opened.tab.get_by_role("button", name="Save ties shown").click()
    download.value.save_as(tmp_path / "ties.csv")
    with (tmp_path / "ties.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(names)
    dangerous = re.compile(r"\s*[=+\-@＝＋－＠]")
    assert not [c for row in rows for c in row.values() if dangerous.match(c)]
