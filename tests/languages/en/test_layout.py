"""Rows, turns and capitals: what the layout of a text says is read."""

from __future__ import annotations

import pytest

from actors.extract import extract
from actors.languages.en.capitals import recase
from actors.languages.en.gaps import filled, rows, turns
from actors.readers.finish import finish
from actors.types import Document, Extract, Settings


def read_text(text: str) -> tuple[Document, Extract]:
    document = finish(Document("a", text), ())
    assert isinstance(document, Document)
    (found,) = extract([document], Settings())
    return document, found


def ties(found: Extract) -> set[tuple[str, str, str]]:
    names = {entity.id: entity.name for entity in found.entities}
    of = {mention.id: names[mention.entity] for mention in found.mentions}
    return {(of[one.source], one.type, of[one.target]) for one in found.relations}


def test_the_speaker_of_a_turn_is_i_and_the_body_is_we() -> None:
    _, found = read_text(
        "LESTER: With us is Piet Mulder, chairman of the Delta Water Board. Did Rotterdam pay?\n"
        "PIET MULDER: I accuse Rotterdam of theft. Ana Vos supports us.\n"
    )
    assert ("Piet Mulder", "accuse", "Rotterdam") in ties(found)
    assert ("Ana Vos", "support", "Delta Water Board") in ties(found)


def test_an_answer_of_no_negates_nothing_after_it() -> None:
    _, found = read_text("Q: Did it fail?\nA: No. Djibouti praised the Gulf Relief Fund.\n")
    (relation,) = [one for one in found.relations if one.type == "support"]
    assert not relation.negated


@pytest.mark.parametrize(
    "text",
    [
        "Signed by: Ana Vos, Harbour Union; Ben Reed, Nile Fund.\n",
        "Present: Ana Vos (Harbour Union), Ben Reed (Nile Fund).\n",
        "Members:\n\n- Ana Vos, Harbour Union\n- Ben Reed - Nile Fund\n",
        "Name\tOrganisation\nAna Vos\tHarbour Union\nBen Reed\tNile Fund\n",
        "| Name | Body |\n|---|---|\n| Ana Vos | Harbour Union |\n| Ben Reed | Nile Fund |\n",
    ],
)
def test_people_are_of_the_bodies_in_their_row(text: str) -> None:
    _, found = read_text(text)
    kinds = {entity.name: entity.kind for entity in found.entities}
    assert kinds["Ana Vos"] == kinds["Ben Reed"] == "person"
    assert {("Ana Vos", "member_of", "Harbour Union"), ("Ben Reed", "member_of", "Nile Fund")} <= (
        ties(found)
    )
    assert ("Ana Vos", "member_of", "Nile Fund") not in ties(found)


def test_a_chair_leads_and_a_deputy_chair_does_not() -> None:
    _, found = read_text("- Ana Vos: Chair, Harbour Union\n- Ben Reed: Deputy Chair, Nile Fund\n")
    assert ("Ana Vos", "leads", "Harbour Union") in ties(found)
    assert ("Ben Reed", "leads", "Nile Fund") not in ties(found)


def test_the_evidence_of_a_row_is_the_row() -> None:
    document, found = read_text("- Ana Vos, Harbour Union\n- Ben Reed, Nile Fund\n")
    said = {document.text[one.evidence.start : one.evidence.end] for one in found.relations}
    assert said == {"Ana Vos, Harbour Union", "Ben Reed, Nile Fund"}


def test_a_paragraph_in_capitals_is_read() -> None:
    document, found = read_text(
        "DALCA SAID THAT ROMANIA SUPPORTS THE BLACK SEA COUNCIL. IRINA DALCA THANKED OYELARAN."
    )
    assert ("Romania", "support", "Black Sea Council") in ties(found)
    for mention in found.mentions:
        assert document.text[mention.span.start : mention.span.end] == mention.text


@pytest.mark.parametrize(
    ("shouted", "said"),
    [
        (
            "PRESIDENT VLADIMIR PUTIN MET THEM ON 5 MAY.",
            "President Vladimir Putin met them on 5 May.",
        ),
        ("THE IMF AND THE WORLD BANK WILL NOT PAY.", "The IMF and the World Bank will not pay."),
        ("The IMF WILL NOT PAY.", "The IMF WILL NOT PAY."),
        ("FOREST COUNCIL", "FOREST COUNCIL"),
    ],
)
def test_capitals_become_the_case_of_other_texts(shouted: str, said: str) -> None:
    assert recase(shouted) == said
    assert len(recase(shouted)) == len(shouted)


def test_what_stands_between_parts_is_read_as_what_it_separates() -> None:
    text = "- Ana[1] Vos, Tea Union\nNext."
    body = ((2, 5), (8, 12), (14, 23), (24, 29))
    document = Document("a", text, body=body)
    assert filled(document) == "\n\nAna    Vos: Tea Union\nNext."
    assert list(rows(document)) == [((8, 12), (14, 23))]


def test_a_turn_ends_where_the_next_begins() -> None:
    text = "VOS: We won.\nREED: I left."
    document = Document("a", text, body=((0, 3), (5, 12), (13, 17), (19, 26)))
    assert [(turn.start, turn.end) for turn in turns(document)] == [(5, 13), (19, 26)]
