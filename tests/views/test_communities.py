"""Communities on the page: colours, soft grounds, names, and the legend that filters."""

from __future__ import annotations

import itertools
import math
from typing import Any

import networkx as nx
import pytest

from actors.measures.communities import communities, titles
from actors.views import page
from actors.views.palette import COMMUNITIES, REST
from tests.views.conftest import Open, Opened
from tests.views.networks import NAMES, crisis

NUMBER = {key: number for number, key in enumerate(NAMES)}

# Viénot, F., Brettel, H. & Mollon, J. D. (1999), Color Research & Application 24(4): what somebody
# without red cones, or without green cones, sees of a colour, in linear RGB.
SEEN_BY = {
    "all cones": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "no red cones": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "no green cones": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}


def linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def lab(colour: str, cones: str) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of a colour as it is seen."""
    rgb = linear(colour)
    r, g, b = (
        max(0.0, sum(k * c for k, c in zip(row, rgb, strict=True))) for row in SEEN_BY[cones]
    )
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize("cones", SEEN_BY)
@pytest.mark.parametrize("scheme", COMMUNITIES)
def test_the_colours_are_told_apart_by_all_eyes(scheme: str, cones: str) -> None:
    """A difference (CIE 1976) of 10 is plain to see; 2.3 is just noticeable."""
    seen = [lab(colour, cones) for colour in (*COMMUNITIES[scheme], REST[scheme])]
    assert min(math.dist(a, b) for a, b in itertools.combinations(seen, 2)) > 10


@pytest.mark.parametrize(("scheme", "ground"), [("light", "#f7f8f9"), ("dark", "#14181c")])
def test_the_colours_stand_out_from_the_ground(scheme: str, ground: str) -> None:
    behind = lab(ground, "all cones")
    assert min(math.dist(lab(one, "all cones"), behind) for one in COMMUNITIES[scheme]) > 25
    assert math.dist(lab(REST[scheme], "all cones"), behind) > 15  # the rest may be quieter


def opened_by_community(open_page: Open, **more: Any) -> Opened:
    graph = crisis()
    groups = communities(graph)
    opened = open_page(graph, found=page.Found(groups, titles(graph, groups)), **more)
    opened.tab.select_option("#colour", "community")
    return opened


@pytest.mark.browser
def test_members_of_a_community_share_its_colour_and_its_ground(open_page: Open) -> None:
    opened = opened_by_community(open_page)
    groups = communities(crisis())
    for key in ("tj", "af", "ru", "uz"):
        assert opened.ask(f"colour({NUMBER[key]})") == COMMUNITIES["light"][groups[key]]
    assert opened.ask(f"colour({NUMBER['tajiks']})") == REST["light"]  # has no tie at all
    drawn = {ground["community"] for ground in opened.ask("grounds()")}
    assert drawn == {number for number in groups.values() if number < 6}


@pytest.mark.browser
def test_without_communities_there_is_nothing_to_choose(open_page: Open) -> None:
    opened = open_page(crisis())
    assert opened.tab.locator("#colour").count() == 0
    assert opened.ask("grounds()") == []
    assert opened.ask(f"colour({NUMBER['tj']})") == "#0072b2"


@pytest.mark.browser
def test_the_legend_names_communities_by_their_central_members_and_filters(
    open_page: Open,
) -> None:
    opened = opened_by_community(open_page)
    graph = crisis()
    groups = communities(graph)
    name = titles(graph, groups)[groups["tal"]]
    assert "Taliban" in name
    opened.tab.get_by_role("checkbox", name=name).uncheck()
    shown = opened.ask("shown()")["actors"]
    gone = {NAMES[key][0] for key, group in groups.items() if group == groups["tal"]}
    assert not gone & set(shown)
    assert len(shown) == len(NAMES) - len(gone)
    opened.tab.get_by_role("checkbox", name="Shade the communities").uncheck()
    assert opened.ask("grounds()") == []


@pytest.mark.browser
def test_the_panel_says_the_community_of_an_actor(open_page: Open) -> None:
    opened = opened_by_community(open_page)
    opened.tab.fill("#search", "russia")
    opened.tab.keyboard.press("Enter")
    graph = crisis()
    groups = communities(graph)
    assert titles(graph, groups)[groups["ru"]] in opened.text("#panel .facts")


@pytest.mark.browser
def test_in_the_dark_communities_have_lighter_colours(open_page: Open) -> None:
    opened = opened_by_community(open_page, scheme="dark")
    group = communities(crisis())["tj"]
    assert opened.ask(f"colour({NUMBER['tj']})") == COMMUNITIES["dark"][group]
    opened.tab.emulate_media(color_scheme="light")
    opened.rest()
    assert opened.ask(f"colour({NUMBER['tj']})") == COMMUNITIES["light"][group]


@pytest.mark.browser
def test_grounds_are_really_drawn(open_page: Open) -> None:
    """With grounds more of the canvas is inked than without."""
    opened = opened_by_community(open_page)
    inked = (
        "() => { const seen = document.querySelector('#network canvas'); let n = 0;"
        " const copy = Object.assign(document.createElement('canvas'),"
        " { width: seen.width, height: seen.height });"
        " const c = copy.getContext('2d', { willReadFrequently: true }); c.drawImage(seen, 0, 0);"
        " const all = c.getImageData(0, 0, seen.width, seen.height).data;"
        " for (let i = 3; i < all.length; i += 4) if (all[i]) n++; return n; }"
    )
    opened.rest()
    shaded = opened.tab.evaluate(inked)
    opened.tab.get_by_role("checkbox", name="Shade the communities").uncheck()
    opened.rest()
    assert shaded > 1.3 * opened.tab.evaluate(inked)


@pytest.mark.browser
def test_a_large_network_colours_the_communities_it_opens_with(open_page: Open) -> None:
    """Twelve dense camps of fifty: the last three have the strongest ties, so they have colours."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for camp, member in itertools.product(range(12), range(50)):
        weight = 9.0 if camp >= 9 else 1.0
        for step in (1, 2, 3):
            other = f"{camp}.{(member + step) % 50}"
            graph.add_edge(f"{camp}.{member}", other, layer="stated", weight=weight)
    groups = {node: int(str(node).split(".")[0]) for node in graph}
    names = {camp: f"camp {camp}" for camp in range(12)}
    opened = open_page(graph, found=page.Found(groups, names))
    opened.tab.select_option("#colour", "community")
    listed = opened.text("#filters fieldset >> nth=2")
    assert all(f"camp {camp}" in listed for camp in (9, 10, 11))
    assert "Others" in listed
    assert listed.count("camp") == 8
