"""Names of actors made unique, for tables and programs that know an actor by its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from actors.types import Key, NodeAttributes

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["labels", "unique_labels"]


def labels(graph: nx.Graph[Key]) -> dict[Key, str]:
    """A name for each actor of a network that no other has; see `unique_labels`."""
    return unique_labels(dict(graph.nodes(data=True)))


def unique_labels(actors: Mapping[Key, NodeAttributes]) -> dict[Key, str]:
    """A name for each actor that no other has: where several share one, the kind follows.

    Where the kind does not tell them apart either, the key does.

    Args:
        actors: by key; of each, its ``name`` and ``kind`` are looked at

    >>> georgia = {"name": "Georgia", "kind": "country"}, {"name": "Georgia", "kind": "person"}
    >>> unique_labels({"k1": georgia[0], "k2": georgia[1]})
    {'k1': 'Georgia (country)', 'k2': 'Georgia (person)'}
    >>> unique_labels({"k1": georgia[0], "k2": georgia[0]})
    {'k1': 'Georgia (k1)', 'k2': 'Georgia (k2)'}
    """
    names = {key: str(about.get("name") or key) for key, about in actors.items()}
    kinds = {key: f"{names[key]} ({about.get('kind', '')})" for key, about in actors.items()}
    keyed = {key: f"{names[key]} ({key})" for key in actors}
    # What is one way to call an actor is not used for another, so that no two can meet.
    ways = (names, kinds, keyed, {key: key for key in actors})
    met = Counter(label for key in actors for label in {way[key] for way in ways})
    return {key: next((way[key] for way in ways if met[way[key]] == 1), key) for key in actors}
