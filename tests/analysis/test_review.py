"""The queue of doubts: what is uncertain is asked, what is decided is not asked again."""

from __future__ import annotations

from pathlib import Path

import pytest

from actors import Study, build
from actors.analysis import review
from actors.analysis.review import Doubt
from actors.frames.columns import COLUMNS
from tests.study.test_curating import REPORTS, names


@pytest.fixture
def study(tmp_path: Path) -> Study:
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return build([tmp_path / name for name in REPORTS], tmp_path / "out")


def doubts(study: Study) -> list[Doubt]:
    with study.store() as store:
        return review.doubts(store)


def answer(study: Study, doubt: Doubt, same: bool, by: str = "") -> None:
    study.decide(**review.decision(doubt, same), by=by)


def test_an_ambiguous_surname_is_asked_about_with_sentences_of_both(study: Study) -> None:
    queue = doubts(study)
    pairs = {(doubt.left.name, doubt.right.name) for doubt in queue}
    assert pairs == {("Karimi", "Hassan Karimi"), ("Karimi", "Ali Karimi")}
    assert all(doubt.left.sentences and doubt.right.sentences for doubt in queue)
    assert not any(doubt.joined for doubt in queue)


def test_the_queue_as_a_frame(study: Study) -> None:
    frame = study.doubts()
    assert frame.columns.tolist() == [column.name for column in COLUMNS["doubts"]]
    assert sorted(frame[["left", "right", "joined"]].values.tolist()) == [
        ["Karimi", "Ali Karimi", False],
        ["Karimi", "Hassan Karimi", False],
    ]
    assert frame["left_sentence"].str.contains("Karimi").all()


def test_the_heaviest_doubt_comes_first(study: Study) -> None:
    weights = [doubt.weight for doubt in doubts(study)]
    assert weights == sorted(weights, reverse=True)


def test_same_merges_and_different_keeps_apart_and_neither_is_asked_again(study: Study) -> None:
    first = next(doubt for doubt in doubts(study) if doubt.right.name == "Ali Karimi")
    answer(study, first, same=True, by="A. Analyst")
    assert "Karimi" not in names(study)
    for doubt in doubts(study):
        answer(study, doubt, same=False)
    assert doubts(study) == []
    assert "A. Analyst" in (study.curation or Path()).read_text("utf-8")


def test_a_join_on_weak_evidence_is_asked_about_and_can_be_taken_apart(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Hassan Karimi praised Turkey.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Karimi accused Russia of delay.", encoding="utf-8")
    study = build([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "out")
    [doubt] = doubts(study)
    assert doubt.joined
    assert "Karimi" not in names(study)
    answer(study, doubt, same=False)
    assert {"Karimi", "Hassan Karimi"} <= names(study)
    assert doubts(study) == []


def test_a_join_can_be_confirmed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Hassan Karimi praised Turkey.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Karimi accused Russia of delay.", encoding="utf-8")
    study = build([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "out")
    [doubt] = doubts(study)
    answer(study, doubt, same=True)
    assert "Karimi" not in names(study)
    assert doubts(study) == []
