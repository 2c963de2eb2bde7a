"""Firms that are called by several names: *Bell & Teddington LLC*, *Simmons and Simmons*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from actors.extract import lexicon
from actors.extract.drafts import Draft
from actors.knowledge.name_words import legal_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span

_NAME = r"[A-Z][\w’'-]+"
_FORM = r"(?:,? (?:LLC|LLP|PLC|Inc|Ltd|Limited|Corp|Co|GmbH|AG|SA|NV)\b\.?)?"
_AND = re.compile(rf"\b{_NAME}(?:(?:, {_NAME}){{0,3}} & {_NAME}){{1,3}}{_FORM}")
_LETTERED = re.compile(r"\b[A-Z](?:-[A-Z])*-[A-Z][a-z][\w’'-]*")
_TWICE = re.compile(rf"\b({_NAME}) and \1\b{_FORM}")
_SORT = r"(?:firm|company|brokerage|partnership)"
_CALLED = re.compile(rf"\b[Tt]he (?:\w+ )?{_SORT} ({_NAME} and {_NAME})\b")


def firms(doc: Doc) -> Iterator[Draft]:
    """Names joined by *&*, or by *and* where the text or the name itself tells a firm.

    States (*Trinidad & Tobago*) and two given names (*Tom & Jane*) are none.

    >>> import spacy
    >>> doc = spacy.blank("en")("Bell & Teddington LLC sued the firm Marsh and Alder.")
    >>> [draft.text for draft in firms(doc)]
    ['Bell & Teddington LLC', 'Marsh and Alder']
    """
    text = doc.text
    if " & " not in text and " and " not in text:
        return
    spans = [match.span() for pattern in (_AND, _TWICE) for match in pattern.finditer(text)]
    spans += [match.span(1) for match in _CALLED.finditer(text)]
    taken = -1
    for start, end in sorted(spans):
        span = doc.char_span(start, end, alignment_mode="contract")
        if span is None or start < taken or not _firm(span.text) or _surname_follows(span):
            continue
        taken = end
        yield Draft(doc, span.start, span.end, "organisation", score=0.8)


def _surname_follows(span: Span) -> bool:
    """Whether a name goes on: *Daniel & Richard Tsai* are two people."""
    after = span.doc[span.end : span.end + 1].text
    legal = span[-1].lower_.rstrip(".") in legal_forms("text")
    return after[:1].isupper() and not legal


def lettered(doc: Doc) -> Iterator[Draft]:
    """Brands that open with a letter and a hyphen, which a recogniser cuts: *A-Mark*."""
    for match in _LETTERED.finditer(doc.text):
        span = doc.char_span(*match.span())
        if span is not None:
            yield Draft(doc, span.start, span.end, "organisation", score=0.7)


def _firm(text: str) -> bool:
    """Whether names that are joined may be those of a firm."""
    from actors.extract.facts import look_up
    from actors.knowledge.places import find_place

    fact = look_up(text)
    if fact is not None or find_place(text) is not None:
        return fact is not None and fact.kind == "organisation"
    words = text.rstrip(".").split()
    parts = [word.rstrip(",") for word in words if word not in ("&", "and")]
    if any(map(_common, parts)):
        return False
    if words[-1].lower() in legal_forms("text") or "," in text:
        return True
    if any(look_up(part) is not None for part in parts):
        return False
    return len(set(parts)) == 1 or "and" in words or not _couple(parts)


def _common(part: str) -> bool:
    """Whether a word names nobody: *Minister and Minister*, *Cheng & Family*."""
    return lexicon.title(part) or part.lower() in lexicon.words("kin") | {"family"}


def _couple(parts: list[str]) -> bool:
    """Whether two names are a man's and a woman's, or two women's: *Tom & Jane*."""
    from actors.knowledge.names import gender_of

    return len(parts) == 2 and "female" in (genders := list(map(gender_of, parts))) and all(genders)


__all__ = ["firms", "lettered"]
