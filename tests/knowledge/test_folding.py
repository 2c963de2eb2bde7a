"""Spellings of one name, brought together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.knowledge.folding import acronym, capitalised, fold, plain_letters
from actors.resolve.spelling import folded

LATIN = st.text(st.characters(min_codepoint=32, max_codepoint=0x24F), max_size=20)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Holbæk", "Holbaek"),
        ("Đồng Hới", "Dong Hoi"),
        ("Þórshöfn", "Thorshofn"),
        ("Ǿresund", "Oresund"),
        ("Łódź", "Lodz"),
        ("Kænugarður", "Kaenugardur"),
        ("Köln", "Koln"),
        ("Москва", "Москва"),
        ("", ""),
    ],
)
def test_letters_lose_accents_and_strokes(written: str, plain: str) -> None:
    assert plain_letters(written) == plain


@pytest.mark.parametrize(
    "spellings",
    [
        ("Holbæk", "Holbaek", "HOLBÆK"),
        ("Đà Nẵng", "Da Nang", "đà nẵng"),
        ("Guinea-Bissau", "Guinea Bissau"),
        ("Côte d’Ivoire", "Cote d'Ivoire", "Côte d'Ivoire's"),
    ],
)
def test_tables_and_merging_agree_on_what_is_one_name(spellings: tuple[str, ...]) -> None:
    assert len(set(map(fold, spellings))) == 1
    assert len(set(map(folded, spellings))) == 1


def test_different_names_stay_different() -> None:
    assert fold("Niger") != fold("Nigeria")
    assert folded("al-Qaida") != folded("al-Qasr")


@given(LATIN)
def test_plain_letters_change_nothing_the_second_time(text: str) -> None:
    assert plain_letters(plain_letters(text)) == plain_letters(text)


@given(LATIN)
def test_case_and_blanks_around_do_not_matter(text: str) -> None:
    assert folded(f"  {text} ") == folded(text)


def test_acronyms_keep_their_case() -> None:
    assert (acronym("U.S."), acronym("us"), acronym("the N.A.T.O.'s")) == ("US", "us", "NATO")


def test_names_have_a_capital_or_a_number() -> None:
    assert capitalised("al-Qaeda")
    assert capitalised("g7")
    assert not capitalised("turkey")
