"""Structural holes, brokerage roles, participation and clustering, by hand and by networkx."""

from __future__ import annotations

import networkx as nx
import pytest

from actors.measures.brokerage import (
    ROLES,
    brokerage_roles,
    constraint,
    effective_size,
    participation,
)
from actors.measures.clustering import clustering

# Burt's example as in the networkx tests after Borgatti (1997): G brokers six contacts.
BORGATTI = nx.Graph(
    ["AB", "AF", "AG", "AE", "BG", "BE", "FG", "EG", "DG", "CG", "DB"]
)  # fmt: skip


def test_effective_size_is_degree_less_redundant_ties() -> None:
    # G's six contacts have the ties AB AF AE BE DB between them: 6 - 2 * 5 / 6.
    assert effective_size(BORGATTI)["G"] == pytest.approx(6 - 10 / 6)
    assert round(effective_size(BORGATTI)["G"], 2) == 4.33  # printed by Borgatti (1997)


def test_constraint_of_a_triangle_by_hand() -> None:
    # Each contact has 1/2 directly and 1/2 * 1/2 through the other: 2 * (3/4)^2.
    assert constraint(nx.complete_graph(3)) == pytest.approx(dict.fromkeys(range(3), 1.125))


@pytest.mark.parametrize("seed", range(6))
def test_burt_s_measures_agree_with_networkx_on_weighted_graphs(seed: int) -> None:
    graph = nx.gnm_random_graph(25, 60, seed=seed)
    for number, (_, _, data) in enumerate(graph.edges(data=True)):
        data["weight"] = 1.0 + number % 5
    # With all nodes at once networkx takes a path that is wrong with new SciPy; by list it isn't.
    nodes = list(graph)
    sizes = nx.effective_size(graph, nodes=nodes, weight="weight")
    assert effective_size(graph) == pytest.approx(sizes, nan_ok=True)
    held = nx.constraint(graph, nodes=nodes, weight="weight")
    assert constraint(graph) == pytest.approx(held, nan_ok=True)


def test_each_brokerage_role_by_hand() -> None:
    camps = {"a": 1, "b": 1, "v": 1, "c": 2, "d": 2, "e": 3}
    arcs = [("a", "v"), ("v", "b"), ("v", "c"), ("d", "v"), ("e", "v")]
    found = brokerage_roles(nx.DiGraph(arcs), camps)["v"]
    # a-v-b; d-v-c; d-v-b and e-v-b; a-v-c; e-v-c.
    assert found == {
        "coordinator": 1,
        "itinerant": 1,
        "gatekeeper": 2,
        "representative": 1,
        "liaison": 1,
    }


def test_a_direct_tie_needs_no_broker_and_the_unplaced_are_camps_of_their_own() -> None:
    direct = nx.DiGraph([("a", "v"), ("v", "c"), ("a", "c")])
    assert brokerage_roles(direct, {})["v"] == dict.fromkeys(ROLES, 0)
    assert brokerage_roles(nx.DiGraph([("a", "v"), ("v", "c")]), {})["v"]["liaison"] == 1


def test_symmetric_ties_broker_in_both_directions() -> None:
    assert brokerage_roles(nx.path_graph(3), dict.fromkeys(range(3), 1))[1]["coordinator"] == 2


def test_participation_spreads_with_strength() -> None:
    graph = nx.Graph()
    graph.add_weighted_edges_from([("v", "a", 3), ("v", "b", 1)])
    assert participation(graph, {"a": 1, "b": 2})["v"] == pytest.approx(1 - 9 / 16 - 1 / 16)
    assert participation(graph, {})["a"] == 0.0


def test_clustering_of_the_karate_club() -> None:
    # Instructor and president; the mean is 0.5706 in Newman & Watts' tables.
    found = clustering(nx.karate_club_graph())
    assert (found[0], found[33]) == (pytest.approx(0.15), pytest.approx(0.110294, abs=1e-6))
    assert sum(found.values()) / 34 == pytest.approx(0.5706, abs=1e-4)
    assert clustering(nx.karate_club_graph(), engine="igraph") == pytest.approx(found)
