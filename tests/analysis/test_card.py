"""The card of an actor: found by any of its names, with reasons and sentences."""

from __future__ import annotations

from actors import Study


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
