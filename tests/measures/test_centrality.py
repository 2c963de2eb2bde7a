"""Centralities against values printed in the literature or worked out by hand.

Florentine families: marriage ties of Padgett & Ansell (1993), without the isolated Pucci;
values as printed by Jackson, M. O. (2008), *Social and Economic Networks*, section 2.2, and
by Wasserman & Faust (1994), chapter 5. Karate club: Zachary, W. (1977), *J. Anthropological
Research* 33; members are numbered from 0 here.
"""

from __future__ import annotations

import networkx as nx
import pytest

from actors import plugins
from actors.errors import NotFound, SettingsError
from actors.measures import centrality, table
from actors.measures.graphs import UNIT, arcs, distances, undirected

FAMILIES = nx.florentine_families_graph()
KARATE = nx.Graph(nx.karate_club_graph().edges())


@pytest.mark.parametrize(
    ("family", "value"), [("Medici", 0.522), ("Guadagni", 0.255), ("Strozzi", 0.103)]
)
def test_betweenness_of_florentine_families(family: str, value: float) -> None:
    assert centrality.betweenness(FAMILIES)[family] == pytest.approx(value, abs=5e-4)


@pytest.mark.parametrize(
    ("family", "value"), [("Medici", 0.430), ("Strozzi", 0.356), ("Ridolfi", 0.341)]
)
def test_eigenvector_of_florentine_families(family: str, value: float) -> None:
    assert centrality.eigenvector(FAMILIES)[family] == pytest.approx(value, abs=1e-3)


def test_closeness_of_the_medici_is_14_steps_over_25() -> None:
    # The other 14 families lie 6 x 1, 5 x 2 and 3 x 3 steps away: 14 / 25.
    assert centrality.closeness(FAMILIES)["Medici"] == pytest.approx(0.56)


def test_harmonic_of_the_medici() -> None:
    assert centrality.harmonic(FAMILIES)["Medici"] == pytest.approx(6 + 5 / 2 + 3 / 3)


def test_degrees_of_the_karate_club() -> None:
    found = centrality.degree(KARATE)
    assert (found[33], found[0], found[32], found[11]) == (17, 16, 12, 1)


def test_the_instructor_brokers_most_in_the_karate_club() -> None:
    # 0.4376 in the networkx documentation, and 231.07 pairs in Girvan & Newman's ranking.
    found = centrality.betweenness(KARATE)
    assert max(found, key=found.__getitem__) == 0
    assert found[0] * 33 * 32 / 2 == pytest.approx(231.07, abs=0.01)


def test_cores_of_the_karate_club() -> None:
    # Ten members form the 4-core; member 12 hangs on by a single tie.
    found = centrality.core_number(KARATE)
    assert sorted(node for node in found if found[node] == 4) == [
        0, 1, 2, 3, 7, 8, 13, 30, 32, 33,
    ]  # fmt: skip
    assert found[11] == 1


def test_pagerank_of_a_star_by_hand() -> None:
    # p = 0.15 / 3 + 0.85 (1 - p), so p = 0.9 / 1.85.
    assert centrality.pagerank(nx.star_graph(2))[0] == pytest.approx(0.9 / 1.85)


def test_strong_ties_are_short() -> None:
    # a-b-c has length 1/4 + 1/4 = 1/2; the direct tie a-c has length 1.
    graph = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 4), ("b", "c", 4), ("a", "c", 1)])
    assert centrality.betweenness(graph)["b"] == 1.0
    assert centrality.closeness(graph)["b"] == pytest.approx(2 / (1 / 4 + 1 / 4))
    assert centrality.harmonic(graph)["a"] == pytest.approx(4 + 2)


def test_paths_of_one_length_are_seen_to_be_of_one_length() -> None:
    # Three ties of strength 3 are as long as one of strength 1, though 1/3 is no float.
    graph = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 3), ("b", "c", 3), ("c", "d", 3), ("a", "d", 1)])
    # Half of a-d runs over b; b alone brokers a-c; c-a-d and b-c-d are beaten.
    assert centrality.betweenness(graph)["b"] == pytest.approx((1 + 0.5) / 3)


