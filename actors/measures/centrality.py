"""All centralities under one roof, by the names they are asked for; each family has its file."""

from __future__ import annotations

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
from actors.measures.spectral import eigenvector, pagerank

__all__ = [
    "betweenness",
    "closeness",
    "core_number",
    "degree",
    "eigenvector",
    "harmonic",
    "in_degree",
    "in_strength",
    "out_degree",
    "out_strength",
    "pagerank",
    "strength",
]
