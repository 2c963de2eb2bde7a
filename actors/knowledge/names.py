"""Given names, and the gender that most people who bear one have."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from actors.knowledge.folding import fold
from actors.knowledge.tables import rows

_SYLLABLES = re.compile(r"[A-Z][a-z]+-[a-z]+")
_SURE = 0.9  # share of bearers from which a name tells the gender


def female_share(name: str) -> float | None:
    """The share of women among the bearers of a given name, None for one that is not known.

    >>> female_share("Fatima"), female_share("Zamir"), female_share("Kremlin")
    (0.99, 0.0, None)
    """
    table = _shares()
    key = fold(name)
    return table.get(key, table.get(key.replace(" ", "-")))


def gender_of(name: str) -> Literal["male", "female"] | None:
    """The gender that a full or given name tells, None where it does not.

    The first word that is a known given name counts, because most names put it first; a
    name borne by both (*Jean*, *Kim*) tells nothing.

    >>> gender_of("Angela Merkel"), gender_of("Zamir Kabulov"), gender_of("Kim Jong Un")
    ('female', 'male', None)
    """
    for word in name.split():
        share = female_share(word)
        if share is not None:
            return "female" if share >= _SURE else "male" if share <= 1 - _SURE else None
    return None


def is_given_name(word: str) -> bool:
    """Whether a word is a given name of some currency.

    >>> is_given_name("Sergei"), is_given_name("Kremlin")
    (True, False)
    """
    return female_share(word) is not None


def family_name_first(word: str) -> bool:
    """Whether a word is a family name of a language that puts it before the given one.

    >>> family_name_first("Park"), family_name_first("Chen"), family_name_first("Lavrov")
    (True, True, False)
    """
    return fold(word) in _families()


def korean_name(text: str) -> bool:
    """Whether a name is a given name of two syllables before or after a family name.

    >>> korean_name("Ji-woo Park"), korean_name("Park Ji-woo"), korean_name("Hyde Park")
    (True, True, False)
    """
    words = sorted(text.split(), key=lambda word: "-" in word)
    two = len(words) == 2 and _SYLLABLES.fullmatch(words[1]) is not None
    return two and family_name_first(words[0])


@cache
def _families() -> frozenset[str]:
    return frozenset(fold(row["name"]) for row in rows("family_names"))


@cache
def _shares() -> dict[str, float]:
    return {row["name"]: float(row["female"]) for row in rows("names")}
