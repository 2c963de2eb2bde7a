"""People beat rules: the analyst's decisions, applied over what the rules found.

Decisions are applied in the order they are written, to the actors as they are at that
moment, so the newest wins: a split after a merge undoes it, and a merge after a split
brings together again. What matches nothing is reported, never dropped silently.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from actors.resolve.corrections import about_mention
from actors.resolve.decided import Decided, is_called, is_ignored, matching
from actors.resolve.naming import Group
from actors.resolve.profiles import family, form, parsed
from actors.resolve.records import Candidate
from actors.resolve.spelling import folded
from actors.types import RELATION_VERBS, Key, Rule, content_key

_NAMED = 8
"""Names that a warning lists at most."""


def decide(groups: Sequence[Group], rules: Iterable[Rule]) -> Decided:
    """Apply decisions about actors; those about relations are left to the network.

    One about a single mention is about its `Candidate`, as `actors.resolve.corrections` gives it;
    before that it is left out, since without its document nobody knows whom it means.

    >>> one = Group((Candidate("d1:e0", "d1", "RIA", "organisation"),))
    >>> two = Group((Candidate("d2:e0", "d2", "Novosti", "organisation"),))
    >>> from actors.resolve.curation import parse
    >>> found = decide([one, two], parse("- merge: [RIA, Novosti]"))
    >>> len(found.groups), found.judgements[0].by
    (1, 'person')
    """
    decided = Decided(list(groups))
    for rule in rules:
        apply(decided, rule)
    return decided


def apply(decided: Decided, rule: Rule) -> None:
    """Apply one more decision; see `decide`."""
    if rule.verb not in RELATION_VERBS and not about_mention(rule):
        _APPLY[rule.verb](decided, rule)


def _merge(decided: Decided, rule: Rule) -> None:
    chosen: list[Group] = []
    for reference in rule.about:
        group = decided.one(rule, reference)
        if group is None:
            return
        if not any(group is other for other in chosen):
            chosen.append(group)
    first, *others = chosen
    if not others:
        _confirm(decided, rule, first)
    for other in others:
        decided.judge(rule, first.first.key, other.first.key, "same")
    kept = [group for group in decided.groups if not any(group is one for one in chosen)]
    decided.groups = [*kept, first.joined(others)] if others else decided.groups


def _confirm(decided: Decided, rule: Rule, group: Group) -> None:
    """A person says of two that the rules have joined that they are the same."""
    named = [key for key in rule.about if key in _entity_keys(group)]
    for other in named[1:]:
        decided.judge(rule, named[0], other, "same")


def _apart(decided: Decided, rule: Rule) -> None:
    """Actors that are not the same: nothing changes, and nobody need ask again."""
    groups = [decided.one(rule, reference) for reference in rule.about]
    chosen = [group for group in groups if group is not None]
    for number, group in enumerate(chosen):
        for other in chosen[:number]:
            if other is group:
                decided.warn(rule, f"“{group.name}” is one actor: use split to take it apart")
            else:
                decided.judge(rule, other.first.key, group.first.key, "different")


def _told_only(decided: Decided, rule: Rule) -> None:
    """What changes nobody: a note, or that a person could not decide; the names must be right."""
    about = rule.about if isinstance(rule.about, list) else [rule.about]
    for reference in about if not isinstance(rule.about, dict) else ():
        decided.one(rule, reference)


def _split(decided: Decided, rule: Rule) -> None:
    group = decided.one(rule, rule.about)
    if group is None:
        return
    wanted = {folded(name) for name in rule.says["off"]} | set(rule.says["off"])
    leaving = [one for one in group.singles if is_called(one, wanted)]
    staying = [one for one in group.singles if not is_called(one, wanted)]
    if not leaving or not staying:
        which = "none" if not leaving else "all"
        called = ", ".join(sorted({f"“{one.name}”" for one in group.members})[:_NAMED])
        problem = f"{which} of the entities of “{rule.about}” is called that; they are: {called}"
        decided.warn(rule, problem)
        return
    decided.judge(rule, staying[0].key, leaving[0].key, "different")
    decided.replace(group, [group.with_members(staying), Group(tuple(leaving))])


def without(groups: Iterable[Group], gone: Collection[Key]) -> list[Group]:
    """The actors without some entities; those that are left with none are no actors any more."""
    left = []
    for group in groups:
        if not gone or group.entities.isdisjoint(gone):
            left.append(group)
        elif kept := [one for one in group.singles if one.key not in gone]:
            left.append(group.with_members(kept))
    return left


def _place(decided: Decided, rule: Rule) -> None:
    """A single mention is of the actor that the decision names, or of a new one.

    It gives its actor no other name, day or evidence: it counts as the actor's first entity does.
    """
    mention: Candidate = rule.about
    new = "kind" in rule.says
    chosen = None if new else decided.one(rule, str(rule.says["to"]))
    if not new and chosen is None:
        decided.unplaced.append(rule)
        return
    for group in [each for each in decided.groups if mention.key in each.entities]:
        staying = [one for one in group.singles if one.key != mention.key]
        if group is not chosen:
            decided.replace(group, [group.with_members(staying)] if staying else [])
    if chosen is None:
        decided.groups.append(Group((mention,)))
    elif mention.key not in chosen.entities:
        decided.judge(rule, chosen.first.key, mention.key, "same")
        alike = replace(chosen.first, key=mention.key, document=mention.document)
        decided.replace(chosen, [chosen.joined([Group((alike,))])])


def _move(decided: Decided, rule: Rule) -> None:
    """What some documents say of one actor belongs to another."""
    if isinstance(rule.about, Candidate):
        _place(decided, rule)
        return
    keys = {rule.about} if isinstance(rule.about, str) else set(rule.about)
    chosen = decided.one(rule, str(rule.says["to"]))
    if chosen is None:
        return
    leaving = [
        one for group in decided.groups if group is not chosen and group.entities & keys
        for one in group.singles if one.key in keys
    ]  # fmt: skip
    if not leaving:
        decided.warn(rule, f"no other actor than “{chosen.name}” has an entity of these keys")
        return
    for group in [each for each in decided.groups if each is not chosen and each.entities & keys]:
        _leave(decided, rule, group, [one for one in group.singles if one.key in keys])
    for one in leaving:
        decided.judge(rule, chosen.first.key, one.key, "same")
    decided.replace(chosen, [chosen.joined([Group(tuple(leaving))])])


def _leave(decided: Decided, rule: Rule, group: Group, gone: Sequence[Candidate]) -> None:
    """Take some candidates out of a group; an empty one is no actor any more."""
    staying = [one for one in group.singles if one not in gone]
    if staying:
        decided.judge(rule, staying[0].key, gone[0].key, "different")
    decided.replace(group, [group.with_members(staying)] if staying else [])


def _pin(decided: Decided, rule: Rule) -> None:
    """Only what is called one of the names belongs to the actor, and all of that does."""
    group = decided.one(rule, rule.about)
    if group is None:
        return
    wanted = {folded(name) for name in rule.says["names"]} | set(rule.says["names"])
    staying = [one for one in group.singles if is_called(one, wanted)]
    if not staying:
        decided.warn(rule, f"none of the entities of “{rule.about}” is called that")
        return
    apart = _by_form(one for one in group.singles if not is_called(one, wanted))
    for other in apart:
        decided.judge(rule, staying[0].key, other.first.key, "different")
    joining = _taken_from_others(decided, group, wanted)
    for one in joining:
        decided.judge(rule, staying[0].key, one.key, "same")
    decided.replace(group, [group.with_members([*staying, *joining]), *apart])


def _taken_from_others(decided: Decided, group: Group, wanted: set[str]) -> list[Candidate]:
    """Take candidates that are called one of the names, and are of one kind, out of others."""
    kind, taken = family(group.first.kind), []
    for other in list(decided.groups):
        leaving = [
            one
            for each in other.members
            if other is not group and folded(each.name) in wanted and family(each.kind) == kind
            for one in each.singles()
        ]
        if leaving:
            taken += sorted(leaving, key=lambda one: one.key)
            staying = [one for one in other.singles if one not in leaving]
            decided.replace(other, [other.with_members(staying)] if staying else [])
    return taken


def _rename(decided: Decided, rule: Rule) -> None:
    _change(decided, rule, name=str(rule.says["to"]))


def _retype(decided: Decided, rule: Rule) -> None:
    _change(decided, rule, kind=rule.says["kind"], subtype=rule.says.get("subtype"))


def _identify(decided: Decided, rule: Rule) -> None:
    pairs = tuple((scheme, str(value)) for scheme, value in rule.says["with"].items())
    group = decided.one(rule, rule.about)
    if group is not None:
        decided.replace(group, [group.changed(set_identifiers=(*group.set_identifiers, *pairs))])


def _ignore(decided: Decided, rule: Rule) -> None:
    if isinstance(rule.about, dict):
        found = [group for group in decided.groups if is_ignored(group, rule.about)]
    else:
        found = matching(decided.groups, rule.about)
    if not found:
        decided.warn(rule, f"nobody is called “{_told(rule.about)}”")
    for group in found:
        decided.replace(group, [group.changed(ignored=True)])


def _add_actor(decided: Decided, rule: Rule) -> None:
    """An actor that no document names: an entity of its own, made by hand."""
    if matching(decided.groups, rule.about):
        return
    key = f"person:{content_key('added', rule.about, rule.says['kind'])}"
    pairs = rule.says.get("identifiers") or {}
    added = Candidate(
        key,
        "person",
        rule.about,
        rule.says["kind"],
        rule.says.get("subtype"),
        tuple((scheme, str(value)) for scheme, value in pairs.items()),
    )
    decided.groups.append(Group((added,)))


def _change(decided: Decided, rule: Rule, **changes: Any) -> None:
    group = decided.one(rule, rule.about)
    if group is not None:
        decided.replace(group, [group.changed(**changes)])


def _by_form(members: Iterable[Candidate]) -> list[Group]:
    forms: dict[str, list[Candidate]] = {}
    for member in members:
        forms.setdefault(form(parsed(family(member.kind), member.name)), []).append(member)
    return [Group(tuple(forms[one])) for one in sorted(forms)]


def _entity_keys(group: Group) -> tuple[Key, ...]:
    return tuple(key for member in group.members for key in member.entity_keys())


def _told(about: str | Mapping[str, object]) -> str:
    return about if isinstance(about, str) else " ".join(map(str, about.values()))


_APPLY: Mapping[str, Callable[[Decided, Rule], None]] = {
    "merge": _merge,
    "apart": _apart,
    "split": _split,
    "move": _move,
    "add_mention": _place,
    "pin": _pin,
    "rename": _rename,
    "retype": _retype,
    "identify": _identify,
    "ignore": _ignore,
    "add_actor": _add_actor,
    "note": _told_only,
    "unsure": _told_only,
}
