"""What is a name, where it starts and ends, and what kind of actor it names."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from actors.languages.en import lexicon
from actors.languages.en.bylines import credits
from actors.languages.en.coreference.acronyms import abbreviates
from actors.languages.en.coreference.surnames import short_form
from actors.languages.en.drafts import Draft
from actors.languages.en.facts import look_up
from actors.languages.en.kinds import settle
from actors.languages.en.naming import names
from actors.types import Kind
from tests.languages.en.reader import read

BLANK = spacy.blank("en")


def marked(text: str, *entities: tuple[str, str]) -> Doc:
    """A document in which a recogniser marked some words; only the first of each."""
    doc = BLANK(text)
    spans: list[Span] = []
    for words, label in entities:
        start = text.index(words)
        span = doc.char_span(start, start + len(words), label=label)
        assert span is not None
        spans.append(span)
    doc.set_ents(spans)
    for token in doc:
        token.pos_ = "PROPN" if token.text[:1].isupper() else "NOUN"
    return doc


def found(text: str, *entities: tuple[str, str]) -> dict[str, str]:
    """Kinds by words of the names of a marked document."""
    return {draft.text: draft.kind for draft in settle(names(marked(text, *entities)))}


def test_articles_titles_and_possessives_are_outside() -> None:
    text = "The talks of Mr. Vladimir Petrov's envoy"
    assert found(text, ("Mr. Vladimir Petrov's", "PERSON")) == {"Vladimir Petrov": "person"}


def test_a_state_is_a_country_whatever_it_was_taken_for() -> None:
    assert found("Aid for Tajikistan", ("Tajikistan", "NORP")) == {"Tajikistan": "country"}


def test_a_demonym_is_a_group_whatever_it_was_taken_for() -> None:
    assert found("A Tajik soldier", ("Tajik", "PERSON")) == {"Tajik": "group"}


def test_a_person_may_bear_the_name_of_a_state() -> None:
    assert found("He saw Jordan there", ("Jordan", "PERSON")) == {"Jordan": "person"}


def test_the_state_is_named_where_a_part_of_it_is_meant() -> None:
    text = "Fighting in northern Afghanistan"
    assert found(text, ("northern Afghanistan", "LOC")) == {"Afghanistan": "country"}


def test_names_run_together_are_taken_apart() -> None:
    text = "Both Beijing and Moscow agreed"
    assert set(found(text, ("Beijing and Moscow", "ORG"))) == {"Beijing", "Moscow"}


def test_a_demonym_before_a_person_is_a_name_of_its_own() -> None:
    text = "The Tajik Hasan Sultonov spoke"
    expected = {"Tajik": "group", "Hasan Sultonov": "person"}
    assert found(text, ("Tajik Hasan Sultonov", "PERSON")) == expected


def test_a_demonym_before_a_known_body_is_a_name_of_its_own() -> None:
    text = "Fighters of the Tajik Taliban"
    expected = {"Tajik": "group", "Taliban": "organisation"}
    assert found(text, ("Tajik Taliban", "ORG")) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("the CEO Sultan A. Mora spoke", "Sultan A. Mora", "Sultan A. Mora"),
        ("the visit of Sultan A. Mora", "Sultan A. Mora", "A. Mora"),
        ("the visit of Sultan Haitham", "Sultan Haitham", "Haitham"),
    ],
)
def test_a_title_that_is_a_given_name_too(text: str, words: str, expected: str) -> None:
    """Behind an office and before an initial it is the given name."""
    assert found(text, (words, "PERSON")) == {expected: "person"}


def test_letters_of_an_honour_are_nobody() -> None:
    text = "Professor Theo Barun, G. O. S. K, spoke"
    assert found(text, ("Theo Barun", "PERSON"), ("G. O. S. K", "PERSON")) == {
        "Theo Barun": "person"
    }


@pytest.mark.parametrize(
    ("name", "kind"),
    [("West Bank", "place"), ("Left Bank", "place"), ("Harbour Bank", "organisation")],
)
def test_banks_of_rivers_and_banks_of_money(name: str, kind: str) -> None:
    assert found(f"in the {name} today", (name, "ORG")) == {name: kind}


def test_a_given_name_and_a_surname_cut_apart_are_joined() -> None:
    text = "Angela Merkel spoke"
    assert found(text, ("Angela", "PERSON"), ("Merkel", "PERSON")) == {"Angela Merkel": "person"}


def test_a_name_ends_with_its_line() -> None:
    doc = marked("Interfax\nMoscow", ("Interfax\nMoscow", "ORG"))
    assert [draft.text for draft in names(doc)] == ["Interfax", "Moscow"]


@pytest.mark.parametrize("words", ["@Kremlin", "www.Example.com", "the", "Mr"])
def test_what_is_no_name_is_left_out(words: str) -> None:
    assert found(f"By {words} now", (words, "ORG")).keys() <= {"Kremlin"}


def test_known_names_are_found_without_a_recogniser() -> None:
    assert found("The CSTO and Kyrgyzstan") == {"CSTO": "organisation", "Kyrgyzstan": "country"}


def test_what_a_minister_is_for_is_no_body() -> None:
    text = "Foreign Affairs Minister Ana Diaz wrote in Foreign Affairs"
    assert [d.start for d in names(marked(text)) if d.text == "Foreign Affairs"] == [7]
    assert "Health" not in found("The Health Minister left", ("Health", "ORG"))


@pytest.mark.parametrize(("code", "kind"), [("PRT", "country"), ("SUI", "country"), ("XQZ", "")])
def test_a_code_behind_a_person_is_a_state(code: str, kind: str) -> None:
    text = f"Nuno Sousa ({code}) won"
    marks = (("Nuno Sousa", "PER"), (code, "ORG")) if kind else (("Nuno Sousa", "PER"),)
    assert found(text, *marks).get(code, "") == kind


def test_letters_behind_a_body_are_its_own() -> None:
    text = "The National Action League (PAN) won"
    assert found(text, ("National Action League", "ORG"), ("PAN", "ORG"))["PAN"] == "organisation"


def test_a_title_of_princes_is_nobody() -> None:
    assert found("HRH Prince Karim", ("HRH", "ORG"), ("Karim", "PER")) == {"Karim": "person"}


def test_common_nouns_after_a_known_name_are_no_part_of_it() -> None:
    assert "RIA" in found("The RIA news agency said")


def test_a_language_is_nobody() -> None:
    doc = marked("She spoke in Russian.")
    doc[3].pos_, doc[2].lemma_ = "NOUN", "in"
    assert names(doc) == []


def test_a_name_is_found_wherever_it_stands_again() -> None:
    text = "Talks with Zarafat began. The Zarafat team left."
    assert [d.text for d in names(marked(text, ("Zarafat", "ORG")))] == ["Zarafat", "Zarafat"]


def test_one_kind_a_name_by_majority() -> None:
    doc = marked("Zarafat met Zarafat and Zarafat")
    kinds: tuple[Kind, ...] = ("place", "organisation", "organisation")
    drafts = [Draft(doc, i, i + 1, kind) for i, kind in zip((0, 2, 4), kinds, strict=True)]
    assert {draft.kind for draft in settle(drafts)} == {"organisation"}


@pytest.mark.parametrize(
    ("text", "name", "sort"),
    [
        ("The news agency Zarafat reported", "Zarafat", "media"),
        ("Some Zarafat militants fled", "Zarafat", "armed_group"),
        ("The carmaker Zarafat lost money", "Zarafat", "company"),
        ("The Ministry of Mines said no", "Ministry of Mines", "government"),
        ("The Central Military District said", "Central Military District", "military"),
        ("The Green Valley Party won", "Green Valley Party", "party"),
    ],
)
def test_words_tell_the_sort_of_a_body(text: str, name: str, sort: str) -> None:
    doc = marked(text, (name, "LOC"))
    [draft] = settle(names(doc))
    assert (draft.kind, draft.subtype) == ("organisation", sort)


def test_words_tell_a_place() -> None:
    assert found("On the Helmand River", ("Helmand River", "ORG")) == {"Helmand River": "place"}
    assert found("On Lake Sarez", ("Lake Sarez", "PERSON")) == {"Lake Sarez": "place"}


def test_the_last_word_of_a_full_name_is_that_person() -> None:
    text = "Gerald Ford spoke. Later Ford left."
    doc = marked(text, ("Gerald Ford", "PERSON"))
    assert {draft.kind for draft in settle(names(doc))} == {"person"}


def test_facts_know_ministries_as_bodies_of_their_own() -> None:
    fact = look_up("Bundestag")
    assert fact is not None
    assert (fact.kind, fact.subtype) == ("organisation", "government")


def test_brussels_lies_in_belgium_and_stands_for_the_union() -> None:
    fact = look_up("Brussels")
    assert fact is not None
    assert (fact.name, fact.form) == ("European Union", "capital")


@pytest.mark.parametrize(
    "text",
    [
        "It failed. mz/kl (Reuters, AFP)",
        "It failed.\nAuthor: Ann Bell",
        "It failed.\nReporting by Ann Bell and Tim Poe",
        "KABUL (AFP) - It failed.",
    ],
)
def test_credits_are_nobodys_actors(text: str) -> None:
    marks = credits(text)
    assert any("AFP" in text[start:end] or "Ann" in text[start:end] for start, end in marks)
    assert {"AFP", "Reuters", "Ann Bell"}.isdisjoint(read(text).names)


def test_acronyms_follow_the_letters_of_the_long_form() -> None:
    assert abbreviates("Gazprom", "Gazprom Neft") is False
    assert abbreviates("XYZ", "Xylophone Players") is False


@pytest.mark.parametrize(
    ("short", "full"),
    [
        (["assad"], ["bashar", "al", "assad"]),
        (["g", "bush"], ["george", "w", "bush"]),
        (["rashid", "dostum"], ["abdul", "rashid", "dostum"]),
    ],
)
def test_short_forms_of_persons(short: list[str], full: list[str]) -> None:
    assert short_form(short, full)
    assert not short_form(full, short)


@given(st.lists(st.sampled_from(["ali", "w", "khan", "al", "noor"]), min_size=1, max_size=4))
def test_no_name_is_a_short_form_of_itself(name: list[str]) -> None:
    assert not short_form(name, name)


def test_word_lists_skip_remarks() -> None:
    assert not any("#" in word for word in lexicon.words("things"))


def test_a_known_name_that_was_cut_in_two_is_found_once() -> None:
    text = "The Collective Security Treaty Organisation met"
    parts = (("Collective Security", "ORG"), ("Treaty Organisation", "ORG"))
    assert found(text, *parts) == {"Collective Security Treaty Organisation": "organisation"}


def test_names_never_overlap() -> None:
    doc = marked("Aga Khan United Nations Agency", ("Aga Khan United", "PERSON"))
    drafts = names(doc)
    tokens = [token for draft in drafts for token in range(draft.start, draft.end)]
    assert len(tokens) == len(set(tokens))


def test_two_demonyms_marked_as_one_are_two() -> None:
    assert found("Russian Uzbek talks", ("Russian Uzbek", "NORP")).keys() == {"Russian", "Uzbek"}


def test_a_demonym_in_a_longer_name_of_a_body_stays_in_it() -> None:
    text = "The Tajik Growers Union met"
    assert found(text, ("Tajik Growers Union", "ORG")) == {"Tajik Growers Union": "organisation"}


def test_a_demonym_is_taken_out_of_a_group() -> None:
    text = "Some Sunni Iraqi voters came"
    assert found(text, ("Sunni Iraqi voters", "NORP")) == {"Iraqi": "group"}


def test_ambiguous_names_need_a_recogniser() -> None:
    assert found("A Turkey sandwich") == {}


def test_a_company_may_be_called_like_a_person() -> None:
    assert found("The casket of Ford passed", ("Ford", "PERSON")) == {"Ford": "person"}
    assert found("The carmaker Ford grew", ("Ford", "ORG")) == {"Ford": "organisation"}


def test_a_name_closes_the_bracket_that_it_opens() -> None:
    kinds = found("Then Kim (Hyung-ryul) left", ("Kim (Hyung-ryul", "PERSON"))
    assert kinds == {"Kim (Hyung-ryul)": "person"}
