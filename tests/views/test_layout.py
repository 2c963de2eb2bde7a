"""Places are the same in every run, never on top of each other, and near for the near."""

from __future__ import annotations

import itertools
import math
import random
import statistics
from typing import Any

import networkx as nx
import pytest

from actors.views import layout, opening, packing
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


def test_many_small_components_fill_a_square() -> None:
    graph = nx.disjoint_union_all([nx.path_graph(3)] * 40)
    places = layout.positions(nx.relabel_nodes(nx.MultiDiGraph(graph), str))
    wide, high = (max(axis) - min(axis) for axis in zip(*places.values(), strict=True))
    assert 0.5 < wide / high < 2


def test_no_actors_one_actor_and_a_tie_to_itself() -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    assert layout.positions(graph) == {}
    graph.add_edge("a", "a", weight=3.0)
    assert list(layout.positions(graph)) == ["a"]


def test_of_a_large_network_the_rest_stands_beside_what_it_is_tied_to() -> None:
    graph = random_network(620, 2400)
    places = layout.positions(graph)
    assert set(places) == set(graph)
    assert places == layout.positions(graph)
    pairs = opening.strengths(graph)
    order = opening.strongest_first(graph, pairs)
    first, last = set(order[: opening.ACTORS]), order[opening.ACTORS + 50]
    assert gap({key: places[key] for key in first}) > 38.0
    near = [math.dist(places[last], places[key]) for key in graph.to_undirected()[last]]
    far = statistics.median(math.dist(places[last], places[key]) for key in first)
    assert min(near) < far / 2


def test_parts_that_are_tied_to_nobody_placed_stand_below() -> None:
    graph = nx.disjoint_union(nx.complete_graph(opening.ACTORS), nx.empty_graph(0))
    pairs = [(f"p{n}", f"q{n}") for n in range(opening.EVERYTHING // 2)]
    graph.add_edges_from(pairs)
    graph.add_node("alone")
    places = layout.positions(nx.relabel_nodes(nx.MultiDiGraph(graph), str))
    lowest = max(places[str(number)][1] for number in range(opening.ACTORS))
    assert all(places[one][1] > lowest for one in ("p0", "q0", "p99", "alone"))
    assert math.dist(places["p0"], places["q0"]) < 2 * packing.SPACING
