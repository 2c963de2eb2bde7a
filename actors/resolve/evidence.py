"""Evidence beyond the name: field of life, country, affiliation, company, period.

Two bearers of one name *clash* where their fields (a footballer, a senator), countries or
times don't fit, and nothing they share explains it. What is shared is a reason to join: a
lone surname goes to the bearer whose role or neighbours fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product

from actors.knowledge.name_words import function_words
from actors.knowledge.states import find_demonym, find_state
from actors.resolve.lexicon import read_table
from actors.resolve.records import Candidate
from actors.resolve.spelling import folded

LIFETIME = 45  # years between two reports that one working life hardly spans


@dataclass(slots=True)
class MatchEvidence:
    """What some candidates' documents say about them, in sets that join quickly."""

    fields: dict[str, str] = field(default_factory=dict)
    countries: set[str] = field(default_factory=set)
    affiliations: set[str] = field(default_factory=set)
    neighbours: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    posts: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)

    def add(self, other: MatchEvidence) -> None:
        """Take in what another says."""
        for name, word in other.fields.items():
            self.fields.setdefault(name, word)
        self.countries |= other.countries
        self.affiliations |= other.affiliations
        self.neighbours |= other.neighbours
        self.roles |= other.roles
        self.posts |= other.posts
        self.years |= other.years

    @property
    def telling(self) -> bool:
        """Whether it says something that can speak against another."""
        return bool(self.fields or self.countries or self.years or self.posts)


def evidence_of(candidates: Iterable[Candidate]) -> MatchEvidence:
    """The evidence of some candidates together.

    >>> found = evidence_of([Candidate("d:e", "d", "Ann Lee", "person", roles=("the striker",))])
    >>> found.fields
    {'sport': 'striker'}
    """
    found = MatchEvidence()
    for candidate in candidates:
        found.add(_of_one(candidate))
    return found


def clash(left: MatchEvidence, right: MatchEvidence) -> str:
    """Why two bearers of one name cannot be one person; empty where nothing speaks against it.

    >>> player = MatchEvidence(fields={"sport": "striker"})
    >>> clash(player, MatchEvidence(fields={"politics": "mp"}))
    'roles don’t fit: striker and mp'
    """
    if not (left.telling and right.telling) or _closely_shared(left, right):
        return ""
    against = _fields_clash(left, right) or _countries_clash(left, right)
    return against or _posts_clash(left, right) or _years_clash(left, right)


def shared(left: MatchEvidence, right: MatchEvidence) -> str:
    """What two candidates share beyond the name, in words; empty where nothing.

    >>> shared(MatchEvidence(roles={"kremlin envoy"}), MatchEvidence(roles={"kremlin envoy"}))
    'role “kremlin envoy” fits'
    """
    close = _closely_shared(left, right)
    if close:
        return close
    countries = sorted(left.countries & right.countries)
    if countries:
        return f"both belong to {countries[0]}"
    fields = sorted(left.fields.keys() & right.fields.keys())
    return f"both are in {fields[0]}" if fields else ""


def _closely_shared(left: MatchEvidence, right: MatchEvidence) -> str:
    for one, other, words in (
        (left.roles, right.roles, "role “{}” fits"),
        (left.affiliations, right.affiliations, "both belong to {}"),
        (left.neighbours, right.neighbours, "both named with {}"),
    ):
        both = one & other
        if both:
            return words.format(min(both))
    return ""


def _fields_clash(left: MatchEvidence, right: MatchEvidence) -> str:
    pairs = list(product(sorted(left.fields), sorted(right.fields)))
    if not pairs or any(one == other or (one, other) in _together() for one, other in pairs):
        return ""
    mine, others = left.fields[pairs[0][0]], right.fields[pairs[0][1]]
    return f"roles don’t fit: {mine} and {others}"


def _countries_clash(left: MatchEvidence, right: MatchEvidence) -> str:
    """Office-holders of different countries; without an office a country is a passing tie."""
    if not (left.fields and right.fields and left.countries and right.countries):
        return ""
    if left.countries & right.countries:
        return ""
    return f"of different countries: {min(left.countries)} and {min(right.countries)}"


def _posts_clash(left: MatchEvidence, right: MatchEvidence) -> str:
    """Two who hold one post, that a firm has one of, in two firms."""
    posts = left.posts & right.posts
    if not (posts and left.affiliations and right.affiliations):
        return ""
    one, other = min(left.affiliations), min(right.affiliations)
    return f"{min(posts)} of {one} and of {other}"


def _years_clash(left: MatchEvidence, right: MatchEvidence) -> str:
    if not left.years or not right.years:
        return ""
    gap = max(min(right.years) - max(left.years), min(left.years) - max(right.years))
    return f"{gap} years lie between the reports" if gap > LIFETIME else ""


def _of_one(candidate: Candidate) -> MatchEvidence:
    days = (home.published for home in candidate.homes())
    found = MatchEvidence(years={day.year for day in days if day is not None})
    for role in candidate.roles:
        found.roles |= {_own(role)} - {""}
        words = f" {folded(role)} "
        found.posts |= {post for called, post in _posts().items() if f" {called} " in words}
        _read_words(role, found)
    for name in candidate.affiliations:
        country = find_state(name)
        if country is not None:
            found.countries.add(country.name)
        else:
            found.affiliations.add(folded(name))
            _read_words(name, found)
    own = {folded(name) for name, _ in candidate.names} | {folded(candidate.name)}
    near = (folded(name) for name in candidate.neighbours if find_state(name) is None)
    found.neighbours |= {name for name in near if name not in own}
    return found


def _read_words(text: str, found: MatchEvidence) -> None:
    """The fields and countries that the words of a role tell."""
    for word in folded(text).split():
        name = _fields().get(word)
        if name is not None:
            found.fields.setdefault(name, word)
    for word in text.split():
        country = find_demonym(word.capitalize())
        if country is not None:
            found.countries.add(country.name)


def _own(role: str) -> str:
    """A role that says whose ("Kremlin envoy"); "the prime minister" could be anyone's."""
    names = [word for word in role.split() if word[:1].isupper()]
    if all(set(folded(word).split()) <= _titles() for word in names):
        return ""
    return " ".join(
        word for word in folded(role).split() if word not in function_words("description")
    )


@lru_cache(maxsize=1)
def _fields() -> Mapping[str, str]:
    table = read_table("roles")["fields"]
    return {word: name for name, words in table.items() for word in words.split()}


@lru_cache(maxsize=1)
def _posts() -> Mapping[str, str]:
    """Posts of which a firm has one, each with what it is called here."""
    return dict(line.split("|") for line in read_table("roles")["posts"])


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    """Words that a title is made of, whoever's it is."""
    return frozenset(read_table("roles")["titles"].split()) | _fields().keys()


@lru_cache(maxsize=1)
def _together() -> frozenset[tuple[str, str]]:
    pairs = [tuple(line.split()) for line in read_table("roles")["together"]]
    return frozenset((a, b) for one, other in pairs for a, b in ((one, other), (other, one)))
