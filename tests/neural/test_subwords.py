"""Pieces, shapes and windows: what the recogniser reads."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.languages.en.networks import WEIGHTS
from actors.neural.subwords import (
    CASES,
    GAPS,
    SHAPES,
    Pieces,
    case_of,
    cut,
    load_tokenizer,
    windows,
)


@pytest.fixture(scope="module")
def tokenizer():
    return load_tokenizer(WEIGHTS / "tokenizer.json")


@pytest.mark.parametrize(
    ("surface", "case"),
    [
        ("troops", "lower"),
        ("Kabul", "title"),
        ("UN", "upper"),
        ("U", "initial"),
        ("McGee", "mixed"),
        ("1992", "digits"),
        ("...", "mark"),
        ("北京", "uncased"),
        ("al2", "lower"),
    ],
)
def test_case_of_a_piece(surface, case):
    assert CASES[case_of(surface)] == case


def test_offsets_are_those_of_the_original_text(tokenizer):
    text = "Łódź’s mayor"
    pieces = cut(text, tokenizer)
    assert text[pieces.starts[0] : pieces.ends[0]].startswith("Ł")
    assert pieces.ends[-1] == len(text)


def test_shape_says_what_stands_before_a_piece(tokenizer):
    pieces = cut("Oslo, a city\nRiga", tokenizer)
    gaps = [GAPS[shape % len(GAPS)] for shape in pieces.shapes]
    assert gaps == ["line", "glued", "space", "space", "line"]


def test_sentences_begin_after_marks_and_lines(tokenizer):
    text = 'Rain fell. "Stop!" He left at 3.5 p.m.\nMore rain'
    pieces = cut(text, tokenizer)
    beginnings = [text[start:].split()[0] for start in pieces.starts[pieces.sentence]]
    assert beginnings == ["Rain", '"Stop!"', "He", "More"]


def test_only_the_first_piece_of_a_word_carries_a_label(tokenizer):
    pieces = cut("Tokayev", tokenizer)
    assert pieces.first.tolist() == [True] + [False] * (len(pieces.ids) - 1)


def test_empty_text_has_no_pieces_and_no_windows(tokenizer):
    pieces = cut("", tokenizer)
    assert len(pieces.ids) == 0
    assert list(windows(pieces, 32)) == []


def even(total, every):
    """Pieces that are all words, with a sentence at each multiple of ``every``."""
    rows = np.arange(total)
    return Pieces(rows, rows % SHAPES, rows, rows + 1, rows >= 0, rows % every == 0)


def test_windows_break_at_sentences():
    cores = [(one.core_low, one.core_high) for one in windows(even(25, 4), 10)]
    assert cores == [(0, 8), (8, 16), (16, 25)]


def test_windows_break_at_words_where_no_sentence_ends():
    cores = [(one.core_low, one.core_high) for one in windows(even(25, 100), 10)]
    assert cores == [(0, 10), (10, 20), (20, 25)]


def test_context_is_read_on_both_sides():
    assert [tuple(one) for one in windows(even(30, 5), 20, context=5)] == [
        (0, 0, 15, 20),
        (10, 15, 30, 30),
    ]


@given(st.integers(0, 400), st.integers(1, 60), st.integers(20, 90), st.integers(0, 8))
def test_cores_cover_every_piece_once_and_windows_fit(total, every, size, context):
    found = list(windows(even(total, every), size, context))
    edges = [0, *(one.core_high for one in found)]
    assert [one.core_low for one in found] == edges[:-1]
    assert edges[-1] == total
    assert all(one.high - one.low <= size for one in found)
    assert all(one.low <= one.core_low < one.core_high <= one.high for one in found)
