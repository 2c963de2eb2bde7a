"""Places are the same in every run, never on top of each other, and near for the near."""

from __future__ import annotations

import itertools
import math
import random
from typing import Any

import networkx as nx
import pytest

from actors.views import layout
from tests.views.networks import crisis, random_network


def gap(places: dict[str, tuple[float, float]]) -> float:
    return min(math.dist(a, b) for a, b in itertools.combinations(places.values(), 2))


def test_the_same_network_is_laid_out_the_same() -> None:
    random.seed(1)
    once = layout.positions(crisis())
    random.seed(2)
    assert layout.positions(crisis()) == once


def test_the_order_of_ties_changes_nothing_for_a_reader_of_one_component() -> None:
    places = layout.positions(crisis())
    assert set(places) == set(crisis())
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in places.values())


def test_other_peoples_random_numbers_are_left_alone() -> None:
    random.seed(5)
    expected = random.random()
    random.seed(5)
    layout.positions(crisis())
    assert random.random() == expected


@pytest.mark.parametrize("graph", [crisis(), random_network(200, 600)], ids=["crisis", "200"])
def test_actors_do_not_overlap(graph: nx.MultiDiGraph[Any]) -> None:
    assert gap(layout.positions(graph, radius=20.0)) > 38.0


def test_a_community_stands_together() -> None:
    """Two cliques of eight joined by one tie: each member is nearer to its own centre."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph(nx.barbell_graph(8, 0))
    graph = nx.relabel_nodes(graph, str)
    places = layout.positions(graph)
    left = [places[str(number)] for number in range(8)]
    right = [places[str(number)] for number in range(8, 16)]
    centres = [tuple(sum(axis) / 8 for axis in zip(*side, strict=True)) for side in (left, right)]
    assert all(math.dist(place, centres[0]) < math.dist(place, centres[1]) for place in left)
    assert all(math.dist(place, centres[1]) < math.dist(place, centres[0]) for place in right)


def test_components_and_actors_without_ties_have_room_of_their_own() -> None:
    graph = nx.disjoint_union_all([nx.path_graph(6), nx.path_graph(3), nx.path_graph(3)])
    graph.add_nodes_from(range(100, 107))
    places = layout.positions(nx.relabel_nodes(nx.MultiDiGraph(graph), str))
    assert gap(places) > 50
    lowest_tied = max(places[str(number)][1] for number in range(12))
    assert all(places[str(number)][1] > lowest_tied for number in range(100, 107))


def test_no_actors_one_actor_and_a_tie_to_itself() -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    assert layout.positions(graph) == {}
    graph.add_edge("a", "a", weight=3.0)
    assert list(layout.positions(graph)) == ["a"]


def test_a_large_component_is_laid_out_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "FORCE_LIMIT", 50)
    graph = random_network(120, 400)
    places = layout.positions(graph)
    assert set(places) == set(graph)
    assert gap(places) > 38.0
    assert places == layout.positions(graph)
