"""The networks of a study: what was read, then what people decided, then who speaks for whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, TypedDict

from actors.errors import NotFound
from actors.study.names import EVERY, LAYERS, SENTENCES

if TYPE_CHECKING:
    import networkx as nx

    from actors.resolve.curation import Rule
    from actors.store.base import Store

Layer = str | Sequence[str] | None
Simple = Literal[False, True, "directed", "undirected"]
Period = str | Sequence[date | str | None]
"""``"2021-07-01..2021-07-14"``, or the first and the last day."""


class Chosen(TypedDict, total=False):
    """What a part of a network is chosen by; `Study.graph` says what each is."""

    sign: str | Sequence[str] | None
    status: str | Sequence[str] | None
    period: Period | None
    kinds: str | Sequence[str] | None
    min_weight: float | None
    window: str | None
    level: str
    on: date | None
    private: bool
    background: bool
    unnamed: bool


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


def narrowed(
    graph: nx.MultiDiGraph[Any], period: Period | None, **criteria: Any
) -> nx.MultiDiGraph[Any]:
    """The part of a network that fits some criteria; the whole of it if there are none.

    Args:
        graph: with all sentences if a period is given
        period: see `actors.study.sides.as_days`
        criteria: see `actors.network.select.select`
    """
    from actors.network.select import select
    from actors.study.sides import as_days

    days = as_days(period) if period is not None else None
    wanted = {name: each for name, each in criteria.items() if each is not None}
    return select(graph, period=days, **wanted) if wanted or days else graph


def simplified(graph: nx.MultiDiGraph[Any], layer: Layer, simple: Simple) -> nx.Graph[Any]:
    """The network with one tie a pair; see `Study.graph`."""
    from actors.network.simple import simple_digraph, simple_graph

    undirected = simple == "undirected" or (simple is True and _layers(layer) == LAYERS[:1])
    return simple_graph(graph) if undirected else simple_digraph(graph)


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
    return build_graph(store, layers=layers, window=window or usual_window(store), **kept)


def _curated(
    store: Store,
    rules: Iterable[Rule],
    layer: Layer,
    window: str | None,
    evidence: int,
    unnamed: bool,
) -> nx.MultiDiGraph[Any]:
    from actors.network.denials import count_denials
    from actors.study.curating import curate

    graph = as_read(store, layer, window, evidence, unnamed)
    for _ in curate(graph, rules, _layers(layer)):
        """A decision that matches nothing is told when the study is built."""
    count_denials(graph)
    return graph


def _layers(layer: Layer) -> tuple[str, ...]:
    layers = (layer,) if isinstance(layer, str) else tuple(layer or LAYERS)
    unknown = [name for name in layers if name not in LAYERS]
    if unknown:
        raise NotFound(f"no layer is called {unknown[0]!r}; there are: {', '.join(LAYERS)}")
    return layers


def usual_window(store: Store) -> str:
    """What counts as occurring together in a study: what its last build counted."""
    from actors.store.base import Run

    runs = list(store.all(Run))
    return runs[-1].settings.window if runs else "sentence"
