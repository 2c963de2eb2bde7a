"""How likely an event is that a rule reads: the pattern, the classifier, and who is meant."""

from __future__ import annotations

from collections.abc import Callable
from math import exp

import pytest
from spacy.tokens import Doc

from actors.extract.relations.anchors import Anchors, anchor
from actors.extract.relations.assemble import claims
from actors.extract.relations.claims import Claim
from actors.extract.relations.classifier import Judgement
from actors.extract.relations.credit import credit, features, weights
from actors.types import UNNAMED, Document, Entity, Level, Mention, Span

Parse = Callable[[str], Doc]
TEXT = "Ana Lopez accused Peru of fraud."
SURE, NONE = Judgement(0.01, {"accuse": 0.9}, 0.1), Judgement(0.99, {"accuse": 0.9}, 0.1)


def accusation(
    doc: Doc, source: str = "Ana Lopez", level: Level = "name", noun: str = ""
) -> tuple[Claim, Doc, Anchors]:
    """The claim that a text makes of a source and Peru."""
    key, some = Document("case", doc.text).key, []
    for number, (words, how) in enumerate(((source, level), ("Peru", "name"))):
        at = doc.text.index(words)
        span = Span(key, at, at + len(words))
        some.append(Mention(f"m{number}", span, words, "person", how, words, 0, 0))
    identifiers = ((UNNAMED, noun),) if noun else ()
    entities = [
        Entity(source, source, "person", None, identifiers),
        Entity("Peru", "Peru", "country"),
    ]
    anchors = anchor(doc, some, entities)
    (claim,) = (one for one in claims(doc, anchors) if one.type == "accuse")
    return claim, doc, anchors


def test_the_number_is_that_of_the_logistic_function(parse: Parse) -> None:
    claim, doc, anchors = accusation(parse(TEXT))
    given = features(claim, SURE, doc, anchors)
    total = sum(weights()[name] * value for name, value in given.items())
    assert credit(claim, SURE, doc, anchors) == pytest.approx(1 / (1 + exp(-total)))


def test_it_is_surer_where_the_classifier_sees_an_event(parse: Parse) -> None:
    claim, doc, anchors = accusation(parse(TEXT))
    sure, unasked, none = (credit(claim, said, doc, anchors) for said in (SURE, None, NONE))
    assert sure > unasked > none


@pytest.mark.parametrize(
    ("source", "level", "noun"), [("She", "pronoun", ""), ("Police", "nominal", "police")]
)
def test_it_is_less_sure_of_who_has_no_name_there(
    parse: Parse, source: str, level: Level, noun: str
) -> None:
    named, doc, anchors = accusation(parse(TEXT))
    other, text, found = accusation(parse(f"{source} accused Peru of fraud."), source, level, noun)
    assert credit(other, SURE, text, found) < credit(named, SURE, doc, anchors)


def test_a_place_that_is_but_visited_tells_against_a_talk(parse: Parse) -> None:
    doc = parse("Ana Lopez visited Lima.")
    key, sure = Document("case", doc.text).key, Judgement(0.1, {"consult": 0.9}, 0.9)
    found = {}
    for kind in ("place", "person"):
        some = [
            Mention("m0", Span(key, 0, 9), "Ana Lopez", "person", "name", "Ana Lopez", 0, 0),
            Mention("m1", Span(key, 18, 22), "Lima", kind, "name", "Lima", 0, 0),
        ]
        entities = [Entity("Ana Lopez", "Ana Lopez", "person"), Entity("Lima", "Lima", kind)]
        anchors = anchor(doc, some, entities)
        (claim,) = (one for one in claims(doc, anchors) if one.type == "consult")
        found[kind] = credit(claim, sure, doc, anchors)
    assert found["place"] < 0.5 < found["person"]
