"""A city stands for its market where the words beside it tell of prices."""

from __future__ import annotations

import pytest

from actors.languages.en.drafts import Draft
from actors.languages.en.markets import read_markets
from tests.languages.en.reader import read
from tests.languages.en.test_names import BLANK


@pytest.mark.parametrize(
    ("text", "city", "who"),
    [
        ("Soymeal follows Chicago higher in slow trade.", "Chicago", "Chicago (market)"),
        ("Prices rose after gains in Chicago at Friday's close.", "Chicago", "Chicago (market)"),
        ("Tokyo closed slightly lower on fears of a war.", "Tokyo", "Tokyo (market)"),
        ("TOKYO ended mixed.", "TOKYO", "Tokyo (market)"),
        ("The minister followed Chicago higher courts.", "Chicago", "Chicago"),
        ("The party saw gains in Chicago at the elections.", "Chicago", "Chicago"),
        ("Tokyo closed its border on Monday.", "Tokyo", "Tokyo"),
        ("The rally in Chicago on Monday drew crowds.", "Chicago", "Chicago"),
        ("Oakworth closed lower.", "Oakworth", "Oakworth"),
    ],
)
def test_who_moves_prices_is_a_market(text: str, city: str, who: str) -> None:
    doc = BLANK(text)
    start = doc.text.index(city)
    span = doc.char_span(start, start + len(city))
    assert span is not None
    draft = Draft(doc, span.start, span.end, "place")
    read_markets([draft])
    assert (draft.fact.name if draft.fact else city) == who


def test_a_market_is_no_government_and_no_town() -> None:
    found = read("Soymeal in London followed Chicago higher on Friday. Traders in Chicago slept.")
    assert (found.who("Chicago"), found.who("Chicago", 1)) == ("Chicago (market)", "Chicago")
    assert "tell of prices" in found.why("Chicago")
