"""Actors that a document gives no name: *the police*, *protesters*."""

from __future__ import annotations

import pytest

from actors import Settings
from actors.extract import extract
from actors.types import Document, Extract, nameless


def read(text: str) -> Extract:
    return extract([Document("report", text)], Settings())[0]


def unnamed(text: str) -> list[str]:
    """What the actors without a name are called."""
    return [dict(one.identifiers)["unnamed"] for one in read(text).entities if nameless(one)]


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Police arrested Ana Diaz in Lima.", ["police"]),
        ("Norway sent tents to the refugees.", ["refugees"]),
        ("Ana Diaz met the rebels. The rebels had won.", ["rebels"]),
        ("A 40-year-old robbed the Bank of Lima.", ["40-year-old"]),
        ("The Court of Lima jailed the accused.", ["accused"]),
    ],
)
def test_a_noun_that_can_act_is_an_actor(text: str, nouns: list[str]) -> None:
    assert unnamed(text) == nouns


@pytest.mark.parametrize(
    "text",
    [
        "Turkish police arrested Ana Diaz.",  # whose police it is is said: it acts for Turkey
        "The minister, Ana Diaz, left for Lima.",  # she has a name
        "Ana Diaz opened the road to Lima.",  # a road does nothing
        "The weather kept Ana Diaz in Lima.",  # nor does the weather
    ],
)
def test_who_has_a_name_or_cannot_act_is_none(text: str) -> None:
    assert unnamed(text) == []


def test_events_tie_them_to_who_has_a_name_and_to_each_other() -> None:
    found = read("Police in Peru arrested Ana Diaz. Protesters then attacked the police.")
    name = {one.id: one.name for one in found.entities}
    who = {one.id: name[one.entity] for one in found.mentions}
    told = {(who[one.source], one.type, who[one.target]) for one in found.relations}
    assert ("Protesters", "assault", "the police") in told


def test_of_two_that_belong_together_one_has_a_name() -> None:
    assert [
        one.type for one in read("The farmers are members of the Harbour Union.").relations
    ] == ["member_of"]
    assert read("The farmers are members of the committee.").relations == ()


def test_social_media_are_nobody_and_the_media_somebody() -> None:
    found = [one.text for one in read("It spread on social media. The media blamed Iran.").mentions]
    assert "social media" not in found
    assert "The media" in found
