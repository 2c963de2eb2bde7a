"""The networks of a study: what was read, then what people decided, then who speaks for whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack, cast

from actors.analysis.periods import DateRange, as_days
from actors.errors import NotFound
from actors.names import EVERY, KEPT_SENTENCES, LAYERS, TIES_LEFT_OUT
from actors.network import build_graph, roll_up
from actors.network.background import add_background
from actors.network.decisions import curate
from actors.network.denials import count_denials
from actors.network.select import PartCriteria, select
from actors.network.simple import simple_digraph, simple_graph
from actors.network.views import by_layer
from actors.store.holdings import coverage
from actors.store.records import Run
from actors.store.relations import ends_of_relations
from actors.types import RELATION_VERBS, Actor, Key

if TYPE_CHECKING:
    import networkx as nx

    from actors.store import Store
    from actors.types import Rule

Layer = str | Sequence[str] | None
Simple = Literal[False, True, "directed", "undirected"]


_STATED = ("stated", "background")
"""The layers whose ties a person may decide about."""


class Levels(TypedDict, total=False):
    """As whom actors count, and what else is in a network; `Study.graph` says what each is."""

    window: str | None
    level: str
    on: date | None
    private: bool
    background: bool
    unnamed: bool


class Chosen(Levels, total=False):
    """What a part of a network is chosen by; `Study.graph` says what each is."""

    sign: str | Sequence[str] | None
    status: str | Sequence[str] | None
    period: DateRange | None
    kinds: str | Sequence[str] | None
    min_weight: float | None


def network(
    store: Store,
    rules: Iterable[Rule] = (),
    layer: Layer = None,
    *,
    window: str | None = None,
    level: str = "person",
    on: date | None = None,
    private: bool = False,
    evidence: int = KEPT_SENTENCES,
    background: bool = False,
    unnamed: bool = False,
) -> nx.MultiDiGraph[Key]:
    """The network with everything that was decided about it; see `Study.graph`."""
    if level == "person":
        graph, _ = curated(store, rules, layer, window, evidence, unnamed)
    else:
        whole, _ = curated(store, rules, None, window, EVERY, unnamed)
        graph = by_layer(roll_up(whole, level, on, private=private), *_layers(layer))
    if "background" in _layers(layer) if layer else background:
        _add_facts(store, graph, on)
    return graph


def selected(
    store: Store,
    rules: Iterable[Rule],
    layer: Layer = None,
    *,
    sign: str | Sequence[str] | None = None,
    status: str | Sequence[str] | None = None,
    period: DateRange | None = None,
    kinds: str | Sequence[str] | None = None,
    min_weight: float | None = None,
    simple: Simple = False,
    evidence: int = KEPT_SENTENCES,
    **level: Unpack[Levels],
) -> nx.Graph[Key]:
    """The part of the network that fits some criteria; see `actors.Study.graph`."""
    kept = EVERY if period is not None else evidence
    graph = network(store, rules, layer, evidence=kept, **level)
    graph = narrowed(graph, period, sign=sign, status=status, kinds=kinds, min_weight=min_weight)
    return _simplified(graph, layer, simple) if simple else graph


def narrowed(
    graph: nx.MultiDiGraph[Key], period: DateRange | None, **criteria: Unpack[PartCriteria]
) -> nx.MultiDiGraph[Key]:
    """The part of a network that fits some criteria; the whole of it if there are none.

    Args:
        graph: with all sentences if a period is given
        period: see `actors.analysis.periods.as_days`
        criteria: see `actors.network.select.select`
    """
    days = as_days(period) if period is not None else None
    given = {name: each for name, each in criteria.items() if each is not None}
    wanted = cast("PartCriteria", given)
    return select(graph, period=days, **wanted) if wanted or days else graph


def _simplified(graph: nx.MultiDiGraph[Key], layer: Layer, simple: Simple) -> nx.Graph[Key]:
    """The network with one tie a pair; see `Study.graph`."""
    undirected = simple == "undirected" or (simple is True and _layers(layer) == LAYERS[:1])
    return simple_graph(graph) if undirected else simple_digraph(graph)


def _add_facts(store: Store, graph: nx.MultiDiGraph[Key], on: date | None) -> None:
    """What tables of facts imply for the days of the documents, or for one day."""
    found = coverage(store)
    dated = (found.first, found.last) if found.first and found.last else None
    period = (on, on) if on else dated
    add_background(graph, period, store.known())


def as_read(
    store: Store,
    layer: Layer = None,
    window: str | None = None,
    evidence: int = KEPT_SENTENCES,
    unnamed: bool = False,
    strongest: int | None = None,
) -> nx.MultiDiGraph[Key]:
    """The network as it was read, before decisions about relations.

    Args:
        store: what to read
        layer: one layer, several, or all if left out
        window: what counts as occurring together; as the study was built if left out
        evidence: how many sentences a co-occurrence keeps at most
        unnamed: with actors that have no name
        strongest: at most so many ties of each layer; see `actors.network.build_graph`
    """
    layers = _layers(layer)
    return build_graph(
        store,
        layers=layers,
        window=window or usual_window(store),
        evidence=evidence,
        unnamed=unnamed,
        strongest=strongest,
    )


def relation_warnings(store: Store, rules: Iterable[Rule]) -> list[str]:
    """What decisions about relations match nothing."""
    about_relations = [rule for rule in rules if rule.verb in RELATION_VERBS]
    if not about_relations:
        return []
    graph = among(store, concerned(store, about_relations), _STATED)
    return list(curate(graph, about_relations))


def concerned(store: Store, rules: Iterable[Rule]) -> set[Key]:
    """The actors that decisions about relations may be about: whoever they name, in any way."""
    named, relations = set[str](), set[str]()
    for rule in rules:
        if rule.verb in RELATION_VERBS:
            says = {**rule.says, **(rule.about if isinstance(rule.about, dict) else {})}
            named |= {str(says[end]) for end in ("source", "target") if end in says}
            relations |= {str(says["relation"])} if "relation" in says else set()
    found = (
        {one.key for one in store.all(Actor) if called(one) & _folded(named)} if named else set()
    )
    return found | ends_of_relations(store, relations)


def called(actor: Actor) -> set[str]:
    """Everything by which a decision about relations may call an actor, without case."""
    pairs = {f"{scheme}:{value}" for scheme, value in actor.identifiers}
    return _folded({actor.key, actor.name, *actor.aliases, *pairs})


def _folded(names: Iterable[str]) -> set[str]:
    return {name.casefold() for name in names}


def among(
    store: Store,
    actors: Collection[Key],
    layer: Layer = None,
    evidence: int = KEPT_SENTENCES,
    quoted: int | None = None,
) -> nx.MultiDiGraph[Key]:
    """The network of some actors as it was read: what is between them, and nobody else.

    Args:
        store: the records of a study
        actors: their keys
        layer, evidence: as in `as_read`
        quoted: pairs whose sentences a co-occurrence keeps, the strongest; all if left out
    """
    return build_graph(
        store,
        layers=_layers(layer),
        among=actors,
        window=usual_window(store),
        evidence=evidence,
        quoted=quoted,
    )


def curated(
    store: Store,
    rules: Iterable[Rule],
    layer: Layer = None,
    window: str | None = None,
    evidence: int = KEPT_SENTENCES,
    unnamed: bool = False,
    strongest: int | None = None,
) -> tuple[nx.MultiDiGraph[Key], list[str]]:
    """The network with the decisions about relations, and which of these match nothing.

    Args:
        store: the records of a study
        rules: the analyst's decisions
        layer: as in `as_read`, and all others
    """
    decisions = list(rules)
    graph = as_read(store, layer, window, evidence, unnamed, strongest)
    warnings = list(curate(graph, decisions, _layers(layer)))
    count_denials(graph)
    return graph, relation_warnings(store, decisions) if TIES_LEFT_OUT in graph.graph else warnings


def _layers(layer: Layer) -> tuple[str, ...]:
    layers = (layer,) if isinstance(layer, str) else tuple(layer or LAYERS)
    unknown = [name for name in layers if name not in LAYERS]
    if unknown:
        raise NotFound(f"no layer is called {unknown[0]!r}; there are: {', '.join(LAYERS)}")
    return layers


def usual_window(store: Store) -> str:
    """What counts as occurring together in a study: what its last build counted."""
    runs = list(store.all(Run))
    return runs[-1].settings.window if runs else "sentence"
