"""Profiles: candidates that write the same name, and have nothing against being one.

Most of a corpus is repetition, so candidates are first folded by what they are called;
everything after this compares profiles, of which there are far fewer.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from actors.knowledge.name_words import without_article
from actors.knowledge.states import State, find_state
from actors.resolve.folds import Folds
from actors.resolve.lexicon import other_names
from actors.resolve.organisations import BodyName, body_name, initials
from actors.resolve.people import PersonName, compare_people, person_name
from actors.resolve.records import Candidate
from actors.resolve.senses import senses
from actors.resolve.spelling import folded
from actors.types import Key, Kind

Family: TypeAlias = Literal["body", "country", "person", "place", "other"]
Name: TypeAlias = PersonName | BodyName
_Fold: TypeAlias = tuple[Family, str, tuple[tuple[str, str], ...], Key]

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


def profiles(candidates: Iterable[Candidate], apart: Container[Key] = ()) -> list[Profile]:
    """Fold candidates that share family, name and identifiers; partial names by story.

    Args:
        candidates: the entities of a corpus
        apart: keys of candidates that are not to stand for others, nor others for them

    >>> one = Candidate("d1:e0", "d1", "CSTO", "organisation", identifiers=(("igo", "CSTO"),))
    >>> two = Candidate("d2:e3", "d2", "CSTO", "organisation", identifiers=(("igo", "CSTO"),))
    >>> [[one.times for one in profile.members] for profile in profiles([one, two])]
    [[2]]
    """
    folds: dict[_Fold, list[Candidate]] = {}
    for candidate in candidates:
        group = family(candidate.kind)
        name = _read_name(candidate)
        scope = candidate.scope if _is_partial(name, candidate) else ""
        fold = (group, form(name), tuple(sorted(set(candidate.identifiers))), scope)
        folds.setdefault(fold, []).append(candidate)
    found = []
    while folds:
        fold, members = folds.popitem()
        members = members if fold[3] else _refolded(members, apart)
        bearers = senses(members) if fold[0] == "person" and not fold[3] else [members]
        found += [_profile(fold, each) for each in bearers]
    return sorted(found, key=lambda profile: profile.key)


def _refolded(members: list[Candidate], apart: Container[Key]) -> list[Candidate]:
    """The candidates of one full name, without what need not be asked of that."""
    if len(members) == 1:
        return [_bare(members[0])]
    folds = Folds(scoped=False)
    for each in members:
        if each.key not in apart:
            folds.add(_bare(each), next(each.homes()))
    return [*folds.all(), *(each for each in members if each.key in apart)]


def _bare(one: Candidate) -> Candidate:
    """A body with a full name is told by it, and by the state that it may belong to."""
    if family(one.kind) != "body" or not (one.neighbours or one.roles or one.affiliations):
        return one
    states = one.affiliations if home(one) is not None else ()
    return replace(one, neighbours=(), roles=(), affiliations=states)


def fullest_name(candidate: Candidate) -> str:
    """The name that tells most: a long form where the document has one for an acronym.

    >>> fullest_name(Candidate("d:e", "d", "EU", "organisation", names=(("European Union", 1),)))
    'European Union'
    """
    group = family(candidate.kind)
    if group not in ("body", "person") or not _is_partial(parsed(group, candidate.name), candidate):
        return candidate.name
    others = [text for text, _ in candidate.names if _spelled_out(group, text, candidate)]
    return max(others, key=lambda text: (len(text), text), default=candidate.name)


def _read_name(candidate: Candidate) -> Name:
    """The name of a candidate taken apart; a ministry is of the state that its document tells.

    >>> one = Candidate("d:e", "d", "Foreign Ministry", "organisation", affiliations=("Kenya",))
    >>> _read_name(one)
    BodyName(tokens=('foreign', 'ministry'), acronym=False, common=False, state='KE')
    """
    name = parsed(family(candidate.kind), fullest_name(candidate))
    if isinstance(name, BodyName) and name.common and not candidate.identifiers:
        state = home(candidate)
        return replace(name, common=False, state=state.id) if state else name
    return name


def home(candidate: Candidate) -> State | None:
    """The one state that a document says a candidate belongs to, if it is one."""
    found = [state for each in candidate.affiliations if (state := find_state(each)) is not None]
    return found[0] if len({state.id for state in found}) == 1 else None


def _spelled_out(group: Family, text: str, candidate: Candidate) -> bool:
    """Whether a name that the document gives too is the candidate's name in full."""
    short, long = parsed(group, candidate.name), parsed(group, text)
    if isinstance(short, PersonName) and isinstance(long, PersonName):
        return compare_people(short, long).relationship == "fits"
    if isinstance(short, BodyName) and isinstance(long, BodyName):
        return short.acronym and short.text in initials(long)
    return False


def parsed(group: Family, text: str) -> Name:
    """The name taken apart the way its family's names are."""
    if group == "person":
        return person_name(text)
    if group == "body":
        return body_name(text)
    plain = without_article(folded(text))
    known = other_names().get(("place", plain), text) if group == "place" else text
    return BodyName(tuple(without_article(folded(known)).split()))


def form(name: Name) -> str:
    """The name as one string, for comparing whole names.

    >>> form(person_name("Dr. Ashraf Ghani")), form(body_name("the United Nations"))
    ('ashraf ghani', 'united nations')
    """
    if isinstance(name, PersonName):
        lone = name.address if not name.given else ""
        return " ".join(filter(None, (lone, *name.tokens, name.suffix)))
    return f"{name.text} @{name.state}" if name.state else name.text


def _is_partial(name: Name, candidate: Candidate) -> bool:
    if candidate.identifiers:
        return False
    if isinstance(name, PersonName):
        return not any(len(token) > 1 for token in name.given)
    return name.acronym or name.common or candidate.kind == "other"


def _profile(fold: _Fold, members: list[Candidate]) -> Profile:
    group, text, identifiers, scope = fold
    ordered = tuple(sorted(members, key=lambda candidate: candidate.key))
    name = _read_name(min(ordered, key=fullest_name))
    return Profile(group, text, identifiers, scope, name, ordered)
