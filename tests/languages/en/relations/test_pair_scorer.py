"""What the network is given of a sentence, and that its scores depend on nothing else."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors.errors import ModelError
from actors.languages.en.networks import WEIGHTS, pair_scorer
from actors.neural.pair_scorer import (
    KINDS,
    LEVELS,
    MOST,
    TAGS,
    PairScorer,
    marked,
    tag_of,
)
from actors.neural.subwords import load_tokenizer
from actors.types import Kind, Level, Mention, Span

TOKENIZER = load_tokenizer(WEIGHTS / "tokenizer.json")
TEXT = "Peru accused Ana Lopez of fraud."


def mention(text: str, words: str, kind: Kind, level: Level = "name", start: int = 0) -> Mention:
    at = text.index(words) + start
    span = Span("d", at, at + len(words))
    return Mention(words, span, words, kind, level, words, 0, 0)


def pair(start: int = 0) -> list[Mention]:
    return [
        mention(TEXT, "Peru", "country", start=start),
        mention(TEXT, "Ana Lopez", "person", start=start),
    ]


def test_pieces_carry_the_kind_and_level_of_their_mention() -> None:
    # [CLS] peru accused ana lopez of fraud . [SEP]
    read = marked(TEXT, 0, pair(), TOKENIZER)
    assert read is not None
    country, person = tag_of("country", "name", begins=True), tag_of("person", "name", begins=True)
    assert read.tags.tolist() == [0, country, 0, person, person + 1, 0, 0, 0, 0]
    assert read.ids[0] == 101
    assert read.ids[-1] == 102
    assert (read.first.tolist(), read.last.tolist()) == ([1, 3], [1, 4])


def test_offsets_are_those_of_the_document() -> None:
    here, there = marked(TEXT, 0, pair(), TOKENIZER), marked(TEXT, 500, pair(500), TOKENIZER)
    assert here is not None
    assert there is not None
    for name in ("ids", "shapes", "tags", "first", "last"):
        assert np.array_equal(getattr(here, name), getattr(there, name))


def test_one_mention_is_no_pair() -> None:
    assert marked(TEXT, 0, pair()[:1], TOKENIZER) is None


def test_what_stands_behind_the_limits_is_left_out() -> None:
    names = [f"Peru{'x' * number}" for number in range(MOST + 5)]
    text = ", ".join(names)
    some = [mention(text, name + ("," if name != names[-1] else ""), "country") for name in names]
    read = marked(text, 0, some, TOKENIZER)
    assert read is not None
    assert len(read.mentions) <= MOST


def test_marks_are_all_different() -> None:
    marks = [
        tag_of(kind, level, begins=begins)
        for kind in KINDS
        for level in LEVELS
        for begins in (True, False)
    ]
    assert sorted(marks) == list(range(1, TAGS))


@settings(deadline=None)
@given(st.text(max_size=80), st.data())
def test_any_text_can_be_marked(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(places, places), max_size=6))
    some = [
        Mention(str(at), Span("d", *sorted(span)), "", "person", "name", str(at), 0, 0)
        for at, span in enumerate(spans)
    ]
    read = marked(text, 0, some, TOKENIZER)
    if read is not None:
        assert len(read.ids) == len(read.shapes) == len(read.tags)
        assert (read.first > 0).all()
        assert (read.first <= read.last).all()
        assert (read.last < len(read.ids) - 1).all()


def test_scores_are_probabilities_of_every_ordered_pair() -> None:
    scorer = pair_scorer()
    [scores] = scorer.score(TEXT, [(0, len(TEXT))], pair())
    types, moods = len(scorer.labels["types"]), len(scorer.labels["modalities"])
    assert scores.types.shape == (2, 2, types)
    assert scores.modality.shape == (2, 2, moods)
    assert scores.negated.shape == (2, 2)
    assert scores.modality.sum(-1) == pytest.approx(np.ones((2, 2)), abs=1e-4)
    assert ((scores.types >= 0) & (scores.types <= 1)).all()


def test_a_clear_accusation_is_read_in_its_direction() -> None:
    scorer = pair_scorer()
    [scores] = scorer.score(TEXT, [(0, len(TEXT))], pair())
    accuse = scorer.labels["types"].index("accuse")
    assert scores.types[0, 1, accuse] > 0.5 > scores.types[1, 0, accuse]


def test_a_sentence_is_scored_the_same_beside_others() -> None:
    scorer, twice = pair_scorer(), f"{TEXT} {TEXT}"
    second = len(TEXT) + 1
    later = [
        Mention(f"{one.id}2", one.span, one.text, one.kind, one.level, one.entity, 1, 0)
        for one in pair(second)
    ]
    spans = [(0, len(TEXT)), (second, second + len(TEXT))]
    alone = scorer.score(TEXT, spans[:1], pair())
    both = scorer.score(twice, spans, [*pair(), *later])
    assert [np.array_equal(one.types, alone[0].types) for one in both] == [True, True]


def test_number_of_threads_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for threads in ("1", "2"):
        monkeypatch.setenv("ACTORS_THREADS", threads)
        found.append(pair_scorer().score(TEXT, [(0, len(TEXT))], pair())[0].types)
    assert np.array_equal(*found)


def test_nothing_is_opened_where_nothing_is_asked(tmp_path: Path) -> None:
    assert PairScorer(tmp_path, WEIGHTS).score(TEXT, [(0, len(TEXT))], pair()[:1]) == []


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"lacks pairs\.onnx: reinstall"):
        PairScorer(tmp_path, WEIGHTS).score(TEXT, [(0, len(TEXT))], pair())


def test_the_weights_are_small() -> None:
    assert sum(file.stat().st_size for file in WEIGHTS.iterdir()) <= 70_000_000
