"""A name that documents take for a person and for a firm is one actor, if nothing parts them."""

from __future__ import annotations

from typing import Any

from actors.resolve import resolve
from actors.resolve.records import Candidate
from actors.types import Kind


def one(document: str, name: str, kind: Kind, **about: Any) -> Candidate:
    return Candidate(f"{document}:e0", document, name, kind, **about)


def kinds(*candidates: Candidate) -> list[tuple[str, str]]:
    return sorted((actor.name, actor.kind) for actor in resolve(candidates).actors)


def test_a_body_whose_sort_is_told_decides() -> None:
    firm = one("d1", "Corvex", "organisation", subtype="company")
    people = [one(f"d{n}", "Corvex", "person") for n in (2, 3)]
    assert kinds(firm, *people) == [("Corvex", "organisation")]


def test_a_given_name_decides_for_a_person() -> None:
    read = one("d1", "Ola Berg", "person"), one("d2", "Ola Berg", "organisation")
    assert kinds(*read) == [("Ola Berg", "person")]


def test_a_given_name_that_firms_bear_decides_nothing() -> None:
    group = one("d1", "Halden Group", "organisation", subtype="company")
    read = one("d1b", "Halden Prime", "organisation"), one("d2", "Halden Prime", "person")
    assert ("Halden Prime", "organisation") in kinds(group, *read)
    assert ("Halden Prime", "person") not in kinds(group, *read)


def test_a_person_with_a_role_and_a_told_body_stay_two() -> None:
    founder = one("d1", "Calvin Ford", "person", roles=("the tailor",))
    house = one("d2", "Calvin Ford", "organisation", subtype="company")
    assert kinds(founder, house) == [("Calvin Ford", "organisation"), ("Calvin Ford", "person")]
