"""Paragraphs all in capitals, as cables and headlines have them, in the case of other texts.

Names and sentences in capitals are hardly read at all. Words that are common in small letters get
small letters; what is no common word, or is known as a name, keeps its capital. The text is as
long as before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from actors.knowledge.names import is_given_name
from actors.knowledge.organisations import by_acronym
from actors.knowledge.places import find_city
from actors.knowledge.states import find_demonym, find_state
from actors.knowledge.vocabulary import frequencies
from actors.languages.en import lexicon
from actors.languages.en.relations.dateforms import DAYS, MONTHS

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_STOP = re.compile(r"[.!?:][\"”’)]?\s+$|\d[.)]\s*$")
_ENDED = re.compile(r"[^\W_]{2}[.!?][\"”’)]*\s*$")
_FEWEST = 5
_LONG = 20
"""Words above which a line is no heading, even without a full stop."""
_LARGE = 100_000
"""Inhabitants of a city that is meant by a word in capitals, though it may be a common word."""
_COMMON = 200_000
"""How often a word stands in the corpus of `frequencies` to be taken for a word, not a name."""
_ORDINARY = 50_000_000
"""The same for one that may be an acronym: *who*, *can*, *plan*; not *ETA*, *SEC*."""
_LONGEST_NAME = 4
"""Words before the head of an organisation's name that may belong to it."""


def recase(text: str, labels: Iterable[tuple[int, int]] = ()) -> str:
    """The text with its paragraphs, and labels, in capitals written as others are.

    >>> recase("DALCA SAID THAT ROMANIA SUPPORTS THE BLACK SEA COUNCIL.")
    'Dalca said that Romania supports the Black Sea Council.'
    >>> recase("NATO met. A line in CAPITALS stays.")
    'NATO met. A line in CAPITALS stays.'
    """
    if _is_low(text):
        return _WORD.sub(_raised, text)
    found = [match.span() for match in _LINE.finditer(text) if _is_shouted(match.group())]
    found += [(start, end) for start, end in labels if text[start:end].isupper()]
    found = sorted(set(found))
    if not found:
        return text
    elsewhere = _usual(text, found)
    parts: list[str] = []
    position = 0
    for start, end in found:
        if start < position:
            continue
        parts += [text[position:start], _line(text[start:end], elsewhere)]
        position = end
    return "".join(parts) + text[position:]


def is_shouted_word(text: str, start: int, end: int) -> bool:
    """Whether letters are an ordinary word of a heading in capitals, and no acronym of the text.

    >>> heading = "WHO SAID THAT IT WOULD END?"
    >>> is_shouted_word(heading, 0, 3), is_shouted_word(f"{heading}\\nThe WHO did.", 0, 3)
    (True, False)
    """
    word = text[start:end]
    if word in _LATIN or frequencies().get(word.lower(), 0) < _ORDINARY:
        return False
    lines = [*_LINE.finditer(text)]
    low = [line.group() for line in lines if line.group() != line.group().upper()]
    around = next((line.group() for line in lines if line.start() <= start < line.end()), "")
    heading = around == around.upper() and len(_WORD.findall(around)) >= _FEWEST
    return heading and not any(re.search(rf"\b{re.escape(word)}\b", line) for line in low)


def _is_low(text: str) -> bool:
    """Whether a text has no capital at all, as speech recognition leaves it."""
    return text == text.lower() and len(_WORD.findall(text)) >= _LONG


def _raised(word: re.Match[str]) -> str:
    """The name of a state or its people with its capital, where it is no other common word."""
    name = word.group().capitalize()
    known = len(name) > 2 and len(name) == len(word.group()) and word.group() not in _OTHER_WORDS
    return name if known and (find_state(name) or find_demonym(name)) else word.group()


_OTHER_WORDS = frozenset(
    {"chad", "china", "guinea", "jersey", "jordan", "polish", "turkey", "turkeys"}
)


def _is_shouted(line: str) -> bool:
    """Whether a line is a paragraph in capitals: sentences, no heading, no small letter."""
    words = len(_WORD.findall(line))
    sentences = bool(_ENDED.search(line)) or words >= _LONG
    return line == line.upper() and line != line.lower() and words >= _FEWEST and sentences


def _usual(text: str, shouted: Sequence[tuple[int, int]]) -> Mapping[str, str]:
    """How words are written where the text is not in capitals, if it is anywhere."""
    rest = list(text)
    for start, end in shouted:
        rest[start:end] = " " * (end - start)
    seen = Counter(_WORD.findall("".join(rest)))
    usual: dict[str, str] = {}
    for word, _ in seen.most_common():
        usual.setdefault(word.upper(), word)
    return usual


