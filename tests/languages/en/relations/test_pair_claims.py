"""From scores to claims: the surest of an actor's mentions, one of two that exclude each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pytest
from spacy.tokens import Doc

from actors.languages.en.relations.anchors import Anchors, anchor
from actors.languages.en.relations.pair_claims import (
    LEAST,
    READER,
    Readings,
    pair_claims,
    predicate,
    readings,
)
from actors.neural.pair_scorer import PairScores
from actors.types import Document, Entity, Mention, Span

Parse = Callable[[str], Doc]
TYPES = ["leads", "consult", "accuse", "support"]
TEXT = "Peru accused Chile, and it met Peru."


def mentions(doc: Doc, *words: tuple[str, str]) -> list[Mention]:
    """A mention of each of some words, with the entity that it means."""
    key, at, found = Document("case", doc.text).key, 0, []
    for number, (word, entity) in enumerate(words):
        at = doc.text.index(word, at)
        span = Span(key, at, at + len(word))
        level = "pronoun" if word.islower() else "name"
        found.append(Mention(f"m{number}", span, word, "country", level, entity, 0, 0))
        at += len(word)
    return found


def scored(
    some: list[Mention], given: Mapping[tuple[int, int, str], float]
) -> tuple[PairScores, ...]:
    """The scores of a sentence: probabilities by rows of the mentions and type."""
    count = len(some)
    types = np.zeros((count, count, len(TYPES)), np.float32)
    for (row, column, type_), share in given.items():
        types[row, column, TYPES.index(type_)] = share
    moods = np.full((count, count, 6), 1 / 6, np.float32)
    return (PairScores(tuple(some), types, moods, np.zeros((count, count), np.float32)),)


def read(
    parse: Parse, given: Mapping[tuple[int, int, str], float]
) -> tuple[Doc, Readings, Anchors]:
    doc = parse(TEXT)
    some = mentions(doc, ("Peru", "Peru"), ("Chile", "Chile"), ("it", "Chile"), ("Peru", "Peru"))
    entities = [Entity(name, name, "country") for name in ("Peru", "Chile")]
    anchors = anchor(doc, some, entities)
    return doc, readings(scored(some, given), TYPES, anchors), anchors


def said(parse: Parse, given: Mapping[tuple[int, int, str], float]) -> list[tuple[str, str, str]]:
    return [
        (one.source.mention.entity, one.type, one.target.mention.entity)
        for one in pair_claims(*read(parse, given))
    ]


def test_the_surest_of_several_mentions_speaks_for_an_actor(parse: Parse) -> None:
    given = {(0, 1, "accuse"): 0.9, (0, 2, "accuse"): 0.3}
    (claim,) = pair_claims(*read(parse, given))
    assert (claim.source.mention.id, claim.target.mention.id) == ("m0", "m1")
    assert claim.confidence == pytest.approx(0.9)
    assert claim.rule == READER


def test_what_is_unlikely_is_no_claim(parse: Parse) -> None:
    assert said(parse, {(0, 1, "accuse"): LEAST - 0.01}) == []
    assert said(parse, {(0, 1, "accuse"): LEAST + 0.01}) == [("Peru", "accuse", "Chile")]


def test_of_two_events_of_a_pair_the_likelier_is_kept(parse: Parse) -> None:
    given = {(0, 1, "accuse"): 0.6, (0, 1, "support"): 0.5}
    assert said(parse, given) == [("Peru", "accuse", "Chile")]


def test_of_one_type_both_ways_the_likelier_is_kept(parse: Parse) -> None:
    given = {(0, 1, "accuse"): 0.6, (1, 0, "accuse"): 0.7}
    assert said(parse, given) == [("Chile", "accuse", "Peru")]


def test_a_tie_and_an_event_exclude_nothing(parse: Parse) -> None:
    given = {(0, 1, "leads"): 0.5, (0, 1, "support"): 0.9}
    assert set(said(parse, given)) == {("Peru", "leads", "Chile"), ("Peru", "support", "Chile")}


def test_a_symmetric_type_is_told_once(parse: Parse) -> None:
    given = {(0, 1, "consult"): 0.4, (1, 0, "consult"): 0.6}
    assert len(said(parse, given)) == 1


def test_an_actor_has_nothing_to_do_with_itself(parse: Parse) -> None:
    assert said(parse, {(0, 3, "support"): 0.9}) == []


@pytest.mark.parametrize(
    ("text", "one", "other", "word"),
    [
        ("Peru accused Chile.", "Peru", "Chile", "accused"),
        ("Lopez, the envoy of Peru, left.", "Lopez", "Peru", "envoy"),
        ("Talks between Peru and Chile failed.", "Peru", "Chile", "Peru"),
    ],
)
def test_a_statement_is_made_by_the_word_that_governs_both(
    parse: Parse, text: str, one: str, other: str, word: str
) -> None:
    doc = parse(text)
    place = {token.text: token.i for token in doc}
    assert predicate(doc, place[one], place[other]).text == word
