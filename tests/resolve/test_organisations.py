"""Names of organisations: the form they are compared in, and whose office is meant."""

from __future__ import annotations

import pytest

from actors.resolve.organisations import body_name, compare_bodies, initials


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("the Shanghai Cooperation Organisation", "shanghai cooperation organization"),
        ("Gazprom PJSC", "gazprom"),
        ("OAO Gazprom", "gazprom"),
        ("Dominion Mills Inc of Canada", "dominion mills"),
        ("Chelsea FC", "chelsea"),
        ("Grupo Harran S.A. de C.V.", "grupo harran"),
        ("NORTHMOOR COMM GRP", "northmoor communication group"),
        ("Trade Comm", "trade commission"),
        ("LINDEN OIL COMP", "linden oil"),
        ("LINDEN SRVCES LTD", "linden services"),
        ("Al Jazeera", "jazeera"),
        ("RIA-Novosti news agency", "ria novosti"),
        ("Aga Khan Health Services agency", "aga khan health services"),
        ("Space Agency", "space agency"),
        ("Co", "co"),
        ("ISIS", "islamic state"),
        ("Médecins Sans Frontières", "doctors without borders"),
    ],
)
def test_names_in_the_form_they_are_compared_in(text: str, form: str) -> None:
    assert body_name(text).text == form


@pytest.mark.parametrize(
    ("text", "form", "state"),
    [
        ("Tajik Foreign Ministry", "foreign ministry", "TJ"),
        ("Ministry of Foreign Affairs of Tajikistan", "foreign ministry", "TJ"),
        ("Ministry of Defence of the United Kingdom", "defense ministry", "GB"),
        ("US State Department", "state department", "US"),
        ("Supreme Court of Pakistan", "supreme court", "PK"),
        ("Bank of China", "bank of china", ""),
    ],
)
def test_offices_that_every_state_has_are_told_by_their_state(
    text: str, form: str, state: str
) -> None:
    name = body_name(text)
    assert (name.text, name.state, name.common) == (form, state, False)


def test_an_office_of_no_state_in_particular_is_common() -> None:
    assert body_name("the Foreign Ministry").common


@pytest.mark.parametrize("text", ["CSTO", "U.N.", "OPCW", "the EU", "RoK"])
def test_acronyms(text: str) -> None:
    assert body_name(text).acronym


@pytest.mark.parametrize("text", ["BALTIMORE", "Taliban", "A", "Human Rights Watch"])
def test_no_acronyms(text: str) -> None:
    assert not body_name(text).acronym


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("RIA-Novosti", "RIANovosti", "same name, written with and without a space"),
        ("Committee on Security", "Security Committee", "same words in another order"),
        ("Hezbollah", "Hizbullah", "spellings of one name"),
    ],
)
def test_names_of_one_body(left: str, right: str, why: str) -> None:
    found = compare_bodies(body_name(left), body_name(right))
    assert (found.relationship, found.why) == ("match", why)


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("Russian Foreign Ministry", "Iranian Foreign Ministry", "offices of different states"),
        ("CSTO", "CTSO", "names differ"),
        ("Atlanta", "Atalanta", "names differ"),
        ("University of Washington", "Washington University", "names differ"),
        ("Bank of China", "Bank of Japan", "names differ"),
    ],
)
def test_names_of_two_bodies(left: str, right: str, why: str) -> None:
    found = compare_bodies(body_name(left), body_name(right))
    assert (found.relationship, found.why) == ("different", why)


def test_initials_of_one_letter_are_no_acronym() -> None:
    assert initials(body_name("Gazprom")) == frozenset()
