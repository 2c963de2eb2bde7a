"""Names of people: how they are taken apart, and whether two can be one person's.

Two answers must be told apart. Names *match* when neither says more than the other
(Sergei Lavrov, Sergey Lavrov); one name *fits* another when it says less (Lavrov, S. Lavrov,
Vladimir Putin beside Vladimir Vladimirovich Putin). What fits several people is ambiguous,
so fitting names are joined to clusters last and one by one (`actors.resolve.partial`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from actors.knowledge.names import family_name_first, is_given_name, korean_name
from actors.resolve.lexicon import lexicon
from actors.resolve.spelling import folded, variants

Relationship = Literal["match", "fits", "fitted", "different"]

_NICKNAME = re.compile(r"(?<=\w|\.)\s+[\"“‘'(](\w[\w.-]*)[\"”’')](?=\s+\w)")
_PATRONYMIC = re.compile(r"\w{2,}(?:ovich|evich|yevich|ovna|evna|yevna|ichna|oglu|qizi)")
PET = 0.85
"""How sure a pet name is (Bill, William)."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart: given names in order, surname, and Jr, Sr or II where written.

    ``address`` is ``"m"`` or ``"f"`` where a form of address tells (Mr, Mrs); ``nickname`` a
    name in quotation marks or brackets inside.
    """

    given: tuple[str, ...]
    surname: str
    suffix: str = ""
    address: str = ""
    nickname: str = ""

    @property
    def tokens(self) -> tuple[str, ...]:
        """All parts, in the order given names then surname."""
        return (*self.given, self.surname)


@dataclass(frozen=True, slots=True)
class NameComparison:
    """Whether two names can be one actor's, how sure that is, and why."""

    relationship: Relationship
    score: float
    why: str


@lru_cache(maxsize=100_000)
def person_name(text: str) -> PersonName:
    """Take a person's name apart; honorifics and articles of surnames are left out.

    >>> person_name("Gen. Abdul Rashid Dostum").given
    ('abdul', 'rashid')
    >>> person_name("Kabulov, Zamir") == person_name("Zamir Kabulov")
    True
    >>> person_name("James “Buddy” Barrow").tokens, person_name("James “Buddy” Barrow").nickname
    (('james', 'barrow'), 'buddy')
    >>> person_name("Bashar al-Assad").surname, person_name("Donald Trump Jr.").suffix
    ('assad', 'jr')
    """
    words = lexicon()
    text, nickname = _without_nickname(text)
    text = text.replace("-", "") if korean_name(text) else text
    last, comma, first = text.partition(",")
    if comma and folded(first) not in words.suffixes:
        text = f"{first} {last}"
    tokens = folded(text).split()
    suffix = tokens.pop() if len(tokens) > 1 and tokens[-1] in words.suffixes else ""
    address = ""
    while len(tokens) > 1 and tokens[0] in words.honorifics:
        address = words.address.get(tokens.pop(0), address)
    kept = [token for token in tokens if token not in words.particles] or tokens or [""]
    kept = _surname_last(kept)
    return PersonName(tuple(kept[:-1]), kept[-1], suffix, address, nickname)


def _surname_last(tokens: list[str]) -> list[str]:
    """The words of a name with a surname that stands before given name and patronymic last.

    >>> _surname_last(["morozov", "ivan", "sergeyevich"])
    ['ivan', 'sergeyevich', 'morozov']
    """
    register = len(tokens) == 3 and _PATRONYMIC.fullmatch(tokens[2]) is not None
    if register and is_given_name(tokens[1]) and not is_given_name(tokens[0]):
        return [*tokens[1:], tokens[0]]
    return tokens


def _without_nickname(text: str) -> tuple[str, str]:
    """A name without the nickname in marks between its other words, and the nickname."""
    found = _NICKNAME.search(text)
    if found is None:
        return text, ""
    return f"{text[: found.start()]} {text[found.end() :]}", folded(found[1])


