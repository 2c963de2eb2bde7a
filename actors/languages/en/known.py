"""Names that are known beforehand, found in a text: the longest first, left to right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.languages.en import lexicon
from actors.languages.en.drafts import Draft
from actors.languages.en.facts import Fact, look_up
from actors.languages.en.parsed import text_of
from actors.languages.en.spans import outer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from actors.types import Kind

LONGEST = 8
"""Words of the longest known name."""


def known_names(doc: Doc) -> Iterator[Draft]:
    """The longest known names, left to right."""
    position, text = 0, text_of(doc)
    while position < len(doc):
        fact, end = _longest(doc, text, position)
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


def _longest(doc: Doc, text: str, start: int) -> tuple[Fact | None, int]:
    if not _may_start(doc[start]):
        return None, start
    for end in _ends(doc, start):
        last = doc[end - 1]
        fact = look_up(text[doc[start].idx : last.idx + len(last)])
        if fact is not None and _whole(doc, start) and not _regional(doc, start, fact):
            return fact, end
    return None, start


def _ends(doc: Doc, start: int) -> list[int]:
    """Where a name that starts at a token may end, the farthest first."""
    ends = []
    for position in range(start, min(start + LONGEST, len(doc))):
        token = doc[position]
        text = token.text
        if text in STOPS or "\n" in text:
            break
        small = text.islower() and text != "party" and text not in lexicon.LOWER_CASE
        if not (small or outer(token) or text in lexicon.POSSESSIVE):
            ends.append(position + 1)
    return ends[::-1]


STOPS = frozenset(',;:()[]"“”?!…|—')
"""Marks that no known name goes across."""


def _may_start(token: Token) -> bool:
    text = token.text
    named = text[0].isupper() or text.startswith(("al", "el")) or text in lexicon.LOWER_CASE
    return named and not outer(token)


def _regional(doc: Doc, start: int, fact: Fact) -> bool:
    """Whether a word before makes a demonym another people's (*Latin American*)."""
    before = doc[start - 1] if start else None
    if before is None or fact.form != "demonym" or not before.text.istitle():
        return False
    return before.lower_ in lexicon.words("regional")


def _whole(doc: Doc, start: int) -> bool:
    """Whether a known name is not part of a longer word or of a capitalised name before it."""
    return not (start and doc[start - 1].text in "-–@#./" and not doc[start - 1].whitespace_)
