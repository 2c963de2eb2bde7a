"""The card of an actor: found by any of its names, with reasons and sentences."""

from __future__ import annotations

import pytest

from actors import Study
from actors.errors import NotFound
from actors.study.card import find
from actors.types import Actor

GHANI = Actor("k1", "Ashraf Ghani", "person", aliases=("Ghani",))
BARADAR = Actor("k2", "Abdul Ghani Baradar", "person", aliases=("Baradar", "Mullah"))


@pytest.mark.parametrize("name", ["k1", "Ashraf Ghani", "ashraf ghani", "Ghani", "Ashraf"])
def test_an_actor_is_found_by_key_name_alias_or_a_word_of_its_name(name: str) -> None:
    assert find([GHANI, BARADAR], name) == GHANI


def test_a_name_that_fits_several_lists_them() -> None:
    other = Actor("k3", "Ghani Khan", "person")
    with pytest.raises(NotFound, match=r"Abdul Ghani Baradar \(k2\).*Ghani Khan \(k3\)"):
        find([BARADAR, other], "Ghani")


def test_a_name_that_fits_nobody_gets_a_suggestion() -> None:
    with pytest.raises(NotFound, match="did you mean 'Ashraf Ghani'"):
        find([GHANI, BARADAR], "Ashraf Gani")


def test_the_card_says_why_names_were_joined(study: Study) -> None:
    card = study.card("Kabulov")
    reasons = {alias.text: alias.reason for alias in card.aliases}
    assert card.actor.name == "Zamir Kabulov"
    assert "Zamir Kabulov" in reasons["Kabulov"]


def test_ties_come_with_their_sentences_the_stated_ones_first(study: Study) -> None:
    ties = study.card("Ashraf Ghani").ties
    layers = [tie.layer for tie in ties]
    assert layers == sorted(layers, key=lambda layer: layer == "cooccurrence")
    accused = next(tie for tie in ties if tie.type == "accuse")
    assert (accused.other, accused.outgoing, accused.sign) == ("Pakistan", True, "-")
    assert "accused Pakistan" in accused.evidence[0]["text"]
