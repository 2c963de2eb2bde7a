"""What sums up a list is an apposition to it, whatever the parser says."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from actors.languages.en.asides import mark_asides


def joined(words: str, heads: list[int], deps: str, tags: str) -> Doc:
    """A parse made by hand."""
    return Doc(Vocab(), words.split(), heads=heads, deps=deps.split(), pos=tags.split())


def test_both_members_after_a_list_that_has_ended_is_an_apposition() -> None:
    doc = joined(
        "India and Pakistan , both members , met",
        [7, 0, 0, 0, 5, 0, 0, 7],
        "nsubj cc conj punct det conj punct ROOT",
        "PROPN CCONJ PROPN PUNCT DET NOUN PUNCT VERB",
    )
    assert [word.dep_ for word in mark_asides(doc)][2:6] == ["conj", "punct", "det", "appos"]


@pytest.mark.parametrize(
    ("words", "heads", "deps", "tags"),
    [
        pytest.param(
            "India , both Koreas and Chile met",
            [6, 0, 3, 0, 3, 3, 6],
            "nsubj punct det conj cc conj ROOT",
            "PROPN PUNCT DET NOUN CCONJ PROPN VERB",
            id="an item of a list that goes on",
        ),
        pytest.param(
            "India and Pakistan , rebels , met",
            [6, 0, 0, 0, 0, 0, 6],
            "nsubj cc conj punct conj punct ROOT",
            "PROPN CCONJ PROPN PUNCT NOUN PUNCT VERB",
            id="nothing that sums up",
        ),
    ],
)
def test_other_lists_stay(words: str, heads: list[int], deps: str, tags: str) -> None:
    assert [word.dep_ for word in mark_asides(joined(words, heads, deps, tags))] == deps.split()
