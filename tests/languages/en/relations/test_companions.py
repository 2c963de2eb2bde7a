"""Who is asked about for a stance though no clause ties them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from actors.languages.en.relations.anchors import anchor
from actors.languages.en.relations.companions import companions
from actors.types import Document, Entity, Kind, Mention, Span

Parse = Callable[[str], Doc]


def pairs(
    parse: Parse, text: str, named: dict[str, Kind], *, both_ways: bool = False
) -> list[tuple[str, str]]:
    """The pairs in a text among some names in it, none of them a candidate."""
    key = Document("note", text).key
    mentions = [
        Mention(name, Span(key, text.index(name), text.index(name) + len(name)), name, kind,
                "name", name, 0, 0)
        for name, kind in named.items()
    ]  # fmt: skip
    entities = [Entity(name, name, kind) for name, kind in named.items()]
    doc = parse(text)
    found = companions(doc, anchor(doc, mentions, entities), (), both_ways=both_ways)
    return [(one.mention.entity, other.mention.entity) for one, other in found]


LOPEZ: dict[str, Kind] = {"Ana Lopez": "person", "Diaz": "person"}
TEXT = "In the view of Ana Lopez, nothing that Diaz says is true."


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lopez thinks that nothing which Diaz says is true.",
        "Ana Lopez's friends think that nothing which Diaz says is true.",
        "Leaders such as Ana Lopez think that nothing which Diaz says is true.",
        "Many of Ana Lopez's friends think that nothing which Diaz says is true.",
    ],
)
def test_a_subject_is_asked_about_who_comes_later(parse: Parse, text: str) -> None:
    assert pairs(parse, text, LOPEZ) == [("Ana Lopez", "Diaz")]


def test_anybody_and_both_ways_in_the_recall_tier_alone(parse: Parse) -> None:
    assert pairs(parse, TEXT, LOPEZ) == []
    assert len(pairs(parse, TEXT, LOPEZ, both_ways=True)) == 2


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ana Lopez left. Diaz stayed.", LOPEZ),  # two sentences
        ("A guest of Ana Lopez thinks that nothing which Diaz says is true.", LOPEZ),
        ("Ana Lopez and Diaz left.", LOPEZ),  # side by side: nobody says what they think
        ("Ana Lopez dislikes Lima.", {"Ana Lopez": "person", "Lima": "place"}),  # no actor
    ],
)
def test_who_is_not_asked_about(parse: Parse, text: str, named: dict[str, Kind]) -> None:
    assert pairs(parse, text, named) == []


def test_a_list_is_no_crowd_of_opinions(parse: Parse) -> None:
    names = ["Ada", "Bea", "Cleo", "Dora", "Edna", "Fay", "Gail", "Hope", "Iris"]
    text = "The vote: " + ", then ".join(names) + " came."
    assert pairs(parse, text, dict.fromkeys(names, "person")) == []
