"""How often each actor is mentioned, and what a merge would change about its rank and its ties."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from actors.analysis.statements import Statement
from actors.types import Key

__all__ = ["MergeEffect", "Standing"]


@dataclass(frozen=True, slots=True)
class MergeEffect:
    """What a merge would do.

    ``mentions`` is how often the two are mentioned together, ``ties`` how many kinds of ties the
    less mentioned one brings, ``joined`` how many of those the other has already. ``name`` is the
    more mentioned one, ``rank`` its rank by mentions now, and ``later`` its rank then.
    """

    name: str
    mentions: int
    ties: int
    joined: int
    rank: int
    later: int


class Standing:
    """The ranks of actors by mentions.

    Args of the class:
        mentions: how often each actor is mentioned
        statements: gives what is stated about an actor
        names: what each is called
    """

    def __init__(
        self,
        mentions: Mapping[Key, int],
        statements: Callable[[Key], Iterable[Statement]],
        names: Mapping[Key, str],
    ) -> None:
        self._mentions = mentions
        self._statements = statements
        self._names = names

    @cached_property
    def _fewest_last(self) -> list[int]:
        return sorted(-times for times in self._mentions.values())

    def rank(self, key: Key) -> int:
        """The place of an actor by mentions, counted from 1; those with as many share it.

        >>> Standing({"a": 9, "b": 4, "c": 4, "d": 1}, lambda _: (), {}).rank("c")
        2
        """
        return 1 + bisect_left(self._fewest_last, -self._mentions.get(key, 0))

    def merged(self, one: Key, other: Key) -> MergeEffect:
        """What would change if two actors were one.

        >>> standing = Standing({"a": 9, "b": 6, "c": 5}, lambda _: (), {"c": "Ann"})
        >>> effect = standing.merged("c", "b")
        >>> effect.rank, effect.later, effect.mentions
        (2, 1, 11)
        """
        more, less = sorted((one, other), key=lambda key: (-self._mentions.get(key, 0), key))
        total = self._mentions.get(one, 0) + self._mentions.get(other, 0)
        ties = {end for end in self._ends(less) if end[0] != more}
        joined = ties & self._ends(more)
        later = 1 + bisect_left(self._fewest_last, -total)
        name = self._names.get(more, more)
        return MergeEffect(name, total, len(ties), len(joined), self.rank(more), later)

    def _ends(self, key: Key) -> set[tuple[Key, str, bool]]:
        """With whom an actor has which type of tie, and whether it is its source."""
        return {
            (one.target if one.source == key else one.source, one.type, one.source == key)
            for one in self._statements(key)
        }
