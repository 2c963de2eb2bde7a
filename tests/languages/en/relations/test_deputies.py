"""Whose office it is where one office stands within another."""

from __future__ import annotations

import pytest

from actors import Settings
from actors.extract import extract
from actors.types import Document


def led(text: str) -> set[tuple[str, str]]:
    """Who leads whom by a text."""
    [read] = extract([Document("report", text)], Settings())
    name = {one.id: one.name for one in read.entities}
    who = {one.id: name[one.entity] for one in read.mentions}
    return {(who[r.source], who[r.target]) for r in read.relations if r.type == "leads"}


@pytest.mark.parametrize(
    "text",
    [
        "The aide to the president of Peru, Ana Lopez, resigned.",
        "Representative of the Secretary-General of the United Nations, Nadia Rubin, left.",
        "Ana Lopez, deputy to the president of Peru, resigned.",
        "A spokesman for the mayor of Lima, Luis Mora, said no.",
        "The deputy of the governor of Bono, Kwame Osei, sued the mine.",
        "The diplomat to the chairman of Orvex, Ana Lopez, left.",
    ],
)
def test_who_serves_the_head_is_not_the_head(text: str) -> None:
    assert led(text) == set()


def test_who_is_named_behind_many_is_the_head_that_they_follow() -> None:
    text = "Supporters of the president of Peru, Ana Lopez, rallied."
    assert led(text) == {("Ana Lopez", "Peru")}


def test_the_head_is() -> None:
    assert led("The president of Peru, Ana Lopez, resigned.") == {("Ana Lopez", "Peru")}


def test_a_president_of_a_body_is_not_that_of_the_state() -> None:
    text = "Chile pays. Chile gave nothing, said President of the Federation Pablo Sanz."
    assert ("Pablo Sanz", "Chile") not in led(text)
