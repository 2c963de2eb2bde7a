"""Betweenness, closeness, PageRank and the whole table of a large graph, against plain networkx.

::

    python benchmarks/measures.py [--nodes 10000] [--edges 60000] [--sources 50] [--seed 1]

The graph is random, its weights are 1 to 10. Times are the processor's (`time.process_time`), so
other work on the machine hardly matters. Plain networkx would need minutes or hours for
all paths, so its betweenness and closeness start from a sample of nodes, and the time is scaled by
nodes / sources; ours are exact and complete, and their time holds the conversion of the graph too.
The last line is for the default table, whose betweenness of large graphs is estimated.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from typing import Any, TypeVar

import networkx as nx

from actors.measures import table
from actors.measures.nearness import nearness
from actors.measures.paths import betweenness, closeness
from actors.measures.spectral import pagerank

Result = TypeVar("Result")
ROUNDS = 5


def main() -> None:
    """Print a row for each measure, then the time of the table."""
    given = parsed()
    graph = made(given.nodes, given.edges, given.seed)
    chosen = random.Random(given.seed).sample(list(graph), given.sources)
    factor = given.nodes / given.sources
    print(f"{given.nodes} nodes, {given.edges} edges, seconds of processor time")
    print(f"networkx: betweenness and closeness from {given.sources} sources, times {factor:g}")
    print("| measure | ours | networkx | ratio |")
    print("|---|---|---|---|")

    _, plain = timed(lambda: nx.betweenness_centrality(graph, given.sources, weight="d", seed=1))
    _, ours = timed(lambda: betweenness(graph))
    row("betweenness", ours, factor * plain)

    reference, plain = timed(lambda: near(graph, chosen))
    found, ours = timed(lambda: closeness(graph))
    row("closeness", ours, factor * plain)
    _, both = timed(lambda: nearness(graph))
    row("closeness and harmonic together", both, factor * plain)

    ranks, plain = fastest(lambda: nx.pagerank(graph, weight="weight"))
    ours_ranks, ours = fastest(lambda: pagerank(graph))
    row("PageRank", ours, plain)
    print(f"largest difference: closeness {apart(reference, found):.1e}", end=", ")
    print(f"PageRank {apart(ranks, ours_ranks):.1e}")

    began = time.perf_counter()
    full, spent = timed(lambda: table(graph))
    elapsed = time.perf_counter() - began
    print(f"table of {full.shape[1] - 3} measures: {spent:.1f} s, {elapsed:.1f} s by the clock")


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nodes", type=int, default=10_000)
    parser.add_argument("--edges", type=int, default=60_000)
    parser.add_argument("--sources", type=int, default=50, help="sample for networkx")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def made(nodes: int, edges: int, seed: int) -> nx.Graph[Any]:
    """A random graph with strengths, and with distances for networkx."""
    graph = nx.gnm_random_graph(nodes, edges, seed=seed)
    chance = random.Random(seed)
    for _, _, data in graph.edges(data=True):
        data["weight"] = float(chance.randint(1, 10))
        data["d"] = 1 / data["weight"]
    return graph


def near(graph: nx.Graph[Any], chosen: list[Any]) -> dict[Any, float]:
    """Closeness of some nodes by networkx."""
    return {node: nx.closeness_centrality(graph, node, distance="d") for node in chosen}


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    began = time.process_time()
    result = work()
    return result, time.process_time() - began


def fastest(work: Callable[[], Result]) -> tuple[Result, float]:
    """The result, and the least time of several rounds."""
    rounds = [timed(work) for _ in range(ROUNDS)]
    return rounds[0][0], min(spent for _, spent in rounds)


def row(name: str, ours: float, plain: float) -> None:
    print(f"| {name} | {ours:.2f} | {plain:.2f} | {plain / ours:.1f} |", flush=True)


def apart(one: dict[Any, float], other: dict[Any, float]) -> float:
    """The largest difference over the nodes of the first."""
    return max(abs(value - other[node]) for node, value in one.items())


if __name__ == "__main__":
    main()
