"""What is stated of some actors, whoever stands at the other end, out of what a ledger holds.

The ties are those of the network (`actors.analysis.networks.network`), with its numbers. Of their
sentences only those are kept that somebody looks at, so that it takes little time and memory.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from actors.analysis.closeup import (
    KeyedTie,
    asserts,
    denials_of,
    denials_of_tie,
    stated_tie,
    weight_of,
    with_words,
)
from actors.analysis.ledger import Ledger
from actors.analysis.rulings import Said, sentence_of
from actors.ontology import MARK, OWN_TYPES
from actors.types import Actor, Evidence, Key, NodeAttributes

if TYPE_CHECKING:
    import networkx as nx

    from actors.store import Store

__all__ = ["touching"]

_Places: TypeAlias = Container[tuple[Key, int]]


def touching(
    store: Store,
    ledger: Ledger,
    people: Mapping[Key, Actor],
    actors: Collection[Key],
    places: _Places,
) -> nx.MultiDiGraph[Key]:
    """The network of what is stated of some actors.

    Args:
        store: the records of a study
        ledger: what its documents state, after the decisions
        people: all actors by their keys
        actors: the keys of those that are asked about
        places: documents, and where in them sentences begin that are kept; where sentences of a
            tie do not agree, all of them are
    """
    import networkx as nx

    graph: nx.MultiDiGraph[Key] = nx.MultiDiGraph()
    if own := store.mark(MARK):
        graph.graph[OWN_TYPES] = own
    ties = [*_undecided(ledger, actors, places), *_decided(ledger, actors)]
    ends = {end for tie in ties for end in tie[:2]}
    graph.add_nodes_from((key, _about(people[key])) for key in sorted({*actors, *ends}))
    graph.add_edges_from(with_words(store, ties))
    return graph


def _about(one: Actor) -> NodeAttributes:
    return {"name": one.name, "kind": one.kind, "subtype": one.subtype or ""}


def _decided(ledger: Ledger, actors: Container[Key]) -> Iterator[KeyedTie]:
    """The ties of pairs about which something was decided."""
    for ruling in ledger.rulings:
        for source, target, key, tie in ruling.graph.edges(keys=True, data=True):
            if source in actors or target in actors:
                yield source, target, key, tie


def _undecided(ledger: Ledger, actors: Container[Key], places: _Places) -> Iterator[KeyedTie]:
    """The ties of all other pairs."""
    found = dict(ledger.undecided(actors, either=True))
    denials = denials_of(ledger, found)
    for tie, at in found.items():
        said = [ledger.said(place) for place in at]
        if not (weight := weight_of(said, again=False)):
            continue
        denied = denials_of_tie(tie, denials)
        yield stated_tie(tie, weight, denied, _sentences(said, places, agreed=not denied))


def _sentences(said: Sequence[Said], places: _Places, *, agreed: bool) -> tuple[Evidence, ...]:
    """The sentences at some places, which are enough where all say that something is so."""
    enough = agreed and all(asserts(row) for _, row in said)
    kept = [one for one in said if (one[1].document, one[1].start) in places] if enough else said
    return tuple(sentence_of(row, one.printing) for one, row in kept)
