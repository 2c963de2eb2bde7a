"""The measures of a network: those of several layers side by side, as one table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Unpack

from actors.analysis.networks import narrowed
from actors.analysis.periods import DateRange
from actors.names import MEASURES, SHOWN_LAYERS
from actors.network.select import PartCriteria
from actors.network.views import by_layer
from actors.types import Key

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

ABOUT = ("name", "kind", "subtype")

STATED = frozenset(
    {
        *("in_degree", "out_degree", "in_strength", "out_strength"),
        *("katz", "hubs", "authorities", "net_support", "pn"),
    }
)
"""Measures that need a direction or a sign, which co-occurrence does not have."""


def measured(
    graph: nx.MultiDiGraph[Key],
    layers: Sequence[str] = SHOWN_LAYERS,
    names: Sequence[str] = MEASURES,
    *,
    period: DateRange | None = None,
    **criteria: Unpack[PartCriteria],
) -> pd.DataFrame:
    """Numbers for every actor of a network that has the layers; see `Study.measures`.

    Of each layer the ties that fit are measured; see `actors.network.select.select`.
    """
    parts = {layer: narrowed(by_layer(graph, layer), period, **criteria) for layer in layers}
    return measure_table(parts, names)


def measure_table(graphs: Mapping[str, nx.MultiDiGraph[Key]], names: Sequence[str]) -> pd.DataFrame:
    """Measures of the first layer; those with a direction or a sign of the last.

    Args:
        graphs: one or two layers by name
        names: measures known to `actors.plugins`

    Returns:
        index: actor key; strongest first, then by name
    """
    from actors.measures import table

    *_, directed = graphs.values()
    undirected = next(iter(graphs.values()))
    plain = [name for name in names if name not in STATED]
    joined = table(undirected, plain)
    notes = joined.attrs.get("notes", [])
    others = [name for name in names if name in STATED]
    if others:
        joined = joined.join(table(directed, others)[others], how="left").fillna(
            dict.fromkeys(others, 0.0)
        )
    joined.attrs["notes"] = notes
    return strongest_first(joined, names)


def sizes(graph: nx.MultiDiGraph[Key]) -> dict[str, dict[Key, float]]:
    """Degree and strength of the actors of a network, by name: quick, and without a table."""
    from actors.measures.degree import degree, strength

    return {"degree": degree(graph), "strength": strength(graph)}


def strongest_first(table: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    """A table of actors with some of its measures, the strongest first, then by name.

    The strongest are those with the greatest strength, then degree; where neither is among the
    measures, those with the most of the first one.
    """
    by = [column for column in ("strength", "degree") if column in names] or list(names[:1])
    ordered = table[[*ABOUT, *names]].sort_values(
        by=[*by, "name"], ascending=[*(False for _ in by), True], kind="stable"
    )
    ordered.attrs["notes"] = table.attrs.get("notes", [])
    return ordered


def together(graph: nx.MultiDiGraph[Key]) -> nx.Graph[Key]:
    """The layer of co-occurrence as a simple graph, on which the measures are taken."""
    from actors.measures import undirected

    return undirected(by_layer(graph, "cooccurrence"))


def as_mapping(measures: pd.DataFrame) -> dict[str, dict[Key, float]]:
    """A table of measures as name to actor to value."""
    numbers = [name for name in measures.columns if name in MEASURES]
    return {name: measures[name].to_dict() for name in numbers}
