"""Group centralities: networkx as the reference, Everett & Borgatti's definitions by hand."""

from __future__ import annotations

import random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors.errors import NotFound
from actors.measures.graphs import distances, undirected
from actors.measures.groups import (
    by_kind,
    group_betweenness,
    group_closeness,
    group_degree,
    group_table,
)
from actors.measures.paths import betweenness, closeness

FLORENCE = nx.florentine_families_graph()
BANKERS = ("Medici", "Strozzi")


def random_graph(seed: int) -> nx.Graph[int]:
    chance = random.Random(seed)
    graph = nx.gnm_random_graph(14, 24, seed=seed)
    for _, _, data in graph.edges(data=True):
        data["weight"] = chance.randint(1, 4)
    return graph


def test_florence_by_hand() -> None:
    # Padgett & Ansell (1993), marriages. Of 13 others the Medici are tied to Acciaiuoli, Albizzi,
    # Barbadori, Ridolfi, Salviati, Tornabuoni; the Strozzi to Bischeri, Castellani, Peruzzi,
    # Ridolfi: nine. The other four (Ginori, Guadagni, Lamberteschi, Pazzi): Ginori by Albizzi,
    # Guadagni by Albizzi and Pazzi by Salviati are two steps away, Lamberteschi three.
    assert group_degree(FLORENCE, BANKERS) == pytest.approx(9 / 13)
    assert group_closeness(FLORENCE, BANKERS) == pytest.approx(13 / (9 + 3 * 2 + 3))


@pytest.mark.parametrize("seed", range(20))
def test_networkx_says_the_same(seed: int) -> None:
    graph = random_graph(seed)
    group = random.Random(seed).sample(list(graph), 3)
    whole = nx.is_connected(graph)
    assert group_degree(graph, group) == pytest.approx(nx.group_degree_centrality(graph, group))
    measured = distances(undirected(graph))
    expected = nx.group_betweenness_centrality(measured, group, weight="distance")
    assert group_betweenness(graph, group) == pytest.approx(expected, abs=1e-9)
    if whole:
        for _, _, data in graph.edges(data=True):
            data["length"] = 1 / data["weight"]
        expected = nx.group_closeness_centrality(graph, group, weight="length")
        assert group_closeness(graph, group) == pytest.approx(expected)


@given(st.integers(0, 50), st.integers(0, 13))
@settings(max_examples=30, deadline=None)
def test_a_group_of_one_is_its_member(seed: int, member: int) -> None:
    graph = random_graph(seed)
    assert group_closeness(graph, [member]) == pytest.approx(closeness(graph)[member])
    assert group_betweenness(graph, [member]) == pytest.approx(betweenness(graph)[member])


@given(st.integers(0, 50), st.sets(st.integers(0, 13), min_size=1, max_size=5), st.integers(0, 13))
@settings(max_examples=30, deadline=None)
def test_a_larger_group_reaches_nobody_later(seed: int, group: set[int], newcomer: int) -> None:
    graph = random_graph(seed)
    larger = group | {newcomer}
    reach, more = (
        nx.multi_source_dijkstra_path_length(distances(undirected(graph)), of, weight="distance")
        for of in (group, larger)
    )
    assert all(more[node] <= length for node, length in reach.items())
    for of in (group, larger):
        for measure in (group_degree, group_betweenness):
            assert -1e-9 <= measure(graph, of) <= 1 + 1e-9


def test_those_out_of_reach_add_nothing() -> None:
    parts = nx.disjoint_union(nx.path_graph(3), nx.path_graph(2))
    # From 1, two of the four others are reached, each at distance 1: 2/2 * 2/4.
    assert group_closeness(parts, [1]) == 0.5
    # Of the six pairs outside only 0-2 is tied by a path, and it runs through 1.
    assert group_betweenness(parts, [1]) == pytest.approx(1 / 6)
    assert group_closeness(parts, [3, 4]) == 0.0


def test_a_group_of_all_has_nobody_to_be_central_for() -> None:
    path = nx.path_graph(3)
    assert group_degree(path, path) == group_closeness(path, path) == 0
    assert group_betweenness(path, [0, 1]) == 0


def test_paths_from_a_sample_estimate_those_from_all() -> None:
    graph = nx.karate_club_graph()
    exact = group_betweenness(graph, [0, 33])
    assert group_betweenness(graph, [0, 33], pivots=99) == exact
    some = group_betweenness(graph, [0, 33], pivots=16, seed=1)
    assert some == group_betweenness(graph, [0, 33], pivots=16, seed=1)
    assert some == pytest.approx(exact, abs=0.15)


def test_a_table_by_kind_or_by_any_groups() -> None:
    graph = nx.MultiDiGraph([("p", "c"), ("c", "p"), ("p", "q")])
    nx.set_node_attributes(graph, {"p": "person", "q": "person", "c": "country"}, "kind")
    assert by_kind(graph) == {"country": ["c"], "person": ["p", "q"]}
    found = group_table(graph)
    assert found.loc["person"].tolist() == [2, 1, 1.0, 2.0, 0.0]  # two ties: a distance of 1/2
    assert list(group_table(graph, {"mine": ["p"]}).index) == ["mine"]
    assert by_kind(nx.path_graph(1)) == {"unknown": [0]}


def test_strangers_are_refused() -> None:
    with pytest.raises(NotFound, match="Popper"):
        group_degree(FLORENCE, ["Popper"])
