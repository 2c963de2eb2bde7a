"""The name that an actor is shown under, and namesakes who hold one post in two firms."""

from __future__ import annotations

import pytest

from actors.resolve import resolve
from actors.resolve.naming import canonical_name
from actors.resolve.records import Candidate


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (["C. van den Brul", "Caroline van den Brul"], "Caroline van den Brul"),
        (["De la Cruz", "De la Cruz", "Luis de la Cruz"], "Luis de la Cruz"),
        (["Hanne DAHL", "Hanne DAHL", "Hanne Dahl"], "Hanne Dahl"),
        (["Joao Costa", "João Costa"], "João Costa"),
        (["Joao Costa", "Joao Costa", "João Costa"], "Joao Costa"),
        (["J. R. Hartwell", "J. R. Hartwell", "John R. Hartwell"], "John R. Hartwell"),
        (["Vera Lund", "Vera Lund", "Vera Anna Lund"], "Vera Lund"),
    ],
)
def test_the_fullest_name_as_most_documents_spell_it(names: list[str], shown: str) -> None:
    members = [Candidate(f"d{n}:e0", f"d{n}", name, "person") for n, name in enumerate(names)]
    assert canonical_name(members) == shown


def chief(document: str, firm: str, near: str = "") -> Candidate:
    about = {"roles": ("the chief financial officer",), "affiliations": (firm,)}
    neighbours = (near,) if near else ()
    return Candidate(f"{document}:e0", document, "Li Wei", "person", neighbours=neighbours, **about)


def test_two_who_hold_one_post_in_two_firms_are_two() -> None:
    found = resolve([chief("d1", "Harbin Steel"), chief("d2", "Dalian Foods")])
    assert len(found.actors) == 2


def test_one_who_is_named_with_the_same_people_is_one() -> None:
    one, two = chief("d1", "Harbin Steel", "Ana Diaz"), chief("d2", "Dalian Foods", "Ana Diaz")
    assert len(resolve([one, two]).actors) == 1
