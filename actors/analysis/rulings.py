"""What decisions about ties make of them, pair of actors by pair, without the network.

A decision touches the ties of one pair, so a new one costs that pair alone. What was decided
about the others is kept until one of their actors changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from actors.analysis.networks import called
from actors.analysis.statements import Printing, Statement, curated_statements
from actors.network.build import KINDS
from actors.network.decisions import curate
from actors.network.denials import count_denials
from actors.network.views import counted
from actors.ontology import OWN_TYPES
from actors.store.relations import RelationRow
from actors.types import Actor, Evidence, Key, Rule, Sign, TieAttributes, nameless

if TYPE_CHECKING:
    import networkx as nx

__all__ = [
    "ActorPair",
    "Naming",
    "Ruling",
    "Said",
    "grouped",
    "pair_of",
    "ruled",
    "sentence_of",
    "told_order",
]

ActorPair: TypeAlias = tuple[Key, Key]
"""Two actors, the lesser key first."""
Said: TypeAlias = tuple[Statement, RelationRow]
"""What a sentence states, and how it was read."""
Tied: TypeAlias = tuple[Key, Key, str, Sign, bool, bool]
"""Source, target, type and sign of a tie; whether it is negated, and directed."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """Some pairs, the decisions about their ties, and the ties after them.

    ``places`` are those of the relations that the pairs had before, as the ledger counts them.
    """

    pairs: frozenset[ActorPair]
    rules: tuple[Rule, ...]
    places: tuple[int, ...]
    graph: nx.MultiDiGraph[Key]
    statements: tuple[Statement, ...]
    warnings: tuple[str, ...]


class Naming:
    """The actors that may have ties, by everything that a decision about ties may call them.

    Args of the class:
        people: the actors of a study
    """

    def __init__(self, people: Iterable[Actor]) -> None:
        self._keys: dict[str, set[Key]] = {}
        for one in people:
            if one.kind in KINDS and not nameless(one):
                for name in called(one):
                    self._keys.setdefault(name, set()).add(one.key)

    def pairs(self, about: Mapping[str, object]) -> frozenset[ActorPair]:
        """The pairs that the two ends of a decision may mean."""
        sources, targets = (
            self._keys.get(str(about.get(end, "")).casefold(), set())
            for end in ("source", "target")
        )
        return frozenset(pair_of(one, other) for one in sources for other in targets)


def pair_of(one: Key, other: Key) -> ActorPair:
    """Two actors in the order of their keys.

    >>> pair_of("b", "a")
    ('a', 'b')
    """
    return (one, other) if one <= other else (other, one)


def grouped(
    rules: Iterable[Rule], pairs: Callable[[Rule], frozenset[ActorPair]]
) -> list[tuple[frozenset[ActorPair], tuple[Rule, ...]]]:
    """Decisions about the same pairs together, each group in their order.

    Args:
        rules: decisions about ties
        pairs: gives the pairs that one is about; those about none are a group too
    """
    groups: list[tuple[set[ActorPair], list[tuple[int, Rule]]]] = []
    for number, rule in enumerate(rules):
        about, mine = set(pairs(rule)), [(number, rule)]
        for other in [one for one in groups if one[0] & about or not (one[0] or about)]:
            groups.remove(other)
            about |= other[0]
            mine += other[1]
        groups.append((about, mine))
    return [
        (frozenset(about), tuple(rule for _, rule in sorted(mine, key=lambda each: each[0])))
        for about, mine in groups
    ]


def ruled(
    pairs: frozenset[ActorPair],
    rules: Sequence[Rule],
    people: Mapping[Key, Actor],
    read: Mapping[int, Said],
    own_types: str = "",
) -> Ruling:
    """Apply decisions to the ties of some pairs.

    Args:
        pairs: the actors
        rules: the decisions about them, in their order
        people: the actors by their keys
        read: the relations of these pairs by their places, each as a statement and as it is read
        own_types: the types of ties that the user added, as the study keeps them
    """
    graph = _graph(people[key] for key in sorted({key for pair in pairs for key in pair}))
    if own_types:
        graph.graph[OWN_TYPES] = own_types
    for key, evidence in _by_tie(read.values()).items():
        source, target, type_, sign, negated, directed = key
        tie: TieAttributes = {
            "layer": "stated",
            "type": type_,
            "sign": sign,
            "directed": directed,
            "negated": negated,
            **counted(evidence),
        }
        name = f"stated:{type_}:{sign}" + ":not" * negated
        graph.add_edge(source, target, key=name, **tie)
    warnings = tuple(curate(graph, rules))
    count_denials(graph)
    return Ruling(
        *(pairs, tuple(rules), tuple(sorted(read)), graph),
        *(tuple(curated_statements(graph)), warnings),
    )


def _graph(people: Iterable[Actor]) -> nx.MultiDiGraph[Key]:
    """A network of some actors, without ties."""
    import networkx as nx

    graph: nx.MultiDiGraph[Key] = nx.MultiDiGraph()
    for one in people:
        told = {name: getattr(one, name) for name in ("name", "kind", "aliases", "identifiers")}
        graph.add_node(one.key, **told)
    return graph


def _by_tie(read: Iterable[Said]) -> dict[Tied, tuple[Evidence, ...]]:
    """The sentences of each tie, in the order in which the network has them."""
    found: dict[Tied, list[Said]] = {}
    for one, row in read:
        found.setdefault(tied(one, row), []).append((one, row))
    return {
        key: tuple(sentence_of(row, one.printing) for one, row in sorted(each, key=told_order))
        for key, each in sorted(found.items())
    }


def tied(one: Statement, row: RelationRow) -> Tied:
    """The tie that a sentence states, as it is read."""
    return one.source, one.target, row.type, row.sign, row.negated, one.directed


def told_order(said: Said) -> tuple[object, ...]:
    """The place of a sentence among those of its tie: by its day, printings again last."""
    one, row = said
    return bool(row.origin), row.happened or "~", one.printing.name, row.start, row.id


def sentence_of(row: RelationRow, printing: Printing) -> Evidence:
    """A relation as the sentence behind a tie, without its words."""
    return {
        "document": row.document,
        "name": printing.name,
        "title": printing.title,
        "source": printing.outlet,
        "url": "",
        "date": printing.date,
        "text": "",
        "start": row.start,
        "end": row.end,
        "quote_start": row.start,
        "quote_end": row.end,
        "modality": row.modality,
        "speaker": "",
        "negated": row.negated,
        "confidence": row.confidence,
        "relation": row.id,
        "event_date": row.happened if row.happened != printing.date else "",
        "story": row.story,
        "origin": row.origin or f"{row.document}:{row.sentence}",
    }
