"""One spelling for the many of a name: what two names must share to be the same name.

Names are compared without regard to case, accents, points, hyphens, a leading *the* or a
possessive ending; acronyms keep their case, because ``US`` is a state and ``us`` is not.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from actors.knowledge.name_words import function_words, spellings, without_article

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})
_BREAKS = re.compile(r"[\s\-‐‑–—/,_]+")
_NOISE = re.compile(r"[.\"“”()\[\]]")
# Letters that Unicode does not decompose into a base letter and an accent.
_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ə": "a",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "Œ": "OE",
        "þ": "th",
        "Þ": "Th",
        "ð": "d",
        "Ð": "D",
    }
)


def plain_letters(text: str) -> str:
    """A text without accents, its other letters as they are written without them.

    >>> plain_letters("Erdoğan"), plain_letters("Łódź"), plain_letters("Ǿresund")
    ('Erdogan', 'Lodz', 'Oresund')
    """
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return bare.translate(_LETTERS)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The form of a name that its spellings share.

    >>> fold("The Côte d’Ivoire's"), fold("U.S.A."), fold("Guinea-Bissau")
    ("cote d'ivoire", 'usa', 'guinea bissau')
    >>> fold("Trinidad & Tobago") == fold("Trinidad and Tobago")
    True
    """
    words = _plain(text).casefold().replace("&", " and ").split()
    if len(words) > 1 and words[0] in function_words("name"):
        words = words[1:]
    folded = " ".join(spellings("name").get(word, word) for word in words)
    folded = folded.replace("co operation", "cooperation")
    return folded.removesuffix("'s") if folded.endswith("'s") else folded.removesuffix("'")


@lru_cache(maxsize=65536)
def acronym(text: str) -> str:
    """The form of an acronym that its spellings share, with its case kept.

    >>> acronym("the U.N."), acronym("NATO's"), acronym("us")
    ('UN', 'NATO', 'us')
    """
    word = _plain(text)
    word = without_article(word, capital=True)
    return re.sub(r"'s?$", "", word)


def capitalised(text: str) -> bool:
    """Whether some letter is a capital (or a digit): names are so, and *turkey* is a bird.

    >>> capitalised("al-Qaeda"), capitalised("polish")
    (True, False)
    """
    return any(letter.isupper() or letter.isdigit() for letter in text)


def _plain(text: str) -> str:
    plain = plain_letters(text.translate(_APOSTROPHES))
    return _BREAKS.sub(" ", _NOISE.sub("", plain)).strip()
