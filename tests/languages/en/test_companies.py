"""Names of companies, letters of stock exchanges, and words that lack their mark."""

from __future__ import annotations

import pytest
import spacy

from actors.languages.en.bylines import credits
from actors.languages.en.companies import with_short_names
from actors.languages.en.drafts import Draft
from actors.languages.en.naming import names
from actors.languages.en.tickers import without_tickers
from actors.languages.en.tokens import mend_tokens
from actors.types import Kind
from tests.languages.en.test_names import found, marked

BLANK = spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        (
            "Samuel Brown and Sons Ltd fell",
            [("Samuel Brown", "PERSON"), ("Sons Ltd", "ORG")],
            {"Samuel Brown and Sons Ltd": "organisation"},
        ),
        (
            "Northern Paperboard Co Inc fell",
            [("Northern", "ORG"), ("Paperboard Co Inc", "ORG")],
            {"Northern Paperboard Co Inc": "organisation"},
        ),
        (
            "Lindmoor-Harran Inc fell",
            [("Lindmoor", "ORG"), ("Harran Inc", "ORG")],
            {"Lindmoor-Harran Inc": "organisation"},
        ),
        (
            "Alex. Brown Inc fell",
            [("Alex", "PERSON"), ("Brown Inc", "ORG")],
            {"Alex. Brown Inc": "organisation"},
        ),
        (
            "Kidmoor, Peabrook and Co and Hutton Inc fell",
            [("Kidmoor", "ORG"), ("Peabrook and Co and Hutton Inc", "ORG")],
            {"Kidmoor, Peabrook and Co": "organisation", "Hutton Inc": "organisation"},
        ),
        (
            "The venture capital firm of Welmoor, Carl, Andrews and Stow fell",
            [("Welmoor", "ORG"), ("Stow", "ORG")],
            {"Welmoor, Carl, Andrews and Stow": "organisation"},
        ),
        (
            "The German Harran AG fell",
            [("German", "NORP"), ("Harran AG", "ORG")],
            {"German": "group", "Harran AG": "organisation"},
        ),
        (
            "Universal Harran Buildings L.P. fell",
            [("Universal Harran Buildings", "FAC"), ("L.P.", "GPE")],
            {"Universal Harran Buildings L.P.": "organisation"},
        ),
        (
            "Public Service Co of Colorado fell",
            [("Public Service Co of Colorado", "ORG")],
            {"Public Service Co of Colorado": "organisation"},
        ),
        (
            "W.B. Lindmoor Co of Canada Ltd fell",
            [("W.B. Lindmoor Co of Canada Ltd", "ORG")],
            {"W.B. Lindmoor Co of Canada Ltd": "organisation"},
        ),
        (
            "Lindmoor Co of Canada fell",
            [("Lindmoor Co of Canada", "ORG")],
            {"Lindmoor Co": "organisation", "Canada": "country"},
        ),
        (
            "Harran Inc and Lindmoor Inc fell",
            [("Harran Inc", "ORG"), ("Lindmoor Inc", "ORG")],
            {"Harran Inc": "organisation", "Lindmoor Inc": "organisation"},
        ),
    ],
)
def test_a_company_is_named_whole(
    text: str, marks: list[tuple[str, str]], expected: dict[str, str]
) -> None:
    assert found(text, *marks) == expected


def test_a_town_and_its_state_are_cut_from_a_company() -> None:
    text = "The Guard Service of Harpton, N.J. fell"
    expected = {"Guard Service": "organisation", "Harpton": "place", "N.J.": "place"}
    assert found(text, ("Guard Service of Harpton, N.J.", "ORG")) == expected


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("Harran Inc HRN fell", [("Harran Inc", "ORG"), ("HRN", "ORG")], ["Harran Inc"]),
        ("NV Harran HRN.AS fell", [("NV Harran HRN.AS", "ORG")], ["NV Harran"]),
        (
            "Harran (NASDAQ: HRN) fell",
            [("Harran", "ORG"), ("NASDAQ", "ORG"), ("HRN", "ORG")],
            ["Harran"],
        ),
        ("Harran <HRN.N> fell", [("Harran", "ORG"), ("HRN.N", "ORG")], ["Harran"]),
        ("Its notes are rated AA-1 today", [("AA-1", "ORG")], []),
        ("Members of the AAA met", [("AAA", "ORG")], ["AAA"]),
        ("NASDAQ fell", [("NASDAQ", "ORG")], ["NASDAQ"]),
    ],
)
def test_letters_of_exchanges_and_ratings_name_nobody(
    text: str, marks: list[tuple[str, str]], expected: list[str]
) -> None:
    drafts = names(marked(text, *marks))
    assert [draft.text for draft in without_tickers(drafts)] == expected
    assert [draft.text for draft in drafts] == expected


