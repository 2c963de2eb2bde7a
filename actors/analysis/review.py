"""The queue of doubts: decisions that are least certain and would move the network most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from actors.store.queries import entity_names, entity_weights, first_sentences
from actors.types import SAME_NOUN, Actor, Judgement, Key

if TYPE_CHECKING:
    from actors.store import Store

_SURE = 0.9
"""A merge at least this certain is not asked about."""

_SHOWN = 3
"""Sentences shown of each side."""


@dataclass(frozen=True, slots=True)
class DoubtSide:
    """One of the two that a doubt is about: its name, its key, and some of its sentences."""

    key: Key
    name: str
    mentions: int
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Are these two the same? ``joined`` tells what the rules decided, ``why`` the reason.

    ``weight`` orders the queue: how uncertain the decision is, times the mentions that it
    would move.
    """

    left: DoubtSide
    right: DoubtSide
    joined: bool
    why: str
    score: float
    weight: float


@dataclass(frozen=True, slots=True)
class Named:
    """What each entity is called, and how often it is mentioned: what no decision changes."""

    names: Mapping[Key, str]
    mentions: Mapping[Key, int]


def named(store: Store) -> Named:
    """The names and the mentions of the entities of a study."""
    return Named(entity_names(store), entity_weights(store))


def doubts(
    store: Store,
    judgements: Iterable[Judgement] | None = None,
    members: Mapping[Key, Actor] | None = None,
    entities: Named | None = None,
) -> list[Doubt]:
    """Open questions, the least certain and most consequential first.

    What a person has decided is not asked again; neither is what a rule is sure of.

    Args:
        store: the records of a study
        judgements: those of the study, if they are at hand
        members: the actor of each entity, if that is at hand
        entities: as `named` gives them, if they are at hand
    """
    judgements = list(store.all(Judgement) if judgements is None else judgements)
    settled = {_pair(each) for each in judgements if each.by == "person"}
    if members is None:
        members = {member: actor for actor in store.all(Actor) for member in actor.members}
    asked = _Asked(store, members, entities or named(store))
    found = [
        asked.doubt(each)
        for each in judgements
        if _open(each)
        and _pair(each) not in settled
        and _pair(each) <= members.keys()
        and not asked.settled(each, settled)
    ]
    ordered = sorted(found, key=lambda doubt: (-doubt.weight, doubt.left.name, doubt.right.key))
    return asked.with_sentences(ordered)


def _open(judgement: Judgement) -> bool:
    if judgement.by in ("person", SAME_NOUN) or judgement.verdict == "different":
        return False
    return judgement.verdict == "unsure" or judgement.score < _SURE


def _pair(judgement: Judgement) -> frozenset[Key]:
    return frozenset((judgement.left, judgement.right))


class _Asked:
    """The study as the queue reads it: who each entity belongs to, and how much it weighs."""

    def __init__(self, store: Store, members: Mapping[Key, Actor], entities: Named) -> None:
        self.store = store
        self.actor = members
        self.mentions = entities.mentions
        self.names = entities.names

    def settled(self, judgement: Judgement, pairs: set[frozenset[Key]]) -> bool:
        """Whether a person has decided about the actors that the two belong to."""
        left, right = self._members(judgement.left), self._members(judgement.right)
        return any(
            (one in left and other in right) or (one in right and other in left)
            for one, other in (sorted(pair) for pair in pairs if len(pair) > 1)
        )

    def doubt(self, judgement: Judgement) -> Doubt:
        """A judgement as a question."""
        joined = judgement.verdict == "same"
        left = self._side(judgement.left, alone=joined)
        right = self._side(judgement.right, alone=joined)
        uncertainty = 1 - judgement.score if joined else 0.5 + abs(0.5 - judgement.score) / 2
        weight = uncertainty * min(left.mentions, right.mentions)
        return Doubt(left, right, joined, judgement.why, judgement.score, weight)

    def with_sentences(self, doubts: list[Doubt]) -> list[Doubt]:
        """The doubts, each side with its first sentences."""
        sides = [(side, doubt.joined) for doubt in doubts for side in (doubt.left, doubt.right)]
        wanted = [
            (number, member)
            for number, (side, joined) in enumerate(sides)
            for member in self._about(side.key, alone=joined)
        ]
        lines: dict[int, list[str]] = {}
        for number, name, text in first_sentences(self.store, wanted, _SHOWN):
            lines.setdefault(number, []).append(" ".join(f"{text} ({name})".split()))
        said = [
            replace(side, sentences=tuple(lines.get(number, ())))
            for number, (side, _) in enumerate(sides)
        ]
        pairs = zip(doubts, said[::2], said[1::2], strict=True)
        return [replace(doubt, left=left, right=right) for doubt, left, right in pairs]

    def _side(self, key: Key, *, alone: bool) -> DoubtSide:
        """One of the two, without its sentences."""
        total = sum(self.mentions.get(member, 0) for member in self._about(key, alone=alone))
        return DoubtSide(key, self.names.get(key, key), total, ())

    def _about(self, key: Key, *, alone: bool) -> tuple[Key, ...]:
        """The entity alone where the two are joined, else its whole actor."""
        return (key,) if alone else self._members(key)

    def _members(self, key: Key) -> tuple[Key, ...]:
        actor = self.actor.get(key)
        return actor.members if actor else (key,)


def decision(doubt: Doubt, same: bool) -> dict[str, Any]:
    """What a person says who answers a question: the arguments of `actors.Study.decide`.

    >>> left, right = (DoubtSide(key, name, 1, ()) for key, name in (("d:1", "Ann"), ("d:2", "A.")))
    >>> decision(Doubt(left, right, False, "near names", 0.5, 1.0), True)["about"]
    ['d:1', 'd:2']
    """
    pair = [doubt.left.key, doubt.right.key]
    because = f"{'same' if same else 'different'}, decided in review; the rules said: {doubt.why}"
    if same:
        return {"verb": "merge", "about": pair, "because": because}
    if doubt.joined:
        return {"verb": "split", "about": pair[0], "because": because, "off": pair[1:]}
    return {"verb": "apart", "about": pair, "because": because}
