"""Names that say less than a full one: lone surnames, initials, acronyms, "the Senate".

A partial name is joined to the one actor that fits in its document, else in its story, else
in the corpus. Where several fit, it stays apart as ambiguous and says so. Partial names are
joined last, each to one cluster, so they never bring two clusters together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from actors.resolve.clusters import Cluster, Clusters, Link, objection
from actors.resolve.evidence import shared
from actors.resolve.organisations import BodyName, body_name, initials
from actors.resolve.people import PersonName, compare_people
from actors.resolve.profiles import Family, Profile, fullest_name
from actors.resolve.spelling import skeleton

Handle = tuple[str, str]

BOUND = "a document says that"
SPELLED = "a document says, and the initials agree, that"
_SCOPES = (("document", 0.97), ("story", 0.93), ("corpus", 0.8))


@dataclass(frozen=True, slots=True)
class Doubt:
    """A partial name that fits several actors, or none surely: it stays apart."""

    profile: int
    fits: tuple[int, ...]
    why: str


class Fuller:
    """Fuller names, found by what shorter forms of them share with them."""

    def __init__(self, profiles: list[Profile]) -> None:
        self.profiles = profiles
        self._index: dict[Handle, list[int]] = {}
        for number, profile in enumerate(profiles):
            for handle in _handles_of_fuller(profile):
                self._index.setdefault(handle, []).append(number)

    def than(self, number: int) -> Iterator[tuple[int, str]]:
        """Profiles whose name may be this one's in full, each with the reason."""
        profile = self.profiles[number]
        found: set[int] = set()
        for handle in _handles_of_partial(profile):
            found.update(self._index.get(handle, ()))
        for other in sorted(found - {number}):
            why = _fit(profile, self.profiles[other])
            if why:
                yield other, why


def attach(clusters: Clusters) -> list[Doubt]:
    """Join every partial name that fits one actor; give back those that stay apart."""
    profiles = clusters.profiles
    fuller = Fuller(profiles)
    doubts = []
    for number in sorted(range(len(profiles)), key=lambda one: (-_weight(profiles[one]), one)):
        fits = dict(fuller.than(number))
        if fits:
            doubt = _attach_one(clusters, number, fits)
            if doubt is not None:
                doubts.append(doubt)
    _join_leftovers(clusters, {doubt.profile for doubt in doubts})
    return doubts


def _attach_one(clusters: Clusters, number: int, fits: dict[int, str]) -> Doubt | None:
    """Try the document, then the story, then the corpus: the first that knows any decides."""
    mine = clusters.of(number)
    open_to = _surest(
        {
            other: why
            for other, why in fits.items()
            if clusters.of(other) is not mine and not objection(mine, clusters.of(other))
        }
    )
    for scope, score in _SCOPES:
        near = [other for other in open_to if _near(clusters, number, other, scope)]
        actors = {id(clusters.of(other)): other for other in reversed(near)}
        chosen = _choose(clusters, mine, list(actors.values()), scope)
        if chosen is not None:
            other, why = chosen
            why = f"{open_to[other]}; {why}"
            clusters.join(Link(number, other, score, why, f"partial-{scope}"))
            return None
        if actors:
            return Doubt(number, tuple(sorted(actors.values())), f"fits several in the {scope}")
    return None


def _surest(fits: dict[int, str]) -> dict[int, str]:
    """Where documents say what letters stand for, and the letters agree, nothing else counts."""
    best = max((_sureness(why) for why in fits.values()), default=0)
    return {other: why for other, why in fits.items() if _sureness(why) == best}


def _sureness(why: str) -> int:
    return 2 if why.startswith(SPELLED) else int(why.startswith(BOUND))


def _choose(
    clusters: Clusters, mine: Cluster, fits: list[int], scope: str
) -> tuple[int, str] | None:
    """The one that fits, or the one of several that shares a role, a body or company."""
    if len(fits) == 1:
        told = shared(mine.evidence, clusters.of(fits[0]).evidence)
        return fits[0], f"no other fits in the {scope}" + (f", and {told}" if told else "")
    told_of = {other: shared(mine.evidence, clusters.of(other).evidence) for other in fits}
    sharing = [other for other, told in told_of.items() if told]
    return (sharing[0], told_of[sharing[0]]) if len(sharing) == 1 else None


