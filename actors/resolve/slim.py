"""Candidates without what is never asked of them, so that millions fit in memory.

Who a country, a place or an identified body is meant with tells nothing about it: its name or its
identifier does. What is written often, such as a name or a role, is kept once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar, cast

from actors.resolve.records import Candidate
from actors.resolve.unnamed import noun

__all__ = ["parted"]

_Value = TypeVar("_Value")


def parted(candidates: Iterable[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """The candidates that have a name, and those that have none.

    >>> one = Candidate("d:e", "d", "Peru", "country", neighbours=("Chile",))
    >>> parted([one])
    ([Candidate(key='d:e', document='d', name='Peru', kind='country', subtype=None, \
identifiers=(), names=(), story='', published=None, roles=(), affiliations=(), neighbours=())], [])
    """
    kept = _Interned()
    named, nameless = list[Candidate](), list[Candidate]()
    for one in candidates:
        (nameless if noun(one) else named).append(_slim(one, kept))
    return named, nameless


class _Interned:
    """Equal values as one object."""

    def __init__(self) -> None:
        self._kept: dict[object, object] = {}

    def one(self, value: _Value) -> _Value:
        """The object that stands for a value: the first that was given."""
        return cast("_Value", self._kept.setdefault(value, value))


def _slim(one: Candidate, kept: _Interned) -> Candidate:
    told = _needs_evidence(one)
    return replace(
        one,
        document=kept.one(one.document),
        name=kept.one(one.name),
        identifiers=kept.one(one.identifiers),
        names=kept.one(one.names),
        story=kept.one(one.story),
        roles=_same(one.roles, kept),
        affiliations=_same(one.affiliations, kept),
        neighbours=_same(one.neighbours, kept) if told else (),
    )


def _same(words: tuple[str, ...], kept: _Interned) -> tuple[str, ...]:
    """The words, each of them one object in all candidates."""
    return tuple(kept.one(word) for word in words)


def _needs_evidence(one: Candidate) -> bool:
    """Whether a name alone may not tell who is meant."""
    return one.kind == "person" or (one.kind in ("organisation", "group") and not one.identifiers)
