"""Firms called by several names, and brands that open with a letter."""

from __future__ import annotations

import pytest
import spacy

from actors.languages.en.firms import firms
from tests.languages.en.reader import read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bell & Teddington LLC sued the city of Reno.", "Bell & Teddington LLC"),
        ("Ernst & Young praised the deal.", "Ernst & Young"),
        ("Simmons and Simmons advised the bank.", "Simmons and Simmons"),
        ("The law firm Marsh and Alder met the mayor.", "Marsh and Alder"),
        ("A-B-C Company sued the Zinc Board.", "A-B-C Company"),
        (
            "Harbrecht, Bexmoor and Aldert Canada Ltd. sued the city of Reno.",
            "Harbrecht, Bexmoor and Aldert Canada Ltd.",
        ),
        ("The lead manager was Harbrecht and Quill Inc of Reno.", "Harbrecht and Quill Inc"),
    ],
)
def test_a_firm_is_one_organisation(text: str, name: str) -> None:
    assert read(text).names[name] == "organisation"


def test_forms_of_the_name_of_a_firm_are_one() -> None:
    found = read("Bell & Teddington LLC sued Reno. Bell & Teddington won. Bell & Teddington left.")
    assert {found.who("Bell & Teddington"), found.who("Bell & Teddington", 1)} == {
        "Bell & Teddington LLC"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Tom & Jane met Ana Diaz.",
        "Trinidad & Tobago left.",
        "The list holds Daniel & Richard Tsai.",
        "The list holds Henry, Cheng & Family.",
        "Minister and Minister met.",
        "They met Lindos Bank, Smith and Sons.",
        "They met Harbrecht and Quill Inc. Harbrecht left.",
        "They met Reuters and Quill Inc.",
        "They met Anna Harbrecht and Quill Inc.",
    ],
)
def test_couples_states_and_titles_are_no_firms(text: str) -> None:
    assert [draft.text for draft in firms(spacy.blank("en")(text))] == []
