"""All measures of one actor under one roof, by the names they are asked for."""

from __future__ import annotations

from actors.measures.brokerage import constraint, effective_size
from actors.measures.clustering import clustering
from actors.measures.cores import core_number
from actors.measures.degree import (
    degree,
    in_degree,
    in_strength,
    out_degree,
    out_strength,
    strength,
)
from actors.measures.paths import betweenness, closeness, harmonic
from actors.measures.signs import net_support, pn
from actors.measures.spectral import eigenvector, pagerank
from actors.measures.status import authorities, hubs, katz

__all__ = [
    "authorities",
    "betweenness",
    "closeness",
    "clustering",
    "constraint",
    "core_number",
    "degree",
    "effective_size",
    "eigenvector",
    "harmonic",
    "hubs",
    "in_degree",
    "in_strength",
    "katz",
    "net_support",
    "out_degree",
    "out_strength",
    "pagerank",
    "pn",
    "strength",
]
