"""What the name of a body says of where it is and whose it is."""

from __future__ import annotations

import pytest

from tests.languages.en.reader import read


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The vote in Chile was calm. The Chilean Miners' Federation met.", ("based_in", "Chile")),
        ("Ghana exports cocoa. The Ghanaian Cocoa Farmers Union met.", ("based_in", "Ghana")),
        ("The Johannesburg Magistrate's Court sat in Johannesburg.", ("based_in", "Johannesburg")),
        ("The Assembly of Manitoba Chiefs met in Manitoba.", ("based_in", "Manitoba")),
    ],
)
def test_a_name_holds_a_state_or_a_place(text: str, tie: tuple[str, str]) -> None:
    found = read(text, recogniser=True)
    ends = {one.id: found.name(one.entity) for one in found.extract.mentions}
    assert tie in {(one.type, ends[one.target]) for one in found.extract.relations}


def test_an_embassy_is_not_based_in_its_state() -> None:
    found = read("Kenya protested. The Embassy of Kenya closed. The Embassy of Kenya reopened.")
    assert "based_in" not in {one.type for one in found.extract.relations}


def test_a_name_is_told_once() -> None:
    text = "Malta voted. The Malta Bank closed. The Malta Bank reopened."
    types = [one.type for one in read(text, recogniser=True).extract.relations]
    assert types.count("based_in") <= 1
