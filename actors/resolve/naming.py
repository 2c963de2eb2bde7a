"""What a group of candidates is called: the actor's name, key, kind, aliases, identifiers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from actors.knowledge.name_words import articled, without_article
from actors.resolve.folds import part
from actors.resolve.organisations import body_name
from actors.resolve.people import PersonName, person_name
from actors.resolve.profiles import family, form, fullest_name, home, parsed
from actors.resolve.records import Candidate
from actors.resolve.spelling import folded
from actors.types import Actor, Key, Kind, content_key

Value = TypeVar("Value")
Identifiers = tuple[tuple[str, str], ...]

# The surest first; the first that an actor has is what its key is made of.
SCHEMES = ("iso3166", "wikidata", "igo")


@dataclass(frozen=True)
class Group:
    """The candidates of one actor, and what a person decided about it.

    A candidate may stand for several entities; ``singles`` gives each of them by itself.

    ``set_name``, ``set_kind``, ``set_subtype`` and ``set_identifiers`` beat what documents say.
    """

    members: tuple[Candidate, ...]
    set_name: str = ""
    set_kind: Kind | None = None
    set_subtype: str | None = None
    set_identifiers: Identifiers = ()
    ignored: bool = False

    @cached_property
    def first(self) -> Candidate:
        """The candidate published first; undated ones come last."""
        return min(map(_earliest, self.members), key=_appears)

    @property
    def singles(self) -> tuple[Candidate, ...]:
        """Every entity as a candidate of its own, by key."""
        found = (single for one in self.members for single in one.singles())
        return tuple(sorted(found, key=lambda one: one.key))

    @cached_property
    def identifiers(self) -> Identifiers:
        """What identifies the actor; what a person set replaces what documents say."""
        decided = dict(self.set_identifiers)
        read = {pair for one in self.members for pair in one.identifiers}
        return tuple(sorted({pair for pair in read if pair[0] not in decided} | decided.items()))

    @cached_property
    def name(self) -> str:
        """What the actor is called."""
        return self.set_name or canonical_name(self.members)

    @cached_property
    def forms(self) -> frozenset[str]:
        """Every name that a document gives the actor, folded."""
        texts = {text for member in self.members for text, _ in member.names}
        return frozenset(folded(text) for text in texts | {one.name for one in self.members})

    @cached_property
    def entities(self) -> frozenset[Key]:
        """The keys of the candidates."""
        return frozenset(key for one in self.members for key in one.entity_keys())

    @cached_property
    def key(self) -> Key:
        """The hash of what makes the actor, the same however many documents name it.

        That is its surest identifier as the documents give it, else its kind and the name
        it was first published under.
        """
        read = {pair for one in self.members for pair in one.identifiers}
        if read:
            scheme, value = min(read, key=lambda pair: (_rank(pair[0]), pair))
            return content_key("actor", scheme, value)
        group = family(self.first.kind)
        return content_key("actor", group, form(parsed(group, fullest_name(self.first))))

    @cached_property
    def actor(self) -> Actor:
        """The actor, under the key of the group."""
        return _actor(self)

    def changed(self, **changes: Any) -> Group:
        """The group with a name, kind, subtype, identifiers or ``ignored`` set by a person."""
        names = {"name": "set_name", "kind": "set_kind", "subtype": "set_subtype"}
        return replace(self, **{names.get(key, key): value for key, value in changes.items()})

    def joined(self, others: Iterable[Group]) -> Group:
        """The group with the members of others."""
        members = [*self.members, *(one for other in others for one in other.members)]
        return self.with_members(members)

    def with_members(self, members: Iterable[Candidate]) -> Group:
        """The group, and what was decided about it, with other members."""
        return replace(self, members=tuple(sorted(members, key=lambda one: one.key)))


def actors_of(groups: Iterable[Group]) -> list[Actor]:
    """One actor for each group that is not ignored, sorted by key.

    Where two actors would share a key, those that appear later take their first entity
    into theirs.
    """
    ordered = sorted(groups, key=lambda group: _appears(group.first))
    taken: set[Key] = set()
    actors = []
    for group in ordered:
        key = content_key(group.key, group.first.key) if group.key in taken else group.key
        taken.add(key)
        if not group.ignored:
            actors.append(group.actor if key == group.key else replace(group.actor, key=key))
    return sorted(actors, key=lambda actor: actor.key)


def _appears(candidate: Candidate) -> tuple[date, Key]:
    return candidate.published or date.max, candidate.key


def _earliest(candidate: Candidate) -> Candidate:
    """Of the entities that a candidate stands for the one that was published first."""
    if not candidate.repeats:
        return candidate
    days = (
        (home.published or date.max, key)
        for home, key in zip(candidate.homes(), candidate.entity_keys(), strict=True)
    )
    return part(candidate, {min(days)[1]})


def _rank(scheme: str) -> int:
    return SCHEMES.index(scheme) if scheme in SCHEMES else len(SCHEMES)


def _actor(group: Group) -> Actor:
    members, name = group.members, group.name
    aliases = {text for member in members for text, _ in member.names}
    aliases |= {member.name for member in members}
    kinds = _counted((one.kind, one.times) for one in members)
    subtypes = _counted((one.subtype, one.times) for one in members if one.subtype)
    return Actor(
        key=group.key,
        name=name,
        kind=_most(kinds) if group.set_kind is None else group.set_kind,
        subtype=group.set_subtype if group.set_kind else _most(subtypes) if subtypes else None,
        aliases=tuple(sorted(aliases - {name})),
        identifiers=group.identifiers,
        members=tuple(sorted(key for member in members for key in member.entity_keys())),
    )


def called_by_state(group: Group) -> Group:
    """A group under its name with its state, where every state has a body of that name.

    >>> one = Candidate("d:e", "d", "Foreign Ministry", "organisation", affiliations=("Peru",))
    >>> called_by_state(Group((one,))).name
    'Foreign Ministry of Peru'
    """
    states = {state.id: state for one in group.members if (state := home(one)) is not None}
    kind = group.first.kind
    if len(states) != 1 or group.identifiers or kind != "organisation":
        return group
    if not body_name(group.name).common:
        return group
    [state] = states.values()
    return replace(group, set_name=f"{without_article(group.name)} of {_with_article(state.name)}")


def _with_article(name: str) -> str:
    """The name of a state as it stands after *of*."""
    words = name.split()
    return f"the {name}" if {words[0], words[-1]} & articled() else name


def canonical_name(members: Sequence[Candidate]) -> str:
    """The name that says most and is written most often; identified ones come first.

    >>> one = Candidate("d1:e0", "d1", "Ghani", "person")
    >>> two = Candidate("d1:e1", "d1", "Ashraf Ghani", "person")
    >>> canonical_name([one, two])
    'Ashraf Ghani'
    """
    identified = [member for member in members if member.identifiers]
    counts = _counted((member.name, member.times) for member in identified or members)
    return min(
        counts,
        key=lambda name: (
            *(_says(name, members[0]), -counts[name], -_parts(name, members[0])),
            *(name.isascii(), name),
        ),
    )


def _says(name: str, member: Candidate) -> int:
    """How little a name says as a label: 0 for a full one, more for letters or a lone name.

    A name in capitals says no less, but reads worse.
    """
    if member.kind == "person":
        return 2 * _lacks(person_name(name)) + _loud(name)
    if member.kind in ("organisation", "group") and not member.identifiers:
        return 1 if body_name(name).acronym else 0
    return 0


def _parts(name: str, member: Candidate) -> int:
    """How many names a person's name holds; between names as frequent the fullest is shown."""
    return len(name.split()) if member.kind == "person" else 0


def _lacks(name: PersonName) -> int:
    """2 for a lone name, 1 for one with letters alone for given names, else 0."""
    return 2 if not name.given else int(all(len(given) <= 1 for given in name.given))


def _loud(name: str) -> bool:
    """Whether a word of a name is in capitals, beside others that are not or alone."""
    return any(len(word) > 2 and word.isupper() and word.isalpha() for word in name.split())


def _counted(pairs: Iterable[tuple[Value, int]]) -> Counter[Value]:
    counts = Counter[Value]()
    for value, times in pairs:
        counts[value] += times
    return counts


def _most(counts: Counter[Value]) -> Value:
    return min(counts, key=lambda value: (-counts[value], repr(value)))
