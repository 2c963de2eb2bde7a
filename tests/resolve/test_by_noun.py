"""Actors without a name: one for each noun, by a convention that says so."""

from __future__ import annotations

from actors.resolve.records import Candidate
from actors.resolve.unnamed import by_noun, called, noun, same_noun
from actors.types import SAME_NOUN


def unnamed(document: str, text: str, word: str) -> Candidate:
    """An actor that a document calls by a noun."""
    return Candidate(f"{document}:e0", document, text, "group", None, (("unnamed", word),))


TWO = unnamed("a", "two journalists", "journalist")
MANY = unnamed("b", "the journalists", "journalist")
POLICE = unnamed("a", "the police", "police")
PERU = Candidate("a:e9", "a", "Peru", "country", None, (("iso3166", "PE"),))


def test_who_has_a_name_has_no_noun() -> None:
    assert [noun(one) for one in (TWO, POLICE, PERU)] == ["journalist", "police", ""]


def test_a_noun_is_all_that_such_an_actor_is_called() -> None:
    assert (called(TWO).name, called(TWO).names) == ("journalist", (("journalist", 1),))


def test_actors_of_one_noun_are_one_group_and_named_ones_in_none() -> None:
    groups = by_noun([MANY, POLICE, PERU, TWO])
    assert [[one.key for one in group] for group in groups] == [["a:e0", "b:e0"], ["a:e0"]]


def test_a_judgement_says_that_they_need_not_be_the_same() -> None:
    (one,) = same_noun(by_noun([TWO, MANY, POLICE]))
    assert (one.left, one.right, one.verdict, one.by) == ("a:e0", "b:e0", "same", SAME_NOUN)
    assert one.why == "no name is given: all are called “journalist”, and need not be the same"
    assert one.score == 0.5