@lru_cache(maxsize=200_000)
def compare_people(left: PersonName, right: PersonName) -> NameComparison:
    """Whether two names can be one person's.

    >>> compare_people(person_name("Hasan Sultonov"), person_name("Hassan Sultanov")).relationship
    'match'
    >>> compare_people(person_name("George Bush"), person_name("George Robertson")).why
    'surnames differ'
    >>> compare_people(person_name("G. Bush"), person_name("George Bush")).relationship
    'fits'
    """
    if left.suffix != right.suffix:
        return NameComparison("different", 0.0, "one is a Jr, Sr or numbered namesake of the other")
    if left.address and right.address and left.address != right.address:
        return NameComparison("different", 0.0, "one is addressed as a man, one as a woman")
    if left.tokens == right.tokens:
        return NameComparison("match", 1.0, "same full name" if left.given else "same single name")
    if not left.given or not right.given:
        return _compare_lone(left, right)
    if sorted(left.tokens) == sorted(right.tokens):
        return NameComparison("match", 0.9, "same names in another order")
    if "".join(left.tokens) == "".join(right.tokens):
        return NameComparison("match", 0.95, "same name, written with and without a hyphen")
    if left.surname == right.surname and _nicknamed(left, right):
        direction: Relationship = "fits" if right.nickname else "fitted"
        return NameComparison(direction, PET, "nickname")
    surname = variants(left.surname, right.surname)
    if not surname:
        return _compare_longer(left, right)
    return _compare_given(left, right, surname)


def _nicknamed(left: PersonName, right: PersonName) -> bool:
    """Whether the one is called by the nickname that the other's name holds."""
    return left.given == (right.nickname,) or right.given == (left.nickname,)


def _family_first(lone: PersonName, full: PersonName) -> bool:
    """Whether a lone name is a family name that stands first: *Chen* of *Chen Guang*."""
    return bool(full.given) and lone.surname == full.given[0] and family_name_first(lone.surname)


def _compare_lone(left: PersonName, right: PersonName) -> NameComparison:
    surname = variants(left.surname, right.surname)
    if _family_first(left, right) or _family_first(right, left):
        surname = 1.0
    if not left.given and not right.given:
        likely: Relationship = "match" if surname >= 0.95 else "different"
        return NameComparison(likely, surname * 0.9, "spellings of one single name")
    if not surname:
        return NameComparison("different", 0.0, "surnames differ")
    return NameComparison("fitted" if left.given else "fits", surname, "same surname")


def _compare_longer(left: PersonName, right: PersonName) -> NameComparison:
    """A second surname, as in Spanish or Arabic: one name begins with the whole other one.

    Two words at most, and no letter alone: what else follows a name is no part of it, as
    where a table of results is read as one ("Moin Khan b Mushtaq").
    """
    short, long = sorted((left.tokens, right.tokens), key=len)
    more = long[len(short) :]
    second = len(more) <= 2 and all(len(token) > 1 for token in more)
    if len(short) >= 2 and second and long[: len(short)] == short:
        direction: Relationship = "fits" if short == left.tokens else "fitted"
        return NameComparison(direction, 0.7, "one name begins with the other")
    return NameComparison("different", 0.0, "surnames differ")


def _compare_given(left: PersonName, right: PersonName, surname: float) -> NameComparison:
    pairs = zip(left.given, right.given, strict=False)
    scores = [_given(one, other) for one, other in pairs]
    if not all(scores) and not _skips_one(left.given, right.given):
        return NameComparison("different", 0.0, "given names differ")
    less = _weight(left.given), _weight(right.given)
    score = min([surname, *[one for one in scores if one]])
    if less[0] == less[1]:
        return _match(surname, score)
    direction: Relationship = "fits" if less < less[::-1] else "fitted"
    return NameComparison(direction, score, "same surname, and the shorter given name fits")


def _match(surname: float, score: float) -> NameComparison:
    if surname < 1.0 and (score < PET or (score == PET and surname < 0.95)):
        return NameComparison("different", 0.0, "both names differ")
    return NameComparison("match", score, "pet name" if score == PET else "spellings of one name")


def _given(left: str, right: str) -> float:
    """How well two given names agree: same, spelling, pet name, initial; 0 where they differ."""
    if len(left) == 1 or len(right) == 1:
        return 0.8 if left[0] == right[0] else 0.0
    alike = variants(left, right)
    if alike >= 0.9:
        return alike
    pets = lexicon().pet_names
    return PET if pets.get(left, left) == pets.get(right, right) else 0.0


def _skips_one(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether the shorter list of given names is the longer with a middle name left out."""
    short, long = sorted((left, right), key=len)
    written_out = all(len(name) > 1 for name in short[1:])
    if len(short) == len(long) or not written_out or not _given(short[0], long[0]):
        return False
    rest = iter(long[1:])
    return all(any(_given(one, other) for other in rest) for one in short[1:])


def _weight(given: tuple[str, ...]) -> int:
    """How much the given names say: a full name counts 2, an initial 1."""
    return sum(1 if len(name) == 1 else 2 for name in given)
