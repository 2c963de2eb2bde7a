"""Blocking and scoring: which profiles are worth comparing, and what links them.

Every profile is put under a few keys (its identifiers, the consonants of its surname with
the first letter of its given name, the sorted consonants of an organisation's words), and
only profiles under one key are compared. Under a key that half the corpus shares, only
neighbours in alphabetical order are: the work grows as n log n.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actors.resolve.clusters import Link
from actors.resolve.columns import SharedKeys
from actors.resolve.lexicon import lexicon
from actors.resolve.organisations import BodyName, block_keys, compare_bodies
from actors.resolve.people import PersonName, compare_people
from actors.resolve.profiles import Profile
from actors.resolve.spelling import skeleton

RULES = ("body", "identifier", "person")
WINDOW = 40


def links(profiles: list[Profile]) -> Iterator[Link]:
    """All links between profiles whose names are full: neither says less than the other."""
    for rule in RULES:
        for block in _blocks(rule, profiles).together():
            yield from _compare_block(rule, block, profiles)


def _blocks(rule: str, profiles: list[Profile]) -> SharedKeys:
    return SharedKeys(
        (key, number) for number, profile in enumerate(profiles) for key in _keys(rule, profile)
    )


def _keys(rule: str, profile: Profile) -> Iterable[tuple[str, ...]]:
    """The keys under which a rule compares a profile with others."""
    if rule == "identifier":
        return profile.identifiers
    if profile.partial:
        return ()
    if isinstance(profile.name, PersonName):
        return sorted(person_keys(profile.name)) if rule == "person" else ()
    if rule == "body" and profile.family == "body":
        return ((block,) for block in block_keys(profile.name))
    return ()


def person_keys(name: PersonName) -> set[tuple[str, str]]:
    """The surname's consonants with the initial of the given name, in both orders.

    All run together too, as a given name may be written in one word or two.
    Of three names or more, all in any order too: a family name may come first or last.

    >>> from actors.resolve.people import person_name
    >>> kim, mik = person_name("Kim Jong"), person_name("Jong Kim")
    >>> bool(person_keys(kim) & person_keys(mik))
    True
    """
    if not name.given:
        return set()
    given = lexicon().pet_names.get(name.given[0], name.given[0])
    first, last = skeleton(given), skeleton(name.surname)
    every = " ".join(sorted(map(skeleton, name.tokens)))
    keys = {(last, first[:1]), (first, last[:1]), (skeleton("".join(name.tokens)), "")}
    return keys | ({(every, "")} if len(name.tokens) > 2 else set())


def _compare_block(rule: str, block: list[int], profiles: list[Profile]) -> Iterator[Link]:
    for left, right in _pairs(block):
        link = _link(rule, left, right, profiles)
        if link is not None:
            yield link


def _pairs(block: list[int]) -> Iterable[tuple[int, int]]:
    """Every pair of a small block; pairs of near neighbours in a large one."""
    for position, left in enumerate(block):
        for right in block[position + 1 : position + 1 + WINDOW]:
            yield left, right


def _link(rule: str, left: int, right: int, profiles: list[Profile]) -> Link | None:
    one, other = profiles[left], profiles[right]
    if one.family != other.family:
        return None
    if rule == "identifier":
        shared = sorted(set(one.identifiers) & set(other.identifiers))
        return Link(left, right, 1.0, f"same identifier {' '.join(shared[0])}", rule)
    compared = None
    if isinstance(one.name, PersonName) and isinstance(other.name, PersonName):
        compared = compare_people(one.name, other.name)
    elif isinstance(one.name, BodyName) and isinstance(other.name, BodyName):
        compared = compare_bodies(one.name, other.name)
    if compared is None or compared.relationship != "match" or compared.score < 0.8:
        return None
    return Link(left, right, compared.score, compared.why, "name")
