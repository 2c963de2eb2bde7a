"""Stance: a signed summary of what a document states between each two of its actors.

It is read off the stated relations and kept apart from them: a pair is ``support`` where
more statements are friendly than hostile, ``oppose`` where more are hostile, ``neutral``
where they balance or carry no sign. Negated, denied and conditional statements count as
neutral, since they don't say that anything happened.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from actors.types import Mention, Relation, Sign

Summary: TypeAlias = Literal["support", "oppose", "neutral"]
UNSAID = ("denied", "conditional")


@dataclass(frozen=True, slots=True)
class Stance:
    """How one entity stands towards another, as stated, with the counts behind it."""

    source: str
    target: str
    stance: Summary
    positive: int
    negative: int
    neutral: int
    relations: tuple[str, ...]


def stances(relations: Iterable[Relation], mentions: Sequence[Mention]) -> list[Stance]:
    """The stance of every ordered pair of entities that some relation joins.

    Args:
        relations: the relations of one document.
        mentions: its mentions, which give each end its entity.

    Returns:
        One stance a pair, in the order in which the pairs first appear.
    """
    entity = {mention.id: mention.entity for mention in mentions}
    held: dict[tuple[str, str], list[Relation]] = {}
    for relation in relations:
        pair = entity[relation.source], entity[relation.target]
        held.setdefault(pair, []).append(relation)
    return [summed(source, target, some) for (source, target), some in held.items()]


def summed(source: str, target: str, some: Sequence[Relation]) -> Stance:
    """The stance of one pair from its relations."""
    count = Counter(sign(relation) for relation in some)
    plus, minus = count["+"], count["-"]
    name: Summary = "support" if plus > minus else "oppose" if minus > plus else "neutral"
    ids = tuple(relation.id for relation in some)
    return Stance(source, target, name, plus, minus, count["0"], ids)


def sign(relation: Relation) -> Sign:
    """The sign that a relation lends to the stance of its source."""
    if relation.negated or relation.modality in UNSAID:
        return "0"
    return relation.sign
