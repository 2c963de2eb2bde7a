"""The drawing as SVG: well-formed, what is seen, and text throughout."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from actors.measures.communities import communities, titles
from actors.views import page
from tests.views.conftest import Open, Opened
from tests.views.networks import NAMES, crisis
from tests.views.test_offline import HOSTILE, hostile

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"


def saved(opened: Opened, file: Path) -> Any:
    with opened.tab.expect_download() as download:
        opened.tab.get_by_role("button", name="Save drawing").click()
    assert download.value.suggested_filename == "network.svg"
    download.value.save_as(file)
    return ElementTree.parse(file).getroot()


def part(root: Any, name: str) -> Any:
    return root.find(f"{SVG}g[@id='{name}']")


def texts(of: Any) -> list[str]:
    """Each name as it is read: a long one has two lines."""
    return [" ".join(line.text for line in text) or text.text for text in of.iter(f"{SVG}text")]


def test_it_has_every_actor_tie_and_name_that_is_seen(open_page: Open, tmp_path: Path) -> None:
    opened = open_page(crisis(), title="Border & water")
    root = saved(opened, tmp_path / "network.svg")
    shown = opened.ask("shown()")
    assert root.find(f"{SVG}title").text == "Border & water"
    actors = [title.text for title in part(root, "actors").iter(f"{SVG}title")]
    assert sorted(actors) == sorted(shown["actors"])
    assert len(part(root, "ties").findall(f"{SVG}path")) == len(shown["ties"])
    directed = sum(bool(arrow) for *_, arrow in crisis().edges(data="directed"))
    assert len(part(root, "ties").findall(f"{SVG}polygon")) == directed
    assert texts(part(root, "names")) == opened.ask("names()")
    assert texts(part(root, "legend"))[:3] == ["Countries", "Groups", "Organisations"]


def test_circles_stand_where_the_page_draws_them(open_page: Open, tmp_path: Path) -> None:
    opened = open_page(crisis())
    root = saved(opened, tmp_path / "network.svg")
    frame = opened.tab.locator("#network").bounding_box()
    (circle,) = [
        group.find(f"{SVG}circle")
        for group in part(root, "actors")
        if group.find(f"{SVG}title").text == "Tajikistan"
    ]
    at = opened.ask(f"actorAt({list(NAMES).index('tj')})")
    assert float(circle.get("cx")) == pytest.approx(at["x"] - frame["x"], abs=1)
    assert float(circle.get("cy")) == pytest.approx(at["y"] - frame["y"], abs=1)
    assert circle.get("fill") == "#0072b2"


def test_what_is_filtered_or_out_of_sight_is_not_in_it(open_page: Open, tmp_path: Path) -> None:
    opened = open_page(crisis())
    opened.tab.get_by_role("checkbox", name="People").uncheck()
    root = saved(opened, tmp_path / "one.svg")
    assert "Emomali Rahmon" not in (tmp_path / "one.svg").read_text()
    all_actors = len(part(root, "actors"))
    opened.tab.fill("#search", "badakhshan")
    opened.tab.keyboard.press("Enter")
    opened.tab.keyboard.press("Escape")
    for _ in range(6):
        opened.tab.click("#in")
    opened.tab.keyboard.press("Escape")
    assert len(part(saved(opened, tmp_path / "two.svg"), "actors")) < all_actors


def test_communities_are_in_the_drawing_and_its_legend(open_page: Open, tmp_path: Path) -> None:
    graph = crisis()
    groups = communities(graph)
    opened = open_page(graph, found=page.Found(groups, titles(graph, groups)))
    opened.tab.select_option("#colour", "community")
    root = saved(opened, tmp_path / "network.svg")
    assert len(part(root, "communities")) == len(opened.ask("grounds()"))
    names = [name.split(",")[0] for name in texts(part(root, "legend"))]
    assert titles(graph, groups)[0].split(",")[0] in names


def test_hostile_names_are_text(open_page: Open, tmp_path: Path) -> None:
    opened = open_page(hostile(), title=HOSTILE[1])
    root = saved(opened, tmp_path / "network.svg")
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    drawn = {"svg", "title", "desc", "rect", "g", "path", "polygon", "circle", "text", "tspan"}
    assert tags <= drawn
    assert not [name for element in root.iter() for name in element.attrib if name[:2] == "on"]
    assert HOSTILE[0] in [title.text for title in root.iter(f"{SVG}title")]
    assert not re.search(r"href|<script", (tmp_path / "network.svg").read_text().split("<g ")[0])
    opened.tab.goto((tmp_path / "network.svg").as_uri())
    assert opened.tab.evaluate("window.hacked") is None
