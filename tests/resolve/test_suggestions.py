"""What is said of a name that leads to nobody, or to several."""

from __future__ import annotations

import pytest

from actors.resolve.handles import Handles
from actors.resolve.suggestions import choice, known_as, likeness, nearest, nobody
from actors.types import Actor


def handles(*actors: tuple[str, str]) -> list[Handles]:
    """Actors of these names and kinds; their keys are k0, k1 and so on."""
    return [Handles(Actor(f"k{at}", name, kind)) for at, (name, kind) in enumerate(actors)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "name", "near"),
    [
        ("tajikstan", "tajikistan", True),
        ("fm lavrov", "sergei lavrov", True),  # one long word is enough
        ("al", "al nahyan", True),  # words that were not typed count a little
        ("tajikstan", "sri lanka", False),
        ("", "sri lanka", False),
    ],
)
def test_names_are_near_by_their_words(typed: str, name: str, near: bool) -> None:
    assert (likeness(typed, name) >= 80) is near


def test_the_nearest_is_offered_and_no_more_than_asked() -> None:
    among = handles(("Ada Sorel", "person"), ("Ida Sorel", "person"), ("Peru", "country"))
    assert nearest("Ada Sorell", among, most=1) == ["'Ada Sorel'"]
    assert set(nearest("Sorel", among)) == {"'Ada Sorel'", "'Ida Sorel'"}
    assert nearest("zz", among) == []


def test_another_name_of_an_actor_is_offered_with_its_own() -> None:
    sorel = [Handles(Actor("k", "Ada Sorel", "person", aliases=("Adelaide Marchmont",)))]
    assert nearest("Adelaide Marchmunt", sorel) == ["'Adelaide Marchmont' (Ada Sorel)"]


def test_nobody_of_that_name_says_whom_the_tables_mean() -> None:
    among = handles(("Ada Sorel", "person"))
    assert known_as("Holland") == "Netherlands"
    assert str(nobody("Holland", among)) == (
        "no actor is called 'Holland': Netherlands is not among the actors of this study"
    )
    assert str(nobody("Ada Sorell", among)) == (
        "no actor is called 'Ada Sorell'; did you mean 'Ada Sorel'?"
    )
    assert str(nobody("Qqqq", among)) == "no actor is called 'Qqqq'"


def test_several_are_listed_with_what_tells_them_apart() -> None:
    two = [
        Actor("k2", "Luis Sorel", "person"),
        Actor("k1", "Ada Sorel", "person", aliases=("Sorel",)),
    ]
    told = str(choice("Sorel", two, lambda actor: "in 2 documents" if actor.key == "k1" else ""))
    assert told.splitlines() == [
        "'Sorel' may be any of these; give one in full, or its key:",
        "  Ada Sorel (person, also “Sorel”, in 2 documents, key k1)",
        "  Luis Sorel (person, key k2)",
    ]


def test_of_many_eight_are_listed() -> None:
    many = [Actor(f"k{at}", f"Sorel {at}", "person") for at in range(11)]
    *_, eighth, last = str(choice("Sorel", many)).splitlines()
    assert last == "  and 3 more"
    assert eighth.startswith("  Sorel 6")  # sorted as words: 0, 1, 10, 2, ... 6
