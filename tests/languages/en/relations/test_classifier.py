"""The classifier of stances between marked actors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from spacy.tokens import Doc

from actors.errors import ModelError
from actors.languages.en.relations.classifier import Classifier, softmax
from actors.languages.en.relations.pathway import pathway

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
    assert found.minus > 0.5
    assert sum(found) == pytest.approx(1, abs=1e-5)


def test_praise_is_for_and_turns_with_its_ends(parse: Parse) -> None:
    doc = parse("Ana Lopez praised Luis Mora for his courage.")
    given, back = Classifier().judge(doc, [((0, 2), (3, 5)), ((3, 5), (0, 2))])
    assert given is not None
    assert back is not None
    assert given.plus > given.minus
    assert given.plus > back.plus


def test_a_passive_is_read_like_its_active(parse: Parse) -> None:
    active = parse("Norway condemned Luis Mora.")
    passive = parse("Luis Mora was condemned by Norway.")
    (done,) = Classifier().judge(active, [((0, 1), (2, 4))])
    (suffered,) = Classifier().judge(passive, [((5, 6), (0, 2))])
    assert done is not None
    assert suffered is not None
    assert max(done) == done.minus
    assert max(suffered) == suffered.minus


def test_ends_that_overlap_are_not_judged(parse: Parse) -> None:
    assert Classifier().judge(parse(BLAME), [((0, 2), (1, 2))]) == [None]


def test_nothing_is_opened_where_nothing_is_asked(parse: Parse, tmp_path: Path) -> None:
    assert Classifier(tmp_path).judge(parse(BLAME), []) == []


def test_missing_weights_are_named(parse: Parse, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"relations\.lower\.onnx"):
        Classifier(tmp_path).judge(parse(BLAME), [((0, 1), (3, 4))])


def test_scores_are_divided_by_the_temperature(tmp_path: Path) -> None:
    (tmp_path / "relations.json").write_text('{"temperature": 2}')
    # e^(ln 9 / 2) : e^0 : e^0 = 3 : 1 : 1
    found = Classifier(tmp_path).weigh(np.array([np.log(9), 0, 0], dtype=np.float32))
    assert found == pytest.approx((0.6, 0.2, 0.2))


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


def test_softmax() -> None:
    # e^0 : e^ln3 = 1 : 3
    assert softmax(np.array([0.0, np.log(3)])) == pytest.approx([0.25, 0.75])
