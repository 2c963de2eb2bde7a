"""Profiles: candidates that write the same name are folded, and names that say little are not."""

from __future__ import annotations

import pytest

from actors.resolve.profiles import family, fullest_name, home, profiles
from actors.resolve.records import Candidate
from actors.types import Kind


def one(document: str, name: str, kind: Kind = "person", **more: object) -> Candidate:
    """An actor of one document."""
    return Candidate(f"{document}:e0", document, name, kind, **more)  # type: ignore[arg-type]


def folds(*candidates: Candidate) -> list[tuple[str, list[str]]]:
    """The form of each profile, and the documents that it holds."""
    return [
        (each.form, [member.document for member in each.members]) for each in profiles(candidates)
    ]


def test_one_full_name_is_one_profile_whatever_stands_before_it() -> None:
    assert folds(one("a", "Dr. Ada Sorel"), one("b", "Ada Sorel")) == [("ada sorel", ["a", "b"])]


def test_a_lone_surname_is_folded_within_its_story_only() -> None:
    same, other = one("a", "Sorel", story="s"), one("b", "Sorel", story="s")
    apart = one("c", "Sorel")
    assert folds(apart, other, same) == [("sorel", ["c"]), ("sorel", ["a", "b"])]
    assert [each.partial for each in profiles([apart])] == [True]


def test_mr_and_mrs_of_one_surname_are_two_profiles() -> None:
    found = folds(one("a", "Mr Sorel", story="s"), one("b", "Mrs Sorel", story="s"))
    assert found == [("f sorel", ["b"]), ("m sorel", ["a"])]


def test_an_identifier_makes_letters_say_who_is_meant() -> None:
    known = one("a", "CSTO", "organisation", identifiers=(("igo", "CSTO"),))
    assert [each.partial for each in profiles([known, one("b", "CSTO", "organisation")])] == [
        False,
        True,
    ]


def test_a_ministry_is_of_the_state_that_its_document_tells() -> None:
    kenyan = one("a", "Foreign Ministry", "organisation", affiliations=("Kenya",))
    nobody = one("b", "Foreign Ministry", "organisation")
    assert folds(kenyan, nobody) == [
        ("foreign ministry", ["b"]),
        ("foreign ministry @KE", ["a"]),
    ]


def test_groups_and_organisations_are_one_family_and_places_are_not() -> None:
    assert family("group") == family("organisation") == "body"
    assert len({family(kind) for kind in ("person", "place", "country", "other", "group")}) == 5


@pytest.mark.parametrize(
    ("candidate", "name"),
    [
        (one("a", "EU", "organisation", names=(("European Union", 1),)), "European Union"),
        (one("a", "EU", "organisation", names=(("Elbe Union Bank", 1),)), "EU"),
        (one("a", "Sorel", names=(("Ada Sorel", 1), ("A. Sorel", 3))), "Ada Sorel"),
        (one("a", "Sorel", names=(("Luis Mora", 1),)), "Sorel"),
        (one("a", "Peru", "country", names=(("Republic of Peru", 2),)), "Peru"),
    ],
)
def test_the_fullest_name_is_one_that_the_short_one_fits(candidate: Candidate, name: str) -> None:
    assert fullest_name(candidate) == name


@pytest.mark.parametrize(
    ("bodies", "state"),
    [(("Kenya",), "KE"), (("Kenya", "Nile Fund"), "KE"), (("Kenya", "Chad"), None), ((), None)],
)
def test_who_belongs_to_one_state_is_at_home_there(
    bodies: tuple[str, ...], state: str | None
) -> None:
    found = home(one("a", "Foreign Ministry", "organisation", affiliations=bodies))
    assert (found.id if found else None) == state


def test_the_order_of_candidates_makes_no_difference() -> None:
    several = [one("a", "Ada Sorel"), one("b", "Sorel"), one("c", "Peru", "country")]
    assert folds(*several) == folds(*reversed(several))
