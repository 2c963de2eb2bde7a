"""Names that are known beforehand, found in a text: the longest first, left to right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.extract import lexicon
from actors.extract.drafts import Draft
from actors.extract.facts import Fact, look_up
from actors.extract.spans import outer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from actors.types import Kind

LONGEST = 8
"""Words of the longest known name."""


def known_names(doc: Doc) -> Iterator[Draft]:
    """The longest known names, left to right."""
    position = 0
    while position < len(doc):
        fact, end = _longest(doc, position)
        if fact is None:
            position += 1
            continue
        kind = kind_of(fact)
        yield Draft(doc, position, end, kind, subtype=fact.subtype, score=0.95, fact=fact)
        position = end


def kind_of(fact: Fact) -> Kind:
    """The kind of a mention by which a known actor is named."""
    if fact.form == "demonym":
        return "group"
    return "place" if fact.form in ("capital", "seat") else fact.kind


def _longest(doc: Doc, start: int) -> tuple[Fact | None, int]:
    if not _may_start(doc[start]):
        return None, start
    limit = min(start + LONGEST, len(doc))
    for end in range(limit, start, -1):
        last = doc[end - 1]
        if outer(last) or last.text in lexicon.POSSESSIVE or "\n" in doc[start:end].text:
            continue
        fact = look_up(doc[start:end].text)
        if fact is not None and _whole(doc, start, end):
            return fact, _capital_end(doc, start, end)
    return None, start


def _capital_end(doc: Doc, start: int, end: int) -> int:
    """The end of a known name without the common nouns after it (*RIA news agency*)."""
    while end - start > 1 and doc[end - 1].text.islower():
        end -= 1
    return end


def _may_start(token: Token) -> bool:
    text = token.text
    return not outer(token) and (text[0].isupper() or text.startswith(("al", "el")))


def _whole(doc: Doc, start: int, end: int) -> bool:
    """Whether a known name is not part of a longer word or of a capitalised name before it."""
    return not (start and doc[start - 1].text in "-–@#./" and not doc[start - 1].whitespace_)
