"""Military units that are named by a number: *the 201st military base*, *3rd Armoured Division*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from actors.languages.en.drafts import Draft
from actors.languages.en.parsed import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

_BODY = "Army|Base|Battalion|Brigade|Corps|Division|Fleet|Regiment|Squadron|Wing|Battery|Flotilla"
_UNIT = re.compile(
    rf"\b\d{{1,3}}(?:st|nd|rd|th)\s(?:[A-Z][\w-]*\s|military\s|air\s|armou?red\s|infantry\s"
    rf"|tank\s|rifle\s|mechani[sz]ed\s|mountain\s|motor(?:ised)?\s|airborne\s){{0,4}}"
    rf"(?:{_BODY}|{_BODY.lower()})\b"
)


def units(doc: Doc) -> Iterator[Draft]:
    """The numbered military units of a document.

    >>> import spacy
    >>> doc = spacy.blank("en")("Drills of the 4th Guards Tank Division began on the 5th day.")
    >>> [unit.text for unit in units(doc)]
    ['4th Guards Tank Division']
    """
    for match in _UNIT.finditer(text_of(doc)):
        span = doc.char_span(*match.span())
        if span is not None:
            start, end = span.start, span.end
            yield Draft(doc, start, end, "organisation", subtype="military", score=0.9)
