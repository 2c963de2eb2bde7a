"""The card of one actor: who it is, why its names were joined, and what ties it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actors.analysis.disputes import DisputeEvidence, disputes
from actors.analysis.finding import found_by
from actors.factuality import leaning, status
from actors.network.presence import counts
from actors.ontology import of_graph
from actors.store.queries import spellings
from actors.types import Actor, Evidence, Judgement, Key, TieAttributes
from actors.views.wording import count
from actors.wording import phrase

if TYPE_CHECKING:
    import networkx as nx

    from actors.store import Store
    from actors.views.notebook import Listing


@dataclass(frozen=True, slots=True)
class Alias:
    """A way an actor is called, how often, and why it was read as this actor."""

    text: str
    mentions: int
    reason: str


@dataclass(frozen=True, slots=True)
class ActorTie:
    """An edge seen from one of its ends; ``evidence`` are the sentences.

    ``sign`` is that of a tie that holds; ``status`` says whether it does
    (`actors.factuality.status`); ``structural`` where it tells who belongs where, rather than who
    did what.
    """

    other: str
    layer: str
    type: str
    sign: str
    outgoing: bool
    directed: bool
    negated: bool
    weight: float
    evidence: tuple[Evidence, ...]
    status: str = "asserted"
    structural: bool = False

    @property
    def words(self) -> str:
        """What the tie says, in words: ``"plans to meet"``."""
        return phrase(self.type, self.status)


@dataclass(frozen=True, slots=True)
class Witness:
    """A sentence on one side of a dispute: what it says, whose word it is, when, and where."""

    says: str
    voice: str
    day: str
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class CardDispute:
    """What sentences contradict each other about with another actor.

    ``kind`` is ``"denied"`` or ``"both ways"``; see `actors.analysis.disputes`.
    """

    other: str
    kind: str
    holds: tuple[Witness, ...]
    against: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """All that a study knows of one actor; ``how`` says how the name was read, where it matters."""

    actor: Actor
    mentions: int
    documents: int
    aliases: tuple[Alias, ...]
    judgements: tuple[Judgement, ...]
    ties: tuple[ActorTie, ...]
    how: str = ""
    disputes: tuple[CardDispute, ...] = ()

    def __repr__(self) -> str:
        return f"<Card: {self.actor.name}, {self.actor.kind}, {self._counts()}>"

    def _counts(self) -> str:
        mentions, documents = count(self.mentions, "mention"), count(self.documents, "document")
        return f"{mentions} in {documents}, {count(len(self.ties), 'tie')}"

    def _repr_html_(self) -> str:
        from actors.views.notebook import panel

        kind = ", ".join(filter(None, (self.actor.kind, self.actor.subtype)))
        facts = {
            "Found": self._counts(),
            "Identifiers": "; ".join(
                f"{scheme} {value}" for scheme, value in self.actor.identifiers
            ),
            "Read as": self.how,
        }
        return panel(self.actor.name, facts, _listings(self), note=kind)


def card(store: Store, graph: nx.MultiDiGraph[Key], name: str) -> Card:
    """Find an actor by any of its names, and collect what is known of it.

    Args:
        store: the records of a study
        graph: its network
        name: any name, as `actors.Study.find` takes it

    Raises:
        NotFound: nobody has the name; says who is near
        Ambiguous: several have it; says what tells them apart
    """
    found = found_by(store, name)
    actor = found.actor
    members = set(actor.members)
    judgements = tuple(
        each for each in store.all(Judgement) if {each.left, each.right} & (members | {actor.key})
    )
    aliases = tuple(Alias(*spelling) for spelling in spellings(store, actor.key))
    mentions, documents = counts(store, actor.key)[actor.key]
    return Card(
        actor=actor,
        mentions=mentions,
        documents=documents,
        aliases=aliases,
        judgements=judgements,
        ties=tuple(sorted(_ties(graph, actor.key), key=_importance)),
        how=found.how,
        disputes=tuple(_disputes(graph, actor.key)),
    )


def _disputes(graph: nx.MultiDiGraph[Key], key: Key) -> Iterator[CardDispute]:
    names = dict(graph.nodes(data="name"))
    for one in disputes(graph, key):
        other = next((names[end] for end in one.pair if end != key), names.get(key, ""))
        sides = (tuple(_witness(names, each) for each in side) for side in (one.holds, one.against))
        yield CardDispute(other, one.kind, *sides)


def _witness(names: Mapping[Key, str], one: DisputeEvidence) -> Witness:
    says = f"{names[one.source]} {one.words} {names[one.target]}"
    text = " ".join(str(one.sentence["text"]).split())
    return Witness(says, one.voice, one.day, text, str(one.sentence["name"]))


def _listings(card: Card) -> list[Listing]:
    """The names and the ties of a card, as a notebook shows them."""
    from actors.views.notebook import Listing

    called = [(one.text, one.mentions, one.reason) for one in card.aliases]
    told: set[str] = set()
    ties = [_told(one, told) for one in card.ties]
    return [
        Listing("Called", ("name", "mentions", "why"), called, top=6),
        Listing("Ties", ("type", "with", "sentences", "one of them"), ties, top=8),
    ]


def _told(tie: ActorTie, told: set[str]) -> tuple[str, str, str, str]:
    """A tie with one of its sentences, if no tie above has quoted it."""
    arrow = ("→ " if tie.outgoing else "← ") if tie.directed else ""
    quoted = (str(one["text"]) for one in tie.evidence)
    sentence = next((text for text in quoted if text not in told), "")
    told.add(sentence)
    return tie.words, arrow + tie.other, f"{tie.weight:g}", sentence


def _ties(graph: nx.MultiDiGraph[Key], key: Key) -> list[ActorTie]:
    if key not in graph:
        return []
    outgoing = [(True, other, about) for _, other, about in graph.out_edges(key, data=True)]
    incoming = [(False, other, about) for other, _, about in graph.in_edges(key, data=True)]
    return [_tie(graph, *edge) for edge in outgoing + incoming]


def _tie(graph: nx.MultiDiGraph[Key], outgoing: bool, other: Key, about: TieAttributes) -> ActorTie:
    type_ = of_graph(graph).get(about["type"])
    return ActorTie(
        other=graph.nodes[other]["name"],
        outgoing=outgoing,
        evidence=tuple(about["evidence"]),
        sign=leaning(about),
        status=status(about),
        structural=type_ is not None and type_.structural,
        layer=about["layer"],
        type=about["type"],
        directed=about["directed"],
        negated=about["negated"],
        weight=about["weight"],
    )


def _importance(tie: ActorTie) -> tuple[bool, float, str, str, bool]:
    """Stated ties before co-occurrence, the strongest first."""
    return (tie.layer == "cooccurrence", -tie.weight, tie.other, tie.type, tie.outgoing)
