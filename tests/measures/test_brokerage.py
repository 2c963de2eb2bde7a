"""Structural holes, brokerage roles, participation and clustering, by hand and by networkx."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors.measures.brokerage import (
    ROLES,
    brokerage_roles,
    constraint,
    effective_size,
    participation,
)
from actors.measures.clustering import clustering
from tests.measures.monastery import OUTCASTS, YOUNG_TURKS, monastery

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


def liking() -> nx.DiGraph[str]:
    """Whom the novices of Sampson's monastery liked most."""
    signed = monastery()
    kept = [(one, other) for one, other, sign in signed.edges(data="sign") if sign == "+"]
    graph = nx.DiGraph(kept)
    graph.add_nodes_from(signed)
    return graph


def faction(novice: str) -> str:
    if novice in YOUNG_TURKS:
        return "young"
    return "outcast" if novice in OUTCASTS else "loyal"


def test_brokers_of_a_monastery_by_the_definition_in_matrices() -> None:
    # Gould & Fernandez's sums: over i, k of A_iv A_vk (1 - A_ik), each in the role of its camps.
    graph = liking()
    nodes = list(graph)
    camps = [faction(node) for node in nodes]
    a = nx.to_numpy_array(graph)
    found = brokerage_roles(graph, dict(zip(nodes, camps, strict=True)))
    same = np.array([[one == other for other in camps] for one in camps])
    for v, broker in enumerate(nodes):
        open_paths = np.outer(a[:, v], a[v]) * (1 - a) * (1 - np.eye(len(nodes)))
        mine, yours = np.outer(same[v], np.ones(18)), np.outer(np.ones(18), same[v])
        expected = {
            "coordinator": mine * yours,
            "itinerant": same * (1 - mine) * (1 - yours),
            "gatekeeper": (1 - mine) * yours,
            "representative": mine * (1 - yours),
            "liaison": (1 - same) * (1 - mine) * (1 - yours),
        }
        assert found[broker] == {role: (open_paths * of).sum() for role, of in expected.items()}


def test_one_broker_of_the_monastery_by_hand() -> None:
    # Ambrose is liked by Bonaventure, Berthold, Victor and Romuald and likes Bonaventure, Victor
    # and Winfrid. All but Winfrid, a Young Turk, are loyal. Loyal to loyal: Bonaventure - Victor,
    # Berthold - Victor and Romuald - Victor are open, Victor - Bonaventure is; Berthold and Romuald
    # like Bonaventure themselves. To Winfrid nobody of the four has a tie: four to another camp.
    found = brokerage_roles(liking(), {node: faction(node) for node in liking()})["Ambrose"]
    assert found == {
        "coordinator": 4,
        "itinerant": 0,
        "gatekeeper": 0,
        "representative": 4,
        "liaison": 0,
    }


@given(st.integers(0, 500), st.integers(1, 4))
@settings(max_examples=30, deadline=None)
def test_roles_share_out_the_open_chains_whatever_the_camps(seed: int, camps: int) -> None:
    graph = nx.gnp_random_graph(9, 0.3, seed=seed, directed=True)
    found = brokerage_roles(graph, {node: node % camps for node in graph})
    for node in graph:
        chains = [
            (one, other)
            for one in graph.predecessors(node)
            for other in graph.successors(node)
            if one != other and not graph.has_edge(one, other)
        ]
        assert sum(found[node].values()) == len(chains)
        if camps == 1:
            assert found[node]["coordinator"] == len(chains)


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
