"""How likely a claim is: what the network thinks, what the rules say, and who is meant."""

from __future__ import annotations

from collections.abc import Callable
from math import exp

import pytest
from spacy.tokens import Doc

from actors.languages.en.relations.anchors import Anchors, anchor
from actors.languages.en.relations.claims import Claim
from actors.languages.en.relations.confidence import (
    EVENT,
    Evidence,
    confidence,
    evidence_of,
    features,
    odds,
    weights,
)
from actors.languages.en.relations.pair_claims import Reading, Readings
from actors.languages.en.relations.rule_claims import claims
from actors.languages.en.relations.tiers import DEFAULT, RECALL
from actors.types import UNNAMED, Document, Entity, Level, Mention, Span

Parse = Callable[[str], Doc]
TEXT = "Ana Lopez accused Peru of fraud."


def accusation(
    doc: Doc, source: str = "Ana Lopez", level: Level = "name", noun: str = ""
) -> tuple[Claim, Anchors]:
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
    return claim, anchors


def thought(claim: Claim, probability: float) -> Evidence:
    """That the network thinks of the claim with a probability."""
    source, target = claim.source.mention, claim.target.mention
    pair = source.sentence, source.entity, target.entity
    found = Reading(claim.type, source, target, probability, 0.0, ())
    read = Readings({(pair, claim.type): found}, {pair: probability}, {})
    return evidence_of(read, [], [])


NOTHING = evidence_of(Readings({}, {}, {}), [], [])


def test_the_number_is_that_of_the_logistic_function(parse: Parse) -> None:
    claim, anchors = accusation(parse(TEXT))
    given = features(claim, NOTHING, anchors)
    total = sum(weights()[EVENT].get(name, 0.0) * value for name, value in given.items())
    assert confidence(claim, NOTHING, anchors) == pytest.approx(1 / (1 + exp(-total)))


def test_it_is_surer_the_more_the_network_thinks_of_it(parse: Parse) -> None:
    claim, anchors = accusation(parse(TEXT))
    low, high = (confidence(claim, thought(claim, share), anchors) for share in (0.2, 0.95))
    assert confidence(claim, NOTHING, anchors) < low < high


@pytest.mark.parametrize(
    ("source", "level", "noun"), [("She", "pronoun", ""), ("Police", "nominal", "police")]
)
def test_ends_without_a_name_are_told_apart(
    parse: Parse, source: str, level: Level, noun: str
) -> None:
    claim, anchors = accusation(parse(f"{source} accused Peru of fraud."), source, level, noun)
    given = features(claim, NOTHING, anchors)
    assert given["pronoun"] == (level == "pronoun")
    assert given["unnamed"] == bool(noun)


def test_the_default_tier_asks_for_more_and_more_of_the_network() -> None:
    for default, recall in zip(DEFAULT, RECALL, strict=True):
        assert all(one > other for one, other in zip(default, recall, strict=True))
    assert all(one < other for one, other in zip(*DEFAULT, strict=True))


def test_odds_are_finite() -> None:
    assert odds(0.0) == pytest.approx(-odds(1.0))
    assert odds(0.5) == 0.0
