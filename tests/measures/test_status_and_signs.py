"""Katz, hubs and authorities, PN centrality and net support, by hand and by networkx."""

from __future__ import annotations

import networkx as nx
import pytest

from actors.measures import table
from actors.measures.signs import net_support, pn, signed, signed_arcs
from actors.measures.status import authorities, hubs, katz


def test_katz_agrees_with_networkx_at_the_same_attenuation() -> None:
    graph = nx.karate_club_graph()
    plain = nx.Graph(graph.edges())
    expected = nx.katz_centrality_numpy(plain, alpha=0.85 / 17, beta=1.0)
    assert katz(plain) == pytest.approx(expected)


def test_katz_of_a_chain_grows_along_its_arcs() -> None:
    found = katz(nx.DiGraph([(0, 1), (1, 2)]), share=0.5)
    # 1, 1 + 1/2, 1 + 1/2 * 3/2, over their length.
    length = (1 + 1.5**2 + 1.75**2) ** 0.5
    assert found == pytest.approx({0: 1 / length, 1: 1.5 / length, 2: 1.75 / length})


def test_hubs_and_authorities_agree_with_networkx() -> None:
    graph = nx.gnp_random_graph(30, 0.2, seed=2, directed=True)
    expected_hubs, expected_authorities = nx.hits(graph, tol=1e-12)
    assert hubs(graph) == pytest.approx(expected_hubs, abs=1e-9)
    assert authorities(graph) == pytest.approx(expected_authorities, abs=1e-9)


def test_pn_of_small_signed_graphs_by_hand() -> None:
    # A triangle of friends: x = 1 + 2x/4, so 2; of enemies: x = 1 - 4x/4, so 1/2.
    friends = nx.complete_graph(3)
    nx.set_edge_attributes(friends, "+", "sign")
    enemies = nx.complete_graph(3)
    nx.set_edge_attributes(enemies, "-", "sign")
    assert pn(friends) == pytest.approx(dict.fromkeys(range(3), 2.0))
    assert pn(enemies) == pytest.approx(dict.fromkeys(range(3), 0.5))


def test_pn_of_a_friend_and_an_enemy() -> None:
    # n = 3: b = 1 + a/4 - 2c/4, a = 1 + b/4, c = 1 - 2b/4, so b (1 - 1/16 - 1/4) = 3/4.
    graph = nx.Graph()
    graph.add_edge("a", "b", sign="+")
    graph.add_edge("b", "c", sign="-")
    found = pn(graph)
    assert found["b"] == pytest.approx(0.75 / (11 / 16))
    assert found["a"] == pytest.approx(1 + found["b"] / 4)
    assert found["c"] == pytest.approx(1 - found["b"] / 2)


def test_pn_of_a_large_graph_is_the_solution_of_its_equations() -> None:
    graph = nx.gnm_random_graph(500, 1500, seed=1)
    for number, (_, _, data) in enumerate(graph.edges(data=True)):
        data["sign"] = "-" if number % 3 else "+"
    found = pn(graph)
    for node in graph:
        ties = ((1 if data["sign"] == "+" else -2, other) for other, data in graph[node].items())
        assert found[node] == pytest.approx(1 + sum(a * found[one] for a, one in ties) / 998)


def conflict() -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edge("a", "b", sign="+", weight=2.0, directed=False)
    graph.add_edge("c", "b", sign="-", weight=2.0, directed=True)
    graph.add_edge("b", "c", sign="0", weight=9.0, directed=True)
    graph.add_edge("c", "b", sign="+", weight=9.0, directed=True, negated=True)
    return graph


def test_signs_are_weighed_and_the_unsigned_and_the_negated_left_out() -> None:
    assert sorted(signed(conflict()).edges(data="sign")) == [("a", "b", 1), ("b", "c", -1)]
    assert signed(conflict()).edges["a", "b"]["weight"] == 2.0
    assert sorted(signed_arcs(conflict()).edges) == [("a", "b"), ("b", "a"), ("c", "b")]


def test_even_signs_cancel() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edge("a", "b", sign="+", weight=1.0)
    graph.add_edge("b", "a", sign="-", weight=1.0)
    assert signed(graph).number_of_edges() == 0


def test_net_support_weighs_what_comes_in() -> None:
    assert net_support(conflict()) == {"a": 1.0, "b": 0.0, "c": 0.0}


def test_the_table_gives_signed_measures_the_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    from actors import plugins
    from actors.measures import centrality

    monkeypatch.setattr(plugins, "load", lambda _, name: getattr(centrality, name))
    found = table(conflict(), ["pn", "net_support", "katz", "clustering"])
    assert found.loc["a", "net_support"] == 1.0
    assert found.loc["b", "pn"] == pytest.approx(pn(conflict())["b"])
