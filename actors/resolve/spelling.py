"""How names are written: folding, transliteration variants, skeletons for blocking.

The same name reaches English by several roads (Sultonov and Sultanov, Sergei and Sergey,
al-Qaida and Al Qaeda). `folded` removes what never matters, `romanised` brings the usual
systems of transliteration together, `skeleton` keeps the consonants only and is used to
find names worth comparing, never to decide.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from actors.knowledge.folding import plain_letters

_APOSTROPHES = re.compile(r"['’‘ʼʻ`´ʿʾ]")
_POSSESSIVE = re.compile(r"['’]s?\s*$")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_OTHER = re.compile(r"[^\w&]+|_")
_ROADS = (
    ("tsch", "c"), ("tch", "c"), ("dzh", "j"), ("sch", "s"), ("kh", "h"), ("gh", "g"),
    ("zh", "j"), ("dj", "j"), ("ch", "c"), ("sh", "s"), ("ph", "f"), ("th", "t"), ("dh", "d"),
    ("ck", "k"), ("tz", "ts"), ("ks", "x"), ("q", "k"), ("w", "v"), ("ou", "u"), ("oo", "u"),
    ("ee", "i"), ("yi", "i"), ("iy", "i"), ("ij", "i"), ("ay", "ai"), ("ey", "ei"),
)  # fmt: skip
_DOUBLES = re.compile(r"(.)\1+")
_VOWELS = "aeiouy"


@lru_cache(maxsize=200_000)
def folded(text: str) -> str:
    """The name in small plain letters: no accents, dots, dashes, possessive or apostrophes.

    >>> folded("Médecins Sans Frontières"), folded("U.N."), folded("Russia's")
    ('medecins sans frontieres', 'un', 'russia')
    >>> folded("al-Qa’ida")
    'al qaida'
    """
    bare = _POSSESSIVE.sub("", text.strip())
    bare = _DOTTED.sub(lambda match: match[0].replace(".", ""), bare)
    plain = plain_letters(_APOSTROPHES.sub("", bare)).casefold()
    return " ".join(_OTHER.sub(" ", plain).split())


@lru_cache(maxsize=200_000)
def romanised(token: str) -> str:
    """One spelling for the usual roads from another script into Latin letters.

    >>> romanised("sergey") == romanised("sergei"), romanised("khan") == romanised("han")
    (True, True)
    """
    for letters, sound in _ROADS:
        token = token.replace(letters, sound)
    token = _DOUBLES.sub(r"\1", token)
    token = token.removesuffix("h") if len(token) > 3 else token
    return token[:-1] + "i" if len(token) > 2 and token[-1] in "yj" else token


@lru_cache(maxsize=200_000)
def skeleton(token: str) -> str:
    """The consonants of a name, in classes: what is left when vowels can't be trusted.

    >>> skeleton("sultonov") == skeleton("sultanov"), skeleton("yevgeny") == skeleton("evgenii")
    (True, True)
    """
    sounds = romanised(token)
    head = "a" if sounds[:1] in _VOWELS else sounds[:1].replace("g", "k")
    rest = "".join(letter for letter in sounds[1:] if letter not in _VOWELS and letter != "h")
    return _DOUBLES.sub(r"\1", head + rest.replace("g", "k"))


@lru_cache(maxsize=200_000)
def variants(left: str, right: str) -> float:
    """How likely two tokens are one name written twice: 1 same, 0 different names.

    Vowels may change between roads of transliteration (``0.9``), one letter of a long name
    may be a slip (``0.8``). A final ``a`` on one side only is another person's name in
    most languages that have it (Andrei, Andrea).

    >>> variants("sultonov", "sultanov"), variants("hassan", "hussein")
    (0.9, 0.0)
    >>> variants("andrei", "andrea")
    0.0
    """
    if left == right:
        return 1.0
    first, second = romanised(left), romanised(right)
    if first == second:
        return 0.95
    longest = max(len(first), len(second))
    if min(len(first), len(second)) < 4 or first.endswith("a") != second.endswith("a"):
        return 0.0
    distance = DamerauLevenshtein.distance(first, second)
    if skeleton(left) == skeleton(right) and distance <= (2 if longest >= 7 else 1):
        return 0.9
    return 0.8 if distance == 1 and longest >= 7 and first[0] == second[0] else 0.0
