"""Ranks by mentions, and what a merge would change about them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from actors.analysis.standing import MergeEffect, Standing
from actors.analysis.statements import Statement

MENTIONS = {"peru": 9, "chile": 4, "mora": 4, "sorel": 1}
NAMES = {"peru": "Peru", "chile": "Chile", "mora": "Luis Mora", "sorel": "Ada Sorel"}


def said(source: str, type_: str, target: str) -> Statement:
    """A statement, of which only its ends and its type are looked at."""
    return cast("Statement", SimpleNamespace(source=source, type=type_, target=target))


def standing(*statements: tuple[str, str, str]) -> Standing:
    """The four actors, with what is stated of them."""
    made = [said(*each) for each in statements]
    of = {key: [one for one in made if key in (one.source, one.target)] for key in MENTIONS}
    return Standing(MENTIONS, lambda key: of[key], NAMES)


def test_those_with_as_many_mentions_share_a_rank() -> None:
    ranks = {key: standing().rank(key) for key in MENTIONS}
    assert ranks == {"peru": 1, "chile": 2, "mora": 2, "sorel": 4}


def test_who_is_not_mentioned_comes_after_all() -> None:
    assert standing().rank("nobody") == 5


def test_a_merge_adds_mentions_and_the_more_mentioned_gives_the_name() -> None:
    assert standing().merged("sorel", "mora") == MergeEffect("Luis Mora", 5, 0, 0, 2, 2)


def test_a_merge_says_which_ties_it_brings_and_which_are_there_already() -> None:
    effect = standing(
        ("mora", "consult", "peru"),
        ("sorel", "consult", "peru"),
        ("sorel", "accuse", "chile"),
        ("sorel", "consult", "mora"),  # falls away: both would be one
    ).merged("mora", "sorel")
    assert (effect.ties, effect.joined) == (2, 1)


def test_a_direction_makes_a_tie_another() -> None:
    effect = standing(("mora", "accuse", "peru"), ("peru", "accuse", "sorel")).merged(
        "mora", "sorel"
    )
    assert (effect.ties, effect.joined) == (1, 0)
