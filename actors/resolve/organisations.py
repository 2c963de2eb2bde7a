"""Names of organisations and groups: their form for comparing, and their acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from actors.knowledge.name_words import function_words, without_article
from actors.knowledge.states import find_demonym, find_state
from actors.resolve.lexicon import lexicon, other_names
from actors.resolve.people import NameComparison
from actors.resolve.spelling import folded, romanised, skeleton, variants

_ACRONYM = re.compile(r"(?:[A-Z]\.?-?){2,}[a-z]?s?\d*|[A-Z]\w?[A-Z]{1,6}")


@dataclass(frozen=True, slots=True)
class BodyName:
    """An organisation's name: its words in one spelling, and what kind of name it is.

    ``common`` names (a foreign ministry) every state has one of; ``state`` says whose it is
    where the name does.
    """

    tokens: tuple[str, ...]
    acronym: bool = False
    common: bool = False
    state: str = ""

    @property
    def text(self) -> str:
        """The words as one string."""
        return " ".join(self.tokens)

    @property
    def content(self) -> tuple[str, ...]:
        """The words without the small ones, sorted: the name without its order."""
        small = lexicon().small_words
        return tuple(sorted(token for token in self.tokens if token not in small))


@lru_cache(maxsize=100_000)
def body_name(text: str) -> BodyName:
    """An organisation's name in the form it is compared in.

    Articles, legal forms and trailing descriptions are left out, and British spelling is
    brought to the American one.

    >>> body_name("The Shanghai Cooperation Organisation").text
    'shanghai cooperation organization'
    >>> body_name("Gazprom PJSC") == body_name("Gazprom"), body_name("CSTO").acronym
    (True, True)
    >>> body_name("RIA-Novosti news agency").text, body_name("Foreign Ministry").common
    ('ria novosti', True)
    >>> body_name("Ministry of Foreign Affairs of Tajikistan")
    BodyName(tokens=('foreign', 'ministry'), acronym=False, common=False, state='TJ')
    """
    words = lexicon()
    text = other_names().get(("organisation", without_article(folded(text))), text)
    tokens = [words.spellings.get(token, token) for token in _business(_words(text))]
    if len(tokens) > 1 and tokens[0] in function_words("body"):
        tokens.pop(0)
    tokens = _without_legal_form(_without_descriptor(_without_legal_form(tokens)))
    bare = without_article(text.strip(), capital=True)
    is_acronym = bool(_ACRONYM.fullmatch(bare)) and len(tokens) == 1 and len(tokens[0]) < 8
    return _office(tokens) or BodyName(tuple(tokens), is_acronym)


def _office(tokens: list[str]) -> BodyName | None:
    """The name of an office that every state has, and whose it is where the name says so."""
    words = lexicon()
    for start, end, state in _states_at_the_ends(tokens):
        rest = " ".join(tokens[start:end])
        rest = words.phrases.get(rest, rest)
        if rest in words.common:
            return BodyName(tuple(rest.split()), common=not state, state=state)
    return None


def _states_at_the_ends(tokens: list[str]) -> Iterator[tuple[int, int, str]]:
    """Where a name's own words start and end, and the state named before or after them."""
    yield 0, len(tokens), ""
    for size in (1, 2, 3):
        first, last = (_titled(part) for part in (tokens[:size], tokens[-size:]))
        before = find_demonym(first) or find_state(first)
        after = find_state(last)
        if before is not None:
            yield size, len(tokens), before.id
        for small in _before_an_owner():
            cut = len(tokens) - size - len(small)
            if after is not None and cut > 0 and tokens[cut : cut + len(small)] == small:
                yield 0, cut, after.id


@cache
def _before_an_owner() -> tuple[list[str], ...]:
    """What stands before the state that a body is of, with and without an article."""
    articles = [[], *([each] for each in sorted(function_words("name")))]
    return tuple([word, *more] for word in sorted(function_words("owner")) for more in articles)


def _titled(tokens: list[str]) -> str:
    """The words as a name is written; two letters are an abbreviation."""
    return " ".join(one.upper() if len(one) == 2 else one.capitalize() for one in tokens)


def _words(text: str) -> list[str]:
    return folded(text).replace("co operati", "cooperati").split()


