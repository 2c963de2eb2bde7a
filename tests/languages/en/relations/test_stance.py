"""Stance: added up over a document's sentences, kept apart from what is stated."""

from __future__ import annotations

from math import exp, log

import pytest

from actors.languages.en.relations.stance import (
    AHEAD,
    BASE,
    READ,
    STATED,
    Leaning,
    likely,
    stances,
    stated,
)
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
    return Relation(
        id_, type_, "m0", "m1", sign, span, negated=negated, modality=modality, confidence=0.9
    )


MENTIONS = [mention("m0", "kenya"), mention("m1", "uganda")]


def said(plus: float, minus: float, at: int = 0) -> Leaning:
    return Leaning("kenya", "uganda", plus, minus, Span("d", at, at + 9), f"r{at}")


def read(plus: float, minus: float, at: int = 0, ahead: bool = True) -> Leaning:
    return Leaning("kenya", "uganda", plus, minus, Span("d", at, at + 9), ahead=ahead)


def test_praise_is_support_and_blame_is_opposition() -> None:
    (one,) = stances(stated([relation("r0", "support", "+")], MENTIONS))
    assert (one.source, one.target, one.sign) == ("kenya", "uganda", "+")
    assert one.confidence == pytest.approx(0.81 * 0.9, abs=5e-4)
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


def test_who_does_not_support_may_oppose_and_is_no_supporter() -> None:
    not_supported = list(stated([relation("r0", "support", "+", negated=True)], MENTIONS))
    assert stances([*not_supported, read(0.01, 0.99)])[0].sign == "-"
    assert stances([*not_supported, read(0.99, 0.01)])[0].sign == "0"


def test_what_is_read_is_weighed_with_what_is_stated() -> None:
    # the logistic of base + read * log odds + stated * share + ahead
    odds = BASE + READ * log(0.98 / 0.02) + STATED * 0.93 + AHEAD
    (one,) = stances([said(0.0, 0.93), read(0.0, 0.98)])
    assert (one.sign, one.confidence) == ("-", pytest.approx(1 / (1 + exp(-odds)), abs=2e-3))
    # where the classifier hears nothing of the kind, what is stated still counts
    (doubted,) = stances([said(0.0, 0.93), read(0.0, 0.01)])
    assert (doubted.sign, doubted.confidence) == ("-", pytest.approx(0.93, abs=2e-3))


def test_who_is_named_first_is_more_likely_to_be_who_leans() -> None:
    assert likely(0.9, 0.0, True) > likely(0.9, 0.0, False)
    assert likely(1.0, 0.0, True) == likely(0.9999, 0.0, True)


def test_sentences_that_disagree_make_it_less_sure() -> None:
    # the clearest sentence of the stronger side times its share: 0.9 * 1.5 / (1.5 + 0.5)
    (one,) = stances([said(0.9, 0.0, at=0), said(0.6, 0.0, at=20), said(0.0, 0.5, at=40)])
    assert (one.sign, one.confidence) == ("+", pytest.approx(0.675))
    # the clearest sentence for that side comes first
    assert [span.start for span in one.evidence] == [0, 20, 40]


def test_a_balance_is_neutral() -> None:
    (one,) = stances([said(0.9, 0.0, at=0), said(0.0, 0.9, at=20)])
    assert (one.sign, one.confidence) == ("0", pytest.approx(0.55))


def test_a_pair_that_nothing_ties_has_a_stance_only_if_it_is_clear() -> None:
    assert stances([read(0.2, 0.1)]) == []
    assert stances([]) == []


def test_a_stance_is_returned_in_part_where_asked() -> None:
    blame = Leaning("kenya", "uganda", 0.0, 0.8, Span("d", 0, 9), "r0")
    faint = Leaning("uganda", "kenya", 0.1, 0.0, Span("d", 9, 18), "r1")
    assert [one.sign for one in stances([blame, faint], 0.2)] == ["-", "0"]
    assert [one.sign for one in stances([blame, faint], 0.2, returned=0.5)] == ["-", "-"]
    _, back = stances([blame, faint], 0.2, returned=0.5)
    assert back.confidence == pytest.approx(0.5 * 0.8 - 0.1)
