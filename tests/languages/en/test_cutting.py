"""Names run together are cut apart; what is no part of a name is cut off."""

from __future__ import annotations

import pytest

from actors.languages.en.facts import look_up
from actors.languages.en.naming import names
from actors.languages.en.papers import papers
from tests.languages.en.reader import read
from tests.languages.en.test_names import BLANK, found, marked


@pytest.mark.parametrize(
    ("text", "marked_as", "label", "expected"),
    [
        (
            "A port in Lindos Bay, Greece, burned",
            "Lindos Bay, Greece",
            "LOC",
            {"Lindos Bay": "place", "Greece": "country"},
        ),
        (
            "Heads Anna Berg und Olaf Stein left",
            "Anna Berg und Olaf Stein",
            "PERSON",
            {"Anna Berg": "person", "Olaf Stein": "person"},
        ),
        (
            "The Mining University in Falun said so",
            "Mining University in Falun",
            "ORG",
            {"Mining University": "organisation", "Falun": "place"},
        ),
        (
            "Shares of Lindos Mills Inc of Canada fell",
            "Lindos Mills Inc of Canada",
            "ORG",
            {"Lindos Mills Inc": "organisation", "Canada": "country"},
        ),
        (
            "Shares of Lindos Mills Inc LMI fell",
            "Lindos Mills Inc LMI",
            "ORG",
            {"Lindos Mills Inc": "organisation"},
        ),
        (
            "A mill in Harpton, Calif. burned",
            "Harpton, Calif.",
            "LOC",
            {"Harpton": "place", "Calif.": "place"},
        ),
        (
            "An office in Washington, D.C. burned",
            "Washington, D.C.",
            "LOC",
            {"Washington, D.C.": "place"},
        ),
        (
            "Results: Varna Lions 2 Ostrand 0",
            "Varna Lions 2 Ostrand",
            "ORG",
            {"Varna Lions": "organisation", "Ostrand": "organisation"},
        ),
        ("The Harvest for Life in Peru grew", "Harvest for Life in Peru", "ORG", None),
        (
            "Union of Seamen in Peru (USP) struck",
            "Union of Seamen in Peru",
            "ORG",
            {"Union of Seamen in Peru": "organisation"},
        ),
        (
            "An Indo-Pakistani pact",
            "Indo-Pakistani",
            "NORP",
            {"Indo": "group", "Pakistani": "group"},
        ),
        ("A Sunni-Shia pact", "Sunni-Shia", "NORP", {"Sunni-Shia": "group"}),
        ("Fights in Kamal province", "Kamal province", "LOC", {"Kamal": "place"}),
        (
            "The Rural Front party won",
            "Rural Front party",
            "ORG",
            {"Rural Front": "organisation"},
        ),
        ("The Rural party won", "Rural party", "ORG", {"Rural party": "organisation"}),
    ],
)
def test_what_a_recogniser_marked_as_one(
    text: str, marked_as: str, label: str, expected: dict[str, str] | None
) -> None:
    expected = expected or {marked_as: "organisation"}
    assert found(text, (marked_as, label)) == expected


def test_bodies_with_their_states_in_a_row_are_two_names_each() -> None:
    text = "Shares of Gazel of Romania and Botan of Turkey fell"
    kinds = found(text, ("Gazel of Romania", "ORG"), ("Botan of Turkey", "ORG"))
    expected = {"Gazel": "organisation", "Botan": "organisation"}
    assert kinds == {**expected, "Romania": "country", "Turkey": "country"}


@pytest.mark.parametrize("name", ["Gazel of Romania", "Bank of Romania"])
def test_a_body_with_its_state_alone_may_be_one_name(name: str) -> None:
    assert found(f"Shares of {name} fell", (name, "ORG")) == {name: "organisation"}


def test_two_surnames_with_a_hyphen_are_two_people() -> None:
    text = "Olaf Stein met Anna Berg. The Stein-Berg talks failed."
    doc = marked(text, ("Olaf Stein", "PERSON"), ("Anna Berg", "PERSON"), ("Stein-Berg", "ORG"))
    assert [draft.text for draft in names(doc)][2:] == ["Stein", "Berg"]


