"""What is counted in one document, so that every score is a ratio of sums over documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

__all__ = ["Miss", "Tallies", "Tally", "add", "of_sets"]


class Tally(NamedTuple):
    """How much of what was predicted is right, and how much of the gold was found.

    Precision is ``right / predicted``, recall ``found / gold``. The two numerators differ where
    several predictions stand for one gold item, or where a share of each counts, as in B-cubed.
    """

    right: float = 0.0
    predicted: float = 0.0
    found: float = 0.0
    gold: float = 0.0


Tallies: TypeAlias = dict[str, Tally]
"""What is counted of a document, by what is scored (``names, typed``)."""


class Miss(NamedTuple):
    """One difference between the gold and what was read, for people to look at.

    ``at`` is a place of the text near which it is, or None; ``sentence`` the one there.
    """

    document: str
    what: str
    gold: str
    read: str
    at: int | None = None
    sentence: str = ""


def add(one: Tally, other: Tally) -> Tally:
    """The sums of two tallies.

    >>> add(Tally(1, 2, 1, 1), Tally(0, 1, 0, 2))
    Tally(right=1, predicted=3, found=1, gold=3)
    """
    return Tally(*(left + right for left, right in zip(one, other, strict=True)))


def of_sets(predicted: Iterable[object], gold: Iterable[object]) -> Tally:
    """The tally of two sets of things that are right if they are the same.

    >>> of_sets({"a", "b", "c"}, {"a", "d"})
    Tally(right=1, predicted=3, found=1, gold=2)
    """
    ours, theirs = set(predicted), set(gold)
    both = len(ours & theirs)
    return Tally(both, len(ours), both, len(theirs))
