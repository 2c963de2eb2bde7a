"""Actors whose documents write them in another script: named in Latin letters, and matched.

What tables know is one actor by its identifier. A person is found again by sound: *Джеймс Уиллер*
is *James Wheeler* where the consonants of given name and surname can be read alike and their first
vowels agree. The name in the other script stays among the names of the actor.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice, product

from actors.knowledge.names import family_name_first
from actors.languages.latin import is_latin, latin_name, script_of
from actors.resolve.people import person_name
from actors.resolve.records import Candidate
from actors.resolve.spelling import folded, variants

__all__ = ["in_one_script", "scripts_told", "sounds_alike"]

_FEWEST = 4
"""Consonants that two names must share at least to be one by sound."""
_MOST_READINGS = 64
"""Readings of one word that are tried."""
_CYRILLIC = {
    "б": "B",
    "п": "P",
    "в": "V",
    "ф": "F",
    "г": "G",
    "х": "H",
    "к": "K",
    "д": "D",
    "т": "T",
    "л": "L",
    "м": "M",
    "н": "N",
    "р": "R",
    "з": "S",
    "с": "S",
    "ц": "S",
    "ж": "S",
    "ш": "S",
    "щ": "S",
    "ч": "S",
}
_PAIRS = {"дж": "S", "дз": "S", "кс": "KS", "тс": "S", "тц": "S", "тч": "S", "хь": "H"}
_LATIN: tuple[tuple[str, tuple[str, ...]], ...] = (
    *(("sch", ("S", "SK")), ("tch", ("S",)), ("tsch", ("S",)), ("dzh", ("S",)), ("sz", ("S",))),
    *(
        ("sh", ("S",)),
        ("ch", ("S", "K", "H")),
        ("zh", ("S",)),
        ("kh", ("H", "K")),
        ("gh", ("G", "")),
    ),
    *(("ph", ("F",)), ("th", ("T", "S", "F")), ("wh", ("", "V")), ("ck", ("K",)), ("cz", ("S",))),
    *(("tz", ("S", "TS")), ("ts", ("S", "TS")), ("kn", ("N", "KN")), ("ng", ("N", "NG"))),
    *(
        ("gu", ("G", "GV")),
        ("dg", ("S", "DG")),
        ("dj", ("S",)),
        ("rh", ("R",)),
        ("qu", ("K", "KV")),
    ),
    *(("ll", ("L", "")), ("gn", ("N", "GN")), ("gl", ("L", "GL"))),
    *((one, (one.upper(),)) for one in "bpfkdtlmnr"),
    *(("c", ("K", "S")), ("g", ("G", "S", "H")), ("j", ("S", "", "H")), ("h", ("", "H", "G"))),
    *(("q", ("K",)), ("s", ("S", "")), ("v", ("V", "F", "B")), ("w", ("V", ""))),
    *(("x", ("KS", "S", "H")), ("z", ("S",)), ("ç", ("S",)), ("ş", ("S",)), ("ñ", ("N",))),
)
_AGREES = {
    "а": "aue",
    "я": "ayi",
    "о": "oau",
    "ё": "oye",
    "у": "uowe",
    "ю": "uyew",
    "и": "iey",
    "ы": "yi",
    "э": "eai",
    "е": "eaiy",
    "й": "yij",
}
"""Latin vowels that a first vowel may be written with."""
_FIRST_VOWEL = re.compile(r"[aeiouyw]+")


def in_one_script(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, those of other scripts in Latin letters, as the corpus has them if it does.

    >>> one = Candidate("d1:e0", "d1", "Замир Кабулов", "person", names=(("Кабуловым", 2),))
    >>> [found] = in_one_script([one])
    >>> found.name, found.names
    ('Zamir Kabulov', (('Zamir Kabulov', 2), ('Замир Кабулов', 0)))
    """
    every = list(candidates)
    foreign = [one for one in every if not is_latin(one.name)]
    if not foreign:
        return every
    written = _people(every, {sound for one in foreign for sound in _sounds(one)})
    return [one if is_latin(one.name) else _in_latin(one, written) for one in every]


def _sounds(one: Candidate) -> Iterator[str]:
    """What the words of a person's name sound like."""
    words = one.name.split() if one.kind == "person" else ()
    return (_cyrillic_sounds(word.casefold()) for word in words)


def _people(every: Iterable[Candidate], sought: Container[str]) -> Mapping[str, tuple[str, ...]]:
    """The full names of people in Latin letters, by those sounds of their words that are sought."""
    names = {one.name for one in every if one.kind == "person" and is_latin(one.name)}
    found: dict[str, set[str]] = {}
    heard: dict[str, list[str]] = {}
    for name in names if sought else ():
        for word in folded(name).split():
            if word not in heard:
                heard[word] = [sound for sound in _readings(word) if sound in sought]
            for sound in heard[word]:
                if person_name(name).given:
                    found.setdefault(sound, set()).add(name)
    return {sound: tuple(sorted(those)) for sound, those in found.items()}


