"""Stance: how a document's actors lean towards each other, read over all its sentences.

Kept apart from what is stated. A sentence speaks for a side by what it states (who condemns a
state leans against it) and by what the classifier reads between the two names; over the document
the sides are added up. A pair that is tied without a clear side is neutral.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from types import MappingProxyType

from actors.types import Mention, Relation, Sign, Span, Stance

UNSAID = ("denied", "conditional")
ATTITUDE: Mapping[str, float] = MappingProxyType(
    {
        "accuse": 0.93,
        "threaten": 0.83,
        "support": 0.81,
        "opposed_to": 0.8,
        "protest": 0.8,
        "coerce": 0.73,
        "assault": 0.68,
        "sanction": 0.6,
        "allied_with": 0.6,
        "reject": 0.53,
    }
)
"""How often a stated relation goes with its sign as an attitude. The others are acts that enemies
do as well (they meet, agree, trade). Shares counted on dse, see ``docs/model-card.md``."""
SIDE = 0.5
"""Least probability of a side that is not neutral."""
HEARD = 0.3
"""Least probability of a sentence that counts."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """What one sentence says for each side of an ordered pair of entities."""

    source: str
    target: str
    plus: float
    minus: float
    sentence: Span
    relation: str = ""


def stated(relations: Iterable[Relation], mentions: Sequence[Mention]) -> Iterator[Leaning]:
    """What stated relations say of attitudes; what is denied or negated says nothing."""
    entity = {mention.id: mention.entity for mention in mentions}
    for one in relations:
        said = not one.negated and one.modality not in UNSAID
        sure = ATTITUDE.get(one.type, 0.0) * said
        yield Leaning(
            entity[one.source],
            entity[one.target],
            sure if one.sign == "+" else 0.0,
            sure if one.sign == "-" else 0.0,
            one.evidence,
            one.id,
        )


def stances(leanings: Iterable[Leaning]) -> list[Stance]:
    """The stance of every ordered pair that is tied, or that some sentence takes a side about.

    >>> lament = Leaning("e0", "e1", 0.0, 0.9, Span("d", 0, 9), "r0")
    >>> stances([lament])[0].sign
    '-'
    """
    held: dict[tuple[str, str], list[Leaning]] = {}
    for one in leanings:
        if one.relation or max(one.plus, one.minus) >= HEARD:
            held.setdefault((one.source, one.target), []).append(one)
    return [summed(source, target, some) for (source, target), some in held.items()]


def summed(source: str, target: str, some: Sequence[Leaning]) -> Stance:
    """The stance of one pair: its clearest sentence, and how far the others agree."""
    sides = by_sentence(some)
    plus = sum(one for one, _ in sides.values())
    minus = sum(other for _, other in sides.values())
    won = plus >= minus
    clear = {span: side[0] if won else side[1] for span, side in sides.items()}
    share = max(plus, minus) / (plus + minus) if plus + minus else 0.0
    sure = max(clear.values()) * share
    sign: Sign = "0" if sure < SIDE else "+" if won else "-"
    evidence = tuple(sorted(clear, key=lambda span: (-clear[span], span)))
    relations = tuple(one.relation for one in some if one.relation)
    held = round(1 - sure if sign == "0" else sure, 3)
    return Stance(source, target, sign, held, evidence, relations)


def by_sentence(some: Sequence[Leaning]) -> dict[Span, tuple[float, float]]:
    """The two sides of each sentence, taken together as if its signs were independent."""
    near: dict[Span, list[Leaning]] = {}
    for one in some:
        near.setdefault(one.sentence, []).append(one)
    return {
        span: (1 - prod(1 - one.plus for one in these), 1 - prod(1 - one.minus for one in these))
        for span, these in near.items()
    }
