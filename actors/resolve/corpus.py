"""Resolving a corpus from top to bottom: READ THIS FIRST."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from actors.knowledge.own import Known
from actors.resolve.clusters import Clusters, Link
from actors.resolve.decisions import decide, without
from actors.resolve.kinds import one_kind
from actors.resolve.known import join_known
from actors.resolve.links import links
from actors.resolve.naming import Group, actors_of, called_by_state
from actors.resolve.partial import UnsureLink, attach
from actors.resolve.profiles import Profile, fullest_name, profiles
from actors.resolve.records import Candidate, Resolution
from actors.resolve.replay import Replay
from actors.resolve.scripts import in_one_script, scripts_told
from actors.resolve.slim import parted
from actors.resolve.unnamed import by_noun, same_noun
from actors.types import Judgement, Key, Rule, Verdict


@dataclass(frozen=True, slots=True)
class Grouping:
    """What the rules find, before a person says anything: groups, and why they are groups."""

    groups: tuple[Group, ...]
    judgements: tuple[Judgement, ...]


def resolve(
    candidates: Iterable[Candidate],
    decisions: Iterable[Rule] = (),
    known: Iterable[Known] = (),
) -> Resolution:
    """Who is who: entities of single documents become actors, each merge with its reason.

    The order of the candidates makes no difference. ``decisions`` are the analyst's, in the
    order they were made; they beat the rules. ``known`` are actors of a list of the user's.

    >>> one = Candidate("d1:e0", "d1", "Hasan Sultonov", "person")
    >>> two = Candidate("d2:e4", "d2", "Hassan Sultanov", "person")
    >>> found = resolve([one, two])
    >>> found.actors[0].members, found.judgements[0].why
    (('d1:e0', 'd2:e4'), 'spellings of one name: “Hasan Sultonov” and “Hassan Sultanov”')
    """
    return settle(group(candidates, known), decisions)


def group(candidates: Iterable[Candidate], known: Iterable[Known] = ()) -> Grouping:
    """What the rules find: the part of `resolve` that no decision changes.

    >>> one = Candidate("d1:e0", "d1", "CSTO", "organisation")
    >>> len(group([one]).groups), group([one]).judgements
    (1, ())
    """
    named, nameless = parted(candidates)
    named = in_one_script(named)
    kinded = one_kind(named)
    read = {
        key: was
        for was, one in zip(named, kinded, strict=True)
        if one is not was
        for key in was.entity_keys()
    }
    del named
    folded = profiles(kinded, read)
    del kinded
    clusters = Clusters(folded)
    clusters.join_all(links(folded))
    doubts = attach(clusters)
    groups = [_group(folded, numbers, read) for numbers in clusters.all()]
    groups, recognised = join_known(groups, known)
    alike = by_noun(nameless)
    told = (*_judgements(clusters, doubts), *recognised, *same_noun(alike))
    return Grouping((*groups, *map(Group, alike)), told)


def settle(
    found: Grouping,
    decisions: Iterable[Rule] = (),
    gone: Collection[Key] = (),
    replay: Replay | None = None,
) -> Resolution:
    """Apply the analyst's decisions to what the rules found.

    Args:
        found: what the rules found
        decisions: in the order in which they were made
        gone: keys of entities of which decisions leave no mention
        replay: of the same groups, if decisions are made one after the other
    """
    rules = list(decisions)
    decided = replay.decided(rules) if replay else decide(found.groups, rules)
    actors = actors_of(without(decided.groups, gone) if gone else decided.groups)
    judgements = (*found.judgements, *decided.judgements)
    warnings, unplaced = tuple(decided.warnings), tuple(decided.unplaced)
    return Resolution(judgements, tuple(actors), warnings, unplaced=unplaced)


def _group(folded: list[Profile], numbers: Iterable[int], read: Mapping[Key, Candidate]) -> Group:
    """The candidates of one actor as they were read, and the kind that they turned out to be."""
    taken = _members(folded, numbers)
    members = tuple(_as_read(member, read.get(member.key)) for member in taken)
    kinds = {one.kind for one, was in zip(taken, members, strict=True) if one.kind != was.kind}
    kind = min(kinds, default=None)
    sorts = {one.subtype for one in members if kind and one.kind == kind and one.subtype}
    return called_by_state(Group(members, set_kind=kind, set_subtype=min(sorts, default=None)))


def _as_read(member: Candidate, was: Candidate | None) -> Candidate:
    """A candidate of the kind that its document gives it."""
    return replace(member, kind=was.kind, subtype=was.subtype) if was else member


def _members(folded: list[Profile], numbers: Iterable[int]) -> tuple[Candidate, ...]:
    members = (member for number in numbers for member in folded[number].members)
    return tuple(sorted(members, key=lambda member: member.key))


def _judgements(clusters: Clusters, doubts: Iterable[UnsureLink]) -> Iterator[Judgement]:
    """Everything that was decided, in the order: folded, joined, refused, in doubt."""
    for profile in clusters.profiles:
        yield from _folded(profile)
    for link in clusters.accepted:
        yield _judgement(clusters.profiles, link, "same", link.why)
    for link, against in clusters.refused:
        yield _judgement(clusters.profiles, link, "different", against)
    for doubt in doubts:
        for other in doubt.fits:
            link = Link(doubt.profile, other, 0.5, f"ambiguous: {doubt.why}", "partial")
            yield _judgement(clusters.profiles, link, "unsure", link.why)


def _folded(profile: Profile) -> Iterator[Judgement]:
    first = profile.members[0]
    told = [
        (key, why)
        for other, why in zip(profile.members, _reasons(profile), strict=True)
        for key in other.entity_keys()
        if key != first.key
    ]
    for key, why in sorted(told):
        yield Judgement(first.key, key, "same", "rule:same-name", why, 0.99)


def _reasons(profile: Profile) -> Iterator[str]:
    """Why each member is the first one; a reason that many have is one string."""
    first = profile.members[0]
    known = f" and identifier {' '.join(profile.identifiers[0])}" if profile.identifiers else ""
    mine, reasons = fullest_name(first), dict[str, str]()
    for other in profile.members:
        name = fullest_name(other)
        if name not in reasons:
            told = f"“{mine}”" if name == mine else f"written “{mine}” and “{name}”"
            plain = f"same name {told}"
            reasons[name] = f"same name{known}, {told}" if known or name != mine else plain
        yield scripts_told(reasons[name], first, other)


def _judgement(folded: list[Profile], link: Link, verdict: Verdict, why: str) -> Judgement:
    left, right = folded[link.left].members[0], folded[link.right].members[0]
    names = f"“{left.name}” and “{right.name}”"
    told = scripts_told(why if "“" in why else f"{why}: {names}", left, right)
    rule = f"rule:{link.rule}"
    return Judgement(left.key, right.key, verdict, rule, told, link.score)
