"""Marks that point away from a sentence: *[3]*, *¹*, the *1* of "League1", *[citation needed]*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

Range = tuple[int, int]

_BRACKETED = re.compile(
    r"(?<=[\w.,;:!?”’\"')\]%])[ ]?\[(?:\d{1,3}(?:\s?[,–-]\s?\d{1,3})*"
    r"|[a-z]|(?:note|nb|n|fn) \d{1,3}"
    r"|(?:citation|clarification|attribution|page|year|verification)(?: needed)?"
    r"|who\?|when\?|by whom\?)"
    r"(?:[:,] ?(?:p\.? ?)?\d{1,4}(?:[–-]\d{1,4})?)?\]",
    re.IGNORECASE,
)
_RAISED = re.compile(
    r"(?<=[^\W\d_][^\W\d_.,;:!?”’)])[¹²³⁰⁴-⁹]+|(?<=[.,;:!?”’)])[¹²³⁰⁴-⁹]+|[†‡](?=[\s.,;:]|$)"
)
_UNITS = re.compile(r"(?<![^\W_])(?:[kcdm]?m|ft|mi|in|yd|R|CO|H|x|n)$")
_GLUED = re.compile(
    r"(?<=[a-zß-ÿ]{2})(?P<word>\d{1,2})(?=[\s,.;:!?”\"’)]|$)"
    r"|(?<=[a-zß-ÿ)][,;])(?P<comma>\d{1,2})(?=\s+[^\W\d_]|\s*$)"
    r"|(?<=[a-zß-ÿ)]\.)(?P<stop>\d{1,2})(?=\s+[A-Z“\"(]|\s*$)"
    r"|(?<=[.,;][”\"’])(?P<quote>\d{1,2})(?=\s|$)",
    re.MULTILINE,
)
_NAME = re.compile(r"(?<!\w)[A-Z][^\W\d_]{2,}(?!\w)")
_LAST_NAME = re.compile(r"(?<!\w)[A-Z][^\W\d_]{2,}$")
_LEAP = 3
"""How far the number of one note may be from that of the one before."""


def marks(text: str) -> list[Range]:
    """The ranges of marks of notes and citations in a text, sorted.

    Digits glued to words are marks where they count up, or where the word stands without
    them elsewhere: *COVID19* and *Web3* are names.

    >>> text = "Lucia Marchetti[3] left the Alpine League.¹ It covers 9 km²."
    >>> [text[start:end] for start, end in marks(text)]
    ['[3]', '¹']
    """
    found = [match.span() for match in _BRACKETED.finditer(text)]
    found += [
        match.span()
        for match in _RAISED.finditer(text)
        if not _UNITS.search(text, max(0, match.start() - 4), match.start())
    ]
    return sorted([*found, *_notes(text)])


def without_marks(text: str) -> str:
    """The text without them.

    >>> without_marks("The League1 rejected it.2 The League denied it.3 Ana left.")
    'The League rejected it. The League denied it. Ana left.'
    """
    position = 0
    parts: list[str] = []
    for start, end in marks(text):
        if start >= position:
            parts.append(text[position:start])
            position = end
    return "".join(parts) + text[position:]


def _notes(text: str) -> Iterator[Range]:
    """Digits glued to words, that count up from 1 or are glued to words known without them."""
    found = list(_GLUED.finditer(text))
    if not found:
        return
    numbers = [int(match.group()) for match in found]
    counting = numbers[0] <= 2 and len(found) > 1 and _counts_up(numbers)
    alone = frozenset(_NAME.findall(text))
    for match in found:
        known = match["word"] and _before(text, match.start()) in alone
        if counting or match["comma"] or known:
            yield match.span()


def _counts_up(numbers: list[int]) -> bool:
    return all(0 < after - before <= _LEAP for before, after in pairwise(numbers))


def _before(text: str, end: int) -> str:
    """The capitalised word right before a digit."""
    word = _LAST_NAME.search(text, max(0, end - 40), end)
    return word.group() if word else ""
