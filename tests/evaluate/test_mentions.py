"""Which mentions stand for which: words without articles and endings, then the largest overlap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.evaluate.annotated import AnnotatedMention
from actors.evaluate.mentions import align, trim, trimmed
from tests.evaluate.marked import document


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("the Senate", "Senate"),
        ("An Anglican", "Anglican"),
        ("Peru's", "Peru"),
        ("the States'", "States"),
        ("Peru ,", "Peru"),
        ("Theresa", "Theresa"),
        ("the", "the"),
        ("’s", "’s"),
    ],
)
def test_a_name_has_no_article_and_no_ending(words: str, bare: str) -> None:
    start, end = trim(f"x{words}x", (1, 1 + len(words)))
    assert f"x{words}x"[start:end] == bare


@given(st.text(alphabet="the an's’ ,;P", max_size=12), st.data())
def test_what_is_trimmed_lies_inside(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    left, right = trim(text, (start, end))
    assert start <= left <= max(left, right) <= max(left, end)


def test_of_two_mentions_of_one_place_the_name_counts() -> None:
    gold = document("[the bank|x|o|nominal] closed")
    both = (*gold.mentions, AnnotatedMention(4, 8, "organisation", "name", "y"))
    assert [one.actor for one in trimmed(both, gold)] == ["y"]


def test_only_the_annotated_part_of_a_text_counts() -> None:
    gold = document("[Peru|p|c] met [Chile|c|c]", evaluate=[[0, 6]])
    assert [one.actor for one in trimmed(gold.mentions, gold)] == ["p"]


def test_the_same_words_come_before_a_larger_overlap() -> None:
    # gold "Ana Lopez" and "Lopez"; the reading has "Ana Lopez Mora" and "Lopez"
    gold = [AnnotatedMention(0, 9, "person"), AnnotatedMention(4, 9, "person")]
    read = [AnnotatedMention(0, 14, "person"), AnnotatedMention(4, 9, "person")]
    assert dict(align(gold, read)) == {1: 1, 0: 0}


def test_a_mention_stands_for_one_other_at_most() -> None:
    gold = [AnnotatedMention(0, 4, "person"), AnnotatedMention(5, 10, "person")]
    read = [AnnotatedMention(0, 10, "person")]
    # "0-10" shares 4 of 10 characters with the first and 5 of 10 with the second
    assert dict(align(gold, read)) == {1: 0}


def test_mentions_that_only_touch_are_apart() -> None:
    assert align([AnnotatedMention(0, 4, "person")], [AnnotatedMention(4, 6, "person")]) == {}
