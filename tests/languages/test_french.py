"""What the French pack reads: names and who is who."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.languages.fr.reader import read
from actors.languages.fr.text import in_sentences, tokens
from actors.types import Document, Extract, Settings


def extract(text: str, **chosen: str) -> Extract:
    [found] = read([Document("note", text)], Settings(**chosen))  # type: ignore[arg-type]
    return found


def kinds(text: str) -> dict[str, str]:
    return {one.name: one.kind for one in extract(text).entities}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Le président Moussa Abdoulaye est arrivé.", "Moussa Abdoulaye", "person"),
        ("Selon M. Dubois, tout va bien.", "Dubois", "person"),
        ("Il vit à Sandouville.", "Sandouville", "place"),
        ("La société Frigolog recrute.", "Frigolog", "organisation"),
        ("Il quitte le Parti socialiste.", "Parti socialiste", "organisation"),
        ("La CGT proteste.", "CGT", "organisation"),
        ("Le Tadjikistan accueille des réfugiés.", "Tadjikistan", "country"),
        ("Les troupes maliennes avancent.", "Mali", "country"),
    ],
)
def test_a_name_and_its_kind(text: str, name: str, kind: str) -> None:
    assert kinds(text)[name] == kind


def test_words_that_begin_a_sentence_are_no_names() -> None:
    assert kinds("Hier, les ministres ont parlé. Demain, ils partiront.") == {}


def test_a_surname_is_that_of_the_full_name_before_it() -> None:
    text = "Claire Monnier quitte Lyon. Monnier accuse la direction."
    people = [one for one in extract(text).entities if one.kind == "person"]
    assert [one.name for one in people] == ["Claire Monnier"]


def test_an_acronym_in_brackets_is_the_body_before_it() -> None:
    text = "L'Agence France-Presse (AFP) l'annonce. L'AFP confirme."
    assert len(extract(text).entities) == 1


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Moscou accuse Kiev.", True),
        ("Moscou et Ankara doivent signer un accord.", True),
        ("Il est arrivé à Moscou.", False),
    ],
)
def test_a_capital_that_acts_is_its_state(text: str, stands: bool) -> None:
    mention = next(one for one in extract(text).mentions if one.text == "Moscou")
    assert mention.metonymic is stands


def test_no_relation_is_guessed() -> None:
    assert extract("La France accuse la Russie.").relations == ()


def test_a_point_behind_a_title_ends_no_sentence() -> None:
    assert len(list(in_sentences("M. Roux part. Mme Blanc reste."))) == 2


@given(st.text(alphabet="aéÀ'’ .-\n«»M", max_size=60))
def test_words_stand_where_they_say(text: str) -> None:
    for token in tokens(text):
        assert text[token.start : token.end] == token.text


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for mention in extract(text).mentions:
        assert text[mention.span.start : mention.span.end] == mention.text
