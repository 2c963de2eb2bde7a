"""Joining profiles into clusters so that one bad link can't chain two actors together.

Links are followed from the surest to the least sure, and a link joins two clusters only if
*nothing* in the one speaks against *anything* in the other: constrained agglomerative
clustering with cannot-links (Wagstaff et al. 2001, "Constrained k-means clustering with
background knowledge", for the idea of the constraint).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from actors.resolve.evidence import MatchEvidence, clash, evidence_of
from actors.resolve.organisations import BodyName
from actors.resolve.people import PersonName, compare_people
from actors.resolve.profiles import Name, Profile
from actors.types import Key


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two profiles (by number) that may be one actor, how sure that is, and why."""

    left: int
    right: int
    score: float
    why: str
    rule: str


@dataclass(slots=True)
class Cluster:
    """What a cluster's profiles say, kept together so that two clusters compare quickly."""

    profiles: list[int]
    identifiers: dict[str, str] = field(default_factory=dict)
    names: dict[str, Name] = field(default_factory=dict)
    documents: dict[Key, frozenset[str]] = field(default_factory=dict)
    stories: set[Key] = field(default_factory=set)
    evidence: MatchEvidence = field(default_factory=MatchEvidence)


class Clusters:
    """Clusters of profiles under cannot-links."""

    def __init__(self, profiles: list[Profile]) -> None:
        self.profiles = profiles
        self._cluster: dict[int, Cluster] = {}
        self.accepted: list[Link] = []
        self.refused: list[tuple[Link, str]] = []

    def of(self, number: int) -> Cluster:
        """The cluster that a profile is in; made when it is first asked for, as few ever are."""
        if number not in self._cluster:
            self._cluster[number] = _alone(number, self.profiles[number])
        return self._cluster[number]

    def alone(self, number: int) -> bool:
        """Whether a profile has not been joined to any other."""
        return number not in self._cluster or len(self._cluster[number].profiles) == 1

    def join_all(self, links: Iterable[Link]) -> None:
        """Follow links from the surest to the least sure; ties by the profiles' order."""
        for link in sorted(links, key=lambda link: (-link.score, link.left, link.right)):
            self.join(link)

    def join(self, link: Link) -> bool:
        """Follow one link, unless something in the one cluster speaks against the other."""
        left, right = self.of(link.left), self.of(link.right)
        if left is right:
            return True
        against = objection(left, right)
        if against:
            self.refused.append((link, against))
            return False
        self.accepted.append(link)
        self._merge(left, right)
        return True

    def all(self) -> list[list[int]]:
        """The clusters as sorted lists of profile numbers, in order."""
        distinct = {id(cluster): cluster for cluster in self._cluster.values()}
        single = ([one] for one in range(len(self.profiles)) if one not in self._cluster)
        return sorted(chain((sorted(each.profiles) for each in distinct.values()), single))

    def _merge(self, left: Cluster, right: Cluster) -> None:
        large, small = (left, right) if _size(left) >= _size(right) else (right, left)
        large.profiles.extend(small.profiles)
        large.identifiers.update(small.identifiers)
        large.names.update(small.names)
        for document, forms in small.documents.items():
            known = large.documents.get(document)
            large.documents[document] = known | forms if known else forms
        large.stories |= small.stories
        large.evidence.add(small.evidence)
        for number in small.profiles:
            self._cluster[number] = large


def objection(left: Cluster, right: Cluster) -> str:
    """Why two clusters cannot be one actor; empty where nothing speaks against it."""
    for scheme in sorted(left.identifiers.keys() & right.identifiers.keys()):
        if left.identifiers[scheme] != right.identifiers[scheme]:
            mine, other = left.identifiers[scheme], right.identifiers[scheme]
            return f"different identifiers: {scheme} {mine} and {scheme} {other}"
    against = _names_object(left, right) or _documents_object(left, right)
    return against or clash(left.evidence, right.evidence)


def _names_object(left: Cluster, right: Cluster) -> str:
    for mine in left.names.values():
        for other in right.names.values():
            if not isinstance(mine, PersonName) or not isinstance(other, PersonName):
                continue
            compared = compare_people(mine, other)
            if compared.relationship == "different":
                names = f"“{' '.join(mine.tokens)}” and “{' '.join(other.tokens)}”"
                return f"{compared.why}: {names}"
    return ""


def _documents_object(left: Cluster, right: Cluster) -> str:
    """One document that writes two full names differently means two actors."""
    if left.identifiers and left.identifiers.items() & right.identifiers.items():
        return ""
    small, large = sorted((left.documents, right.documents), key=len)
    for document in sorted(small.keys() & large.keys()):
        if small[document].isdisjoint(large[document]) and small[document] and large[document]:
            return "one document names both"
    return ""


def _alone(number: int, profile: Profile) -> Cluster:
    told = () if profile.partial or _is_acronym(profile) else (profile.form,)
    forms = frozenset(told)
    homes = [home for member in profile.members for home in member.homes()]
    return Cluster(
        [number],
        dict(profile.identifiers),
        {profile.form: profile.name},
        {home.key: forms for home in homes},
        {home.scope for home in homes},
        _evidence(profile),
    )


def _is_acronym(profile: Profile) -> bool:
    """Letters beside a name in one document are no second name, whoever they are known to be."""
    return isinstance(profile.name, BodyName) and profile.name.acronym


def _evidence(profile: Profile) -> MatchEvidence:
    """What is known beyond the name; bodies with a full name need none of it."""
    if profile.family == "person" or (profile.family == "body" and profile.partial):
        return evidence_of(profile.members)
    return MatchEvidence()


def _size(cluster: Cluster) -> int:
    return len(cluster.documents)
