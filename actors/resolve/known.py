"""Actors of the user's list: what the corpus calls by their names is theirs, and says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from actors.knowledge.own import Known
from actors.resolve.naming import Group
from actors.resolve.profiles import family
from actors.resolve.spelling import folded
from actors.types import Judgement

RULE = "rule:known list"
_NAME = "a name"
_SHORT = "an acronym"
"""What handles are called that are no identifiers."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """An actor of the list, by its number, that a group may be; the surest claim of all wins."""

    sure: bool
    number: int
    why: str


def join_known(
    groups: Sequence[Group], known: Iterable[Known]
) -> tuple[list[Group], list[Judgement]]:
    """Join the groups that are one actor of a list, under its name and identifiers.

    A group is an actor of the list if they share an identifier, else if a full name, an
    alias or an acronym of the list is among its names and their kinds agree. A surname alone
    is not enough, nor is a name that two actors of the list have; different identifiers of
    one scheme speak against everything.

    Args:
        groups: what the rules have found
        known: the list

    Returns:
        the groups, the joined ones last, and a judgement for each group that was recognised
    """
    index = _Index(known)
    if not index.entries:
        return list(groups), []
    claimed: dict[int, list[Group]] = defaultdict(list)
    judgements: list[Judgement] = []
    left: list[Group] = []
    for group in groups:
        claim = _claim(group, index)
        if claim is None:
            left.append(group)
            continue
        claimed[claim.number].append(group)
        right = ":".join(("known", *index.entries[claim.number].identifiers[0]))
        judgements.append(Judgement(group.first.key, right, "same", RULE, claim.why))
    joined = (_joined(index.entries[number], claimed[number]) for number in sorted(claimed))
    return [*left, *joined], judgements


class _Index:
    """The entries of a list, found by any identifier, full name, alias or acronym."""

    def __init__(self, known: Iterable[Known]) -> None:
        self.entries = list(known)
        self._found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, entry in enumerate(self.entries):
            for handle in sorted({*_handles(entry)}):
                self._found[handle].append(number)

    def near(self, group: Group) -> list[int]:
        """The entries that share something with a group, in the order of the list."""
        handles = {*group.identifiers, *((_NAME, form) for form in group.forms)}
        handles |= {(_SHORT, text) for text in _written(group)}
        found = (number for handle in handles for number in self._found.get(handle, ()))
        return sorted({*found})


def _handles(entry: Known) -> Iterator[tuple[str, str]]:
    yield from entry.identifiers
    yield from ((_SHORT, short) for short in entry.acronyms)
    yield from ((_NAME, folded(name)) for name in (entry.name, *entry.aliases))


def _claim(group: Group, index: _Index) -> _Claim | None:
    near = ((number, index.entries[number]) for number in index.near(group))
    claims = [claim for pair in near if (claim := _compared(group, *pair))]
    sure = [claim for claim in claims if claim.sure] or claims
    return sure[0] if len(sure) == 1 else None


def _compared(group: Group, number: int, entry: Known) -> _Claim | None:
    mine, other = dict(group.identifiers), dict(entry.identifiers)
    shared = sorted(scheme for scheme in mine.keys() & other.keys())
    if any(mine[scheme] != other[scheme] for scheme in shared):
        return None
    if shared:
        why = f"on the known list as “{entry.name}”: {shared[0]} {mine[shared[0]]}"
        return _Claim(True, number, why)
    if family(entry.kind) != family(group.first.kind):
        return None
    called = _called(group, entry)
    why = f"on the known list as “{entry.name}”: called “{called}”"
    return _Claim(False, number, why) if called else None


def _called(group: Group, entry: Known) -> str:
    """The name of the list by which the corpus calls the group, or nothing."""
    written = _written(group)
    for short in entry.acronyms:
        if short in written:
            return short
    for name in (entry.name, *entry.aliases):
        full = entry.kind != "person" or " " in name.strip()
        if full and folded(name) in group.forms:
            return name
    return ""


def _written(group: Group) -> set[str]:
    """The names of a group as documents write them."""
    written = {text for member in group.members for text, _ in member.names}
    return written | {member.name for member in group.members}


def _joined(entry: Known, groups: Sequence[Group]) -> Group:
    first, *others = groups
    whole = first.joined(others) if others else first
    identifiers = dict(whole.set_identifiers) | dict(entry.identifiers)
    return replace(
        whole,
        set_name=entry.name,
        set_kind=entry.kind,
        set_subtype=entry.subtype or first.first.subtype,
        set_identifiers=tuple(sorted(identifiers.items())),
    )
