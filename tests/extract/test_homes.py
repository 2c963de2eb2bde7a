"""A body whose name several states use is the known one only where its state is spoken of."""

from __future__ import annotations

import pytest

from tests.extract.reader import read

US = ("wikidata", "Q11268")


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (
            "Leaders of the Congress met in India. India votes, and Congress is hopeful.",
            False,
        ),
        ("The bill went to Congress. The United States will pay for it.", True),
        ("The bill went to Congress on Monday.", True),
        ("The US Congress met. Chile and Peru watched. Congress voted for Chile and Peru.", True),
        (
            "The United States armed Kenya. Congress objected: Kenya is far, Kenya is poor.",
            True,
        ),
    ],
)
def test_whose_congress_it_is(text: str, known: bool) -> None:
    bodies = [each for each in read(text).extract.entities if "Congress" in each.name]
    assert bodies
    assert all((US in each.identifiers) == known for each in bodies)
