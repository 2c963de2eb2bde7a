"""Backbones side by side, and co-occurrences weighed in other ways."""

from __future__ import annotations

from math import isnan

import networkx as nx
import pytest

from actors.analysis.sensitivity import sensitivity, weighed
from actors.errors import SettingsError
from tests.network.corpora import study as stored


def two_camps() -> nx.Graph[str]:
    """Two triangles of strong ties, joined by weak ones."""
    graph: nx.Graph[str] = nx.Graph()
    for camp in ("abc", "def"):
        graph.add_weighted_edges_from(
            (one, other, 5.0) for one in camp for other in camp if one < other
        )
    graph.add_weighted_edges_from([("a", "d", 1.0), ("b", "e", 1.0), ("c", "g", 1.0)])
    graph.add_node("alone")
    return graph


def test_what_each_backbone_keeps_by_hand() -> None:
    table = sensitivity(two_camps()).set_index(["backbone", "setting"])
    whole = table.loc["whole network", ""]
    assert (whole["actors"], whole["ties"], whole["weight"]) == (7, 9, 1.0)
    assert whole["strength"] == whole["betweenness"] == whole["rand"] == pytest.approx(1)
    # Of nine weights (three of 1, six of 5) half lie above 1 ... and none above 5.
    assert [at for name, at in table.index if name == "threshold"] == []
    core = table.loc["core", "2 ties in it"]
    assert (core["actors"], core["ties"], core["weight"]) == (6, 8, pytest.approx(32 / 33))
    assert core["rand"] == pytest.approx(1)
    nothing = table.loc["core", "3 ties in it"]
    assert (nothing["actors"], nothing["ties"], nothing["communities"]) == (0, 0, 0)
    assert isnan(nothing["rand"])
    assert isnan(nothing["strength"])


def test_thresholds_lie_where_half_a_quarter_and_a_tenth_of_ties_are_above() -> None:
    path = nx.path_graph(11)
    for number, (_, _, data) in enumerate(path.edges(data=True)):
        data["weight"] = float(number + 1)  # 1 to 10
    table = sensitivity(path)
    chosen = table[table["backbone"] == "threshold"]
    assert chosen["setting"].tolist() == ["weight >= 6", "weight >= 8", "weight >= 10"]
    assert chosen["ties"].tolist() == [5, 3, 1]


def test_shares_have_no_noise_corrected_backbone() -> None:
    graph = two_camps()
    assert "noise-corrected" in set(sensitivity(graph)["backbone"])
    for _, _, data in graph.edges(data=True):
        data["weight"] /= 10
    assert "noise-corrected" not in set(sensitivity(graph)["backbone"])


def test_the_same_seed_gives_the_same_table_and_no_ties_give_one() -> None:
    graph = nx.karate_club_graph()
    assert sensitivity(graph, seed=1).equals(sensitivity(graph, seed=1))
    empty = sensitivity(nx.empty_graph(2))
    assert set(empty["ties"]) == {0}


def test_weights_of_a_study() -> None:
    with stored() as store:
        pairs = {
            name: {a + b: w for a, b, w in weighed(store, (), name).edges(data="weight")}
            for name in ("count", "decay", "jaccard")
        }
        with pytest.raises(SettingsError, match="choose from count, decay, pmi"):
            weighed(store, (), "fame")
    assert pairs["count"] == {"ab": 3, "ac": 1, "bc": 1}
    assert pairs["decay"]["ab"] > 3
    assert pairs["jaccard"] == {}  # nobody meets more often than by chance
