"""Base forms: what a word is in the nominative, by pymorphy3 and its dictionary."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

__all__ = [
    "base_keys",
    "first_name_gender",
    "is_known_noun",
    "is_preposition",
    "is_surname",
    "lemma",
    "listed_keys",
    "nominative",
    "participle",
    "possible_cases",
]

_POS = {
    "NOUN": ("NOUN",),
    "PROPN": ("NOUN", "ADJF"),
    "ADJ": ("ADJF", "ADJS", "PRTF", "PRTS"),
    "VERB": ("VERB", "INFN", "GRND", "PRTF", "PRTS"),
    "AUX": ("VERB", "INFN"),
    "PRON": ("NPRO", "ADJF"),
    "DET": ("ADJF", "NPRO"),
    "ADV": ("ADVB", "PRED"),
    "NUM": ("NUMR",),
}
_CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
_CACHED = 50_000
_LONGEST_ENDING = 3
"""Letters that may change between the cases of a name."""


@cache
def _analyser() -> MorphAnalyzer:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=_CACHED)
def _parses(word: str) -> tuple[Any, ...]:
    return tuple(_analyser().parse(word))


@lru_cache(maxsize=_CACHED)
def lemma(word: str, pos: str, case: str = "", gender: str = "") -> str:
    """The base form of a word that the parser takes for a part of speech.

    >>> lemma("встретились", "VERB"), lemma("министров", "NOUN"), lemma("властям", "NOUN")
    ('встретиться', 'министр', 'власть')
    >>> lemma("премьеры", "NOUN", "Nom", "Masc"), lemma("премьеры", "NOUN", "Nom", "Fem")
    ('премьер', 'премьера')
    """
    parses = _parses(word)
    allowed = _POS.get(pos, ())
    fitting = [one for one in parses if one.tag.POS in allowed] or list(parses)
    if pos == "ADJ":
        fitting = sorted(fitting, key=lambda one: str(one.tag.POS) not in ("ADJF", "ADJS"))
    cased = [one for one in fitting if one.tag.case and one.tag.case == _CASES.get(case)] or fitting
    wanted = _GENDERS.get(gender, "") if pos == "NOUN" else ""
    same = [one for one in cased if wanted and str(one.tag.gender) == wanted]
    return str((same or cased)[0].normal_form)


@lru_cache(maxsize=_CACHED)
def participle(word: str) -> str:
    """A participle in the nominative of the masculine singular; empty for other words.

    >>> participle("осуждённого"), participle("задержанной"), participle("министра")
    ('осуждённый', 'задержанный', '')
    """
    found = next((one for one in _parses(word) if one.tag.POS == "PRTF"), None)
    form = found.inflect({"nomn", "sing", "masc"}) if found is not None else None
    return str(form.word) if form is not None else ""


@lru_cache(maxsize=_CACHED)
def base_keys(word: str) -> Collection[str]:
    """All base forms that a word may have, and the word itself in small letters.

    >>> sorted(base_keys("Таджикистаном"))
    ['таджикистан', 'таджикистаном']
    """
    small = word.casefold().replace("ё", "е")
    return frozenset({small, *(one.normal_form.replace("ё", "е") for one in _parses(word))})


def listed_keys(word: str) -> Collection[str]:
    """The base forms of a word in the nominative: *Ханой* is no case of *хана*.

    >>> sorted(listed_keys("Ханой")), sorted(listed_keys("Эмираты"))
    (['ханой'], ['эмират', 'эмираты'])
    """
    small = word.casefold().replace("ё", "е")
    plain = [one for one in _parses(word) if one.tag.case in ("nomn", None)]
    return frozenset({small, *(one.normal_form.replace("ё", "е") for one in plain)})


@lru_cache(maxsize=_CACHED)
def nominative(word: str, gender: str = "", proper: str = "", case: str = "") -> str:
    """A word of a name in the nominative, as the text writes it: capitals and all.

    Args:
        word: as the text has it
        gender: ``masc`` or ``femn`` of whose name it is, where that is known
        proper: what pymorphy calls such a word: ``Name``, ``Surn``, ``Patr``, ``Geox`` ...
        case: the case that the parser sees, as Universal Dependencies write it

    >>> nominative("Кабуловым", "masc", "Surn"), nominative("Пичугиной", "femn", "Surn")
    ('Кабулов', 'Пичугина')
    """
    if case == "Nom":
        return word
    best = _best(word, gender, proper, case)
    guessed = best is not None and not _analyser().word_is_known(word)
    if best is None or (guessed and case == "Ins" and best.tag.case != "ablt"):
        return word.removesuffix("ом") if case == "Ins" else word
    wanted = {"nomn", "sing"} | ({gender} if gender and gender in _inflects(best) else set())
    form = best.inflect(wanted) or best.inflect({"nomn"})
    return _cased_as(word, form.word if form else best.normal_form)


def _begins_alike(word: str, form: str) -> bool:
    """Whether a base form differs from a word at its end alone: a guess may change the stem."""
    kept = max(1, len(word) - _LONGEST_ENDING)
    plain = form.replace("ё", "е")[:kept] == word.replace("ё", "е")[:kept]
    return plain and ("ё" not in form or "ё" in word or _analyser().word_is_known(word))


def _inflects(parse: Any) -> Collection[str]:
    """The genders that a word has forms for."""
    return {one.tag.gender for one in parse.lexeme if one.tag.gender}


def _best(word: str, gender: str, proper: str, case: str) -> Any:
    """The reading of a word that fits best what is known of it."""
    parses = [one for one in _parses(word) if one.tag.POS in ("NOUN", "ADJF")]
    parses = [one for one in parses if _begins_alike(word.casefold(), one.normal_form)]
    if not parses:
        return None

    def fit(parse: Any) -> tuple[bool, bool, bool, bool, bool]:
        tag = parse.tag
        return (
            not case or tag.case == _CASES.get(case),
            bool(proper) and proper in tag,
            not gender or tag.gender == gender or "ms-f" in tag,
            tag.number == "sing",
            "Fixd" not in tag,
        )

    return max(parses, key=lambda one: (*fit(one), one.score))


@lru_cache(maxsize=_CACHED)
def first_name_gender(word: str, case: str = "", gender: str = "") -> str:
    """``masc`` or ``femn`` of a given name or a patronymic; empty for other words.

    Args:
        word: as the text has it
        case: the case that the parser sees, as Universal Dependencies write it, or none
        gender: the gender that it sees, or none: *Ерлана* may be a man's name or a woman's

    >>> first_name_gender("Сергеем"), first_name_gender("Ольгой"), first_name_gender("Кабулов")
    ('masc', 'femn', '')
    """
    found = [
        one.tag
        for one in _parses(word)
        if ("Name" in one.tag or "Patr" in one.tag) and one.tag.gender in ("masc", "femn")
    ]
    cased = [one for one in found if not case or one.case == _CASES.get(case)]
    alike = [one for one in cased if _GENDERS.get(gender) in (None, str(one.gender))]
    return str((alike or cased or found)[0].gender) if found else ""


@lru_cache(maxsize=_CACHED)
def is_surname(word: str) -> bool:
    """Whether a word with a capital is a surname or a given name, and no ordinary word.

    >>> is_surname("Лавров"), is_surname("Совет")
    (True, False)
    """
    names = {"Surn", "Name"}
    ordinary = any(
        one.tag.case == "nomn" and not {*names, "Patr", "Geox"} & one.tag.grammemes
        for one in _parses(word)
    )
    return not ordinary and any(names & one.tag.grammemes for one in _parses(word))


@lru_cache(maxsize=_CACHED)
def possible_cases(word: str) -> Collection[str]:
    """The cases that a word of a name may be in, as Universal Dependencies write them.

    >>> sorted(possible_cases("Кабуловым")), len(possible_cases("Шойгу"))
    (['Dat', 'Ins'], 6)
    """
    by_name = {ours: theirs for theirs, ours in _CASES.items()}
    return frozenset(
        by_name[one.tag.case]
        for one in _parses(word)
        if one.tag.POS in ("NOUN", "ADJF") and one.tag.case in by_name
    )


@lru_cache(maxsize=_CACHED)
def is_known_noun(word: str) -> bool:
    """Whether a word is an ordinary noun of the dictionary, no name.

    >>> is_known_noun("спутник"), is_known_noun("Мухриддин")
    (True, False)
    """
    names = {"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr"}
    if any("Geox" in one.tag or "Orgn" in one.tag for one in _parses(word)):
        return False
    return any(
        one.tag.POS == "NOUN" and _analyser().word_is_known(word) and not names & one.tag.grammemes
        for one in _parses(word)
    )


@lru_cache(maxsize=_CACHED)
def is_preposition(word: str) -> bool:
    """Whether a word is a preposition before all else.

    >>> is_preposition("в"), is_preposition("крыло")
    (True, False)
    """
    return str(_parses(word)[0].tag.POS) == "PREP"


def _cased_as(word: str, form: str) -> str:
    if word.isupper() and len(word) > 1:
        return form.upper()
    return "-".join(_capital(part) for part in form.split("-")) if word[:1].isupper() else form


def _capital(part: str) -> str:
    return part[:1].upper() + part[1:]
