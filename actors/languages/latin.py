"""What an actor whose name is written in another script is called in Latin letters.

What tables know keeps the name that they give: a state, a body, a place. The name of a person is
written as the press writes it where a table says so, and else letter by letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from anyascii import anyascii

from actors.knowledge.organisations import organisation_by_id
from actors.knowledge.states import state_by_id
from actors.languages.gazetteer import facts, rows
from actors.languages.installed import packs
from actors.types import UNNAMED

__all__ = ["is_latin", "latin_name", "names_in_scripts", "romanised_name", "script_of"]

_LAST_LATIN = 0x24F
"""The last letter of Unicode's Latin blocks."""

_LETTERS = {
    "а": "a",
    "б": "b",
    "в": "v",
    "г": "g",
    "д": "d",
    "е": "e",
    "ё": "yo",
    "ж": "zh",
    "з": "z",
    "и": "i",
    "й": "y",
    "к": "k",
    "л": "l",
    "м": "m",
    "н": "n",
    "о": "o",
    "п": "p",
    "р": "r",
    "с": "s",
    "т": "t",
    "у": "u",
    "ф": "f",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ы": "y",
    "ь": "",
    "э": "e",
    "ю": "yu",
    "я": "ya",
}
"""BGN/PCGN for Russian, without its apostrophes."""
_ENDINGS = {"ий": "y", "ый": "y", "ей": "ei", "ай": "ai", "ой": "oi", "ьев": "yev", "ьева": "yeva"}
"""How the press writes the end of a name."""
_VOWELS = frozenset("аеёиоуыэюяьъ")


def is_latin(text: str) -> bool:
    """Whether no letter of a text is of another script.

    >>> is_latin("Élysée"), is_latin("ОДКБ")
    (True, False)
    """
    return text.isascii() or not any(ord(one) > _LAST_LATIN and one.isalpha() for one in text)


def script_of(text: str) -> str:
    """What a reader calls the letters that are not Latin.

    >>> script_of("Кабулов"), script_of("Kabulov")
    ('Cyrillic', '')
    """
    import unicodedata

    other = next((one for one in text if ord(one) > _LAST_LATIN and one.isalpha()), "")
    return unicodedata.name(other).split()[0].capitalize() if other else ""


@lru_cache(maxsize=100_000)
def latin_name(name: str, kind: str, identifiers: tuple[tuple[str, str], ...] = ()) -> str:
    """What an actor is called in Latin letters.

    >>> latin_name("Таджикистан", "country", (("iso3166", "TJ"),))
    'Tajikistan'
    >>> latin_name("Замир Кабулов", "person"), latin_name("Женева", "place")
    ('Zamir Kabulov', 'Geneva')
    """
    if is_latin(name):
        return name
    known = _known(dict(identifiers))
    if known:
        return known
    if kind == "place" and name.casefold() in _places():
        return _places()[name.casefold()]
    return (kind == "organisation" and _ministry(name)) or romanised_name(name)


def _known(identifiers: dict[str, str]) -> str:
    if "iso3166" in identifiers:
        return state_by_id(identifiers["iso3166"]).name
    if "actors" in identifiers:
        return organisation_by_id(identifiers["actors"]).name
    if UNNAMED in identifiers:
        return identifiers[UNNAMED]
    return ""


@cache
def names_in_scripts() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """What states and bodies are called in other scripts, by each of their identifiers.

    >>> names_in_scripts()[("igo", "CSTO")]
    ('Организация Договора о коллективной безопасности', 'ОДКБ')
    """
    found: dict[tuple[str, str], list[str]] = {}
    for fact in (fact for pack in packs() for fact in facts(pack.folder)):
        if fact.form in ("name", "acronym") and not is_latin(fact.text):
            for pair in fact.identifiers:
                found.setdefault(pair, []).append(fact.text)
    return {pair: tuple(dict.fromkeys(names)) for pair, names in found.items()}


@cache
def _places() -> dict[str, str]:
    """Places, and capitals, by their names in the languages that are installed."""
    found = [row for pack in packs() for row in rows(pack.folder, "places")]
    places = {name.casefold(): row["name"] for row in found for name in row["names"].split("|")}
    return dict(_capitals()) | places


