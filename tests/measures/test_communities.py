"""Communities by Leiden: known graphs, repeatability, and how sure they are."""

from __future__ import annotations

import random

import igraph
import networkx as nx
import pytest

from actors.measures.communities import (
    agreement,
    communities,
    modularity,
    scan,
    titles,
    togetherness,
)

KARATE = nx.Graph(nx.karate_club_graph().edges())


def test_the_karate_club_has_its_best_known_modularity() -> None:
    # 0.4198 over four communities is the proven maximum (Brandes et al. 2008).
    found = communities(KARATE)
    assert modularity(KARATE, found) == pytest.approx(0.4198, abs=1e-4)
    assert len(set(found.values())) == 4


def test_communities_are_numbered_from_the_largest() -> None:
    graph = nx.disjoint_union(nx.complete_graph(3), nx.complete_graph(5))
    assert communities(graph) == {0: 1, 1: 1, 2: 1, 3: 0, 4: 0, 5: 0, 6: 0, 7: 0}


def test_strength_decides_where_ties_alone_do_not() -> None:
    graph = nx.cycle_graph(4)
    nx.set_edge_attributes(graph, {(0, 1): 9.0, (1, 2): 1.0, (2, 3): 9.0, (0, 3): 1.0}, "weight")
    found = communities(graph)
    assert found[0] == found[1] != found[2] == found[3]


def test_one_seed_gives_one_answer_and_leaves_chance_as_it_was() -> None:
    graph = nx.gnm_random_graph(60, 120, seed=3)
    random.seed(7)
    before = random.getstate()
    assert communities(graph, seed=5) == communities(graph, seed=5)
    assert random.getstate() == before
    igraph.Graph.Erdos_Renyi(n=5, m=4)
    assert random.getstate() != before


def test_graphs_without_ties_are_communities_of_one() -> None:
    assert communities(nx.empty_graph(3)) == {0: 0, 1: 1, 2: 2}
    assert modularity(nx.empty_graph(3), {0: 0, 1: 1, 2: 2}) == 0.0
    assert communities(nx.Graph()) == {}


def test_a_scan_finds_clear_communities_stable_and_noise_not() -> None:
    clear = scan(nx.connected_caveman_graph(5, 6), [1.0])[0]
    assert (clear.communities, clear.stability) == (5, pytest.approx(1.0))
    noise = scan(nx.gnm_random_graph(80, 200, seed=1), [1.0])[0]
    assert noise.stability < 0.8


def test_who_wavers_keeps_less_company() -> None:
    found = togetherness(nx.gnm_random_graph(40, 80, seed=2))
    assert 0 < min(found.values()) < max(found.values()) <= 1
    assert togetherness(nx.path_graph(2), seeds=[1]) == {0: 1.0, 1: 1.0}


def test_partitions_that_agree_no_more_than_chance_agree_by_0() -> None:
    assert agreement([[0, 0, 1, 1], [0, 1, 0, 1]]) == pytest.approx(-0.5)
    assert agreement([[0, 0, 1]]) == 1.0
    assert agreement([[0, 0, 0], [0, 0, 0]]) == 1.0


def test_communities_are_named_by_their_strongest_members() -> None:
    graph = nx.Graph()
    graph.add_node("k1", name="Russia")
    graph.add_edge("k1", "b", weight=3)
    graph.add_edge("k1", "c", weight=1)
    assert titles(graph, {"k1": 0, "b": 0, "c": 1}) == {0: "Russia, b", 1: "c"}
