"""Newspapers and magazines that their words give away: *Mother Jones magazine*, *the daily "X"*.

What is in print is often called like a thing or a person; a recogniser leaves it out then.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from actors.languages.en.drafts import Draft
from actors.languages.en.parsed import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

_SORT = r"(?:newspaper|magazine|tabloid|broadsheet|daily|weekly|news agency|news site)"
_WORD = r"[A-Z][\w’'-]*"
_QUOTED = rf"[\"“]\s?({_WORD}(?: (?:{_WORD}|of|the|and|de|la)){{0,4}}),?\s?[\"”]"
_PATTERNS = (
    re.compile(rf"\b{_SORT} {_QUOTED}"),
    re.compile(rf"{_QUOTED} {_SORT}\b"),
    re.compile(rf"(?<=\bin )({_WORD}(?: {_WORD}){{0,3}}) magazine\b"),
)


def papers(doc: Doc) -> Iterator[Draft]:
    """The newspapers and magazines of a document that stand beside their sort.

    >>> import spacy
    >>> doc = spacy.blank("en")('He told the daily "To Ethnos" of it in Blue Hills magazine.')
    >>> [paper.text for paper in papers(doc)]
    ['To Ethnos', 'Blue Hills']
    """
    text = text_of(doc)
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            span = doc.char_span(*match.span(1))
            if span is not None and not (len(span) == 1 and span[0].is_stop):
                yield Draft(doc, span.start, span.end, "organisation", subtype="media", score=0.8)
