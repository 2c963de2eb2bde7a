"""A repair of the parse: what is put in after a list that has ended is no further item of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OF_ALL = frozenset(["both", "all"])


def mark_asides(doc: Doc) -> Doc:
    """Make "both members of the SCO" an apposition in "India and Pakistan, both members ..., met".

    Parsers take it for a third item now and then, and it would meet the other two.
    """
    for word in doc:
        if word.dep_ == "conj" and word.pos_ == "NOUN" and aside(word):
            word.dep_ = "appos"
    return doc


def aside(word: Token) -> bool:
    """Whether a joined noun sums up the list before it, which an *and* has ended."""
    start, top = word.left_edge.i, word
    while top.dep_ == "conj":
        top = top.head
    before = word.doc[top.i : start]
    return (
        word.left_edge.text.lower() in OF_ALL
        and start > 0
        and word.doc[start - 1].text == ","
        and any(one.dep_ == "cc" for one in before)
        and not any(child.dep_ == "cc" for child in word.children)
    )
