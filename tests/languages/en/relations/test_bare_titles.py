"""Whose president a title without a state means."""

from __future__ import annotations

import pytest

from tests.languages.en.reader import read

AGAIN = "Uganda denied it. Uganda sent boats. Uganda has an army."


@pytest.mark.parametrize(
    ("lead", "leads"),
    [
        ("President Keto told Uganda to stop.", False),
        ("President Keto summoned the envoy of Uganda.", False),
        ("President Keto summoned Uganda's ambassador.", False),
        ("President Keto spoke in the capital.", True),
    ],
)
def test_who_tells_or_summons_a_state_does_not_lead_it(lead: str, leads: bool) -> None:
    found = read(f"{lead} {AGAIN}", recogniser=True)
    types = {one.type for one in found.extract.relations}
    assert ("leads" in types) is leads


@pytest.mark.parametrize(
    ("title", "type_"),
    [
        ("Prime Minister Dr Ade Keto", "leads"),
        ("Minister of Defence Dr Ade Keto", "represents"),
        ("Interior Undersecretary Ade Keto", "represents"),
        ("Defence Minister General Ade Keto", "represents"),
        ("Minister for Women's Affairs Dr Ade Keto", "represents"),
    ],
)
def test_a_title_is_found_through_forms_of_address_and_duties(title: str, type_: str) -> None:
    found = read(f"{title} spoke in the capital. {AGAIN}", recogniser=True)
    assert type_ in {one.type for one in found.extract.relations}
