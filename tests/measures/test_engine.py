"""The fast engine gives the numbers of networkx: twenty random graphs, every kind."""

from __future__ import annotations

import random
from importlib import import_module

import networkx as nx
import pytest

from actors.errors import SettingsError
from actors.measures import table
from actors.measures.centrality import betweenness, closeness, harmonic, pagerank
from actors.measures.graphs import simple
from actors.measures.nearness import nearness
from actors.measures.paths import sampling_error

room = import_module("actors.measures.table")
near_room = import_module("actors.measures.nearness")


def random_graph(seed: int) -> nx.Graph[int]:
    """Sparse enough to fall apart; every other directed, every third with whole weights."""
    chance = random.Random(seed)
    graph = nx.gnm_random_graph(40, 45 + seed, seed=seed, directed=bool(seed % 2))
    for _, _, data in graph.edges(data=True):
        data["weight"] = chance.randint(1, 4) if seed % 3 == 0 else chance.uniform(0.1, 9)
    return graph


GRAPHS = [random_graph(seed) for seed in range(20)]


@pytest.mark.parametrize("graph", GRAPHS)
@pytest.mark.parametrize("measure", [betweenness, closeness, harmonic])
def test_paths_are_the_same_to_a_billionth(measure, graph) -> None:  # type: ignore[no-untyped-def]
    slow, fast = measure(graph, engine="networkx"), measure(graph, engine="igraph")
    assert fast == pytest.approx(slow, abs=1e-9, rel=1e-9)


@pytest.mark.parametrize("graph", GRAPHS)
def test_one_pass_gives_what_two_measures_give(graph: nx.Graph[int]) -> None:
    near, far = nearness(graph)
    assert near == pytest.approx(closeness(graph, engine="networkx"), rel=1e-9)
    assert far == pytest.approx(harmonic(graph, engine="networkx"), rel=1e-9)


def test_a_large_table_shares_work_and_says_what_is_estimated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    graph = nx.gnm_random_graph(1_100, 1_500, seed=1)
    found = table(graph, ["closeness", "harmonic"])
    assert found["closeness"].to_dict() == pytest.approx(closeness(graph), rel=1e-9)
    assert found["harmonic"].to_dict() == pytest.approx(harmonic(graph), rel=1e-9)
    assert found.attrs["notes"] == []
    monkeypatch.setattr(room, "EXACT_UP_TO", 1_000)
    estimated = table(graph, ["betweenness"])
    assert estimated["betweenness"].to_dict() == betweenness(graph, pivots=room.PIVOTS)
    assert "estimated from 1000 of 1100 actors" in estimated.attrs["notes"][0]


@pytest.mark.parametrize(("pivots", "off"), [(300, 1e-9), (60, 0.1)])
def test_of_a_large_component_some_distances_tell_the_rest(
    monkeypatch: pytest.MonkeyPatch, pivots: int, off: float
) -> None:
    """All distances where everybody is a pivot; else within a tenth, small components exactly."""
    graph = nx.gnm_random_graph(300, 1_200, seed=1)
    nx.add_path(graph, ["x", "y", "z"])
    exact = nearness(graph)
    monkeypatch.setattr(near_room, "ALL_DISTANCES_UP_TO", 250)
    monkeypatch.setattr(near_room, "DISTANCE_PIVOTS", pivots)
    for found, wanted in zip(nearness(graph), exact, strict=True):
        assert found == pytest.approx(wanted, rel=off)
        assert [found[one] for one in "xyz"] == [wanted[one] for one in "xyz"]


def test_a_table_tells_that_nearness_is_estimated(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = nx.path_graph(1_100)
    graph.add_edge("x", "y")
    monkeypatch.setattr(near_room, "ALL_DISTANCES_UP_TO", 1_000)
    [note] = table(graph, ["closeness", "harmonic"]).attrs["notes"]
    assert note.startswith("closeness and harmonic of the 1100 actors of one component are")
    assert table(graph, ["closeness"]).attrs["notes"] == []


@pytest.mark.parametrize("graph", GRAPHS)
def test_pagerank_is_the_same_to_a_millionth(graph: nx.Graph[int]) -> None:
    slow, fast = pagerank(graph, engine="networkx"), pagerank(graph, engine="igraph")
    assert fast == pytest.approx(slow, abs=1e-6)


def several_ties(seed: int) -> nx.MultiDiGraph[int]:
    """Parallel arcs, ties that run both ways, loops, negated ones and such as weigh nothing."""
    chance = random.Random(seed)
    graph: nx.MultiDiGraph[int] = nx.MultiDiGraph()
    graph.add_nodes_from(range(12))
    for _ in range(40):
        graph.add_edge(
            chance.randrange(12),
            chance.randrange(12),
            weight=float(chance.randint(0, 4)),
            directed=chance.random() < 0.6,
            negated=chance.random() < 0.1,
        )
    return graph


@pytest.mark.parametrize("seed", range(20))
def test_pagerank_of_a_multigraph_counts_the_same_ties(seed: int) -> None:
    graph = several_ties(seed)
    slow, fast = pagerank(graph, engine="networkx"), pagerank(graph, engine="igraph")
    assert fast == pytest.approx(slow, abs=1e-9)
    both = graph.to_undirected()
    slow, fast = pagerank(both, engine="networkx"), pagerank(both, engine="igraph")
    assert fast == pytest.approx(slow, abs=1e-9)


@pytest.mark.parametrize("graph", [one for number, one in enumerate(GRAPHS) if number % 3])
def test_whole_distances_change_nothing_that_networkx_would_say(graph: nx.Graph[int]) -> None:
    plain = simple(graph)
    for _, _, data in plain.edges(data=True):
        data["length"] = 1 / data["weight"]
    expected = nx.betweenness_centrality(plain, weight="length")
    assert betweenness(graph) == pytest.approx(expected, abs=1e-9)
    near = nx.closeness_centrality(plain, distance="length")
    assert closeness(graph) == pytest.approx(near, rel=1e-9)
    assert harmonic(graph) == pytest.approx(
        nx.harmonic_centrality(plain, distance="length"), rel=1e-9
    )


def test_large_graphs_are_counted_by_igraph() -> None:
    graph = nx.barabasi_albert_graph(1_000, 2, seed=1)
    assert betweenness(graph) == betweenness(graph, engine="igraph")


@pytest.mark.parametrize("engine", ["networkx", "igraph"])
def test_sampled_betweenness_is_near_and_repeatable(engine) -> None:  # type: ignore[no-untyped-def]
    graph = nx.karate_club_graph()
    exact = betweenness(graph)
    sampled = betweenness(graph, pivots=20, seed=3, engine=engine)
    assert sampled == betweenness(graph, pivots=20, seed=3, engine=engine)
    worst = max(abs(exact[node] - sampled[node]) for node in graph)
    assert worst < sampling_error(34, 20)


def test_as_many_pivots_as_nodes_is_exact() -> None:
    graph = nx.florentine_families_graph()
    assert betweenness(graph, pivots=99) == betweenness(graph)


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(SettingsError, match="there are: auto, networkx, igraph"):
        betweenness(nx.path_graph(3), engine="spark")  # type: ignore[arg-type]