def _in_latin(one: Candidate, written: Mapping[str, tuple[str, ...]]) -> Candidate:
    name = latin_name(one.name, one.kind, one.identifiers)
    if one.kind == "person":
        name = _written(one.name, name, written)
    times: Counter[str] = Counter()
    for text, count in one.names:
        times[text if is_latin(text) else name] += count
    names = (*sorted(times.items()), (one.name, 0))
    return replace(one, name=name, names=names)


def _written(original: str, romanised: str, written: Mapping[str, tuple[str, ...]]) -> str:
    """The one name of the corpus that a name of another script sounds like; else its letters."""
    words = [word for word in original.split() if len(word.rstrip(".")) > 1]
    if len(words) < 2:
        return romanised
    near = {name for word in words for name in written.get(_cyrillic_sounds(word.casefold()), ())}
    alike = [name for name in sorted(near) if sounds_alike(original, name)]
    return alike[0] if len(alike) == 1 else romanised


def sounds_alike(original: str, name: str) -> bool:
    """Whether a person's name in Cyrillic letters can be a name in Latin letters, word by word.

    Middle names and patronymics may be left out on either side; given name and surname may not.

    >>> sounds_alike("Джеймс Уиллер", "James Wheeler"), sounds_alike("Си Цзиньпин", "Xi Jinping")
    (True, True)
    >>> sounds_alike("Ильхам Алиев", "Heydar Aliyev"), sounds_alike("Хасан", "Hassan Rouhani")
    (False, False)
    """
    mine = [word.casefold() for word in original.replace("-", " ").split()]
    others = folded(name).split()
    if len(mine) < 2 or len(others) < 2:
        return False
    pairs = [(mine[0], others[0]), (mine[-1], others[-1])]
    if not all(_word_alike(one, other) for one, other in pairs):
        pairs = [(mine[0], others[-1]), (mine[-1], others[0])]
        turned = family_name_first(others[0]) or family_name_first(others[-1])
        if not turned or not all(_word_alike(one, other) for one, other in pairs):
            return False
    close = all(variants(folded(latin_name(one, "person")), other) for one, other in pairs)
    return close or sum(len(_cyrillic_sounds(one)) for one, _ in pairs) >= _FEWEST


@lru_cache(maxsize=100_000)
def _word_alike(one: str, other: str) -> bool:
    if one.endswith(".") or len(one) == 1 or len(other) == 1:
        return False
    if variants(folded(latin_name(one, "person")), other):
        return True
    if one.endswith(("а", "я")) != other.endswith("a"):
        return False
    return _cyrillic_sounds(one) in _latin_sounds(other) and _vowels_agree(one, other)


def _vowels_agree(one: str, other: str) -> bool:
    mine = next((letter for letter in one if letter in _AGREES), "")
    found = _FIRST_VOWEL.search(other)
    if not mine or found is None:
        return not mine and found is None
    return any(letter in _AGREES[mine] for letter in found[0])


@lru_cache(maxsize=100_000)
def _cyrillic_sounds(word: str) -> str:
    """The consonants of a word in Cyrillic letters, in classes of sound."""
    sounds, position = "", 0
    while position < len(word):
        pair = _PAIRS.get(word[position : position + 2])
        sounds += pair if pair is not None else _CYRILLIC.get(word[position], "")
        position += 2 if pair is not None else 1
    return _once(sounds)


@lru_cache(maxsize=100_000)
def _latin_sounds(word: str) -> frozenset[str]:
    """What a word in Latin letters may sound like, in the same classes."""
    return frozenset(_readings(word))


def _readings(word: str) -> set[str]:
    parts: list[Sequence[str]] = []
    position = 0
    while position < len(word):
        ahead = (word[position : position + size] for size in _SIZES)
        letters = next((letters for letters in ahead if letters in _SOUNDS), word[position])
        parts.append(_SOUNDS.get(letters, ("",)))
        position += len(letters)
    return {_once("".join(each)) for each in islice(product(*parts), _MOST_READINGS)}


_SOUNDS = dict(_LATIN)
_SIZES = sorted({len(letters) for letters in _SOUNDS}, reverse=True)


def _once(sounds: str) -> str:
    """Sounds without repetition: double letters say nothing."""
    return re.sub(r"(.)\1+", r"\1", sounds)


def scripts_told(why: str, left: Candidate, right: Candidate) -> str:
    """The reason of a merge, with the names of the other script where one side has none.

    >>> one = Candidate("a:e", "a", "Tajikistan", "country", names=(("Таджикистан", 0),))
    >>> scripts_told("same name", one, Candidate("b:e", "b", "Tajikistan", "country"))
    'same name; “Таджикистан” is its name in Cyrillic letters'
    """
    mine, other = set(_originals(left)), set(_originals(right))
    told = sorted(mine ^ other) if not (mine and other) else []
    if not told:
        return why
    return f"{why}; “{told[0]}” is its name in {script_of(told[0])} letters"


def _originals(candidate: Candidate) -> Iterator[str]:
    return (text for text, times in candidate.names if not times and not is_latin(text))