def _near(clusters: Clusters, number: int, other: int, scope: str) -> bool:
    profile, cluster = clusters.profiles[number], clusters.of(other)
    if scope == "corpus":
        name = profile.name
        return not (isinstance(name, BodyName) and name.common)
    documents = {member.document for member in profile.members}
    if scope == "document":
        return not documents.isdisjoint(cluster.documents)
    return any(member.scope in cluster.stories for member in profile.members)


def _join_leftovers(clusters: Clusters, doubtful: set[int]) -> None:
    """A partial name with no fuller one anywhere is one actor, as far as the corpus knows."""
    first: dict[tuple[Family, str], int] = {}
    for number, profile in enumerate(clusters.profiles):
        alone = clusters.of(number).profiles == [number]
        if not profile.partial or number in doubtful or not alone or _is_common(profile):
            continue
        earlier = first.setdefault((profile.family, profile.form), number)
        if earlier != number:
            why = "same name, and the corpus has no fuller one"
            clusters.join(Link(earlier, number, 0.75, why, "same-partial-name"))


def _is_common(profile: Profile) -> bool:
    return isinstance(profile.name, BodyName) and profile.name.common


def _weight(profile: Profile) -> int:
    """How much a name says; those that say more are joined first."""
    if isinstance(profile.name, PersonName):
        return sum(1 if len(token) == 1 else 3 for token in profile.name.tokens)
    return 0 if profile.partial else 100


def _handles_of_partial(profile: Profile) -> Iterator[Handle]:
    name = profile.name
    if isinstance(name, PersonName):
        yield ("surname", skeleton(name.surname))
        if len(name.tokens) > 1:
            yield ("start", " ".join(name.tokens[:2]))
    elif name.acronym:
        yield ("acronym", name.text)
    if profile.family == "other":
        yield ("any", profile.form)
    elif not profile.identifiers:
        yield (profile.family, profile.form)


def _handles_of_fuller(profile: Profile) -> Iterator[Handle]:
    name = profile.name
    if isinstance(name, PersonName):
        if name.given:
            yield ("surname", skeleton(name.surname))
            yield ("start", " ".join(name.tokens[:2]))
    elif profile.family == "body" and not name.acronym:
        yield from (("acronym", letters) for letters in sorted(_acronyms(profile)))
    if not profile.partial:
        yield (profile.family, profile.form)
    if profile.family != "other":
        yield ("any", profile.form)


def _acronyms(profile: Profile) -> set[str]:
    """The acronyms that documents bind to the name, and those that its words give."""
    if not isinstance(profile.name, BodyName):
        return set()
    return bound_acronyms(profile) | {one for one in initials(profile.name) if len(one) > 2}


def bound_acronyms(profile: Profile) -> set[str]:
    """Acronyms among the names that a document gives to the same entity."""
    texts = {text for member in profile.members for text, _ in member.names}
    return {body_name(text).text for text in texts if body_name(text).acronym}


def _fit(partial: Profile, fuller: Profile) -> str:
    """Why the one name can be short for the other; empty where it can't."""
    one, other = partial.name, fuller.name
    if isinstance(one, PersonName) and isinstance(other, PersonName):
        compared = compare_people(one, other)
        return compared.why if compared.relationship == "fits" else ""
    if isinstance(one, BodyName) and isinstance(other, BodyName):
        return _body_fit(partial, fuller, one, other)
    return "same name" if partial.family == "other" else ""


def _body_fit(partial: Profile, fuller: Profile, name: BodyName, other: BodyName) -> str:
    if partial.form == fuller.form:
        tells_more = bool(fuller.identifiers) > bool(partial.identifiers)
        return "same name" if tells_more or partial.partial > fuller.partial else ""
    bound, spelled = name.text in bound_acronyms(fuller), name.text in initials(other)
    long = fullest_name(fuller.members[0])
    if bound:
        return f"{SPELLED if spelled else BOUND} {name.text.upper()} is {long}"
    return f"initials of {long}" if name.acronym and spelled else ""
