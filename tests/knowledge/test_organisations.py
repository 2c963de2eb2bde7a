"""Organisations and seats of power."""

from __future__ import annotations

import pytest

from actors.knowledge.organisations import find_organisation, organisations
from actors.knowledge.seats import Seat, find_seat, seats
from actors.knowledge.states import states

SUBTYPES = {"igo", "ngo", "company", "party", "armed_group", "military", "government", "media"}


@pytest.mark.parametrize(
    "text",
    [
        "CSTO",
        "C.S.T.O.",
        "Collective Security Treaty Organization",
        "the Collective Security Treaty Organisation",
    ],
)
def test_spellings_and_acronym_are_one_organisation(text: str) -> None:
    found = find_organisation(text)
    assert found is not None
    assert found.wikidata == "Q318693"


@pytest.mark.parametrize(
    ("text", "name", "subtype"),
    [
        ("the UN", "United Nations", "igo"),
        ("UN Security Council", "United Nations Security Council", "igo"),
        ("Nato", "NATO", "igo"),
        ("Organisation for Security and Co-operation in Europe", None, "igo"),
        ("Houthis", "Houthi movement", "armed_group"),
        ("Daesh", "Islamic State", "armed_group"),
        ("al Qaeda", "al-Qaeda", "armed_group"),
        ("RIA", "RIA Novosti", "media"),
        ("The Sun", "The Sun", "media"),
        ("Gazprom", "Gazprom", "company"),
        ("US State Department", "United States Department of State", "government"),
        ("Médecins Sans Frontières", "Médecins Sans Frontières", "ngo"),
    ],
)
def test_known_organisations_have_their_type(text: str, name: str | None, subtype: str) -> None:
    found = find_organisation(text)
    assert found is not None
    assert found.subtype == subtype
    assert name is None or found.name == name


@pytest.mark.parametrize("text", ["un", "who", "nato", "Sun", "national", "Someone's Group", ""])
def test_other_words_are_no_organisations(text: str) -> None:
    assert find_organisation(text) is None


def test_the_table_is_consistent() -> None:
    known = organisations()
    codes = {state.id for state in states()} | {"", "EH", "HK"}
    assert len({entry.id for entry in known}) == len(known)
    assert {entry.subtype for entry in known} == SUBTYPES
    assert {entry.country for entry in known} <= codes
    wikidata = [entry.wikidata for entry in known if entry.wikidata]
    assert len(set(wikidata)) == len(wikidata)
    assert all(value[0] == "Q" and value[1:].isdigit() for value in wikidata)


def test_each_organisation_is_found_by_its_own_name() -> None:
    lost = [entry.name for entry in organisations() if find_organisation(entry.name) is None]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("Kremlin", "executive", "Russia"),
        ("the White House", "executive", "United States"),
        ("Élysée Palace", "executive", "France"),
        ("Pentagon", "ministry", "United States"),
        ("Brussels", "headquarters", "European Union"),
        ("Ankara", "capital", "Turkey"),
        ("Capitol Hill", "parliament", "United States"),
    ],
)
def test_a_seat_stands_for_who_sits_there(text: str, kind: str, actor: str) -> None:
    seat = find_seat(text)
    assert seat is not None
    assert (seat.kind, seat.stands_for.name) == (kind, actor)


def test_other_places_are_no_seats() -> None:
    assert find_seat("kremlin") is None
    assert find_seat("Springfield") is None


def test_every_seat_stands_for_somebody() -> None:
    assert all(seat.stands_for for seat in seats())
    with pytest.raises(ValueError, match="stands for nobody"):
        _ = Seat("Nowhere", "executive", None).stands_for
