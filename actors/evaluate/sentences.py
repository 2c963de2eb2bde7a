"""Sentences by marks and capitals alone, so that no reader is favoured by its own."""

from __future__ import annotations

import re
from bisect import bisect_right

__all__ = ["sentence_at", "sentence_starts"]

_BREAK = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[A-Z\"“‘(])|\n+")


def sentence_starts(text: str) -> list[int]:
    """Where sentences begin,.

    >>> sentence_starts("Peru met Chile. It rained.")
    [0, 16]
    """
    return [0, *(found.end() for found in _BREAK.finditer(text))]


def sentence_at(text: str, at: int) -> str:
    """The sentence that a character stands in, on one line.

    >>> sentence_at("Peru met Chile. It rained.", 18)
    'It rained.'
    """
    starts = [*sentence_starts(text), len(text)]
    after = min(bisect_right(starts, at), len(starts) - 1)
    return " ".join(text[starts[after - 1] : starts[after]].split())