def _business(tokens: list[str]) -> list[str]:
    """In a register of companies, *COMM* before *GRP* or *LTD* is communication."""
    firm = tokens[-1:] and (tokens[-1] in ("grp", "group") or tokens[-1] in lexicon().legal_forms)
    return [("communication" if token == "comm" and firm else token) for token in tokens]


def _without_legal_form(tokens: list[str]) -> list[str]:
    """Leave out "Inc" and the like at the end, "Inc of Canada", and "OAO" in front."""
    words = lexicon()
    for cut in range(2, len(tokens) - 1):
        registered = tokens[cut - 1] in words.legal_forms and tokens[cut] in function_words("owner")
        if registered and find_state(_titled(tokens[cut + 1 :])) is not None:
            tokens = tokens[:cut]
            break
    while len(tokens) > 1 and tokens[-1] in words.legal_forms:
        tokens = tokens[:-2] if tokens[-2] == "de" and len(tokens) > 3 else tokens[:-1]
    return tokens[1:] if len(tokens) > 1 and tokens[0] in words.leading_forms else tokens


def _without_descriptor(tokens: list[str]) -> list[str]:
    """Leave out "news agency" after any name, and "agency" after a long one."""
    for descriptor in lexicon().descriptors:
        tail = descriptor.split()
        kept = tokens[: -len(tail)]
        if tokens[-len(tail) :] == tail and len(kept) >= (1 if len(tail) > 1 else 3):
            return kept
    return tokens


def initials(name: BodyName) -> frozenset[str]:
    """The acronyms that the words of a name can give, with and without the small ones.

    >>> sorted(initials(body_name("Organization for Security and Co-operation in Europe")))
    ['ofsacie', 'osce']
    """
    small = lexicon().small_words
    every = "".join(token[0] for token in name.tokens)
    content = "".join(token[0] for token in name.tokens if token not in small)
    return frozenset(one for one in (every, content) if len(one) > 1)


@lru_cache(maxsize=200_000)
def compare_bodies(left: BodyName, right: BodyName) -> NameComparison:
    """Whether two names can be one organisation's.

    >>> compare_bodies(body_name("Hezbollah"), body_name("Hizbullah")).relationship
    'match'
    >>> compare_bodies(body_name("Bank of China"), body_name("Bank of Japan")).relationship
    'different'
    """
    if left.state != right.state:
        return NameComparison("different", 0.0, "offices of different states")
    if left.tokens == right.tokens:
        return NameComparison("match", 1.0, "same name")
    if left.acronym or right.acronym:
        return NameComparison("different", 0.0, "names differ")
    if "".join(left.tokens) == "".join(right.tokens):
        return NameComparison("match", 0.95, "same name, written with and without a space")
    same_words = left.content == right.content and len(left.content) > 1
    if same_words and lexicon().offices.intersection(left.content):
        return NameComparison("match", 0.9, "same words in another order")
    return _compare_spelling(left, right)


def _compare_spelling(left: BodyName, right: BodyName) -> NameComparison:
    """Spellings of one foreign name: the words agree one by one, all but one exactly."""
    if len(left.tokens) == len(right.tokens):
        pairs = zip(left.tokens, right.tokens, strict=True)
        scores = [variants(*pair) if _as_long(*pair) else 0.0 for pair in pairs]
        changed = [score for score in scores if score < 1]
        if all(scores) and len(changed) == 1 and changed[0] >= 0.9:
            return NameComparison("match", changed[0], "spellings of one name")
    return NameComparison("different", 0.0, "names differ")


def _as_long(left: str, right: str) -> bool:
    """Two roads of transliteration change vowels; they seldom add one (Atlanta, Atalanta)."""
    return len(romanised(left)) == len(romanised(right))


def block_keys(name: BodyName) -> tuple[str, ...]:
    """What two names must share (one of) to be worth comparing.

    >>> set(block_keys(body_name("Hezbollah"))) & set(block_keys(body_name("Hizbullah")))
    {'hzbl'}
    """
    if name.acronym or name.state:
        return ()
    bones = sorted(skeleton(token) for token in name.content)
    return tuple({skeleton("".join(name.tokens)), " ".join(bones)})
