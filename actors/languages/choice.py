"""Which language a document is read in: what was recognised, else what its letters say."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from actors.languages.installed import codes, find_pack, packs
from actors.types import Document

__all__ = ["DEFAULT_LANGUAGE", "by_language", "reading_language", "refusal", "script_language"]

DEFAULT_LANGUAGE = "en"
"""The language of a text that is short or uncertain and written in Latin letters."""

_LOOKED_AT = 2000
"""Characters whose letters are counted."""
_SCRIPTS = {
    "ARABIC": "ar",
    "ARMENIAN": "hy",
    "BENGALI": "bn",
    "CJK": "zh",
    "DEVANAGARI": "hi",
    "ETHIOPIC": "am",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "HANGUL": "ko",
    "HEBREW": "he",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "KHMER": "km",
    "LAO": "lo",
    "MALAYALAM": "ml",
    "MYANMAR": "my",
    "SINHALA": "si",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAI": "th",
    "TIBETAN": "bo",
}
"""Scripts, as Unicode calls them, that one language is mostly written in."""
_CYRILLIC = (
    *(("uk", "їєґ"), ("be", "ў"), ("sr", "јљњђћџ"), ("mk", "ѓќѕ"), ("kk", "әғқңұһ"), ("tg", "ҷӣӯ")),
    *(("ky", "ңү"), ("mn", "өү")),
)
"""Letters that only some languages have; the first language whose letter is met."""


def reading_language(document: Document, asked: Collection[str] = ()) -> str:
    """The code of the language that a document is read in.

    That is the language that was recognised or that a header names; else that of its script. A
    short or uncertain text in Latin letters is English, or else what was asked for alone.

    >>> reading_language(Document("a", "Kabul fell.")), reading_language(Document("b", "Кабул"))
    ('en', 'ru')
    """
    told = named_language(document.language or "")
    if told:
        return told
    by_script = script_language(document.text)
    if by_script:
        return by_script
    latin = [code for code in sorted(asked) if (pack := find_pack(code)) and pack.script == "LATIN"]
    return DEFAULT_LANGUAGE if DEFAULT_LANGUAGE in latin or not latin else latin[0]


@lru_cache(maxsize=256)
def named_language(named: str) -> str:
    """The code of a language that is named by its code, with or without a region, or in words.

    >>> named_language("en-US"), named_language("Russian"), named_language("klingon")
    ('en', 'ru', '')
    """
    word = named.strip().casefold()
    by_name = {pack.name.casefold(): pack.code for pack in packs()}
    if word in by_name:
        return by_name[word]
    return word[:2] if re.fullmatch(r"[a-z]{2}([-_][a-z]{2,4})?", word) else ""


def script_language(text: str) -> str:
    """The language that most letters of a text speak for; empty for Latin letters or none.

    >>> script_language("Совет"), script_language("สวัสดี"), script_language("Hello")
    ('ru', 'th', '')
    """
    if text[:_LOOKED_AT].isascii():
        return ""
    letters = [letter for letter in text[:_LOOKED_AT].casefold() if letter.isalpha()]
    if not letters:
        return ""
    script, count = Counter(map(_script, letters)).most_common(1)[0]
    if script == "CYRILLIC" and 2 * count >= len(letters):
        found = (code for code, own in _CYRILLIC if any(letter in own for letter in letters))
        return next(found, "ru")
    return _SCRIPTS.get(script, "")


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split()[0]


def refusal(code: str, asked: Collection[str] = ()) -> str:
    """Why a document in a language isn't read; empty where it is.

    >>> refusal("en"), refusal("th")
    ('', 'in a language that no pack reads (th; there are en, ru, fr): translate it first')
    """
    if asked and code not in asked:
        wanted = ", ".join(sorted(asked))
        return f"in another language ({code}) than asked for ({wanted}): translate it first"
    pack = find_pack(code)
    if pack is None:
        there = ", ".join(codes())
        return f"in a language that no pack reads ({code}; there are {there}): translate it first"
    if pack.missing:
        return f"in {pack.name}, which needs more: pip install 'actor-networks[{pack.extra}]'"
    return ""


def by_language(documents: Sequence[Document]) -> Iterable[tuple[str, list[int]]]:
    """The numbers of the documents of each language, in the order in which the languages occur.

    >>> list(by_language([Document("a", "One."), Document("b", "Два."), Document("c", "Three.")]))
    [('en', [0, 2]), ('ru', [1])]
    """
    found: dict[str, list[int]] = {}
    for number, document in enumerate(documents):
        found.setdefault(reading_language(document), []).append(number)
    return found.items()
