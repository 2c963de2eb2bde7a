"""What a cluster is called: the actor's name, key, kind, aliases and identifiers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from actors.resolve.organisations import body_name
from actors.resolve.profiles import family, form, parsed
from actors.resolve.records import Candidate
from actors.types import Actor, Key, content_key

Value = TypeVar("Value")

# The surest first; the first that an actor has is what its key is made of.
SCHEMES = ("iso3166", "wikidata", "igo")


def actors_of(clusters: Iterable[Sequence[Candidate]]) -> list[Actor]:
    """One actor for each cluster, sorted by key.

    The key of an actor that has identifiers is a hash of the surest one, else of its kind
    and the name it was first published under, so it stays when documents are added. Where
    two actors would share a key, later ones take their first entity into it.
    """
    ordered = sorted(clusters, key=_first)
    taken: dict[Key, int] = {}
    actors = []
    for members in ordered:
        key = _key(members)
        if key in taken:
            key = content_key(key, _first(members)[1])
        taken[key] = 1
        actors.append(_actor(key, members))
    return sorted(actors, key=lambda actor: actor.key)


def _first(members: Sequence[Candidate]) -> tuple[date, Key]:
    """When and by which entity the actor first appears; undated documents come last."""
    return min((member.published or date.max, member.key) for member in members)


def _key(members: Sequence[Candidate]) -> Key:
    identifiers = {pair for member in members for pair in member.identifiers}
    if identifiers:
        scheme, value = min(identifiers, key=lambda pair: (_rank(pair[0]), pair))
        return content_key("actor", scheme, value)
    first = _first(members)
    earliest = next(member for member in members if member.key == first[1])
    group = family(earliest.kind)
    return content_key("actor", group, form(parsed(group, earliest.name)))


def _rank(scheme: str) -> int:
    return SCHEMES.index(scheme) if scheme in SCHEMES else len(SCHEMES)


def _actor(key: Key, members: Sequence[Candidate]) -> Actor:
    name = canonical_name(members)
    aliases = {text for member in members for text, _ in member.names}
    aliases |= {member.name for member in members}
    identifiers = sorted({pair for member in members for pair in member.identifiers})
    return Actor(
        key=key,
        name=name,
        kind=_most(member.kind for member in members),
        subtype=_most([one.subtype for one in members if one.subtype] or [None]),
        aliases=tuple(sorted(aliases - {name})),
        identifiers=tuple(identifiers),
        members=tuple(sorted(member.key for member in members)),
    )


def canonical_name(members: Sequence[Candidate]) -> str:
    """The name that says most and is written most often; identified ones come first.

    >>> one = Candidate("d1:e0", "d1", "Ghani", "person")
    >>> two = Candidate("d1:e1", "d1", "Ashraf Ghani", "person")
    >>> canonical_name([one, two])
    'Ashraf Ghani'
    """
    identified = [member for member in members if member.identifiers]
    counts = Counter(member.name for member in identified or members)
    return min(counts, key=lambda name: (_says(name, members[0]), -counts[name], name))


def _says(name: str, member: Candidate) -> int:
    """0 for a full name, 1 for an acronym or a lone name: full names are better labels."""
    if member.kind == "person":
        return 0 if " " in name else 1
    if member.kind in ("organisation", "group") and not member.identifiers:
        return 1 if body_name(name).acronym else 0
    return 0


def _most(values: Iterable[Value]) -> Value:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], repr(value)))
