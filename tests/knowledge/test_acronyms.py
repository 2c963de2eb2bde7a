"""Letters: whose they are, and whether they mean the body wherever they stand."""

from __future__ import annotations

import pytest

from actors.knowledge.acronyms import acronym_of, unmistakable


@pytest.mark.parametrize("text", ["IMF", "the IMF", "I.M.F.", "the I.M.F."])
def test_letters_mean_a_body_with_points_and_articles(text: str) -> None:
    body = acronym_of(text)
    assert body is not None
    assert body.name == "International Monetary Fund"


@pytest.mark.parametrize("text", ["International Monetary Fund", "QQXX", ""])
def test_names_and_unknown_letters_mean_none_by_letters(text: str) -> None:
    assert acronym_of(text) is None


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("UN", True),  # the table of letters that need no second witness
        ("UNHCR", True),  # five letters that are no word
        ("UEFA", True),  # the body has no other name
        ("PDF", False),  # three letters, and a format of files
        ("COLOMBO", False),  # a city
        ("QQXX", False),  # nobody's
    ],
)
def test_some_letters_need_no_second_witness(text: str, sure: bool) -> None:
    assert unmistakable(text) is sure
