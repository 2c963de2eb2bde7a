"""Measures of several layers side by side, as one table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

ABOUT = ("name", "kind", "subtype")


def measure_table(graphs: Mapping[str, nx.MultiDiGraph[Any]], names: Sequence[str]) -> pd.DataFrame:
    """Measures without direction from the first layer, with direction from the last.

    Args:
        graphs: one or two layers by name
        names: measures known to `actors.plugins`

    Returns:
        index: actor key; strongest first, then by name
    """
    from actors.measures import table

    *_, directed = graphs.values()
    undirected = next(iter(graphs.values()))
    plain = [name for name in names if not _has_direction(name)]
    joined = table(undirected, plain)
    others = [name for name in names if _has_direction(name)]
    if others:
        joined = joined.join(table(directed, others)[others], how="left").fillna(
            dict.fromkeys(others, 0.0)
        )
    return joined[[*ABOUT, *names]].sort_values(
        by=[column for column in ("strength", "degree") if column in names] + ["name"],
        ascending=[False for column in ("strength", "degree") if column in names] + [True],
        kind="stable",
    )


def _has_direction(name: str) -> bool:
    return name.startswith(("in_", "out_"))
