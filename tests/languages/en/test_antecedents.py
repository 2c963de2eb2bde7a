"""Whom pronouns and noun phrases mean, where several may be meant."""

from __future__ import annotations

import pytest

from actors.languages.en.coreference.anaphors import SORTS
from actors.languages.en.coreference.antecedents import _weights
from tests.languages.en.reader import read


@pytest.mark.parametrize(
    ("text", "words", "nth", "meant"),
    [
        ("Ann Bell met Carla Diaz in Oslo. She praised the deal.", "She", 0, "Ann Bell"),
        ("Luis Mora spoke. He said that he was tired.", "he", 0, "Luis Mora"),
        ("Ann Bell told Luis Mora that he was wrong.", "he", 0, "Luis Mora"),
        (
            "The Labour Party met on Monday. The party chose a chair.",
            "The party",
            0,
            "Labour Party",
        ),
    ],
)
def test_the_likeliest_is_meant(text: str, words: str, nth: int, meant: str) -> None:
    assert read(text).who(words, nth) == meant


@pytest.mark.parametrize(
    ("told", "noun"),
    [
        ("The Labour Party met on Monday. Reporters waited for party chair Ann Bell.", "party"),
        ("The Labour Party met on Monday. Party chair Ann Bell spoke.", "Party"),
    ],
)
def test_a_noun_says_which_body_somebody_is_of(told: str, noun: str) -> None:
    found = read(told, recogniser=True)
    assert found.who(noun) == "Labour Party"
    types = {
        (one.type, found.name(found.mention("Ann Bell").entity)) for one in found.extract.relations
    }
    assert ("leads", "Ann Bell") in types


def test_a_noun_beside_a_person_means_nobody_who_is_not_spoken_of() -> None:
    found = read("A committee member spoke in Oslo with Ann Bell.")
    assert "committee" not in found.words


@pytest.mark.parametrize(
    "text",
    [
        "Ann Bell spoke in Oslo. He was tired.",  # another gender
        "The talks ended in Oslo. They were long.",
    ],
)
def test_nobody_is_meant_where_nobody_agrees(text: str) -> None:
    found = read(text)
    assert not {"He", "They"} & set(found.words)


def test_every_sort_of_words_has_weights() -> None:
    assert set(_weights()) == set(SORTS)
    assert all("none" in weights for weights in _weights().values())
