"""A study's network with all its sentences, for numbers that count stories."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Unpack

from actors.analysis.networks import Layer, Levels, network
from actors.names import EVERY
from actors.types import Key, Rule

if TYPE_CHECKING:
    import networkx as nx

    from actors.store import Store

__all__ = ["whole"]

#: What a sentence that a person added by hand does not say of itself.
_UNSAID: Mapping[str, object] = {
    "event_date": "",
    "relation": "",
    "negated": False,
    "confidence": 1.0,
    "quote_start": 0,
    "quote_end": 0,
}


def whole(
    store: Store, rules: Iterable[Rule] = (), layer: Layer = None, **level: Unpack[Levels]
) -> nx.MultiDiGraph[Key]:
    """The network, each tie with every sentence; one added by hand is a story of its own.

    Args:
        store: the records of a study
        rules: the analyst's decisions
        layer: one layer, several, or all that documents state if left out
        level: filters and levels as in `actors.Study.graph`
    """
    graph = network(store, rules, layer, **level, evidence=EVERY)
    for _, _, tie in graph.edges(data=True):
        tie.setdefault("reprints", 0)
        tie["evidence"] = tuple(_complete(sentence) for sentence in tie["evidence"])
    return graph


def _complete(sentence: Mapping[str, object]) -> dict[str, object]:
    own = f"by hand: {sentence['name']}: {sentence['text']}"
    return {**_UNSAID, "story": own, "origin": own, **sentence}
