"""Weighted degrees of the gold and of a reading, counted by hand."""

from __future__ import annotations

from actors.evaluate.compared import compare
from actors.evaluate.network import degrees
from actors.evaluate.sentences import sentence_at, sentence_starts
from tests.evaluate.marked import document

GOLD = "[Ana|a] met [Bo|b] and [Cy|c]. [Ana|a] left with [Bo|b]."


def test_actors_of_a_sentence_are_tied() -> None:
    gold = document(GOLD)
    # first sentence: two others for each; second: one for a and b
    assert degrees(compare(gold, gold)) == {"a": (3, 3), "b": (3, 3), "c": (2, 2)}


def test_what_is_not_read_is_missing_and_who_is_unknown_counts() -> None:
    read = document("[Ana|a] met Bo and [Cy|c]. [Ana|a] left with [Bo|b]. [Zed|z] met [Ana|a].")
    gold = document(GOLD + " Zed met [Ana|a].")
    assert degrees(compare(gold, read)) == {"a": (3, 3), "b": (3, 1), "c": (2, 1)}


def test_peoples_and_corpora_without_names_are_left_out() -> None:
    gold = document("[Ana|a] met [Peruvians|p|g].")
    assert degrees(compare(gold, gold)) == {"a": (0, 0)}
    bare = document(GOLD, kinds=[])
    assert degrees(compare(bare, bare)) == {}


def test_sentences_end_at_marks_before_capitals_and_at_lines() -> None:
    text = 'He said "no." Then 3.5 fell.\nEnd'
    assert [text[start:] for start in sentence_starts(text)][1:] == ["Then 3.5 fell.\nEnd", "End"]
    assert sentence_at(text, 15) == "Then 3.5 fell."
    assert sentence_at(text, len(text)) == "End"
    assert sentence_at("", 0) == ""