def test_no_names_have_no_tickers() -> None:
    assert without_tickers([]) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Harran Corp fell. He sold Harran Corp. It rose.", ["Corp", "Corp", "."]),
        ("Harran Corp. fell. He sold Harran Corp. It rose.", ["Corp.", "Corp."]),
    ],
)
def test_a_full_stop_after_a_company_ends_the_sentence_where_none_is_usual(
    text: str, words: list[str]
) -> None:
    tokens = [token.text for token in mend_tokens(BLANK(text))]
    at = [i for i, token in enumerate(tokens) if token.startswith("Corp")]
    after = [tokens[at[-1] + 1]] if tokens[at[-1] + 1] == "." else []
    assert [tokens[i] for i in at] + after == words


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Iraqs forces left.", ["Iraq"]),
        ("Harran fell. Lindmoor rose. Harrans bond and Lindmoors notes fell.", "Harran Lindmoor"),
        ("Iraq's forces left. Irans forces stayed.", []),
        ("Harran fell and Harrans bond rose.", []),
        ("Chiles added a plan. Chiles, he said, knew.", []),
        ("The two Germanys signed.", []),
        ("Russians and Arabs met.", []),
        ("The Philippines forces left.", []),
    ],
)
def test_an_owner_is_known_where_apostrophes_are_lost(text: str, owners: list[str] | str) -> None:
    tokens = [token.text for token in mend_tokens(BLANK(text))]
    found_owners = [tokens[i - 1] for i, token in enumerate(tokens) if token == "s"]
    assert found_owners == (owners.split() if isinstance(owners, str) else owners)


def test_the_lost_apostrophe_is_no_part_of_the_name() -> None:
    doc = mend_tokens(BLANK("Harran fell. Harrans bond and Iraqs debt rose."))
    doc.set_ents([doc.char_span(13, 20, label="ORG")])
    assert "Harran" in [draft.text for draft in names(doc)]


def test_a_town_that_sells_and_says_is_the_company_that_is_called_so() -> None:
    from tests.languages.en.reader import read

    text = "Burlington Industries Inc fell. Burlington said that Burlington sold a mill."
    assert read(text, recogniser=True).names == {"Burlington Industries Inc": "organisation"}


@pytest.mark.parametrize("text", ["Talks failed. Reuter", "“It failed.” AFP\n", "It ended. -- AP"])
def test_the_agency_that_signs_a_report_is_a_credit(text: str) -> None:
    assert [end for _, end in credits(text)] == [len(text)]


def test_an_agency_that_ends_a_sentence_is_none() -> None:
    assert credits("She left Reuters") == []


@pytest.mark.parametrize(
    ("whole", "cut", "expected"),
    [
        (
            "J.P. Harran and Co Inc",
            [("J.P.", "organisation"), ("Harran HRN", "person")],
            "J.P. Harran",
        ),
        ("Kidmoor, Peabrook and Co", [("Peabrook", "person")], "Kidmoor Peabrook"),
        ("Harran Textiles Ltd", [("Harran", "person")], "Harran Textiles"),
    ],
)
def test_a_company_cut_without_its_legal_form_is_made_whole(
    whole: str, cut: list[tuple[str, Kind]], expected: str
) -> None:
    rest = expected + (" HRN" if "HRN" in cut[-1][0] else "")
    doc = BLANK(f"{whole} fell while {rest} rose")
    spans = [(whole, "organisation"), *cut]
    places = [doc.text.index(whole), *(doc.text.rindex(words) for words, _ in cut)]
    drafts = [
        Draft(doc, span.start, span.end, kind)
        for (words, kind), at in zip(spans, places, strict=True)
        if (span := doc.char_span(at, at + len(words))) is not None
    ]
    found = with_short_names(drafts)
    assert [(one.text, one.kind) for one in found] == [
        (whole, "organisation"),
        (expected, "organisation"),
    ]


@pytest.mark.parametrize("longer", ["Harran Textiles Museum", "Old Harran Textiles"])
def test_a_longer_name_stays_whole(longer: str) -> None:
    doc = BLANK(f"Harran Textiles Ltd fell while {longer} rose")
    start = 4 + 1
    drafts = [
        Draft(doc, 0, 3, "organisation"),
        Draft(doc, start, start + len(longer.split()), "organisation"),
    ]
    assert [one.text for one in with_short_names(drafts)] == ["Harran Textiles Ltd", longer]
