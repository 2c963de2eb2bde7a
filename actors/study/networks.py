"""The networks of a study: what was read, then what people decided, then who speaks for whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from actors.errors import NotFound
from actors.study.names import EVERY, LAYERS, SENTENCES

if TYPE_CHECKING:
    import networkx as nx

    from actors.resolve.curation import Rule
    from actors.store.base import Store

Layer = str | Sequence[str] | None


def network(
    store: Store,
    rules: Iterable[Rule] = (),
    layer: Layer = None,
    *,
    window: str | None = None,
    level: str = "person",
    on: date | None = None,
    private: bool = False,
    evidence: int = SENTENCES,
    background: bool = False,
    unnamed: bool = False,
) -> nx.MultiDiGraph[Any]:
    """The network with everything that was decided about it; see `Study.graph`."""
    from actors.network import roll_up
    from actors.network.views import by_layer

    if level == "person":
        graph = _curated(store, rules, layer, window, evidence, unnamed)
    else:
        whole = _curated(store, rules, None, window, EVERY, unnamed)
        graph = by_layer(roll_up(whole, level, on, private=private), *_layers(layer))
    if "background" in _layers(layer) if layer else background:
        _add_facts(store, graph, on)
    return graph


def _add_facts(store: Store, graph: nx.MultiDiGraph[Any], on: date | None) -> None:
    """What tables of facts imply for the days of the documents, or for one day."""
    from actors.network.background import add_background

    dated = "SELECT min(published), max(published) FROM documents"
    first, last = store.connection.execute(dated).fetchone() or (None, None)
    period = (on, on) if on else (first, last) if first and last else None
    add_background(graph, period, store.known())


def as_read(
    store: Store,
    layer: Layer = None,
    window: str | None = None,
    evidence: int = SENTENCES,
    unnamed: bool = False,
) -> nx.MultiDiGraph[Any]:
    """The network as it was read, before decisions about relations.

    Args:
        store: what to read
        layer: one layer, several, or all if left out
        window: what counts as occurring together; as the study was built if left out
        evidence: how many sentences a co-occurrence keeps at most
        unnamed: with actors that have no name
    """
    from actors.network import build_graph

    layers = _layers(layer)
    kept: dict[str, Any] = {"evidence": evidence, "unnamed": unnamed}
    return build_graph(store, layers=layers, window=window or _window(store), **kept)


def _curated(
    store: Store,
    rules: Iterable[Rule],
    layer: Layer,
    window: str | None,
    evidence: int,
    unnamed: bool,
) -> nx.MultiDiGraph[Any]:
    from actors.study.curating import curate

    graph = as_read(store, layer, window, evidence, unnamed)
    for _ in curate(graph, rules, _layers(layer)):
        """A decision that matches nothing is told when the study is built."""
    return graph


def _layers(layer: Layer) -> tuple[str, ...]:
    layers = (layer,) if isinstance(layer, str) else tuple(layer or LAYERS)
    unknown = [name for name in layers if name not in LAYERS]
    if unknown:
        raise NotFound(f"no layer is called {unknown[0]!r}; there are: {', '.join(LAYERS)}")
    return layers


def _window(store: Store) -> str:
    from actors.store.base import Run

    runs = list(store.all(Run))
    return runs[-1].settings.window if runs else "sentence"
