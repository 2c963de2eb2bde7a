"""Who only reports what was done, or is where it was done, did nothing."""

from __future__ import annotations

import pytest

from tests.languages.en.reader import read


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("In Lima the Water Board sued Ana Vos.", {("Water Board", "accuse", "Ana Vos")}),
        ("Chile accused Peru of theft, the Coast Herald reported.", {("Chile", "accuse", "Peru")}),
        ("Ana Vos said that Chile had attacked Peru.", {("Chile", "assault", "Peru")}),
    ],
)
def test_places_and_reporters_do_nothing(text: str, ties: set[tuple[str, str, str]]) -> None:
    assert stated(text) == ties


def test_who_summons_an_envoy_is_not_the_envoy() -> None:
    found = stated("President Amos Keto summoned the envoy of Uganda, Ruth Nakato, on Monday.")
    assert ("Ruth Nakato", "represents", "Uganda") in found
    assert not {type for one, type, _ in found if one == "Amos Keto"} & {"represents", "leads"}


def test_who_becomes_president_leads() -> None:
    assert ("Ana Vos", "leads", "Peru") in stated("Ana Vos became president of Peru in May.")


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "The United States condemned Peru's execution of four rebels.",
            ("United States", "accuse", "Peru"),
        ),
        (
            "The chairman of the board of directors of the Lima Rowing Club, Omar Vos, left.",
            ("Omar Vos", "leads", "Lima Rowing Club"),
        ),
        ("The Kenyan-Ugandan agreement was signed on Monday.", ("Uganda", "agree", "Kenya")),
    ],
)
def test_who_did_it_is_an_end(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in stated(text)


def test_of_whom_rebels_are_nobody_supports() -> None:
    assert not {
        type for _, type, whom in stated("Niger is backing Chadian rebels.") if whom == "Chad"
    }


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ruth Ames works at the Marrow Museum.", ("Ruth Ames", "works_for", "Marrow Museum")),
        (
            "Ana Lopez, a linguistics professor at the University of Marrow, spoke.",
            ("Ana Lopez", "works_for", "University of Marrow"),
        ),
    ],
)
def test_whom_a_person_works_for_is_read_beside_a_rule_and_of_places(
    text: str, tie: tuple[str, str, str]
) -> None:
    assert tie in stated(text)


def test_who_leads_a_body_needs_no_other_office_there() -> None:
    found = stated("Pablo Ruiz is the artistic director of the Corezon Theatre Company.")
    assert {type for one, type, _ in found if one == "Pablo Ruiz"} <= {"leads", "member_of"}


def stated(text: str) -> set[tuple[str, str, str]]:
    found = read(text, recogniser=True)
    ends = {one.id: found.name(one.entity) for one in found.extract.mentions}
    return {(ends[one.source], one.type, ends[one.target]) for one in found.extract.relations}
