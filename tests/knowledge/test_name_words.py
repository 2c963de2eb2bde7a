"""Words that names are built of: one table of each, with where each word counts."""

from __future__ import annotations

from collections import Counter

import pytest

from actors.knowledge.name_words import (
    articled,
    function_words,
    legal_forms,
    particles,
    spellings,
    without_article,
    written_forms,
)
from actors.knowledge.tables import items, rows


@pytest.mark.parametrize(
    ("form", "places"),
    [
        ("inc", {"end", "text"}),
        ("ooo", {"end", "front"}),  # ООО stands before the name
        ("nv", {"end", "front", "text"}),
        ("as", {"end"}),  # a word of every text
        ("pt", {"front"}),
    ],
)
def test_a_legal_form_tells_a_firm_in_its_place(form: str, places: set[str]) -> None:
    assert {place for place in ("end", "front", "text") if form in legal_forms(place)} == places


def test_forms_are_written_with_their_capitals() -> None:
    assert {"GmbH", "PLC", "Plc", "Co"} <= set(written_forms("partners"))
    assert {"Inc", "LLC", "Plc"} <= set(written_forms("sure"))
    assert set(written_forms("sure")) < set(written_forms("partners"))
    assert {form.lower() for form in written_forms("partners")} <= legal_forms("text") | {"llp"}


def test_particles_come_and_go_between_documents_and_fewer_in_one() -> None:
    assert {"von", "bin", "de"} <= particles("document") < particles("corpus")
    assert particles("list") <= particles("corpus")
    assert "bint" not in particles("list")


@pytest.mark.parametrize(
    ("word", "where", "kept"),
    [
        ("defence", "name", "defense"),
        ("labour", "name", "labor"),
        ("intl", "body", "international"),
    ],
)
def test_one_spelling_of_two_is_kept(word: str, where: str, kept: str) -> None:
    assert spellings(where)[word] == kept
    assert kept not in spellings(where)


@pytest.mark.parametrize(
    ("name", "bare"),
    [("the Nile Fund", "Nile Fund"), ("The Times", "The Times"), ("Theo", "Theo"), ("the", "the")],
)
def test_an_article_in_small_letters_is_no_part_of_a_name(name: str, bare: str) -> None:
    assert without_article(name) == bare


def test_an_article_with_a_capital_is_left_out_if_asked() -> None:
    assert without_article("The Times", capital=True) == "Times"
    assert without_article("A Nile Fund", capital=True) == "A Nile Fund"


def test_articles_open_names_and_of_opens_owners() -> None:
    assert function_words("owner") == {"of"}
    assert function_words("name") == {"the"}
    assert "Emirates" in articled()


@pytest.mark.parametrize("table", ["legal_forms", "particles", "function_words", "spellings"])
def test_each_word_stands_once_and_counts_somewhere(table: str) -> None:
    told = list(rows(table))
    first, where = ("form", "stands") if table == "legal_forms" else (next(iter(told[0])), "in")
    assert [word for word, n in Counter(row[first] for row in told).items() if n > 1] == []
    assert all(items(row[where]) for row in told)
