"""Kinds of names that texts hold besides plain ones: lists, titles, letters, strokes, offices."""

from __future__ import annotations

import re

import pytest
from spacy.tokens import Doc

from actors.extract import extract
from actors.languages.en.capitals import recase
from actors.languages.en.coreference.clusters import best_name, same_names
from actors.languages.en.coreference.initials import link_initials
from actors.languages.en.drafts import Draft
from actors.languages.en.glosses import things_by_letters
from actors.languages.en.homes import _spoken
from actors.languages.en.kind_words import sort_of_words
from actors.languages.en.kinds import settle
from actors.languages.en.known import known_names
from actors.languages.en.naming import names
from actors.languages.en.turned import turned_names
from actors.languages.en.witnesses import witnessed
from actors.types import Document, Settings
from tests.languages.en.reader import read
from tests.languages.en.test_names import BLANK, found, marked


def test_a_list_by_surname_names_each_person_once() -> None:
    text = "Members present:\nVolmer, Anna\nde la Cruz, Maria J.\n\nAnna Volmer left. Maria spoke."
    reading = read(text, recogniser=True)
    assert reading.who("Volmer, Anna") == "Anna Volmer" == reading.who("Anna Volmer")
    assert reading.who("de la Cruz, Maria J.") == "Maria J. de la Cruz"


@pytest.mark.parametrize(
    "text",
    [
        "Volmer, Anna\n",
        "Paris, France\nBerlin, Germany\n",
        "He met Volmer, Anna\nand Cruz, Maria\n",
        "apples, Anna\npears, Maria\n",
    ],
)
def test_other_lines_with_a_comma_are_no_list_of_people(text: str) -> None:
    assert list(turned_names(BLANK(text))) == []


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [
        ("Datuk Seri Anwar Salim", "PERSON", "Anwar Salim"),
        ("Tan Sri Lim Bun", "PERSON", "Lim Bun"),
        ("Alhaji Sani Uma", "PERSON", "Sani Uma"),
        ("Tan Lim Bun", "PERSON", "Tan Lim Bun"),
    ],
)
def test_titles_of_two_words_are_no_part_of_a_name(name: str, label: str, expected: str) -> None:
    assert found(f"Today {name} left", (name, label)) == {expected: "person"}


def test_a_title_cut_from_its_name_is_no_person() -> None:
    marks = [("Barr", "PERSON"), ("Uche Eze", "PERSON")]
    assert found("Today Barr. Uche Eze left", *marks) == {"Uche Eze": "person"}


def test_a_nickname_keeps_both_its_quotation_marks() -> None:
    doc = marked('Then "Rick" Edman left', ('Rick" Edman', "PERSON"))
    assert [draft.text for draft in names(doc)] == ['"Rick" Edman']


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [
        ("Nile Fund/Congo Fund", "ORG", ["Nile Fund", "Congo Fund"]),
        ("AC/DC", "ORG", ["AC/DC"]),
        ("Kenya Uganda Rwanda Week", "LOC", ["Kenya", "Uganda", "Rwanda"]),
        ("AIX. SNAX", "ORG", ["AIX", "SNAX"]),
    ],
)
def test_names_with_a_stroke_or_nothing_between_are_parted(
    name: str, label: str, expected: list[str]
) -> None:
    doc = marked(f"today {name} left", (name, label))
    assert [draft.text for draft in names(doc)] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Office of the Prime Envoy met", "Office of the Prime Envoy"),
        ("P.F. Ching's Lily Bistro, Inc. met", "P.F. Ching's Lily Bistro, Inc."),
    ],
)
def test_offices_and_founders_firms_are_named_whole(text: str, name: str) -> None:
    assert found(text) == {name: "organisation"}


@pytest.mark.parametrize(
    "text", ["Harran met. Harran's Lily Bistro, Inc. won.", "Boeing's Lily Bistro, Inc. won."]
)
def test_the_firm_of_a_known_owner_is_its_own(text: str) -> None:
    assert not any("'s" in name for name in found(text))


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Read our RSS feed.", {"RSS"}),
        ("The ELX, the GIX and the HTX codes", {"ELX", "GIX", "HTX"}),
        ("the CEO, the CFO and the PA of Ana", {"CEO", "CFO", "PA"}),
        ("NPX means non-performing assets.", {"NPX"}),
        ("The NPX means the Northern League.", set()),
        ("NATO and the WHO met the UN chief.", set()),
    ],
)
def test_letters_that_stand_for_things(text: str, letters: set[str]) -> None:
    assert set(things_by_letters(text)) == letters


def test_letters_of_a_thing_are_nobody_unless_brackets_write_a_body_out() -> None:
    thing = marked("The HTX codes and HTX", ("HTX", "ORG"))
    assert witnessed(thing, names(thing)) == []
    body = marked("The Harbour Trust Xylophone (HTX) has HTX codes", ("HTX", "ORG"))
    assert "HTX" in {draft.text for draft in witnessed(body, names(body))}


