"""Profiles: candidates that write the same name, and have nothing against being one.

Most of a corpus is repetition, so candidates are first folded by what they are called;
everything after this compares profiles, of which there are far fewer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from actors.resolve.organisations import BodyName, body_name
from actors.resolve.people import PersonName, person_name
from actors.resolve.records import Candidate
from actors.resolve.spelling import folded
from actors.types import Key, Kind

Family: TypeAlias = Literal["body", "country", "person", "place", "other"]
Name: TypeAlias = PersonName | BodyName

_FAMILIES: dict[Kind, Family] = {
    "organisation": "body",
    "group": "body",
    "country": "country",
    "person": "person",
    "place": "place",
    "other": "other",
}


@dataclass(frozen=True, slots=True)
class Profile:
    """Some candidates called alike.

    ``scope`` is empty where the name alone tells who is meant, and the story's key where
    it doesn't (a lone surname, an acronym, "Foreign Ministry"): those profiles are partial.
    """

    family: Family
    form: str
    identifiers: tuple[tuple[str, str], ...]
    scope: Key
    name: Name
    members: tuple[Candidate, ...]

    @property
    def partial(self) -> bool:
        """Whether the name alone does not tell who is meant."""
        return bool(self.scope)

    @property
    def key(self) -> tuple[str, str, str, Key, Key]:
        """What orders profiles, whatever the order of the input."""
        return (self.family, self.form, repr(self.identifiers), self.scope, self.members[0].key)


def family(kind: Kind) -> Family:
    """Kinds that one actor may be called by different documents.

    >>> family("group") == family("organisation") != family("person")
    True
    """
    return _FAMILIES[kind]


def profiles(candidates: Iterable[Candidate]) -> list[Profile]:
    """Fold candidates that share family, name and identifiers; partial names by story.

    >>> one = Candidate("d1:e0", "d1", "CSTO", "organisation", identifiers=(("igo", "CSTO"),))
    >>> two = Candidate("d2:e3", "d2", "CSTO", "organisation", identifiers=(("igo", "CSTO"),))
    >>> [len(profile.members) for profile in profiles([one, two])]
    [2]
    """
    folds: dict[tuple[Family, str, tuple[tuple[str, str], ...], Key], list[Candidate]] = {}
    for candidate in candidates:
        group = family(candidate.kind)
        name = parsed(group, candidate.name)
        scope = candidate.scope if _is_partial(name, candidate) else ""
        fold = (group, form(name), tuple(sorted(set(candidate.identifiers))), scope)
        folds.setdefault(fold, []).append(candidate)
    found = [_profile(fold, members) for fold, members in folds.items()]
    return sorted(found, key=lambda profile: profile.key)


def parsed(group: Family, text: str) -> Name:
    """The name taken apart the way its family's names are."""
    if group == "person":
        return person_name(text)
    if group == "body":
        return body_name(text)
    return BodyName(tuple(folded(text).removeprefix("the ").split()))


def form(name: Name) -> str:
    """The name as one string, for comparing whole names.

    >>> form(person_name("Dr. Ashraf Ghani")), form(body_name("the United Nations"))
    ('ashraf ghani', 'united nations')
    """
    suffix = name.suffix if isinstance(name, PersonName) else ""
    return " ".join((*name.tokens, suffix)).strip()


def _is_partial(name: Name, candidate: Candidate) -> bool:
    if candidate.identifiers:
        return False
    if isinstance(name, PersonName):
        return not any(len(token) > 1 for token in name.given)
    return name.acronym or name.common or candidate.kind == "other"


def _profile(
    fold: tuple[Family, str, tuple[tuple[str, str], ...], Key], members: list[Candidate]
) -> Profile:
    group, text, identifiers, scope = fold
    ordered = tuple(sorted(members, key=lambda candidate: candidate.key))
    name = parsed(group, min(candidate.name for candidate in ordered))
    return Profile(group, text, identifiers, scope, name, ordered)
