"""How likely a tie is right: one scale for all patterns, and it is on the edge."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp
from typing import cast

import pytest
from spacy.tokens import Doc

from actors.extract.relations import relations
from actors.extract.relations.anchors import Anchors, anchor
from actors.extract.relations.assemble import claims, each_once
from actors.extract.relations.claims import Claim
from actors.extract.relations.review import DEFAULT
from actors.extract.relations.trust import backing, features, trust, weights
from actors.types import Document, Entity, Kind, Level, Mention, Relation, Settings, Span

Parse = Callable[[str], Doc]
Named = tuple[str, str]
PERSON, BODY, STATE, EVENT = "person", "organisation", "country", "other"
LOPEZ, UNION = ("Ana Lopez", PERSON), ("Harbour Union", BODY)


def mentioned(text: str, *named: Named, of: dict[str, str] | None = None) -> list[Mention]:
    """A mention for each word and kind; ``of`` says who a pronoun or a noun is."""
    found, key = [], Document("case", text).key
    for number, (words, kind) in enumerate(named):
        start = text.index(words)
        level = "name" if not of or words not in of else "nominal" if " " in words else "pronoun"
        who = (of or {}).get(words, words)
        span = Span(key, start, start + len(words))
        kinds = cast(Kind, kind), cast(Level, level)
        found.append(Mention(f"m{number}", span, words, *kinds, who, 0, 0))
    return found


def entities(some: Sequence[Mention]) -> list[Entity]:
    return [Entity(one.entity, one.entity, one.kind) for one in some]


def read(doc: Doc, some: list[Mention]) -> tuple[list[Claim], Anchors]:
    anchors = anchor(doc, some, entities(some))
    return list(claims(doc, anchors)), anchors


def only(
    type_: str, doc: Doc, *named: Named, of: dict[str, str] | None = None
) -> tuple[float, dict[str, float]]:
    """The probability and the features of the one claim of a type."""
    found, anchors = read(doc, mentioned(doc.text, *named, of=of))
    (claim,) = (one for one in each_once(found, doc) if one.type == type_)
    given = claim, backing(found), doc, anchors
    return trust(*given), dict(features(*given))


def held(doc: Doc, some: list[Mention], *, recall: bool = False) -> list[Relation]:
    settings = Settings(recall=recall)
    return relations(doc, Document("case", doc.text), some, entities(some), settings)


def test_it_is_a_logistic_of_the_features(parse: Parse) -> None:
    sure, given = only(
        "leads", parse("Ana Lopez, chair of the Harbour Union, spoke."), LOPEZ, UNION
    )
    assert [name for name, value in given.items() if value == 1] == ["base", "leads"]
    # the pattern's own certainty is 0.88: odds of 22 to 3
    assert exp(given["certainty"]) == pytest.approx(22 / 3)
    total = sum(weight * given[name] for name, weight in weights().items())
    assert sure == pytest.approx(1 / (1 + exp(-total)))


def test_every_weight_has_its_feature(parse: Parse) -> None:
    _, given = only("leads", parse("Ana Lopez chairs the Harbour Union."), LOPEZ, UNION)
    assert set(weights()) == set(given)


def test_a_title_beside_the_name_is_surer_than_a_tie_through_a_pronoun(parse: Parse) -> None:
    beside, _ = only("leads", parse("Ana Lopez, chair of the Harbour Union, spoke."), LOPEZ, UNION)
    its, given = only(
        "leads",
        parse("Strikers praised the Harbour Union and thanked its chair, Ana Lopez."),
        *(UNION, ("its", BODY), LOPEZ),
        of={"its": "Harbour Union"},
    )
    assert given["target pronoun"]
    assert DEFAULT.tie < its < beside - 0.1


def test_who_a_noun_is_may_be_mistaken(parse: Parse) -> None:
    plain, _ = only(
        "based_in", parse("Norhaven is based in Peru."), ("Norhaven", BODY), ("Peru", STATE)
    )
    doc = parse("Norhaven rose. The carmaker is based in Peru.")
    named = ("Norhaven", BODY), ("The carmaker", BODY), ("Peru", STATE)
    nominal, given = only("based_in", doc, *named, of={"The carmaker": "Norhaven"})
    assert given["nominal"]
    assert nominal < plain


def test_the_last_of_a_list_may_belong_elsewhere(parse: Parse) -> None:
    doc = parse("Luis Mora and Ana Lopez joined the Harbour Union.")
    found, anchors = read(doc, mentioned(doc.text, ("Luis Mora", PERSON), LOPEZ, UNION))
    sure = {
        one.source.mention.text: trust(one, backing(found), doc, anchors)
        for one in each_once(found, doc)
        if one.type == "member_of"
    }
    assert sure["Ana Lopez"] < sure["Luis Mora"]


def test_two_families_of_patterns_are_surer_than_one(parse: Parse) -> None:
    once = parse("Ana Lopez chairs the Harbour Union.")
    twice = parse("Ana Lopez chairs the Harbour Union. Harbour Union chair Ana Lopez spoke.")
    alone, _ = only("leads", once, LOPEZ, UNION)
    again = mentioned(twice.text, LOPEZ, UNION)
    start = twice.text.index(". ") + 2
    for one in list(again):
        place = twice.text.index(one.text, start)
        span = Span(one.span.document, place, place + len(one.text))
        again.append(Mention(f"n{one.id}", span, one.text, one.kind, "name", one.entity, 1, 0))
    found, anchors = read(twice, again)
    first = next(one for one in found if one.rule == "verb" and one.type == "leads")
    assert trust(first, backing(found), twice, anchors) > alone


def test_the_default_tier_wants_more_than_even_odds(parse: Parse) -> None:
    doc = parse("The regatta includes Norhaven.")
    some = mentioned(doc.text, ("regatta", EVENT), ("Norhaven", BODY))
    assert held(doc, some) == []
    (tie,) = held(doc, some, recall=True)
    assert tie.type == "member_of"
    assert tie.confidence < DEFAULT.tie


def test_the_probability_is_on_the_edge(parse: Parse) -> None:
    text = "Ana Lopez, chair of the Harbour Union, condemned Peru."
    named = LOPEZ, UNION, ("Peru", STATE)
    found = {one.type: one for one in held(parse(text), mentioned(text, *named))}
    assert found["leads"].confidence == pytest.approx(
        only("leads", parse(text), *named)[0], abs=5e-4
    )
