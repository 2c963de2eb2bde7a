"""Stance: how a document's actors lean towards each other, read over all its sentences.

Kept apart from what is stated. A sentence speaks for a side by what it states (who condemns a
state leans against it) and by what the classifier reads between the two names; over the document
the sides are added up. A pair that is tied without a clear side is neutral.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from actors.ontology import ontology
from actors.types import Mention, Relation, Sign, Span, Stance

UNSAID = ("denied", "conditional")
BASE, READ, STATED, AHEAD, SUBJECT = -1.68, 0.71, 1.81, 0.59, 0.26
"""Logistic regression of a side on the classifier's log odds of it, on what is stated for it
(`Type.attitude` times the probability of the relation), on whether the source comes first and is a
subject; fitted on sentences of dse that no network was trained on:
``training/relations/leanings.py``."""
SIDE, RECALL_SIDE = 0.6, 0.1
"""Least probability of a side that is not neutral, in the default and in the recall tier."""
RETURNED = 0.5
"""In the recall tier: how much of a stance speaks for the same stance the other way round. Sides
that people take of each other are mostly returned (F. Heider 1958, *The Psychology of
Interpersonal Relations*); the share was set on articles of seesaw."""


Side = tuple[float, float]
"""What a sentence says for and against."""


def likely(read: float, said: float, ahead: bool, subject: bool = False) -> float:
    """The probability of a side: from what is read for it, what is stated, and the source's place.

    >>> likely(0.9, 0.0, True) < likely(0.9, 0.93, True)
    True
    """
    read = min(max(read, 1e-4), 1 - 1e-4)
    odds = log(read / (1 - read))
    place = AHEAD * ahead + SUBJECT * subject
    return 1 / (1 + exp(-(BASE + READ * odds + STATED * said + place)))


@dataclass(frozen=True, slots=True)
class Leaning:
    """What one sentence says for each side of an ordered pair of entities.

    Either ``relation`` states it, or the classifier reads it; ``ahead`` where the source is named
    before the target, ``subject`` where it is one; ``void`` is the sign that is stated not to be
    so, whatever is read: who "does not support" somebody may well be against.
    """

    source: str
    target: str
    plus: float
    minus: float
    sentence: Span
    relation: str = ""
    ahead: bool = True
    subject: bool = False
    void: str = ""


def stated(relations: Iterable[Relation], mentions: Sequence[Mention]) -> Iterator[Leaning]:
    """What stated relations say of attitudes; what is denied or negated says nothing."""
    entity = {mention.id: mention.entity for mention in mentions}
    known = ontology()
    for one in relations:
        said = not one.negated and one.modality not in UNSAID
        sure = known[one.type].attitude * one.confidence * said
        yield Leaning(
            entity[one.source],
            entity[one.target],
            sure if one.sign == "+" else 0.0,
            sure if one.sign == "-" else 0.0,
            one.evidence,
            one.id,
            void="" if said else one.sign,
        )


def stances(
    leanings: Iterable[Leaning], least: float = SIDE, returned: float = 0.0
) -> list[Stance]:
    """The stance of every ordered pair that is tied, or that is clear; ``least`` says how clear.

    ``returned`` is the share of a stance that counts for the other way round, too.

    >>> lament = Leaning("e0", "e1", 0.0, 0.9, Span("d", 0, 9), "r0")
    >>> stances([lament])[0].sign
    '-'
    """
    held: dict[tuple[str, str], list[Leaning]] = {}
    for one in leanings:
        held.setdefault((one.source, one.target), []).append(one)
    sides = {pair: by_sentence(some) for pair, some in held.items()}
    signed = {pair: balance(some.values()) for pair, some in sides.items()}
    found = []
    for (source, target), some in held.items():
        sure = signed[source, target] + returned * signed.get((target, source), 0.0)
        relations = tuple(one.relation for one in some if one.relation)
        sign: Sign = "0" if abs(sure) < least else "+" if sure > 0 else "-"
        if sign != "0" or relations:
            evidence = clearest(sides[source, target], sure > 0)
            share = round(1 - abs(sure) if sign == "0" else min(abs(sure), 1.0), 3)
            found.append(Stance(source, target, sign, share, evidence, relations))
    return found


def balance(sides: Collection[Side]) -> float:
    """The probability of the side of a pair, negative against: that of its clearest sentence,
    less where others say otherwise.

    >>> balance([(0.0, 0.5), (0.0, 0.75)]), balance([(0.0, 0.75), (0.25, 0.0)])
    (-0.75, -0.5625)
    """
    plus, minus = (sum(one[at] for one in sides) for at in (0, 1))
    if not plus and not minus:
        return 0.0
    if plus >= minus:
        return max(one for one, _ in sides) * plus / (plus + minus)
    return -max(other for _, other in sides) * minus / (plus + minus)


def clearest(sides: Mapping[Span, Side], won: bool) -> tuple[Span, ...]:
    """The sentences, the clearest for the side first."""
    return tuple(sorted(sides, key=lambda span: (-sides[span][0 if won else 1], span)))


def by_sentence(some: Sequence[Leaning]) -> dict[Span, Side]:
    """The probability of the likelier side in each sentence, and nothing for the other."""
    near: dict[Span, list[Leaning]] = {}
    for one in some:
        near.setdefault(one.sentence, []).append(one)
    return {span: stronger(side(these, 1), side(these, -1)) for span, these in near.items()}


def stronger(plus: float, minus: float) -> Side:
    """A sentence speaks for one side.

    >>> stronger(0.6, 0.2)
    (0.6, 0.0)
    """
    return (plus, 0.0) if plus >= minus else (0.0, minus)


def side(these: Sequence[Leaning], sign: int) -> float:
    """The probability of one side in a sentence: as stated, or more where the reading agrees."""
    if any(one.void == "+-"[sign < 0] for one in these):
        return 0.0
    shares = [(one.plus if sign > 0 else one.minus, one) for one in these]
    said = max((share for share, one in shares if one.relation), default=0.0)
    heard = [(share, one.ahead, one.subject) for share, one in shares if not one.relation]
    return max(said, *(likely(share, said, *place) for share, *place in heard), 0.0)
