"""Actors that no document names: one for each noun, so that a network can show them if asked.

*The police* of one report and of the next need not be the same, and nothing here says so: the
judgement is a convention, open about itself, and networks leave these actors out by default.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from actors.resolve.records import Candidate
from actors.types import SAME_NOUN, UNNAMED, Judgement

CHANCE = 0.5
"""Nothing tells whether two documents mean the same police."""


def noun(candidate: Candidate) -> str:
    """What an actor without a name is called; empty if it has a name.

    >>> noun(Candidate("d:e", "d", "the police", "organisation", None, (("unnamed", "police"),)))
    'police'
    """
    return dict(candidate.identifiers).get(UNNAMED, "")


def by_noun(candidates: Iterable[Candidate]) -> list[tuple[Candidate, ...]]:
    """Those that are called by the same noun, each called no more than that."""
    found: dict[str, list[Candidate]] = {}
    for one in candidates:
        if noun(one):
            found.setdefault(noun(one), []).append(called(one))
    return [tuple(sorted(found[word], key=lambda one: one.key)) for word in sorted(found)]


def called(candidate: Candidate) -> Candidate:
    """The candidate with its noun as its name: *two journalists* are *journalists*."""
    word = noun(candidate)
    return replace(candidate, name=word, names=((word, 1),))


def same_noun(groups: Iterable[Sequence[Candidate]]) -> Iterator[Judgement]:
    """Why they are one node."""
    for members in groups:
        first, (first_key, *others) = (
            members[0],
            sorted(key for one in members for key in one.entity_keys()),
        )
        why = f"no name is given: all are called “{noun(first)}”, and need not be the same"
        for key in others:
            yield Judgement(first_key, key, "same", SAME_NOUN, why, CHANCE)
