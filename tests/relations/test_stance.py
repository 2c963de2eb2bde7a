"""Stance: counted from stated relations, kept apart from them."""

from __future__ import annotations

from actors.extract.relations.stance import stances
from actors.types import Mention, Modality, Relation, Sign, Span


def mention(id_: str, entity: str) -> Mention:
    return Mention(id_, Span("d", 0, 1), id_, "country", "name", entity, 0, 0)


def relation(
    id_: str, sign: Sign, negated: bool = False, modality: Modality = "asserted"
) -> Relation:
    return Relation(
        id_, "support", "m0", "m1", sign, Span("d", 0, 1), negated=negated, modality=modality
    )


MENTIONS = [mention("m0", "kenya"), mention("m1", "uganda")]


def test_more_friendly_than_hostile_is_support() -> None:
    some = [relation("r0", "+"), relation("r1", "+"), relation("r2", "-"), relation("r3", "0")]
    (one,) = stances(some, MENTIONS)
    assert (one.source, one.target, one.stance) == ("kenya", "uganda", "support")
    assert (one.positive, one.negative, one.neutral) == (2, 1, 1)
    assert one.relations == ("r0", "r1", "r2", "r3")


def test_more_hostile_is_oppose() -> None:
    assert stances([relation("r0", "-")], MENTIONS)[0].stance == "oppose"


def test_a_balance_is_neutral() -> None:
    assert stances([relation("r0", "-"), relation("r1", "+")], MENTIONS)[0].stance == "neutral"


def test_what_did_not_happen_takes_no_side() -> None:
    some = [relation("r0", "-", negated=True), relation("r1", "-", modality="denied")]
    (one,) = stances(some, MENTIONS)
    assert (one.stance, one.neutral) == ("neutral", 2)


def test_no_relations_give_no_stance() -> None:
    assert stances([], MENTIONS) == []
