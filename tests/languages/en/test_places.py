"""Regions get their identifiers; Georgia is told by its neighbours."""

from __future__ import annotations

import pytest

from actors.languages.en.places import place_identifiers
from tests.languages.en.reader import read
from tests.languages.en.test_names import found


@pytest.mark.parametrize(
    ("name", "wikidata"),
    [
        ("Texas", "Q1439"),
        ("Central Asia", "Q27275"),
        ("New York", None),
        ("Zurich", None),
        ("Victoria", None),
        ("Kunduz", None),
        ("Nowhere", None),
    ],
)
def test_which_places_are_identified(name: str, wikidata: str | None) -> None:
    assert place_identifiers(name) == ((("wikidata", wikidata),) if wikidata else ())


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Voters in Georgia and in Florida stayed away.", "Q1428"),
        ("Voters in Georgia stayed away.", "Q230"),
        ("Voters in Georgia watched Russia, and Florida did not.", "Q230"),
        ("Voters in Georgia left Tbilisi for Florida.", "Q230"),
        ("Georgian voters left Georgia for Florida.", "Q230"),
    ],
)
def test_which_georgia_is_meant(text: str, who: str) -> None:
    entities = read(text).extract.entities
    assert ("wikidata", who) in next(e for e in entities if e.name == "Georgia").identifiers


def test_a_party_of_another_state_is_not_the_known_one() -> None:
    text = "The Indonesian Democratic Party split"
    kinds = found(text, ("Indonesian Democratic Party", "ORG"))
    assert kinds == {"Indonesian Democratic Party": "organisation"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The war formed the north and south of Ireland.", "Ireland (island)"),
        ("Wind blows over the island of Cyprus.", "Cyprus (island)"),
        ("The harbour of Ireland burned.", "Ireland"),
        ("Wind blows over the island of Malta.", "Malta"),
    ],
)
def test_an_island_is_not_the_state_that_shares_it(text: str, who: str) -> None:
    assert {one.name for one in read(text).extract.entities} == {who}
