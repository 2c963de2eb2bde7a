"""People who are called like places, and places that stay places."""

from __future__ import annotations

import pytest

from tests.languages.en.reader import read


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Jack London wrote a book. London accused Ana Diaz of theft.", "London", "Jack London"),
        ("Maria Washington spoke. Washington met Ana Diaz.", "Washington", "Maria Washington"),
        ("Chad Stone spoke. Chad criticised Ana Diaz.", "Chad", "Chad Stone"),
        ("Judge Ruth Berlin spoke. Ms Berlin, a lawyer, left.", "Berlin", "Ruth Berlin"),
    ],
)
def test_after_a_full_name_the_place_is_the_person(text: str, short: str, full: str) -> None:
    assert read(text).who(short) == full


def test_a_form_of_address_makes_a_person() -> None:
    found = read("Lord Holland accused the Miners' Union. Holland praised Ana Diaz.")
    assert found.names["Holland"] == "person"
    assert "Netherlands" not in found.names


@pytest.mark.parametrize(
    ("text", "short", "kind"),
    [
        ("Jack London flew to London on Monday.", "London", "place"),
        ("Jack London spoke. He lives in London. London is big.", "London", "place"),
        ("Kenya struck. Kenya Stone spoke. Kenya criticised Niger.", "Kenya", "country"),
        ("Kenya Stone spoke. Kenyan troops left. Kenya criticised Niger.", "Kenya", "country"),
    ],
)
def test_a_place_that_is_spoken_of_stays_one(text: str, short: str, kind: str) -> None:
    found = read(text, metonymy="literal")
    assert found.mention(short, -1).kind == kind
