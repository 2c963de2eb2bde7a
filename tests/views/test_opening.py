"""What a large network opens with."""

from __future__ import annotations

from typing import Any

import networkx as nx

from actors.views import opening


def test_actors_by_the_sum_of_their_ties() -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_edge("a", "b", weight=1.0)
    graph.add_edge("c", "b", weight=5.0)
    graph.add_edge("b", "b", weight=50.0)
    graph.add_node("d")
    pairs = opening.strengths(graph)
    assert pairs == {("a", "b"): 1.0, ("b", "c"): 5.0}
    assert opening.strongest_first(graph, pairs) == ["b", "c", "a", "d"]


def test_each_actor_keeps_its_strongest_pairs() -> None:
    """A star with two of its tips tied: the hub has four ties, and each tip keeps one."""
    pairs = {("h", str(tip)): float(9 - tip) for tip in range(4)} | {("0", "1"): 1.0}
    among = {"h", "0", "1", "2", "3"}
    spokes = [("h", "0"), ("h", "1"), ("h", "2"), ("h", "3")]
    assert opening.backbone(pairs, among, most=1) == spokes
    assert opening.backbone(pairs, among, most=2) == [*spokes, ("0", "1")]


def test_pairs_with_an_end_elsewhere_are_left_out() -> None:
    pairs = {("a", "b"): 2.0, ("b", "c"): 9.0}
    assert opening.backbone(pairs, {"a", "b"}) == [("a", "b")]
