"""Stances by what is stated alone: for packs without a network that reads attitudes.

Who accuses another leans against it, who praises another towards it, as far as the type of tie
tells (`Type.attitude`). What is negated, denied or conditional says nothing, and what is denied
speaks for no side. Over the document the sides are added up, as for English.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from actors.ontology import ontology
from actors.types import Mention, Relation, Sign, Span, Stance

__all__ = ["stated_stances"]

_UNSAID = ("denied", "conditional")
_SIDE = 0.5
"""Least share of a side that is not neutral."""
_Said = tuple[Relation, float]


def stated_stances(
    relations: Iterable[Relation], mentions: Sequence[Mention]
) -> tuple[Stance, ...]:
    """How the entities of a document lean towards each other, by the relations it states.

    Args:
        relations: of the document
        mentions: of the document

    Returns:
        one for every ordered pair that an event ties; neutral where no side is clear
    """
    entity = {mention.id: mention.entity for mention in mentions}
    held: dict[tuple[str, str], list[_Said]] = {}
    for one in relations:
        type = ontology()[one.type]
        if not type.structural or type.attitude:
            said = not one.negated and one.modality not in _UNSAID
            share = type.attitude * one.confidence if said else 0.0
            held.setdefault((entity[one.source], entity[one.target]), []).append((one, share))
    return tuple(_stance(*pair, some) for pair, some in held.items())


def _stance(source: str, target: str, some: Sequence[_Said]) -> Stance:
    plus, minus = (_sides(some, sign) for sign in ("+", "-"))
    sure = _balance(plus.values(), minus.values())
    sign: Sign = "0" if abs(sure) < _SIDE else "+" if sure > 0 else "-"
    clear = minus if sure < 0 else plus
    every = {one.evidence for one, _ in some}
    evidence = tuple(sorted(every, key=lambda span: (-clear.get(span, 0.0), span)))
    confidence = round(1 - abs(sure) if sign == "0" else abs(sure), 3)
    return Stance(source, target, sign, confidence, evidence, tuple(one.id for one, _ in some))


def _sides(some: Sequence[_Said], sign: str) -> dict[Span, float]:
    """The greatest share of a side in each sentence."""
    found: dict[Span, float] = {}
    for one, share in some:
        if one.sign == sign:
            found[one.evidence] = max(share, found.get(one.evidence, 0.0))
    return found


def _balance(plus: Collection[float], minus: Collection[float]) -> float:
    """The share of the likelier side, less where other sentences say otherwise; negative against.

    >>> _balance([0.75], []), _balance([], [0.5, 0.5]), _balance([0.75], [0.25])
    (0.75, -0.5, 0.5625)
    """
    towards, against = sum(plus), sum(minus)
    if not towards and not against:
        return 0.0
    if towards >= against:
        return max(plus) * towards / (towards + against)
    return -max(minus) * against / (towards + against)