def _line(line: str, elsewhere: Mapping[str, str]) -> str:
    words = list(_WORD.finditer(line))
    cased = [_word(words, i, elsewhere) for i in range(len(words))]
    for first, last in _organisations([word.group() for word in words]):
        for i in range(first, last + 1):
            if cased[i].islower() and cased[i] not in lexicon.SMALL:
                cased[i] = cased[i].capitalize()
    parts: list[str] = []
    position = 0
    for word, new in zip(words, cased, strict=True):
        between = line[position : word.start()]
        starts = not parts or _STOP.search(between)
        parts += [between, new[0].upper() + new[1:] if starts else new]
        position = word.end()
    return "".join(parts) + line[position:]


def _word(words: Sequence[re.Match[str]], i: int, elsewhere: Mapping[str, str]) -> str:
    """One word in the case that it has elsewhere, or that its sort has."""
    word = words[i].group()
    small, title = word.lower(), word.capitalize()
    if len(small) != len(word) or len(title) != len(word):
        return word
    if word in elsewhere:
        return elsewhere[word]
    if small in _CALENDAR and (small != "may" or _dated(words, i)):
        return title
    base = re.sub(r"['’]s$", "", small)
    frequency = frequencies().get(base, 0)
    if _is_acronym(word, frequency):
        return word
    if _is_name(title, frequency, _beside(words, i)) or _is_surname(words, i, frequency):
        return title
    return small if frequency else title


_CALENDAR = frozenset(f"{MONTHS} {DAYS}".split())


def _dated(words: Sequence[re.Match[str]], i: int) -> bool:
    """Whether a number stands beside a word: *5 MAY*, *MAY 2021*."""
    line, word = words[i].string, words[i]
    return bool(re.search(r"\d\s$", line[: word.start()]) or re.match(r"\s\d", line[word.end() :]))


def _is_acronym(word: str, frequency: int) -> bool:
    if len(word) < 2 or len(word) > 6:
        return False
    vowels = bool(re.search(r"[AEIOUY]", word))
    return (
        word in _LATIN
        or (not vowels and not frequency)
        or (word in by_acronym() and not _is_word(word, frequency))
    )


_LATIN = frozenset({"US", "UK", "EU", "UN", "UAE", "USSR", "DPRK", "USA"})


def _is_word(word: str, frequency: int) -> bool:
    return frequency >= _COMMON and word not in _LATIN


def _is_name(title: str, frequency: int, beside: str) -> bool:
    """Whether a word is the name of a state, a people, a large city, or a person's first name."""
    if find_state(title) or find_demonym(title):
        return True
    city = find_city(title)
    if (
        city
        and (city.population >= _LARGE or frequency < _COMMON)
        and not frequency >= 50 * _COMMON
    ):
        return True
    return is_given_name(title) and bool(beside) and not frequencies().get(beside.lower())


def _is_surname(words: Sequence[re.Match[str]], i: int, frequency: int) -> bool:
    """Whether a word follows a first name or a title, and is rare enough for a name."""
    if not i or words[i].start() - words[i - 1].end() != 1:
        return False
    before = words[i - 1].group()
    rare = frequency < 50 * _COMMON and words[i].group().lower() not in _FUNCTION
    if lexicon.title(before):
        return frequency < 5 * _COMMON
    return (
        rare
        and is_given_name(before.capitalize())
        and frequencies().get(before.lower(), 0) < 50 * _COMMON
    )


def _beside(words: Sequence[re.Match[str]], i: int) -> str:
    """The next word, where a blank alone is between."""
    if i + 1 >= len(words) or words[i + 1].start() - words[i].end() != 1:
        return ""
    return words[i + 1].group()


def _organisations(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Ranges of words that end in the head of an organisation's name."""
    heads = lexicon.words("organisation_heads")
    for i, word in enumerate(words):
        if word.lower() not in heads:
            continue
        first = i
        while first and i - first < _LONGEST_NAME and _may_belong(words[first - 1].lower()):
            first -= 1
        if first < i:
            yield first, i


def _may_belong(word: str) -> bool:
    return word not in _FUNCTION and not re.search(r"(?:ed|ly)$", word)


_FUNCTION = frozenset(
    (
        *("the", "a", "an", "of", "and", "or", "to", "in", "on", "at", "by", "for", "with", "from"),
        *("that", "which", "who", "has", "have", "had", "is", "are", "was", "were", "be", "been"),
        *("will", "would", "said", "told", "says", "met", "its", "his", "her", "their", "this"),
        *("but", "as", "into", "against", "not", "he", "she", "it", "they", "new", "between"),
    )
)
