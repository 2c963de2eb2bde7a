"""Decisions applied one after the other, so that one more costs what one costs."""

from __future__ import annotations

from collections.abc import Sequence

from actors.resolve.decided import Decided
from actors.resolve.decisions import apply
from actors.resolve.naming import Group
from actors.types import Rule

__all__ = ["Replay"]

_KEPT = 20
"""Decisions that can be taken back without applying all of them again."""


class Replay:
    """What decisions make of the groups that the rules found.

    It gives what `actors.resolve.decisions.decide` gives, and keeps what the last decisions left.

    Args of the class:
        groups: what the rules found
    """

    def __init__(self, groups: Sequence[Group]) -> None:
        self._first = Decided(list(groups))
        self._rules: list[Rule] = []
        self._left: dict[int, Decided] = {}

    def decided(self, rules: Sequence[Rule]) -> Decided:
        """The groups after some decisions, from where these part from the last ones on.

        >>> from actors.resolve.records import Candidate
        >>> from actors.types import Rule
        >>> one = Group((Candidate("d1:e0", "d1", "RIA", "organisation"),))
        >>> replay, rule = Replay([one]), Rule("rename", "RIA", {"to": "Novosti"})
        >>> [replay.decided(each).groups[0].name for each in ([rule], [])]
        ['Novosti', 'RIA']
        """
        start = max((n for n in self._left if self._rules[:n] == list(rules[:n])), default=0)
        state = self._left.get(start, self._first)
        kept = {n: left for n, left in self._left.items() if n <= start}
        for number, rule in enumerate(rules[start:], start=start + 1):
            state = state.copy()
            apply(state, rule)
            kept[number] = state
        self._rules = list(rules)
        self._left = dict(list(kept.items())[-_KEPT:])
        return state