def test_a_double_given_name_cut_at_its_hyphen_is_joined() -> None:
    text = "Peter-Jan Holt scored"
    assert found(text, ("Peter", "ORG"), ("Jan Holt", "PERSON")) == {"Peter-Jan Holt": "person"}


def test_a_dash_is_no_part_of_a_name() -> None:
    assert found("Aid for Ghana -- at last", ("Ghana --", "LOC")) == {"Ghana": "country"}


def test_what_is_known_is_known_beside_a_hyphen_where_it_was_recognised() -> None:
    text = "Better Japan-Russia ties and a Franco-German plan"
    marks = [("Japan", "GPE"), ("Russia", "GPE"), ("Franco", "NORP"), ("German", "NORP")]
    drafts = names(marked(text, *marks))
    assert [draft.fact and draft.fact.name for draft in drafts] == [
        *("Japan", "Russia", "France", "Germany"),
    ]


@pytest.mark.parametrize(
    ("text", "mark", "label"),
    [
        ("An anti-Petrov poster", "Petrov", "PERSON"),
        ("The pro-Amman camp", "Amman", "GPE"),
        ("An anti-Jordan poster", "Jordan", "PERSON"),
        ("The pro-German camp", "German", "ORG"),
    ],
)
def test_beside_a_hyphen_only_what_fits_is_known(text: str, mark: str, label: str) -> None:
    [draft] = names(marked(text, (mark, label)))
    assert draft.fact is None


@pytest.mark.parametrize("people", ["Latin American", "African American", "Northern Irish"])
def test_a_region_s_people_are_not_a_state_s(people: str) -> None:
    doc = marked(f"The {people} leaders met", (people, "NORP"))
    assert [(draft.text, draft.fact) for draft in names(doc)] == [(people, None)]


@pytest.mark.parametrize("party", ["the Labour party", "the Left party"])
def test_a_party_is_known_in_small_letters_too(party: str) -> None:
    [draft] = names(marked(f"He left {party} in May"))
    assert draft.fact == look_up(party.replace("party", "Party"))


def test_an_agency_may_write_itself_in_small_letters() -> None:
    assert found("She told dpa that it was late") == {"dpa": "organisation"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('The daily "To Ethnos," wrote so', "To Ethnos"),
        ('A feature for "Lives" magazine', "Lives"),
        ("An essay in Blue Hills magazine", "Blue Hills"),
        ("An essay in The magazine", None),
    ],
)
def test_papers_beside_their_sort(text: str, name: str | None) -> None:
    drafts = [draft.text for draft in papers(BLANK(text))]
    assert drafts == ([name] if name else [])


@pytest.mark.parametrize("glued", ["theEU", "againstIsrael", "ButIsrael"])
def test_a_small_word_run_into_a_name_is_taken_off(glued: str) -> None:
    name = glued.removeprefix("the").removeprefix("against").removeprefix("But")
    assert name in read(f"They said {glued} had not asked.").words


def test_a_body_that_was_left_out_is_no_state() -> None:
    text = "She left the Iran Open Data Project in May"
    assert found(text) == {"Iran Open Data Project": "organisation"}


def test_a_centre_and_where_it_is_are_two_names() -> None:
    text = "The Centre for Soil in Falun said so"
    expected = {"Centre for Soil": "organisation", "Falun": "place"}
    assert found(text, ("Centre for Soil in Falun", "ORG")) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "Lindos-led Harbour Organization",
            {"Lindos": "place", "Harbour Organization": "organisation"},
        ),
        ("Lindos-backed", {"Lindos": "organisation"}),
        ("Coca-Cola Company", {"Coca-Cola Company": "organisation"}),
        ("Ana-Led Group", {"Ana-Led Group": "organisation"}),
    ],
)
def test_who_leads_is_no_part_of_a_name(name: str, expected: dict[str, str]) -> None:
    assert found(f"today the {name} met", (name, "ORG")) == expected


def test_an_abbreviated_state_may_lead() -> None:
    """spaCy leaves *U.S.-led* whole."""
    assert "U.S." in read("The U.S.-led coalition met in Oslo.").words
