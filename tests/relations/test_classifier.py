"""The classifier of marked pairs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from spacy.tokens import Doc

from actors.errors import ModelError
from actors.extract.relations.classifier import (
    Classifier,
    sign_odds,
    softmax,
)
from actors.extract.relations.pathway import pathway

Parse = Callable[[str], Doc]
BLAME = "Norway sharply condemned Peru on Monday."
UNKNOWN = "Norway pummelled Peru over the fish quota."


def test_the_way_leads_over_the_verb(parse: Parse) -> None:
    doc = parse(BLAME)
    way = pathway(doc, (0, 1), (3, 4))
    assert way is not None
    assert (way.meeting.text, [token.text for token in way.path]) == ("condemned", ["condemned"])
    assert [token.text for token in way.hanging] == ["on"]


def test_no_way_between_sentences_or_overlapping_ends(parse: Parse) -> None:
    doc = parse("Norway left. Peru stayed.")
    assert pathway(doc, (0, 1), (3, 4)) is None
    assert pathway(doc, (0, 2), (1, 2)) is None


def test_a_clear_sentence_is_judged_clearly(parse: Parse) -> None:
    doc = parse(BLAME)
    (found,) = Classifier().judge(doc, [((0, 1), (3, 4))])
    assert found is not None
    assert found.best == "accuse"
    assert found.types["accuse"] > 0.8
    assert found.none < 0.2
    assert found.positive < 0.2
    assert sum(found.types.values()) == pytest.approx(1, abs=1e-5)
    assert found.stance.minus > 0.5
    assert sum(found.stance) == pytest.approx(1, abs=1e-5)


def test_praise_is_for_and_turns_with_its_ends(parse: Parse) -> None:
    doc = parse("Ana Lopez praised Luis Mora for his courage.")
    given, back = Classifier().judge(doc, [((0, 2), (3, 5)), ((3, 5), (0, 2))])
    assert given is not None
    assert back is not None
    assert given.best == "support"
    assert given.positive > 0.8
    assert given.stance.plus > given.stance.minus
    assert given.stance.plus > back.stance.plus


def test_a_passive_is_read_like_its_active(parse: Parse) -> None:
    doc = parse("Luis Mora was arrested by Norway.")
    (found,) = Classifier().judge(doc, [((5, 6), (0, 2))])
    assert found is not None
    assert (found.best, found.positive < 0.2) == ("coerce", True)


def test_ends_that_overlap_are_not_judged(parse: Parse) -> None:
    assert Classifier().judge(parse(BLAME), [((0, 2), (1, 2))]) == [None]


def test_nothing_is_opened_where_nothing_is_asked(parse: Parse, tmp_path: Path) -> None:
    assert Classifier(tmp_path).judge(parse(BLAME), []) == []


def test_missing_weights_are_named(parse: Parse, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"relations\.lower\.onnx"):
        Classifier(tmp_path).judge(parse(BLAME), [((0, 1), (3, 4))])


def test_the_sign_heeds_its_own_head_and_the_types() -> None:
    # Types: e^1 against e^0, so log odds of 1 for "aid"; its own head adds 2 - 0.5.
    root, sign = np.array([1.0, 0.0, 7.0]), np.array([2.0, 0.5])
    assert sign_odds(root, sign, ["aid", "assault"]) == pytest.approx(2.5)


def test_judging_does_not_depend_on_company(parse: Parse) -> None:
    doc = parse(BLAME + " Chile thanked Benin. " + UNKNOWN)
    pairs = [((0, 1), (3, 4)), ((7, 8), (9, 10)), ((0, 1), (9, 10))]
    together = Classifier().judge(doc, pairs)
    alone = [Classifier().judge(doc, [pair])[0] for pair in pairs]
    assert together == alone
    assert together[2] is None


def test_number_of_threads_changes_nothing(parse: Parse, monkeypatch: pytest.MonkeyPatch) -> None:
    doc = parse(f"{BLAME} {UNKNOWN}")
    pairs = [((0, 1), (3, 4)), ((3, 4), (0, 1)), ((7, 8), (9, 10)), ((0, 1), (9, 10))]
    judged = []
    for threads in ("1", "3"):
        monkeypatch.setenv("ACTORS_THREADS", threads)
        judged.append(Classifier().judge(doc, pairs))
    assert judged[0] == judged[1]
    assert [one is None for one in judged[0]] == [False, False, False, True]


def test_pairs_beside_are_asked_about_their_stance_alone(parse: Parse) -> None:
    doc = parse(f"{BLAME} {UNKNOWN}")
    pair = ((0, 1), (3, 4))
    whole, beside = Classifier().judge(doc, [pair], [pair])
    assert whole is not None
    assert beside is not None
    assert beside.stance == whole.stance
    assert (beside.none, beside.types) == (1.0, {})


def test_softmax() -> None:
    # e^0 : e^ln3 = 1 : 3
    assert softmax(np.array([0.0, np.log(3)])) == pytest.approx([0.25, 0.75])
