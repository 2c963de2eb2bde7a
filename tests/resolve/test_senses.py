"""Namesakes: only evidence parts people of one name."""

from __future__ import annotations

from actors.resolve.records import Candidate
from actors.resolve.senses import senses


def person(document: str, *roles: str, bodies: tuple[str, ...] = ()) -> Candidate:
    """Somebody called Ann Lee in one document."""
    key = f"{document}:e0"
    return Candidate(key, document, "Ann Lee", "person", roles=roles, affiliations=bodies)


def parted(*members: Candidate) -> list[set[str]]:
    """The documents of each person that was found."""
    return [{one.document for one in each} for each in senses(members)]


def test_one_bearer_is_one_person() -> None:
    assert parted(person("a")) == [{"a"}]


def test_nothing_against_it_makes_two_documents_one_person() -> None:
    assert parted(person("a"), person("b")) == [{"a", "b"}]


def test_a_footballer_and_a_minister_are_two_people() -> None:
    found = parted(person("a", "striker"), person("b", "finance minister"))
    assert sorted(map(sorted, found)) == [["a"], ["b"]]


def test_who_shares_a_field_joins_that_bearer() -> None:
    found = parted(
        person("a", "striker"), person("b", "finance minister"), person("c", "goalkeeper")
    )
    assert sorted(map(sorted, found)) == [["a", "c"], ["b"]]


def test_who_might_be_either_of_two_stays_alone() -> None:
    found = parted(person("a", "striker"), person("b", "finance minister"), person("c"))
    assert sorted(map(sorted, found)) == [["a"], ["b"], ["c"]]


def test_the_order_of_documents_makes_no_difference() -> None:
    three = [person("a", "striker"), person("b", "finance minister"), person("c", "goalkeeper")]
    assert parted(*three) == parted(*reversed(three))
