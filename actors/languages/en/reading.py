"""The part of a document that is worth reading, at the offsets of the original text.

A header and boilerplate lie outside `Document.body`. They are overwritten, one character for each,
so that nothing is read there and every offset stays true. So is a word of thousands of characters,
and half a character becomes a replacement character.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from actors.languages.en.capitals import recase
from actors.languages.en.gaps import filled, turns
from actors.languages.en.parsed import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from actors.types import Document

WRAPPED = 50
"""A line at least this long that goes on in lower case was wrapped, not ended."""

LONGEST = 1000
"""Words of a sentence."""

_STOPS = frozenset(".!?")
_ENDLESS = re.compile(r"\S{2000,}")
"""What is no word of any language, but an image in letters, or marks in a row."""
_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs, which are no characters."""
_LINES = re.compile(r"\n")
_ENDED = frozenset('.!?:;"”’)')


def readable(document: Document) -> str:
    r"""The text of a document as it is read, as long as before: see `gaps` and `capitals`.

    >>> from actors.types import Document
    >>> readable(Document("a", "By us. War ends.", body=((7, 16),)))
    '\n\n\n\n\n\n\nWar ends.'
    """
    text = recase(filled(document), [turn.label for turn in turns(document)])
    return _HALVES.sub("\ufffd", _ENDLESS.sub(_blank, text))


def _blank(found: re.Match[str]) -> str:
    return "\n" * len(found[0])


def line_ends(text: str) -> Iterator[int]:
    r"""Offsets of the line breaks that end a sentence: all but those of a wrapped line.

    >>> list(line_ends("Talks in Minsk\nNo deal yet."))
    [14]
    >>> wrapped = "The ministers of both countries met for the first time in\nmany years."
    >>> list(line_ends(wrapped))
    []
    """
    start = 0
    for match in _LINES.finditer(text):
        line, rest = text[start : match.start()], text[match.end() : match.end() + 1]
        start = match.end()
        if not (rest.islower() and len(line) >= WRAPPED and line[-1] not in _ENDED):
            yield match.start()


def mark_lines(doc: Doc) -> Doc:
    """Start a sentence after every line that ended, before the parser sees the document.

    So does what goes on for `LONGEST` words without an end: no question takes long in a sentence.
    """
    ends = iter(line_ends(text_of(doc)))
    end = next(ends, None)
    fresh, words = False, 0
    for token in doc:
        words = 0 if token.text in _STOPS else words + 1
        if (fresh or words > LONGEST) and not token.is_space:
            token.is_sent_start = True
            fresh, words = False, 0
        after = token.idx + len(token.text_with_ws)
        while end is not None and end < after:
            fresh, end = True, next(ends, None)
    return doc


def paragraphs(text: str) -> list[int]:
    r"""Offsets at which the paragraphs of a text start, the first at 0.

    A paragraph ends at a line that ended; blank lines belong to none.

    >>> paragraphs("One.\n\nTwo.\nThree.")
    [0, 6, 11]
    """
    starts = [0]
    for end in line_ends(text):
        start = end + 1
        if text[starts[-1] : end].strip() == "":
            starts[-1] = start
        else:
            starts.append(start)
    return starts
