"""Confusions of text recognition are undone where a text has several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.readers.ocr import undo_confusions


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("The govemment of M0scow fell.", "The government of Moscow fell."),
        ("The rninister and the cornmittee left.", "The minister and the committee left."),
        ("Vos met V0s, the rninister.", "Vos met V0s, the rninister."),
        ("Ang0la sued the cornpany.", "Angola sued the company."),
    ],
)
def test_confusions_are_undone(read: str, meant: str) -> None:
    assert undo_confusions(read) == meant


@pytest.mark.parametrize(
    "text",
    [
        "One rninister alone may be a name.",
        "The modem burned, and Sami met Samia of the G20 in 2010.",
        "Wheels clicked; Ilic and Marnie left Sarnia.",
    ],
)
def test_words_that_are_right_stay(text: str) -> None:
    assert undo_confusions(text) == text


@given(st.text(alphabet="mrnclivw015 AOS.", max_size=120))
def test_any_text_keeps_its_words(text: str) -> None:
    assert len(undo_confusions(text).split()) == len(text.split())
