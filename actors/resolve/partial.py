"""Names that say less than a full one: lone surnames, initials, acronyms, "the Senate".

A partial name is joined to the one actor that fits in its document, else in its story, else
in the corpus. Where several fit, it stays apart as ambiguous and says so. Partial names are
joined last, each to one cluster, so they never bring two clusters together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from actors.resolve.clusters import Cluster, Clusters, Link, objection
from actors.resolve.evidence import shared
from actors.resolve.fuller import Fuller, sureness
from actors.resolve.organisations import BodyName
from actors.resolve.people import PersonName
from actors.resolve.profiles import Family, Profile
from actors.types import Key

# A name that fits more actors than these is ambiguous without looking at each.
_MANY = 25
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class UnsureLink:
    """A partial name that fits several actors, or none surely: it stays apart."""

    profile: int
    fits: tuple[int, ...]
    why: str


class Bearers:
    """The actors that one partial name fits, found by document and by story."""

    def __init__(self, clusters: Clusters, fits: Mapping[int, str]) -> None:
        self.why = fits
        actors = {id(clusters.of(other)): other for other in sorted(fits, reverse=True)}
        self.all = sorted(actors.values())
        self._documents: dict[Key, list[int]] = {}
        self._stories: dict[Key, list[int]] = {}
        for other in self.all:
            for document in clusters.of(other).documents:
                self._documents.setdefault(document, []).append(other)
            for story in clusters.of(other).stories:
                self._stories.setdefault(story, []).append(other)

    def near(self, profile: Profile) -> Iterator[tuple[str, float, list[int]]]:
        """Who fits in the document, in the story, in the corpus, with how sure that makes.

        Letters that a table has told who they are need no other name from afar.
        """
        homes = [home for member in profile.members for home in member.homes()]
        documents = {home.key for home in homes}
        yield "document", 0.97, self._among(self._documents, documents)
        stories = {home.scope for home in homes}
        yield "story", 0.93, self._among(self._stories, stories)
        if not _is_common(profile) and not profile.identifiers:
            yield "corpus", 0.8, self.all

    def _among(self, index: Mapping[Key, list[int]], keys: set[Key]) -> list[int]:
        return sorted({other for key in keys for other in index.get(key, ())})


def attach(clusters: Clusters) -> list[UnsureLink]:
    """Join every partial name that fits one actor; give back those that stay apart."""
    profiles = clusters.profiles
    fuller = Fuller(profiles)
    order = sorted(range(len(profiles)), key=lambda one: (-_weight(profiles[one]), one))
    doubts: list[UnsureLink] = []
    for _, alike in groupby(order, key=lambda one: _likeness(profiles[one])):
        numbers = list(alike)
        fits = fuller.than(numbers[0])
        if fits:
            bearers = Bearers(clusters, fits)
            found = (_attach_one(clusters, number, bearers) for number in numbers)
            doubts.extend(doubt for doubt in found if doubt is not None)
    _join_leftovers(clusters, {doubt.profile for doubt in doubts})
    return doubts


def _attach_one(clusters: Clusters, number: int, bearers: Bearers) -> UnsureLink | None:
    """Try the document, then the story, then the corpus: the first that knows any decides."""
    mine = clusters.of(number)
    for scope, score, near in bearers.near(clusters.profiles[number]):
        if len(near) > _MANY:
            return UnsureLink(number, tuple(near[:_SHOWN]), f"fits {len(near)} in the {scope}")
        fits = _surest(bearers.why, _open_to(clusters, mine, near))
        if scope == "corpus":
            fits = [other for other in fits if _as_written(clusters, number, other)]
        chosen = _choose(clusters, mine, fits, scope)
        if chosen is not None:
            other, why = chosen
            told = f"{bearers.why[other]}; {why}"
            clusters.join(Link(number, other, score, told, f"partial-{scope}"))
            return None
        if fits:
            return UnsureLink(number, tuple(fits[:_SHOWN]), f"fits several in the {scope}")
    return None


def _open_to(clusters: Clusters, mine: Cluster, near: list[int]) -> list[int]:
    others = ((other, clusters.of(other)) for other in near)
    return [other for other, one in others if one is not mine and not objection(mine, one)]


def _as_written(clusters: Clusters, number: int, other: int) -> bool:
    """Over documents of different stories, a surname must be spelt alike, or more be shared."""
    mine, fuller = clusters.profiles[number].name, clusters.profiles[other].name
    if not isinstance(mine, PersonName) or not isinstance(fuller, PersonName):
        return True
    if mine.tokens[-1] in fuller.tokens:
        return True
    return bool(shared(clusters.of(number).evidence, clusters.of(other).evidence))


def _surest(why: Mapping[int, str], fits: list[int]) -> list[int]:
    """Where documents say what letters stand for, and the letters agree, nothing else counts."""
    best = max((sureness(why[other]) for other in fits), default=0)
    return [other for other in fits if sureness(why[other]) == best]


def _choose(
    clusters: Clusters, mine: Cluster, fits: list[int], scope: str
) -> tuple[int, str] | None:
    """The one that fits, or the one of several that shares a role, a body or company."""
    told_of = {other: shared(mine.evidence, clusters.of(other).evidence) for other in fits}
    if len(fits) == 1:
        told = told_of[fits[0]]
        return fits[0], f"no other fits in the {scope}" + (f", and {told}" if told else "")
    sharing = [other for other, told in told_of.items() if told]
    return (sharing[0], told_of[sharing[0]]) if len(sharing) == 1 else None


def _join_leftovers(clusters: Clusters, doubtful: set[int]) -> None:
    """A partial name with no fuller one anywhere is one actor, as far as the corpus knows."""
    first: dict[tuple[Family, str], int] = {}
    for number, profile in enumerate(clusters.profiles):
        joined = not clusters.alone(number)
        if not profile.partial or number in doubtful or joined or _is_common(profile):
            continue
        earlier = first.setdefault((profile.family, profile.form), number)
        if earlier != number:
            why = "same name, and the corpus has no fuller one"
            clusters.join(Link(earlier, number, 0.75, why, "same-partial-name"))


def _is_common(profile: Profile) -> bool:
    return isinstance(profile.name, BodyName) and profile.name.common


def _likeness(profile: Profile) -> tuple[Family, str, bool, bool]:
    """What makes two profiles fit the same fuller names."""
    return profile.family, profile.form, profile.partial, bool(profile.identifiers)


def _weight(profile: Profile) -> int:
    """How much a name says; those that say more are joined first."""
    if isinstance(profile.name, PersonName):
        return sum(1 if len(token) == 1 else 3 for token in profile.name.tokens)
    return 0 if profile.partial else 100
