"""A large network opens on its backbone and unfolds on demand."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from actors.views import opening
from tests.views.conftest import Open
from tests.views.networks import random_network

pytestmark = pytest.mark.browser


def backbone_of(graph: nx.MultiDiGraph[Any]) -> tuple[set[str], int]:
    """Names of actors and the number of ties that a page of it should open with."""
    pairs = opening.strengths(graph)
    first = opening.strongest_first(graph, pairs)[: opening.ACTORS]
    kept = {frozenset(pair) for pair in opening.backbone(pairs, first)}
    names = {graph.nodes[key]["name"] for pair in kept for key in pair}
    return names, sum(frozenset(edge) in kept for edge in graph.edges())


def test_it_opens_on_the_strongest_actors_and_the_strongest_ties_of_each(open_page: Open) -> None:
    graph = random_network(700, 3500)
    opened = open_page(graph)
    shown = opened.ask("shown()")
    names, count = backbone_of(graph)
    assert abs(len(names) - opening.ACTORS) < 10
    assert set(shown["actors"]) == names
    assert abs(len(shown["ties"]) - count) <= 0.05 * count  # equals may be taken in another order
    assert f"{len(names)} of 700 actors" in opened.text("#status")


def test_up_to_five_hundred_are_drawn_at_once(open_page: Open) -> None:
    opened = open_page(random_network(opening.EVERYTHING, 1500))
    assert len(opened.ask("shown()")["actors"]) == opening.EVERYTHING
    assert opened.tab.get_by_role("button", name="As it opened").count() == 0
    before = opened.ask("shown()")
    opened.tab.get_by_role("checkbox", name="Only each one's strongest ties").check()
    assert len(opened.ask("shown()")["ties"]) < len(before["ties"])
    opened.tab.get_by_role("slider", name="How many actors").fill("0")
    assert len(opened.ask("shown()")["actors"]) == 50


def test_the_slider_unfolds_more_actors_and_the_box_more_ties(open_page: Open) -> None:
    opened = open_page(random_network(700, 3500))
    before = opened.ask("shown()")
    opened.tab.get_by_role("checkbox", name="Only each one's strongest ties").uncheck()
    more = opened.ask("shown()")
    assert len(more["ties"]) > len(before["ties"])
    slider = opened.tab.get_by_role("slider", name="How many actors")
    slider.fill(str(slider.get_attribute("max")))
    assert slider.get_attribute("aria-valuetext") == "all actors"
    opened.tab.get_by_role("checkbox", name="Hide actors without ties").uncheck()
    assert len(opened.ask("shown()")["actors"]) == 700


def test_one_actor_is_unfolded_and_the_link_remembers(open_page: Open) -> None:
    graph = random_network(700, 3500)
    opened = open_page(graph)
    strongest = opening.strongest_first(graph, opening.strengths(graph))[0]
    opened.tab.fill("#search", graph.nodes[strongest]["name"])
    opened.tab.keyboard.press("Enter")
    before = set(opened.ask("shown()")["actors"])
    opened.tab.get_by_role("button", name="Unfold").click()
    after = set(opened.ask("shown()")["actors"])
    near = {graph.nodes[key]["name"] for key in nx.all_neighbors(graph, strongest)}
    assert after == before | near
    assert after != before
    assert opened.tab.get_by_role("button", name="Unfold").count() == 0
    link = opened.address()
    opened.go(link)
    assert set(opened.ask("shown()")["actors"]) == after


def test_search_finds_an_actor_that_is_not_drawn_yet(open_page: Open) -> None:
    graph = random_network(700, 3500)
    opened = open_page(graph)
    hidden = sorted(
        set(nx.get_node_attributes(graph, "name").values()) - set(opened.ask("shown()")["actors"])
    )[0]
    opened.tab.fill("#search", hidden)
    opened.tab.keyboard.press("Enter")
    assert opened.text("#panel h2") == hidden
    assert hidden in opened.ask("shown()")["actors"]
    assert hidden in opened.ask("names()")


def test_everything_can_be_shown(open_page: Open) -> None:
    graph = random_network(700, 3500)
    opened = open_page(graph)
    opened.tab.get_by_role("button", name="Show everything").click()
    shown = opened.ask("shown()")
    assert len(shown["actors"]) == 700
    assert len(shown["ties"]) == graph.number_of_edges()
    opened.tab.get_by_role("button", name="As it opened").click()
    assert set(opened.ask("shown()")["actors"]) == backbone_of(graph)[0]


def test_around_an_actor_nothing_is_folded(open_page: Open) -> None:
    graph = random_network(700, 3500)
    opened = open_page(graph)
    strongest = opening.strongest_first(graph, opening.strengths(graph))[0]
    opened.tab.fill("#search", graph.nodes[strongest]["name"])
    opened.tab.keyboard.press("Enter")
    opened.tab.get_by_role("button", name="Show only its ties").click()
    near = {strongest, *nx.all_neighbors(graph, strongest)}
    assert len(opened.ask("shown()")["actors"]) == len(near)
    assert len(opened.ask("shown()")["ties"]) == graph.degree(strongest)
