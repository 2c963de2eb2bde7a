"""Cut a document that is too long to be read at once into parts.

Memory grows with what is parsed at once, and who was spoken of before takes longer to find the more
there is before. A part ends where a paragraph does, else after a line or a sentence, else between
two words. `actors.languages.en.joining` makes one reading of those of the parts.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from actors.languages import pack as packing
from actors.languages.en.reading import readable
from actors.types import Document

__all__ = ["Part", "parts"]

_BREAKS = tuple(map(re.compile, (r"\n\s*\n", r"\n", r"[.!?][\"”’)]*\s", r"[,;]\s", r"\s")))


class Part(NamedTuple):
    """A piece of a document, and how many characters of the document lie before it."""

    document: Document
    start: int


def parts(document: Document, longest: int | None = None) -> list[Part]:
    """The document itself if it is short enough, else its parts, all about as long.

    >>> text = "Iran met Oman. Oman met Qatar."
    >>> [part.document.text for part in parts(Document("a", text), longest=20)]
    ['Iran met Oman. ', 'Oman met Qatar.']
    """
    longest = longest or packing.READ_AT_ONCE
    if len(document.text) <= longest:
        return [Part(document, 0)]
    text = readable(document)
    edges = [0, *_edges(text, longest), len(text)]
    return [
        Part(replace(document, text=text[start:end], body=()), start)
        for start, end in pairwise(edges)
    ]


def _edges(text: str, longest: int) -> Iterator[int]:
    """Where a text is cut."""
    start = 0
    while (rest := len(text) - start) > longest:
        size = ceil(rest / ceil(rest / longest))
        start = _edge(text, start + size // 2, start + size)
        yield start


def _edge(text: str, low: int, high: int) -> int:
    """The last good place to cut between two offsets."""
    for pattern in _BREAKS:
        ends = deque((match.end() for match in pattern.finditer(text, low, high)), maxlen=1)
        if ends:
            return ends[0]
    return high
