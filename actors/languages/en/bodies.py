"""Bodies that a recogniser left out though their last word tells: *the China Media Project*.

Without them, the state in such a name would be taken for an actor there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from actors.languages.en.drafts import Draft
from actors.languages.en.parsed import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

_HEAD = (
    r"(?:Project|Cent(?:er|re)|Institute|Foundation|Initiative|Council|Network|Society"
    r"|Association|Committee|Commission|Federation|Campaign|Alliance)"
)
_BODY = re.compile(rf"\b[Tt]he ((?:[A-Z][\w’-]+ ){{1,4}}{_HEAD})\b")
_CAPITAL = r"[A-Z][\w’-]+"
_FIELD = rf"(?: (?:for|on) (?:the )?{_CAPITAL}(?:(?:,? and|,)? {_CAPITAL}){{0,5}})?"
_AGENCY = re.compile(
    r"\b(?:Corrections|Elections|Environment|Health|Investment|Parks|Revenue|Statistics|Tourism"
    rf"|Transport) ({_CAPITAL}(?: {_CAPITAL})?)\b"
)
_OFFICE = re.compile(rf"\b(?:Office|Bureau) of the {_CAPITAL}(?: {_CAPITAL}){{0,3}}{_FIELD}")


def offices(doc: Doc) -> Iterator[Draft]:
    """The offices of those who hold one, to the end of the name.

    >>> import spacy
    >>> doc = spacy.blank("en")("The Office of the High Envoy for Human Rights met them.")
    >>> [office.text for office in offices(doc)]
    ['Office of the High Envoy for Human Rights']
    """
    for match in _OFFICE.finditer(text_of(doc)):
        span = doc.char_span(*match.span())
        if span is not None:
            yield Draft(doc, span.start, span.end, "organisation", subtype="government", score=0.8)


def agencies(doc: Doc) -> Iterator[Draft]:
    """Agencies that are called by what they do and their state: *Statistics Canada*.

    >>> import spacy
    >>> doc = spacy.blank("en")("Statistics Norway and Health Minister Ola Berg agree.")
    >>> [agency.text for agency in agencies(doc)]
    ['Statistics Norway']
    """
    from actors.knowledge.states import find_state

    for match in _AGENCY.finditer(text_of(doc)):
        span = doc.char_span(*match.span()) if find_state(match[1]) is not None else None
        if span is not None:
            yield Draft(doc, span.start, span.end, "organisation", subtype="government", score=0.8)


def bodies(doc: Doc) -> Iterator[Draft]:
    """Capitalised phrases after *the* that end in a word for a body.

    >>> import spacy
    >>> doc = spacy.blank("en")("She joined the Iran Open Data Project in May.")
    >>> [body.text for body in bodies(doc)]
    ['Iran Open Data Project']
    """
    for match in _BODY.finditer(text_of(doc)):
        span = doc.char_span(*match.span(1))
        if span is not None:
            yield Draft(doc, span.start, span.end, "organisation", score=0.7)
