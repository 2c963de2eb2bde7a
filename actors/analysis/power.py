"""The measures that power is ranked by, out of co-occurrences alone, without a network of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.types import Key

if TYPE_CHECKING:
    from actors.network.meetings import Meetings

__all__ = ["power_measures"]


def power_measures(met: Meetings) -> dict[str, dict[Key, float]]:
    """Measure strength, betweenness and PageRank, each a number for each actor.

    They are those of `actors.analysis.measuring.measure_table` on the layer of co-occurrence;
    of more than `actors.measures.table.EXACT_UP_TO` actors betweenness is estimated, as there.
    """
    from actors.measures.paths import betweenness_by_parts
    from actors.measures.quick import graph_of, measure
    from actors.measures.table import EXACT_UP_TO, PIVOTS

    nodes, weights = len(met.actors), met.weights[None, :]
    plain = {
        name: measure(name, nodes, met.pairs, weights, directed=False)[0]
        for name in ("strength", "pagerank")
    }
    graph = graph_of(nodes, met.pairs, met.weights, directed=False)
    between = betweenness_by_parts(graph, pivots=PIVOTS if nodes > EXACT_UP_TO else None)
    found = {**plain, "betweenness": between}
    return {name: dict(zip(met.actors, of.tolist(), strict=True)) for name, of in found.items()}
