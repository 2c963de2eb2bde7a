"""Pairs of actors on which sentences contradict each other: who says what, and when.

A tie that some sentences state and others deny is *denied*; a pair of which both cooperation and
conflict are stated is told *both ways*, which may also be a change over time.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from actors.factuality import asserted, asserting, leaning
from actors.network.views import happened
from actors.types import Evidence, Key, TieAttributes
from actors.wording import phrase

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Dispute", "DisputeEvidence", "disputes", "voice"]

_Edge: TypeAlias = tuple[Key, Key, Hashable, TieAttributes]
_Chosen: TypeAlias = "Callable[[TieAttributes], Iterable[Evidence]]"


LOPSIDED = 5
"""So many sentences against one: the one may be a slip of reading."""


@dataclass(frozen=True, slots=True)
class DisputeEvidence:
    """A sentence on one side of a dispute: what it says, of whom, and whose word it is.

    ``tie`` is the key of the edge whose sentence it is, and ``at`` which of its sentences.
    """

    source: Key
    target: Key
    tie: Hashable
    at: int
    words: str
    voice: str
    day: str
    sentence: Evidence

    @property
    def place(self) -> tuple[object, ...]:
        """Where the sentence stands."""
        return tuple(self.sentence.get(part) for part in ("document", "start", "end"))


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two actors, and statements of them that contradict each other.

    ``kind`` is ``"denied"`` where ``against`` says that what ``holds`` states is not so,
    ``"both ways"`` where one states cooperation and the other conflict.
    """

    pair: tuple[Key, Key]
    kind: Literal["denied", "both ways"]
    holds: tuple[DisputeEvidence, ...]
    against: tuple[DisputeEvidence, ...]

    @property
    def lone(self) -> bool:
        """Whether one side has so few sentences that a slip of reading could make the dispute."""
        fewest, most = sorted((len(self.holds), len(self.against)))
        return fewest * LOPSIDED <= most

    @property
    def voices(self) -> int:
        """How many voices contradict each other."""
        return len({one.voice for one in (*self.holds, *self.against)})


def disputes(graph: nx.MultiDiGraph[Key], actor: Key | None = None) -> list[Dispute]:
    """What sentences contradict each other about; denials first, then by sentences.

    Where one sentence stands against many, the dispute comes last.

    Args:
        graph: the network, with the sentences of its ties
        actor: only those that this actor is part of

    Two statements of one sentence are no dispute, since one sentence tells one story.
    """
    by_pair: dict[tuple[Key, Key], list[_Edge]] = {}
    for source, target, key, about in graph.edges(keys=True, data=True):
        if about.get("layer") == "stated" and actor in (None, source, target):
            low, high = sorted((source, target))
            by_pair.setdefault((low, high), []).append((source, target, key, about))
    names = dict(graph.nodes(data="name"))
    found = [one for pair, edges in by_pair.items() for one in _of_pair(pair, edges)]

    def order(one: Dispute) -> tuple[float | str, ...]:
        fewest = min(len(one.holds), len(one.against))
        ranks = (one.lone, one.kind != "denied", -fewest, -one.voices)
        return (*ranks, *(str(names[key]) for key in one.pair))

    return sorted(found, key=order)


def voice(sentence: Evidence) -> str:
    """Whose word a sentence is: the speaker it names, else the outlet, else the document.

    >>> voice({"speaker": "Hanif Atmar", "source": "Sample Wire"}), voice({"source": "Wire"})
    ('Hanif Atmar, in Sample Wire', 'Wire')
    """
    speaker = " ".join(str(sentence.get("speaker") or "").split())
    outlet = str(sentence.get("source") or sentence.get("name") or "")
    return f"{speaker}, in {outlet}" if speaker and outlet else speaker or outlet


def _of_pair(pair: tuple[Key, Key], edges: list[_Edge]) -> Iterator[Dispute]:
    yield from _denied(pair, edges)
    sides = [
        _statements((edge for edge in edges if leaning(edge[3]) == sign), asserting)
        for sign in "+-"
    ]
    if _apart(*sides):
        yield Dispute(pair, "both ways", *map(_ordered, sides))


def _denied(pair: tuple[Key, Key], edges: list[_Edge]) -> Iterator[Dispute]:
    """Ties that one sentence asserts and another denies, whatever else is said of the pair."""
    by_tie: dict[tuple[Key, Key, str], tuple[list[_Edge], list[_Edge]]] = {}
    for edge in edges:
        source, target, _, about = edge
        ends = (source, target) if about.get("directed") else pair
        both = by_tie.setdefault((*ends, str(about.get("type"))), ([], []))
        both[bool(about.get("negated"))].append(edge)
    for stated, denying in by_tie.values():
        holds = _statements(stated, lambda tie: filter(asserted, tie.get("evidence") or ()))
        against = _statements(denying, lambda tie: tie.get("evidence") or ())
        if _apart(holds, against):
            yield Dispute(pair, "denied", _ordered(holds), _ordered(against))


def _statements(edges: Iterable[_Edge], chosen: _Chosen) -> list[DisputeEvidence]:
    found = []
    for source, target, key, about in edges:
        kept = {id(one) for one in chosen(about)}
        for at, one in enumerate(about.get("evidence") or ()):
            if id(one) in kept:
                said = _words(about), voice(one), happened(one), one
                found.append(DisputeEvidence(source, target, key, at, *said))
    return found


def _words(tie: TieAttributes) -> str:
    """What a tie says, leaving out that it is disputed: the other side tells that."""
    if not tie.get("negated"):
        return phrase(str(tie["type"]))
    modal = {str(one.get("modality")) for one in tie.get("evidence") or ()}
    return phrase(str(tie["type"]), "denied" if modal == {"denied"} else "negated")


def _apart(one: list[DisputeEvidence], other: list[DisputeEvidence]) -> bool:
    places = {each.place for each in (*one, *other)}
    return bool(one) and bool(other) and len(places) > 1


def _ordered(statements: list[DisputeEvidence]) -> tuple[DisputeEvidence, ...]:
    """By day; a reprint of a sentence is the same witness, so it is left out."""
    first: dict[object, DisputeEvidence] = {}
    for one in sorted(statements, key=lambda each: (each.day, str(each.place), each.words)):
        first.setdefault((one.sentence.get("origin") or one.place, one.words), one)
    return tuple(first.values())
