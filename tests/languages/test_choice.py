"""Which language a document is read in, and which documents are left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.languages.choice import (
    by_language,
    named_language,
    reading_language,
    refusal,
    script_language,
)
from actors.types import Document


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Кабул", "ru"),
        ("Київ і Їжак", "uk"),
        ("Мінск, Гомель, Ўладзімір", "be"),
        ("ประชุม", "th"),
        ("اجتماع", "ar"),
        ("会議", "zh"),
        ("Kabul", ""),
        ("Élysée", ""),
        ("2021-07-09", ""),
        ("", ""),
    ],
)
def test_letters_tell_the_language_where_one_is_written_with_them(text: str, language: str) -> None:
    assert script_language(text) == language


def test_a_few_foreign_words_do_not_make_a_text_foreign() -> None:
    assert script_language("The party (Партия) met in Moscow and Minsk.") == ""


def test_a_short_text_in_latin_letters_is_english() -> None:
    assert reading_language(Document("a", "Le roi.")) == "en"


def test_a_short_text_in_latin_letters_is_what_was_asked_for_alone() -> None:
    assert reading_language(Document("a", "Le roi."), ["fr"]) == "fr"
    assert reading_language(Document("a", "Le roi."), ["fr", "en"]) == "en"
    assert reading_language(Document("a", "Le roi."), ["ru"]) == "en"


def test_what_a_header_says_goes_before_the_letters() -> None:
    assert reading_language(Document("a", "Кабул", language="uk")) == "uk"


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("en", "en"),
        ("EN-us", "en"),
        ("fr_FR", "fr"),
        ("Russian", "ru"),
        ("english", "en"),
        ("x", ""),
    ],
)
def test_a_language_is_named_by_code_or_in_words(named: str, code: str) -> None:
    assert named_language(named) == code


def test_a_language_without_a_pack_is_refused_with_what_there_is() -> None:
    assert refusal("th") == (
        "in a language that no pack reads (th; there are en, ru, fr): translate it first"
    )


def test_a_language_that_was_not_asked_for_is_refused() -> None:
    assert "another language (ru) than asked for (en)" in refusal("ru", ["en"])
    assert refusal("ru", ["en", "ru"]) == ""


@given(st.lists(st.sampled_from(["One.", "Два.", "ประชุม"]), max_size=8))
def test_each_document_belongs_to_one_language(texts: list[str]) -> None:
    documents = [Document(str(number), text) for number, text in enumerate(texts)]
    numbers = [number for _, mine in by_language(documents) for number in mine]
    assert sorted(numbers) == list(range(len(texts)))
