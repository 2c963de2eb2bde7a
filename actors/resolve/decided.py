"""The actors while decisions are applied to them, and whom a decision means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from actors.resolve.naming import Group
from actors.resolve.patterns import matches
from actors.resolve.records import Candidate
from actors.resolve.spelling import folded
from actors.types import Judgement, Key, Rule, Verdict

__all__ = ["Decided", "is_called", "is_ignored", "matching"]


@dataclass(slots=True)
class Decided:
    """The actors while decisions are applied: groups of candidates, judgements, warnings."""

    groups: list[Group]
    judgements: list[Judgement] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    unplaced: list[Rule] = field(default_factory=list)

    def copy(self) -> Decided:
        """The same, to which more decisions can be applied while this one stays."""
        return Decided([*self.groups], [*self.judgements], [*self.warnings], [*self.unplaced])

    def warn(self, rule: Rule, problem: str) -> None:
        """Tell that a decision could not be applied."""
        self.warnings.append(f"{rule.place or rule.verb}: {rule.verb}: {problem}")

    def judge(self, rule: Rule, left: Key, right: Key, verdict: Verdict) -> None:
        """Record what a person decided about two entities."""
        self.judgements.append(Judgement(left, right, verdict, "person", rule.reason))

    def one(self, rule: Rule, reference: str) -> Group | None:
        """The one actor that a reference means; a warning where there is none or are several."""
        found = matching(self.groups, reference)
        if len(found) == 1:
            return found[0]
        if not found:
            self.warn(rule, f"nobody is called “{reference}”")
        else:
            keys = ", ".join(sorted(group.key for group in found)[:5])
            self.warn(rule, f"“{reference}” are {len(found)} actors; give the key of one: {keys}")
        return None

    def replace(self, old: Group, new: Sequence[Group]) -> None:
        """Put other groups in the place of one."""
        self.groups = [group for group in self.groups if group is not old] + list(new)


def matching(groups: Iterable[Group], reference: str) -> list[Group]:
    """The actors that a reference means: a key, an identifier, else a name.

    Those *called* so come before those that have it among their other names.
    """
    groups = list(groups)
    exact = [group for group in groups if reference == group.key or reference in group.entities]
    scheme, colon, value = reference.partition(":")
    if not exact and colon:
        pair = (scheme.strip(), value.strip())
        exact = [group for group in groups if pair in group.identifiers]
    wanted = folded(reference)
    called = exact or [group for group in groups if folded(group.name) == wanted]
    return called or [group for group in groups if wanted in group.forms]


def is_called(member: Candidate, wanted: set[str]) -> bool:
    """Whether a decision means a member: by its key, its document or its name."""
    return member.key in wanted or member.document in wanted or folded(member.name) in wanted


def is_ignored(group: Group, about: Mapping[str, str]) -> bool:
    """Whether a decision to ignore names means an actor: by a name, or a pattern of names."""
    names = {group.name, *(member.name for member in group.members)}
    if "string" in about:
        return about["string"] in names
    return any(matches(about["pattern"], name) for name in sorted(names))
