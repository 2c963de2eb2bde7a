"""What is on the user's list, and what only looks like it."""

from __future__ import annotations

import pytest

from actors.knowledge.own import Known
from actors.resolve import Candidate, known, resolve
from actors.resolve.naming import Group
from actors.types import Actor, Kind

LISTED = Known(
    "Pamir Relief Fund", "organisation", "ngo", ("PRF",), ("Relief of the Pamirs",), wikidata="Q42"
)


def candidate(
    document: str, name: str, kind: Kind = "organisation", **identifiers: str
) -> Candidate:
    pairs = tuple(sorted(identifiers.items()))
    return Candidate(f"{document}:e0", document, name, kind, identifiers=pairs)


def actors(*candidates: Candidate, known: tuple[Known, ...] = (LISTED,)) -> list[Actor]:
    return sorted(resolve(candidates, known=known).actors, key=lambda actor: actor.name)


def test_names_aliases_and_acronyms_of_the_list_are_one_actor() -> None:
    spellings = ("Pamir Relief Fund", "Relief of the Pamirs", "PRF")
    (found,) = actors(*(candidate(f"d{n}", name) for n, name in enumerate(spellings)))
    assert (found.name, found.subtype, len(found.members)) == ("Pamir Relief Fund", "ngo", 3)
    assert ("wikidata", "Q42") in found.identifiers


def test_an_identifier_is_enough() -> None:
    (found,) = actors(candidate("d", "The Fund", wikidata="Q42"))
    assert found.name == "Pamir Relief Fund"


def test_each_recognition_is_a_judgement_with_its_reason() -> None:
    found = resolve([candidate("d", "PRF")], known=[LISTED])
    (judged,) = (one for one in found.judgements if one.by == "rule:known list")
    assert (judged.left, judged.right) == ("d:e0", "known:own:pamir relief fund")
    assert judged.why == "on the known list as “Pamir Relief Fund”: called “PRF”"


def test_other_identifiers_and_other_kinds_speak_against_it() -> None:
    other = candidate("d", "Pamir Relief Fund", wikidata="Q1")
    person = candidate("e", "Pamir Relief Fund", "person")
    assert [len(actor.members) for actor in actors(other, person)] == [1, 1]
    assert all(("wikidata", "Q42") not in actor.identifiers for actor in actors(other, person))


def test_a_surname_alone_is_nobody_on_the_list() -> None:
    anna = Known("Anna Alieva", "person", aliases=("Alieva",))
    (found,) = actors(candidate("d", "Alieva", "person"), known=(anna,))
    assert found.identifiers == ()


def test_a_name_that_two_have_is_neither() -> None:
    twins = (Known("Anna Alieva", "person", wikidata="Q1"), Known("Anna Alieva", "person"))
    (found,) = actors(candidate("d", "Anna Alieva", "person"), known=twins)
    assert found.identifiers == ()


def test_a_long_list_is_looked_up_and_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []
    genuine = known._compared

    def counting(group: Group, number: int, entry: Known) -> known._Claim | None:
        compared.append(number)
        return genuine(group, number, entry)

    monkeypatch.setattr(known, "_compared", counting)
    listed = [Known(f"Fund {n} Ltd", "organisation", wikidata=f"Q{n}") for n in range(3000)]
    groups = [Group((candidate(f"d{n}", f"Fund {n} Ltd"),)) for n in range(300)]
    joined, judgements = known.join_known(groups, listed)
    assert (len(joined), len(judgements), len(compared)) == (300, 300, 300)
