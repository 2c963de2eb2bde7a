"""What embeds a statement: each function by itself, on parsed sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Token

from actors.languages.en.relations.embedding import (
    asked,
    disapproved,
    doubted,
    feared,
    hearsay,
    said_of_clause,
    wished,
)

Parse = Callable[[str], Doc]


def word(doc: Doc, lemma: str) -> Token:
    """The first word with a lemma."""
    return next(token for token in doc if token.lemma_ == lemma)


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("The claim that Peru attacked Chile is false.", "denied"),
        ("The claim that Peru attacked Chile is not false.", "possible"),
        ("There is no evidence that Peru attacked Chile.", "denied"),
        ("There is evidence that Peru attacked Chile.", None),
        ("It is a myth that Peru attacked Chile.", "denied"),
        ("It is possible that Peru attacked Chile.", "possible"),
        ("There is no doubt that Peru attacked Chile.", None),
        ("The news that Peru attacked Chile spread.", None),
        ("Ana Lopez said that Peru attacked Chile.", None),
    ],
)
def test_what_is_said_of_a_clause(parse: Parse, text: str, mood: str | None) -> None:
    assert said_of_clause(word(parse(text), "attack")) == mood


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru is said to have attacked Chile.", True),
        ("Peru is accused of having attacked Chile.", True),
        ("Peru said that it had attacked Chile.", False),
        ("Peru was happy to have attacked Chile.", False),
    ],
)
def test_hearsay(parse: Parse, text: str, told: bool) -> None:
    assert hearsay(word(parse(text), "attack")) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Did Peru attack Chile?", True),
        ("“Did Peru attack Chile?”", True),
        ("Why would Peru attack Chile?", True),
        ("Why did Peru attack Chile?", False),
        ("Did Ana Lopez, whom Peru attacked, win?", False),
        ("Peru attacked Chile.", False),
    ],
)
def test_questions(parse: Parse, text: str, told: bool) -> None:
    doc = parse(text)
    verb = next(token for token in doc if token.text.startswith("attack"))
    assert asked(verb) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Many fear a war with Peru.", True),
        ("She warned of a war with Peru.", True),
        ("Many fought a war with Peru.", False),
    ],
)
def test_fears(parse: Parse, text: str, told: bool) -> None:
    assert feared(word(parse(text), "war")) is told


def test_an_event_that_is_unlikely(parse: Parse) -> None:
    assert doubted(word(parse("A war with Peru is unlikely."), "war"))
    assert not doubted(word(parse("A war with Peru is near."), "war"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He wants to lead Peru.", True),
        ("He dreams of leading Peru.", True),
        ("He began to lead Peru.", False),
    ],
)
def test_wishes(parse: Parse, text: str, told: bool) -> None:
    doc = parse(text)
    peru = next(token for token in doc if token.text == "Peru")
    assert wished(peru, word(doc, "lead")) is told


@pytest.mark.parametrize(
    ("text", "source", "target", "void"),
    [
        ("To blame Peru is unfair, Chile said.", "Chile", "Peru", True),
        ("Chile said that blaming Peru was wrong.", "Chile", "Peru", True),
        ("It is unjust to blame Peru, Chile said.", "Chile", "Peru", True),
        ("It was wrong of Chile to attack Peru.", "Chile", "Peru", False),
        ("To blame Peru is not unfair, Chile said.", "Chile", "Peru", False),
        ("Chile said that it blamed Peru.", "Chile", "Peru", False),
    ],
)
def test_who_calls_an_act_wrong_does_not_do_it(
    parse: Parse, text: str, source: str, target: str, void: bool
) -> None:
    doc = parse(text)
    assert disapproved(word(doc, source), word(doc, target)) == void
