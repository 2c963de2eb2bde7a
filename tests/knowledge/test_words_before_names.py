"""Titles and other words before names: one table, read in texts and where names are compared."""

from __future__ import annotations

from collections import Counter

import pytest

from actors.knowledge.roles import find_title, titles, words_before_names
from actors.knowledge.tables import items, rows
from actors.languages.en.lexicon import title
from actors.resolve.people import person_name


@pytest.mark.parametrize(
    ("word", "where"),
    [
        ("mr", {"text", "corpus", "gender"}),
        ("president", {"text", "corpus"}),
        ("prime", {"text"}),  # "Prime Minister Sorel": no title alone
        ("don", {"corpus", "gender"}),  # "Don" in a text is a given name as well
        ("leader", set()),
    ],
)
def test_a_word_is_left_out_before_a_name_where_it_says_nothing_of_it(
    word: str, where: set[str]
) -> None:
    assert {one for one in ("text", "corpus", "gender") if word in words_before_names(one)} == where


def test_reading_and_comparing_names_ask_the_same_table() -> None:
    assert title("Gen.")
    assert person_name("Gen. Ada Sorel").tokens == ("ada", "sorel")
    assert title("Señor")
    assert person_name("Señor Ada Sorel").tokens == ("ada", "sorel")
    assert not title("Don")
    assert person_name("Don Luis Sorel").tokens == ("luis", "sorel")


def test_a_form_of_address_tells_a_man_from_a_woman() -> None:
    assert person_name("Mrs Sorel").address == "f"
    assert person_name("Sir Luis Sorel").address == "m"
    assert person_name("Rabbi Sorel").address == ""  # women are rabbis too
    assert set(words_before_names("gender").values()) == {"male", "female"}


def test_a_word_that_is_no_title_by_itself_is_not_found_as_one() -> None:
    assert find_title("Prime Minister") is not None
    assert find_title("Prime") is None
    assert all(one.kind for one in titles())


def test_each_title_stands_once_and_says_where_it_is_left_out() -> None:
    table = list(rows("titles"))
    assert [one for one, n in Counter(row["title"].lower() for row in table).items() if n > 1] == []
    assert {place for row in table for place in items(row["before"])} == {
        *("text", "corpus", "gender")
    }
    assert all(row["class"] or row["before"] for row in table)
