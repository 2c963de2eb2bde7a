"""What the French pack reads: names, who is who, and relations."""

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


def stated(text: str) -> set[tuple[str, str, str]]:
    """The relations of a text by the names of whom they are between."""
    found = extract(text)
    whose = {mention.id: mention.entity for mention in found.mentions}
    names = {entity.id: entity.name for entity in found.entities}
    return {
        (names[whose[one.source]], one.type, names[whose[one.target]]) for one in found.relations
    }


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("La France accuse la Russie.", ("France", "accuse", "Russie")),
        ("La France a été accusée par la Russie.", ("Russie", "accuse", "France")),
        ("L'armée malienne a attaqué le Niger.", ("Mali", "assault", "Niger")),
        ("Le Tchad, qui soutient le Mali, se tait.", ("Tchad", "support", "Mali")),
        ("Le Tchad accuse le Mali et soutient le Niger.", ("Tchad", "support", "Niger")),
        ("Le Tchad et le Mali ont signé un accord.", ("Tchad", "agree", "Mali")),
        ("Une rencontre entre le Tchad et le Mali est prévue.", ("Tchad", "consult", "Mali")),
        ("Le Tchad a rompu ses relations avec le Mali.", ("Tchad", "sanction", "Mali")),
        ("Le Tchad condamne les frappes du Mali.", ("Tchad", "accuse", "Mali")),
        ("Le Tchad accuse le Mali de financer le Niger.", ("Mali", "aid", "Niger")),
        ("Le Tchad refuse de rencontrer le Mali.", ("Tchad", "reject", "Mali")),
        (
            "La société Rotex appartient au groupe Nordchem.",
            ("Nordchem", "owns", "Rotex"),
        ),
        ("Le président du Mali, Jean Ba, est arrivé.", ("Jean Ba", "leads", "Mali")),
        ("Jean Ba, ministre malien de la Défense, est arrivé.", ("Jean Ba", "represents", "Mali")),
        ("Le chef de la diplomatie indienne, Jean Ba, rit.", ("Jean Ba", "represents", "Inde")),
        ("Le groupe belge Nordchem recrute.", ("Nordchem", "based_in", "Belgique")),
    ],
)
def test_what_a_sentence_states_is_read(text: str, relation: tuple[str, str, str]) -> None:
    assert relation in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "Le Mali accuse.",
        "Le Tchad s'est rendu à Moscou.",
        "L'épouse du président malien, Awa Ba, est arrivée.",
        "Les troupes stationnées au Mali partent.",
        "L'ancien président du Mali, Jean Ba, est mort.",
        "Jean Ba attaque Lyon.",
    ],
)
def test_what_is_not_stated_is_not_read(text: str) -> None:
    assert {type for _, type, _ in stated(text)} - {"citizen_of", "kin_of"} == set()


@pytest.mark.parametrize(
    ("text", "negated", "modality"),
    [
        ("Le Tchad n'a pas soutenu le Mali.", True, "asserted"),
        ("Le Tchad soutiendra le Mali.", False, "planned"),
        ("Le Tchad pourrait soutenir le Mali.", False, "possible"),
        ("Le Tchad veut soutenir le Mali.", False, "planned"),
        ("Le Tchad dément avoir soutenu le Mali.", False, "denied"),
        ("Le Niger demande au Tchad de soutenir le Mali.", False, "demanded"),
    ],
)
def test_negation_and_modality(text: str, negated: bool, modality: str) -> None:
    [one] = [each for each in extract(text).relations if each.type == "support"]
    assert (one.negated, one.modality) == (negated, modality)


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
