"""Quotations, also those whose speaker stands in the sentence before or after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from actors.languages.en.relations.attribution import Attribution, reported

if TYPE_CHECKING:
    from spacy.tokens import Doc

OPEN, CLOSE, BOTH = "“«", "”»", '"'
SHORTEST = 4


def attributions(doc: Doc) -> list[Attribution]:
    """All attributions of a document: reported speech, and quotations joined to a speaker."""
    found = list(reported(doc))
    joined: list[Attribution] = []
    for quote in quotations(doc):
        one = speaker_near(quote, found, joined, doc)
        if one is not None:
            joined.append(Attribution(one.source, one.head, one.cue, (quote,)))
    return [one for one in found if one.contents] + joined


def quotations(doc: Doc) -> Iterator[tuple[int, int]]:
    """The token ranges between quotation marks; a new line closes what was left open."""
    start = -1
    for token in doc:
        text = token.text
        if text in BOTH or text in ("``", "''"):
            if start >= 0 and token.i - start >= SHORTEST:
                yield start, token.i
            start = -1 if start >= 0 else token.i + 1
        elif text in OPEN:
            start = token.i + 1
        elif text in CLOSE and start >= 0:
            if token.i - start >= SHORTEST:
                yield start, token.i
            start = -1
        elif "\n" in text:
            start = -1


def speaker_near(
    quote: tuple[int, int],
    found: Sequence[Attribution],
    joined: Sequence[Attribution],
    doc: Doc,
) -> Attribution | None:
    """The attribution of a quotation: in its own sentence, else beside it, else the last."""
    first, last = doc[quote[0]].sent.start, doc[quote[1] - 1].sent.end
    inside = [one for one in found if first <= one.cue < last and not within(one.cue, quote)]
    for one in inside:
        if any(start < quote[1] and quote[0] < end for start, end in one.contents):
            return one
    if inside:
        return min(inside, key=lambda one: (distance(one.cue, quote), one.cue))
    return beside(first, last, found, joined, doc)


def beside(
    first: int, last: int, found: Sequence[Attribution], joined: Sequence[Attribution], doc: Doc
) -> Attribution | None:
    """The speaker of a neighbouring sentence in the same paragraph, the one before first."""
    if joined and same_paragraph(joined[-1].contents[-1][1], first, doc, far=80):
        return joined[-1]
    before = [one for one in found if one.cue < first]
    if before and same_paragraph(before[-1].cue, first, doc, far=40):
        return before[-1]
    after = next((one for one in found if one.cue >= last), None)
    if after is not None and same_paragraph(last, after.cue, doc, far=25):
        return after
    return None


def same_paragraph(left: int, right: int, doc: Doc, far: int) -> bool:
    """Whether two tokens are near each other, with no line break between."""
    if not 0 <= right - left <= far:
        return False
    return "\n" not in doc[left:right].text


def within(token: int, span: tuple[int, int]) -> bool:
    """Whether a token lies in a range."""
    return span[0] <= token < span[1]


def distance(token: int, span: tuple[int, int]) -> int:
    """How far a token is from a range."""
    return min(abs(token - span[0]), abs(token - span[1]))