@pytest.mark.parametrize("name", centrality.__all__)
@pytest.mark.parametrize("graph", [nx.Graph(), nx.empty_graph(1), nx.empty_graph(3)])
def test_graphs_without_ties_are_measured(name: str, graph: nx.Graph[int]) -> None:
    found = getattr(centrality, name)(graph)
    size = max(1, len(graph))
    special = {
        "pagerank": 1 / size,
        "katz": 1 / size**0.5,
        "pn": 1.0,
        "constraint": float("nan"),
        "effective_size": float("nan"),
    }
    expected = dict.fromkeys(graph, special.get(name, 0.0))
    assert found == pytest.approx(expected, nan_ok=True)


def test_closeness_holds_small_components_down() -> None:
    # A pair of 5 actors: 1/1 within, times 1/4 of the others reached.
    graph = nx.Graph([(0, 1), (2, 3), (3, 4)])
    assert centrality.closeness(graph)[0] == pytest.approx(0.25)
    assert centrality.harmonic(graph)[0] == 1.0


def test_eigenvector_of_components_alike_is_shared() -> None:
    found = centrality.eigenvector(nx.Graph([(0, 1), (2, 3)]))
    assert found == pytest.approx(dict.fromkeys(range(4), 0.5))


def test_eigenvector_lives_in_the_component_with_the_largest_value() -> None:
    found = centrality.eigenvector(nx.Graph([(0, 1), (2, 3), (3, 4), (4, 2)]))
    assert (found[0], found[2]) == (0.0, pytest.approx(1 / 3**0.5))


def test_eigenvector_of_a_large_component_agrees_with_networkx() -> None:
    graph = nx.barabasi_albert_graph(600, 2, seed=4)
    expected = nx.eigenvector_centrality(graph, max_iter=5000, tol=1e-12)
    assert centrality.eigenvector(graph) == pytest.approx(expected, abs=1e-6)


def test_directions_count_where_they_should() -> None:
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", weight=2.0, directed=True)
    graph.add_edge("b", "c", weight=3.0, directed=False)
    assert centrality.in_degree(graph) == {"a": 0, "b": 2, "c": 1}
    assert centrality.out_degree(graph) == {"a": 1, "b": 1, "c": 1}
    assert centrality.in_strength(graph) == {"a": 0, "b": 5, "c": 3}
    assert centrality.out_strength(graph) == {"a": 2, "b": 3, "c": 3}


def test_parallel_edges_add_up_and_negated_ones_and_loops_do_not_count() -> None:
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", weight=2.0)
    graph.add_edge("b", "a", weight=1.0)
    graph.add_edge("a", "b", weight=9.0, negated=True)
    graph.add_edge("a", "a", weight=9.0)
    graph.add_edge("a", "b", weight=0.0)
    assert undirected(graph).edges["a", "b"]["weight"] == 3.0
    assert centrality.strength(graph) == {"a": 3.0, "b": 3.0}
    assert sorted(arcs(graph).edges(data="weight")) == [("a", "b", 2.0), ("b", "a", 1.0)]


def test_a_negative_weight_is_refused_with_what_to_do() -> None:
    graph = nx.Graph([("a", "b", {"weight": -1})])
    with pytest.raises(SettingsError, match="put the sign"):
        centrality.degree(graph)


def test_distance_is_one_over_strength() -> None:
    graph = distances(undirected(nx.Graph([("a", "b", {"weight": 3})])))
    assert graph.edges["a", "b"]["distance"] * 3 == UNIT


def test_the_table_says_who_and_how_much() -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("k1", name="Russia", kind="country")
    graph.add_node("k2", name="CSTO", kind="organisation", subtype="igo")
    graph.add_edge("k1", "k2", weight=2.0, directed=True)
    found = table(graph, ["degree", "in_strength"])
    assert found.columns.tolist() == ["name", "kind", "subtype", "degree", "in_strength"]
    assert found.loc["k2"].tolist() == ["CSTO", "organisation", "igo", 1.0, 2.0]
    assert found.loc["k1", "subtype"] == ""


def test_the_table_gives_every_measure_if_none_is_named() -> None:
    columns = table(nx.path_graph(4)).columns.tolist()
    assert columns == ["name", "kind", "subtype", *plugins.names("measures")]


def test_an_unknown_measure_is_not_found() -> None:
    with pytest.raises(NotFound, match="charisma"):
        table(nx.path_graph(2), ["charisma"])