def _capitals() -> Iterator[tuple[str, str]]:
    """Capitals in the order in which both tables list those of a state."""
    for pack in packs():
        for row in rows(pack.folder, "states"):
            listed = filter(None, row["capitals"].split("|"))
            for name, english in zip(listed, state_by_id(row["id"]).capitals, strict=False):
                yield name.casefold(), english


def _ministry(name: str) -> str:
    """A ministry by its name in English, with the state behind it; empty where it is none.

    A body that only one state has goes without: *Центральный военный округ России*.

    >>> _ministry("МИД Таджикистана")
    'Foreign Ministry of Tajikistan'
    """
    for written, (english, own) in _ministries().items():
        rest = name.casefold().removeprefix(written)
        if rest != name.casefold() and rest[:1] in ("", " "):
            state = _state_in_genitive(rest.strip())
            if not rest or (own and state == own):
                return english
            return f"{english} of {state}" if state else ""
    return ""


@cache
def _ministries() -> dict[str, tuple[str, str]]:
    """Bodies of states by their names in small letters: in English, and of which state alone."""
    found = [row for pack in packs() for row in rows(pack.folder, "ministries")]
    listed = [
        (name.casefold(), (row["name"], state_by_id(row["state"]).name if row["state"] else ""))
        for row in found
        for name in row["names"].split("|")
    ]
    return dict(sorted(listed, key=lambda pair: -len(pair[0])))


def _state_in_genitive(text: str) -> str:
    """The state whose name in another case a text is: alike but for the last letters."""
    if not text:
        return ""
    alike = [
        (len(name), state) for name, state in _states().items()
        if text[: max(3, len(name) - 1)] == name[: max(3, len(name) - 1)]
        and abs(len(text) - len(name)) <= 1
    ]  # fmt: skip
    return max(alike)[1] if alike else ""


@cache
def _states() -> dict[str, str]:
    found = [row for pack in packs() for row in rows(pack.folder, "states")]
    return {
        name.casefold(): state_by_id(row["id"]).name
        for row in found for name in row["names"].split("|") if not is_latin(name)
    }  # fmt: skip


@cache
def _press() -> dict[str, str]:
    found = [row for pack in packs() for row in rows(pack.folder, "press")]
    return {row["name"].casefold(): row["press"] for row in found}


def romanised_name(name: str) -> str:
    """A name in Latin letters, each word as the press writes it where a table knows it.

    >>> romanised_name("Сергей Шойгу"), romanised_name("Ельцин"), romanised_name("«Степь Уголь»")
    ('Sergei Shoigu', 'Yeltsin', '«Step Ugol»')
    """
    return " ".join("-".join(map(_word, part.split("-"))) for part in _in_words(name))


def _in_words(name: str) -> list[str]:
    whole = _press().get(name.casefold())
    return [whole] if whole else name.split()


def _word(word: str) -> str:
    if is_latin(word):
        return word
    small = word.casefold()
    told = _press().get(small)
    if told:
        return told
    written = "".join(_spelled(small))
    if word.isupper() and len(word) > 1:
        return written.upper()
    return _capitalised(written) if any(letter.isupper() for letter in word[:2]) else written


def _capitalised(written: str) -> str:
    """A word whose first letter is a capital, whatever mark stands before it."""
    first = next((number for number, one in enumerate(written) if one.isalpha()), 0)
    return written[:first] + written[first : first + 1].upper() + written[first + 1 :]


def _spelled(word: str) -> list[str]:
    """The word letter by letter: *е* after a vowel is *ye*, and endings as the press has them."""
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) > len(end) + 1), "")
    stem = word.removesuffix(ending) if ending else word
    spelled = []
    for number, letter in enumerate(stem):
        before = stem[number - 1] if number else ""
        soft = letter == "е" and (not before.isalpha() or before in _VOWELS)
        other = anyascii(letter) if letter.isalpha() else letter
        spelled.append("ye" if soft else _LETTERS.get(letter, other))
    return [*spelled, _ENDINGS[ending]] if ending else spelled
