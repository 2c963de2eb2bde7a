"""Backbones of networks small enough to thin by hand."""

from __future__ import annotations

import os
import subprocess
import sys
from math import sqrt

import networkx as nx
import pytest

from actors.errors import SettingsError
from actors.network import backbone


def weighted(*edges: tuple[str, str, float]) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_weighted_edges_from(edges)
    return graph


def pairs(graph: nx.Graph[str]) -> list[str]:
    return sorted("".join(sorted(edge)) for edge in graph.edges)


# A hub h with one strong tie, and a triangle of equals that hangs on it.
HUB = weighted(("h", "x", 10), ("h", "y", 1), ("h", "z", 1), ("y", "z", 1))


def test_threshold_keeps_strong_edges_all_nodes_and_attributes() -> None:
    graph = HUB.copy()
    graph.graph["window"] = "sentence"
    graph.nodes["z"]["name"] = "Z"
    kept = backbone.threshold(graph, 10)
    assert pairs(kept) == ["hx"]
    assert list(kept) == list(HUB)
    assert (kept.graph, kept.nodes["z"]) == ({"window": "sentence"}, {"name": "Z"})


def test_top_k_keeps_the_strongest_of_either_end() -> None:
    # x: hx. h: hx. y: of two equals the lesser key, h. z: likewise.
    assert pairs(backbone.top_k(HUB, 1)) == ["hx", "hy", "hz"]
    assert pairs(backbone.top_k(HUB, 2)) == ["hx", "hy", "hz", "yz"]
    with pytest.raises(SettingsError, match="1 or more"):
        backbone.top_k(HUB, 0)


@pytest.mark.parametrize(
    ("alpha", "expected"),
    [
        # at h (k = 3, s = 12): hx (1 - 10/12)^2 = 1/36; hy, hz (11/12)^2 = 0.84
        # at y and z (k = 2, s = 2): 1/2 each; x has one tie and no say
        (1 / 37, []),
        (0.05, ["hx"]),
        (0.5, ["hx"]),
        (0.51, ["hx", "hy", "hz", "yz"]),
    ],
)
def test_disparity_filter_by_hand(alpha: float, expected: list[str]) -> None:
    assert pairs(backbone.disparity_filter(HUB, alpha)) == expected


@pytest.mark.parametrize("alpha", [0, -1, 1.5])
def test_disparity_filter_refuses_other_levels(alpha: float) -> None:
    with pytest.raises(SettingsError, match="alpha"):
        backbone.disparity_filter(HUB, alpha)


def test_lift_by_hand() -> None:
    # w = 4, both strengths 5, total 20. Prior mean 25/400 = 1/16, variance
    # (1/16)(15 * 15)/(400 * 19) = 225/121600, so prior size (15/256)/(225/121600) - 1 = 92/3;
    # posterior (23/12 + 4)/(92/3 + 20) = 71/608. Kappa 20/25; its slope 1/25 - 200/625.
    score, deviation = backbone.lift(4, 5, 5, 20)
    assert score == pytest.approx((0.8 * 4 - 1) / (0.8 * 4 + 1))
    spread = 20 * (71 / 608) * (537 / 608)
    change = 2 * (0.8 + 4 * -0.28) / 4.2**2
    assert deviation == pytest.approx(sqrt(spread) * abs(change))


def test_lift_of_a_weight_as_expected_is_nothing() -> None:
    assert backbone.lift(5, 10, 10, 20)[0] == pytest.approx(0)


def test_noise_corrected_keeps_ties_stronger_than_both_ends_explain() -> None:
    # Two friends, and two hubs that meet everybody. Strengths: f, g 16; h, i 28; k, l, m 8;
    # total 112. Expected: fg 16 * 16 / 112 = 2.3 of 8; hi 7 of 8; hf 4 of 4; hk 2 of 4.
    edges = [("f", "g", 8), ("h", "i", 8)]
    edges += [(hub, other, 4) for hub in "hi" for other in "fgklm"]
    graph = weighted(*edges)
    leaves = ["hk", "hl", "hm", "ik", "il", "im"]
    assert pairs(backbone.noise_corrected(graph, 1.64)) == ["fg", *leaves]
    assert pairs(backbone.noise_corrected(graph, 100)) == []


def test_noise_corrected_has_nothing_to_say_of_a_lone_loop() -> None:
    assert pairs(backbone.noise_corrected(weighted(("a", "a", 3)))) == []


def test_noise_corrected_refuses_weights_that_are_no_counts() -> None:
    with pytest.raises(SettingsError, match="counts"):
        backbone.noise_corrected(weighted(("a", "b", 0.25)))


def test_k_core_ignores_ties_to_oneself() -> None:
    graph = HUB.copy()
    graph.add_edge("x", "x", weight=1)
    assert sorted(backbone.k_core(graph, 2)) == ["h", "y", "z"]


def test_largest_component_and_of_equals_the_one_with_the_least_key() -> None:
    graph = weighted(("c", "d", 1), ("a", "b", 1))
    assert sorted(backbone.largest_component(graph)) == ["a", "b"]
    graph.add_edge("d", "e", weight=1)
    assert sorted(backbone.largest_component(graph)) == ["c", "d", "e"]
    assert len(backbone.largest_component(nx.Graph())) == 0


def test_parts_keep_the_order_of_the_graph_whatever_the_hash_seed() -> None:
    program = (
        "import networkx as nx; from actors.network.backbone import k_core, largest_component;"
        "names = [f'actor-{n * 7 % 40}' for n in range(40)];"
        "graph = nx.relabel_nodes(nx.cycle_graph(15), dict(enumerate(names)));"
        "graph.add_nodes_from(names); nx.set_edge_attributes(graph, 1.0, 'weight');"
        "print(list(k_core(graph, 2)) == list(largest_component(graph)) == names[:15])"
    )
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", program]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        assert done.stdout == "True\n"