def test_a_name_hardly_taken_for_a_body_is_a_person_if_called_like_one() -> None:
    doc = marked("They sued Anna Volsk", ("Anna Volsk", "ORG"))
    [draft] = names(doc)
    draft.score = 0.5
    assert [each.kind for each in settle([draft])] == ["person"]
    draft.kind, draft.score = "organisation", 0.8
    assert [each.kind for each in settle([draft])] == ["organisation"]


def test_a_corps_of_helpers_is_no_military() -> None:
    sorts = [
        sort_of_words(names(marked(f"the {name} left", (name, "ORG")))[0])
        for name in ("Sahel Relief Corps", "Marine Corps")
    ]
    assert sorts == ["ngo", "military"]


def test_one_body_does_not_tell_a_state_where_another_is_named() -> None:
    one = _spoken(list(known_names(BLANK("In Brazil the FBI left."))))
    two = _spoken(list(known_names(BLANK("In Brazil the FBI met the FBI."))))
    alone = _spoken(list(known_names(BLANK("In Ohio the FBI met the CIA and the Pentagon."))))
    assert (set(one), set(two)) == ({"BR"}, {"BR", "US"})
    assert "US" in alone


def test_a_surname_that_two_speakers_bear_is_neither_s_label() -> None:
    text = "ANNA SANDLER: We wait.\n\nMARK SANDLER: I told Anna Sandler so.\n\nSANDLER: We see."
    body = tuple(
        span
        for match in re.finditer(r"(?P<label>[A-Z ]+): (?P<speech>[^\n]+)", text)
        for span in (match.span("label"), match.span("speech"))
    )
    [reading] = extract([Document("a", text, body=body)], Settings())
    labelled = {one.text: one.entity for one in reading.mentions if one.level == "name"}
    assert len({labelled[name] for name in ("ANNA SANDLER", "MARK SANDLER", "SANDLER")}) == 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Volmer, Anna", "Anna Volmer"),
        ("Robert Hale, Sr", "Robert Hale, Sr"),
        ('"Rick" Edman', "Rick Edman"),
        ('James "Bud" Barrow', 'James "Bud" Barrow'),
    ],
)
def test_names_in_the_order_of_running_text(text: str, name: str) -> None:
    doc = BLANK(text)
    assert Draft(doc, 0, len(doc), "person").name == name


def minutes(*people: str) -> set[str]:
    """The names of actors in minutes of a meeting of some people, where *KL* speaks."""
    doc = BLANK(f"Present: {', '.join(people)}. KL left")
    starts = [(doc.text.index(one), len(one)) for one in people]
    spans = [doc.char_span(start, start + size) for start, size in starts]
    drafts = [Draft(doc, span.start, span.end, "person") for span in spans if span is not None]
    drafts.append(Draft(doc, len(doc) - 2, len(doc) - 1, "organisation"))
    clusters = same_names(drafts)
    link_initials(clusters)
    return {best_name(one) for one in clusters}


def test_initials_are_the_person_who_is_listed_with_one() -> None:
    assert minutes("H. Abara", "K. Lindgren") == {"H. Abara", "K. Lindgren"}


@pytest.mark.parametrize(
    "people", [("H. Abara", "K. Lindgren", "K. Lowe"), ("Hans Abara", "Karl Lindgren")]
)
def test_initials_of_two_or_of_people_without_any_are_nobody_s(people: tuple[str, ...]) -> None:
    assert minutes(*people) == {*people, "KL"}


def test_states_are_found_in_a_text_without_capitals() -> None:
    text = "yesterday kenya accused uganda of it and the french polish turkey for a week or so now"
    assert recase(f"{text} they said at length") == (
        text.replace("kenya", "Kenya").replace("uganda", "Uganda").replace("french", "French")
        + " they said at length"
    )
    assert recase("kenya met uganda") == "kenya met uganda"
    assert recase(f"{text} They said") == f"{text} They said"


def test_a_region_is_a_place_and_no_part_of_the_state_in_its_name() -> None:
    found = read("They fear for peace in British-ruled Northern Ireland. He left northern Iraq.")
    assert (found.names["Northern Ireland"], found.names["Iraq"]) == ("place", "country")


def test_a_market_that_a_city_names_makes_it_no_body() -> None:
    found = read("Shares of the firm fell on the Milan bourse. It trades on the Milan exchange.")
    assert found.names["Milan"] == "place"


@pytest.mark.parametrize(
    ("owned", "kind"),
    [("its profit", "organisation"), ("the profit", "person"), ("Dell its profit", "person")],
)
def test_a_lone_name_that_tells_of_its_own_is_a_body(owned: str, kind: str) -> None:
    words = ["Zarafat", "told", *owned.split()]
    deps = ["nsubj", "ROOT", *(["dep"] * len(owned.split()))]
    doc = Doc(BLANK.vocab, words=words, deps=deps, heads=[1] * len(words))
    drafts = [Draft(doc, 0, 1, "person")]
    drafts += [Draft(doc, 2, 3, "organisation")] if "Dell" in words else []
    assert settle(drafts)[0].kind == kind


def test_an_agency_called_by_what_it_does_and_its_state_is_a_body() -> None:
    found = read("Statistics Canada reported that exports of Canada rose.")
    assert (found.names["Statistics Canada"], found.names["Canada"]) == ("organisation", "country")
