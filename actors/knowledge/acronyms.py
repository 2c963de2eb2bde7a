"""Acronyms of known bodies: which of them mean the body wherever they stand, and which may not.

*NATO* is NATO; *PDF* is the People's Defence Force only where the document speaks of it. The
table ``acronyms.tsv`` lists short ones that need no explanation: a general English dictionary
has the body as their first sense, or news from several countries uses them unexplained.
"""

from __future__ import annotations

from functools import cache

from actors.knowledge.folding import acronym, fold
from actors.knowledge.names import is_given_name
from actors.knowledge.organisations import Organisation, by_acronym
from actors.knowledge.places import find_city
from actors.knowledge.tables import rows
from actors.knowledge.vocabulary import frequencies

_LONG = 5
"""Letters from which two bodies seldom share an acronym."""
_FREQUENT = 10_000_000
"""How often a word is met in the corpus of `frequencies` that is no body in capitals either."""
_NAME = 3
"""Letters from which a body that has no other name is known by them."""


def acronym_of(text: str) -> Organisation | None:
    """The body that a text means by its letters alone, not by its name.

    >>> acronym_of("the I.M.F.").name, acronym_of("European Union")
    ('International Monetary Fund', None)
    """
    return by_acronym().get(acronym(text))


def unmistakable(text: str) -> bool:
    """Whether an acronym means its body without a second witness.

    It does if the table says so, if the body has no other name, or if it is long and no word.

    >>> unmistakable("the UN"), unmistakable("UNHCR"), unmistakable("UEFA")
    (True, True, True)
    >>> unmistakable("PDF"), unmistakable("COLOMBO"), unmistakable("LATIN")
    (False, False, False)
    """
    letters = acronym(text)
    body = by_acronym().get(letters)
    if body is None or letters in _listed():
        return body is not None
    if _word(letters):
        return False
    return len(letters) >= (_NAME if acronym(body.name) == letters else _LONG)


def _word(letters: str) -> bool:
    """Whether the letters are a word too: a city, a given name, a word of every day."""
    often = frequencies().get(letters.lower(), 0) > _FREQUENT
    return often or find_city(letters.title()) is not None or is_given_name(fold(letters))


@cache
def _listed() -> frozenset[str]:
    return frozenset(row["acronym"] for row in rows("acronyms"))
