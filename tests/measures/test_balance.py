"""Structural balance: censuses and frustration indices that are known."""

from __future__ import annotations

import math
from itertools import product

import networkx as nx
import pytest

from actors.measures import balance as room
from actors.measures.balance import balance, frustration, triad_census


def opposed(graph: nx.Graph[int]) -> nx.Graph[int]:
    nx.set_edge_attributes(graph, "-", "sign")
    return graph


def with_signs(seed: int, nodes: int, ties: int) -> nx.Graph[int]:
    graph = nx.gnm_random_graph(nodes, ties, seed=seed)
    for number, (_, _, data) in enumerate(graph.edges(data=True)):
        data["sign"] = "-" if (number * 7 + seed) % 3 == 0 else "+"
    return graph


def camps(left: int, right: int) -> nx.Graph[int]:
    """Support inside two camps, opposition across."""
    graph = nx.complete_graph(left + right)
    for one, other, data in graph.edges(data=True):
        data["sign"] = "+" if (one < left) == (other < left) else "-"
    return graph


def test_a_census_of_two_camps_has_balanced_triads_only() -> None:
    # Four and three: 4 + 1 triangles inside, 6 * 3 + 3 * 4 with two of one camp.
    assert triad_census(camps(4, 3)) == {"+++": 5, "++-": 0, "+--": 30, "---": 0}
    assert balance(camps(4, 3)) == 1.0


def test_without_triangles_there_is_no_share() -> None:
    assert math.isnan(balance(opposed(nx.path_graph(4))))


def test_two_camps_are_found_without_frustration() -> None:
    found = frustration(camps(4, 3))
    assert (found.index, found.exact, found.against) == (0, True, ())
    assert found.camps == {0: 0, 1: 0, 2: 0, 3: 0, 4: 1, 5: 1, 6: 1}


@pytest.mark.parametrize(("size", "index"), [(3, 1), (4, 2), (5, 4), (6, 6), (7, 9)])
def test_all_against_all_keeps_what_two_camps_cannot_part(size: int, index: int) -> None:
    # n(n-1)/2 ties, of which the best two camps part n²/4 rounded down.
    found = frustration(opposed(nx.complete_graph(size)))
    assert (found.index, found.exact) == (index, True)
    assert index == size * (size - 1) // 2 - size**2 // 4


def test_the_petersen_graph_keeps_three_against() -> None:
    # Its largest cut has 12 of 15 ties; it has no triangles, so only the search proves it.
    found = frustration(opposed(nx.petersen_graph()))
    assert (found.index, found.bound) == (3, 3)


@pytest.mark.parametrize("seed", range(6))
def test_the_search_agrees_with_trying_every_division(seed: int) -> None:
    graph = with_signs(seed, 9, 20)
    nodes, edges = list(graph), list(graph.edges(data="sign"))
    least = min(
        sum((side[one] == side[other]) != (sign == "+") for one, other, sign in edges)
        for side in (dict(zip(nodes, each, strict=True)) for each in product((0, 1), repeat=9))
    )
    found = frustration(graph)
    assert (found.index, found.exact) == (least, True)
    assert len(found.against) == least


def test_large_graphs_get_camps_and_a_bound() -> None:
    graph = with_signs(1, 60, 600)
    found = frustration(graph, starts=5)
    assert 0 < found.bound <= found.index
    assert found == frustration(graph, starts=5)


def test_a_search_cut_short_still_gives_camps_and_a_bound(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room, "NODES", 1)
    found = frustration(with_signs(2, 40, 240), starts=1)
    assert 0 < found.bound <= found.index


def test_each_component_is_divided_for_itself() -> None:
    graph = nx.Graph()
    graph.add_edge("a", "b", sign="-")
    graph.add_edge("c", "d", sign="-")
    graph.add_node("e")
    assert frustration(graph).camps == {"a": 0, "b": 1, "c": 0, "d": 1, "e": 0}
    assert frustration(nx.Graph()).index == 0
