"""Stance: added up over a document's sentences, kept apart from what is stated."""

from __future__ import annotations

import pytest

from actors.extract.relations.stance import Leaning, stances, stated
from actors.types import Mention, Modality, Relation, Sign, Span


def mention(id_: str, entity: str) -> Mention:
    return Mention(id_, Span("d", 0, 1), id_, "country", "name", entity, 0, 0)


def relation(
    id_: str,
    type_: str,
    sign: Sign,
    negated: bool = False,
    modality: Modality = "asserted",
    at: int = 0,
) -> Relation:
    span = Span("d", at, at + 9)
    return Relation(id_, type_, "m0", "m1", sign, span, negated=negated, modality=modality)


MENTIONS = [mention("m0", "kenya"), mention("m1", "uganda")]


def read(plus: float, minus: float, at: int = 0) -> Leaning:
    return Leaning("kenya", "uganda", plus, minus, Span("d", at, at + 9))


def test_praise_is_support_and_blame_is_opposition() -> None:
    (one,) = stances(stated([relation("r0", "support", "+")], MENTIONS))
    assert (one.source, one.target, one.sign, one.confidence) == ("kenya", "uganda", "+", 0.81)
    (one,) = stances(stated([relation("r0", "accuse", "-")], MENTIONS))
    assert (one.sign, one.relations, one.evidence) == ("-", ("r0",), (Span("d", 0, 9),))


def test_a_meeting_takes_no_side() -> None:
    (one,) = stances(stated([relation("r0", "consult", "+")], MENTIONS))
    assert (one.sign, one.confidence) == ("0", 1.0)


@pytest.mark.parametrize("modality", ["denied", "conditional"])
def test_what_did_not_happen_takes_no_side(modality: Modality) -> None:
    assert (
        stances(stated([relation("r0", "accuse", "-", modality=modality)], MENTIONS))[0].sign == "0"
    )
    assert stances(stated([relation("r0", "accuse", "-", negated=True)], MENTIONS))[0].sign == "0"


def test_what_is_read_adds_to_what_is_stated_in_the_same_sentence() -> None:
    # two signs for one side, taken as independent: 1 - (1 - 0.8) * (1 - 0.5) = 0.9
    (one,) = stances([read(0.8, 0.0), read(0.5, 0.0)])
    assert (one.sign, one.confidence) == ("+", 0.9)


def test_sentences_that_disagree_make_it_less_sure() -> None:
    # the clearest sentence of the stronger side times its share: 0.9 * 1.5 / (1.5 + 0.5)
    (one,) = stances([read(0.9, 0.0, at=0), read(0.6, 0.0, at=20), read(0.0, 0.5, at=40)])
    assert (one.sign, one.confidence) == ("+", pytest.approx(0.675))
    # the clearest sentence for that side comes first
    assert [span.start for span in one.evidence] == [0, 20, 40]


def test_a_balance_is_neutral() -> None:
    (one,) = stances([read(0.9, 0.0, at=0), read(0.0, 0.9, at=20)])
    assert (one.sign, one.confidence) == ("0", pytest.approx(0.55))


def test_what_is_hardly_heard_is_left_out() -> None:
    assert stances([read(0.2, 0.1)]) == []
    assert stances([]) == []
