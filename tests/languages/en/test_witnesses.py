"""An acronym means the known body only where the document bears it out."""

from __future__ import annotations

import pytest

from tests.languages.en.reader import read

PDF = ("actors", "people-s-defense-force")


def means(text: str, letters: str) -> str:
    """The name of the known body that some letters mean, or nothing."""
    found = read(text).extract
    known = {each.id: each.name for each in found.entities if each.identifiers}
    return next((known.get(m.entity, "") for m in found.mentions if m.text == letters), "")


@pytest.mark.parametrize(
    ("text", "letters", "name"),
    [
        ("The army burned a base of the PDF in Myanmar.", "PDF", "People's Defence Force"),
        ("The People's Defence Force fled. The PDF lost ten men.", "PDF", "People's Defence Force"),
        ("The NPA ratio of the lender rose again.", "NPA", ""),
        ("Ana Diaz read the RSS feed of the town.", "RSS", ""),
        ("The EU and NATO met the WTO.", "NATO", "NATO"),
        ("The EU and NATO met the WTO.", "WTO", "World Trade Organization"),
        (
            "The ICAC raised its forecast for cotton.",
            "ICAC",
            "International Cotton Advisory Committee",
        ),
        ("The ICAC arrested Ana Diaz for fraud.", "ICAC", ""),
        (
            "Kazakhstan and Kyrgyzstan sent men to the CIS.",
            "CIS",
            "Commonwealth of Independent States",
        ),
        ("The deal was signed by the CIS on Monday.", "CIS", ""),
    ],
)
def test_a_second_witness_decides(text: str, letters: str, name: str) -> None:
    assert means(text, letters) == name


@pytest.mark.parametrize(
    "text",
    [
        "The People's Development Fund (PDF) lent Ana Diaz money in Myanmar. The PDF is rich.",
        "In Myanmar the PDF (Public Dance Forum) opened a hall. The PDF is rich.",
    ],
)
def test_what_brackets_say_beats_everything(text: str) -> None:
    assert all(PDF not in each.identifiers for each in read(text).extract.entities)


def test_an_acronym_written_out_in_brackets_as_the_known_body_is_that_body() -> None:
    text = "The People's Defense Force (PDF) grew. The PDF is poor."
    assert any(PDF in each.identifiers for each in read(text).extract.entities)


@pytest.mark.parametrize(
    ("text", "letters", "name"),
    [
        ("The ANC and its allies in Kenya won the vote.", "ANC", ""),
        ("The ANC and its allies won the vote.", "ANC", "African National Congress"),
        ("The ANC in South Africa met envoys of Kenya.", "ANC", "African National Congress"),
        (
            "The African National Congress of Ben Ade met Kenya. The ANC won.",
            "ANC",
            "African National Congress",
        ),
        ("When the FAA was enacted, the United States had no such law.", "FAA", ""),
        ("The SEC in the United States sued.", "SEC", "Securities and Exchange Commission"),
        ("Football in the United States: the SEC lost a quarterback.", "SEC", ""),
        ("Work in the Middle East and North Africa (MENA) paid. Egypt led in MENA.", "MENA", ""),
    ],
)
def test_a_league_a_party_of_another_state_a_law_and_a_region_are_not_the_known_body(
    text: str, letters: str, name: str
) -> None:
    assert means(text, letters) == name


LETTERS = "TSH CTX MRX PTC FNX RAI TGX MTC LNX GNX HBX DNX QTC XRT"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Doctors in the United States also saw RFA used.", "Radio Free Asia"),
        (f"Doctors in the United States also saw RFA used: {LETTERS.replace(' ', ', ')}.", ""),
        (f"{LETTERS.replace(' ', ', ')}. Radio Free Asia asked. RFA was told.", "Radio Free Asia"),
    ],
)
def test_in_a_technical_text_a_state_is_no_witness(text: str, name: str) -> None:
    assert means(text, "RFA") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ask on IRC, or write to us in Seattle.", ""),
        (
            "The IRC opened homes for refugees in Seattle and in Houston.",
            "International Rescue Committee",
        ),
        (
            "The IRC opened homes for refugees in the United States.",
            "International Rescue Committee",
        ),
    ],
)
def test_one_city_alone_is_no_witness(text: str, name: str) -> None:
    assert means(text, "IRC") == name


HEADING = "WHO HAS WHAT IT TAKES TO FIND THE VIRUS ?\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{HEADING}Doctors in Kenya look for the virus and its vaccine.", ""),
        (f"{HEADING}The WHO sent doctors to Kenya.", "World Health Organization"),
        ("The WHO sent doctors to Kenya.", "World Health Organization"),
    ],
)
def test_a_common_word_of_a_heading_in_capitals_is_no_acronym(text: str, name: str) -> None:
    assert means(text, "WHO") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The SEC fined a lender of the United States.", "Securities and Exchange Commission"),
        (
            "The coach of the quarterbacks met reporters of the United States at the SEC days. His"
            " team won the touchdown game of the season and the title of the league.",
            "",
        ),
    ],
)
def test_in_a_report_of_sport_a_state_is_no_witness(text: str, name: str) -> None:
    assert means(text, "SEC") == name
