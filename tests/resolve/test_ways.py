"""The ways to read a name that an analyst types: what fits, and which way is surest."""

from __future__ import annotations

import pytest

from actors.resolve.handles import Handles
from actors.resolve.ways import WAYS, Wanted
from actors.types import Actor

SOREL = Actor(
    "k1", "Ada Sorel", "person", aliases=("Madame Sorel",), identifiers=(("wikidata", "Q4242"),)
)
TAJIKISTAN = Actor("k2", "Tajikistan", "country", identifiers=(("iso3166", "TJ"),))
FUND = Actor("k3", "Nile Development Fund", "organisation")


def way(actor: Actor, typed: str) -> int | None:
    """The number of the first way in which the actor is meant by what was typed."""
    one, wanted = Handles(actor), Wanted(typed)
    return next((at for at, each in enumerate(WAYS) if each.fits(one, wanted)), None)


@pytest.mark.parametrize(
    ("actor", "typed"),
    [
        (SOREL, "k1"),
        (SOREL, "https://www.wikidata.org/wiki/Q4242"),
        (SOREL, "ada sorel"),
        (SOREL, "Adá Sorel"),
        (SOREL, "madame sorel"),
        (SOREL, "Sorel, Ada"),
        (SOREL, "A. Sorel"),
        (TAJIKISTAN, "Republic of Tajikistan"),
        (TAJIKISTAN, "Tajik"),
        (TAJIKISTAN, "Tajik government"),
        (TAJIKISTAN, "TJK"),
        (TAJIKISTAN, "Dushanbe"),
        (FUND, "Development Fund, Nile"),
        (FUND, "NDF"),
        (FUND, "Nile Fund"),
    ],
)
def test_an_actor_is_meant_by(actor: Actor, typed: str) -> None:
    assert way(actor, typed) is not None


@pytest.mark.parametrize(
    ("actor", "typed"),
    [(SOREL, "Luis Sorel"), (SOREL, "the"), (TAJIKISTAN, "Uzbek"), (FUND, "Volta Fund")],
)
def test_nobody_is_meant_by(actor: Actor, typed: str) -> None:
    assert way(actor, typed) is None


def test_a_surer_way_comes_first() -> None:
    typed = ["k1", "Ada Sorel", "Adá Sorel", "Madame Sorel", "Sorel, Ada", "A. Sorel"]
    ways = [way(SOREL, each) for each in typed]
    assert ways == sorted(ways, key=lambda at: -1 if at is None else at)


def test_what_is_only_likely_is_loose_and_says_how_it_was_read() -> None:
    loose = [each for each in WAYS if each.loose]
    assert all("{text}" in each.how and "{name}" in each.how for each in loose)
    assert WAYS[: -len(loose)] == tuple(each for each in WAYS if not each.loose)
