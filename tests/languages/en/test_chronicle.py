"""States of other centuries are not those of today, in columns of what happened on a day."""

from __future__ import annotations

import pytest

from tests.languages.en.reader import read

COLUMN = (
    "These events happened on May 4 in history. 1533 - Maria Lund, who was queen of England, was"
    " born. 1822 - Brazil broke with Portugal. 1905 - In China, a treaty was signed.\n"
    "1993 - Brazil accused Peru of dumping coffee."
)


@pytest.mark.parametrize(
    ("name", "nth", "who"),
    [
        ("England", 0, "England (before 1914)"),
        ("Brazil", 0, "Brazil (before 1914)"),
        ("China", 0, "China (before 1914)"),
        ("Brazil", 1, "Brazil"),
        ("Peru", 0, "Peru"),
    ],
)
def test_states_of_entries_long_ago_are_others(name: str, nth: int, who: str) -> None:
    assert read(COLUMN).who(name, nth) == who


def test_a_state_of_the_past_has_no_code_of_today() -> None:
    entities = {each.name: each for each in read(COLUMN).extract.entities}
    assert entities["Brazil (before 1914)"].identifiers == ()
    assert ("iso3166", "BR") in entities["Brazil"].identifiers


@pytest.mark.parametrize(
    "text",
    [
        "In 1822 Brazil broke with Portugal. Brazil is led by Ana Prado.",
        "Scores: 1822 - Brazil. 1510 - Peru. 1700 - Chile.",
        "1822 - Brazil broke with Portugal. 1993 - Brazil met Peru.",
    ],
)
def test_other_texts_with_years_are_read_as_ever(text: str) -> None:
    assert read(text).who("Brazil") == "Brazil"
