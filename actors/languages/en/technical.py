"""Texts full of letters that name nobody: guidelines of medicine, manuals of programs."""

from __future__ import annotations

import re

from actors.knowledge.acronyms import acronym_of
from actors.knowledge.vocabulary import frequencies

__all__ = ["technical"]

_LETTERS = re.compile(r"(?<![-/.\w])[A-Z]{2,6}s?(?![-/.\w])")
_MANY = 12
"""Different letters, besides words in capitals and known bodies, that a technical text has."""
_TIMES = 4
"""How many of them there are for each known body."""


def technical(text: str) -> bool:
    """Whether a text writes so many things in letters that a state it names tells of none.

    *RFA* is Radio Free Asia in a report that names the United States, but not in one that speaks of
    CT, MRI, TSH and a dozen more.

    >>> technical("The RFA, the EU and the IMF reported from the US.")
    False
    """
    found = {match.group().removesuffix("s") for match in _LETTERS.finditer(text)}
    rare = {letters for letters in found if letters.lower() not in frequencies()}
    known = {letters for letters in rare if acronym_of(letters) is not None}
    things = len(rare) - len(known)
    return things >= _MANY and things >= _TIMES * len(known)
