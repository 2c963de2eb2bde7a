"""Which nouns stand for actors without a name."""

from __future__ import annotations

import numpy as np
import pytest
import spacy

from actors.languages.en.pipeline import parse
from actors.languages.en.reader import mentions
from actors.neural.noun_scores import KEY, KINDS, NounScores, keep, noun_scores, read_noun
from actors.neural.subwords import Pieces
from actors.types import UNNAMED, Document, Settings


def pieces(starts: list[int], first: list[bool]) -> Pieces:
    """Pieces that begin at some characters."""
    count = len(starts)
    at = np.array(starts, np.int64)
    zeros = np.zeros(count, np.int64)
    return Pieces(zeros, zeros, at, at + 1, np.array(first), np.zeros(count, np.bool_))


def test_words_have_the_scores_of_their_first_pieces() -> None:
    scores = [np.log(np.array([[0.5, 0.1, 0.1, 0.1, 0.1, 0.1]] * 2, np.float32)), np.zeros((1, 6))]
    made = noun_scores(pieces([0, 3, 7], [True, False, True]), scores)
    assert made.starts.tolist() == [0, 7]
    assert made.shares[0] == pytest.approx([0.5, 0.1, 0.1, 0.1, 0.1, 0.1])
    assert made.shares[1] == pytest.approx([1 / 6] * 6)


def test_large_scores_do_not_overflow() -> None:
    row = np.array([[900.0, 0, 0, 0, 0, 0]], np.float32)
    assert noun_scores(pieces([0], [True]), [row]).shares[0].tolist() == [1, 0, 0, 0, 0, 0]


def test_a_text_without_words_has_no_scores() -> None:
    made = noun_scores(pieces([], []), [])
    assert made.shares.shape == (0, 1 + len(KINDS))
    doc = spacy.blank("en")("word")
    keep(doc, made)
    assert read_noun(doc[0]) is None


def test_a_noun_is_read_by_where_it_begins() -> None:
    doc = spacy.blank("en")("the old pilots left")
    shares = np.array([[1, 0, 0, 0, 0, 0], [0.4, 0.1, 0.2, 0.3, 0, 0]], np.float32)
    keep(doc, NounScores(np.array([0, 8]), shares))
    pilots = read_noun(doc[2])
    assert pilots is not None
    assert pilots.kind == "group"
    assert pilots.share == pytest.approx(0.6)
    assert read_noun(doc[1]) == (0.0, "person")


def test_a_document_read_without_the_recogniser_has_none() -> None:
    doc = spacy.blank("en")("pilots")
    assert KEY not in doc.user_data
    assert read_noun(doc[0]) is None


def unnamed(text: str, *, recogniser: bool = True) -> dict[str, str]:
    """Noun -> kind of the actors without a name that a text mentions."""
    settings = Settings(recogniser=recogniser)
    document = Document("note", text)
    [doc] = parse([document], settings)
    known = mentions(doc, document, settings)[1]
    return {
        one.name: one.kind
        for one in known
        if any(scheme == UNNAMED for scheme, _ in one.identifiers)
    }


TEXT = (
    "Homeowners in Tarvo sued the builder Ostmark on Monday. The rubble was cleared, and the "
    "weather got worse. The demolition angered Ostmark's rivals. The lorrymen sued Ostmark."
)


def test_nouns_that_no_table_holds_are_read() -> None:
    found = unnamed(TEXT)
    assert found["Homeowners"] == "group"
    assert "the weather" not in found
    assert "the rubble" not in found
    assert "the demolition" not in found
    assert "The lorrymen" in found


def test_they_are_not_guessed_without_the_recogniser() -> None:
    assert "The lorrymen" not in unnamed(TEXT, recogniser=False)
