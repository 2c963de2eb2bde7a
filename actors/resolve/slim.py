"""Candidates without what is never asked of them, so that millions fit in memory.

Who a country, a place or an identified body is meant with tells nothing about it: its name or its
identifier does. What is written often, such as a name or a role, is kept once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from actors.resolve.records import Candidate
from actors.resolve.unnamed import noun

__all__ = ["parted"]


def parted(candidates: Iterable[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """The candidates that have a name, and those that have none.

    >>> one = Candidate("d:e", "d", "Peru", "country", neighbours=("Chile",))
    >>> parted([one])
    ([Candidate(key='d:e', document='d', name='Peru', kind='country', subtype=None, \
identifiers=(), names=(), story='', published=None, roles=(), affiliations=(), neighbours=())], [])
    """
    kept: dict[Any, Any] = {}
    named, nameless = list[Candidate](), list[Candidate]()
    for one in candidates:
        (nameless if noun(one) else named).append(_slim(one, kept))
    return named, nameless


def _slim(one: Candidate, kept: dict[Any, Any]) -> Candidate:
    told = _needs_evidence(one)
    return replace(
        one,
        document=kept.setdefault(one.document, one.document),
        name=kept.setdefault(one.name, one.name),
        identifiers=kept.setdefault(one.identifiers, one.identifiers),
        names=kept.setdefault(one.names, one.names),
        story=kept.setdefault(one.story, one.story),
        roles=_same(one.roles, kept),
        affiliations=_same(one.affiliations, kept),
        neighbours=_same(one.neighbours, kept) if told else (),
    )


def _same(words: tuple[str, ...], kept: dict[Any, Any]) -> tuple[str, ...]:
    """The words, each of them one object in all candidates."""
    return tuple(kept.setdefault(word, word) for word in words)


def _needs_evidence(one: Candidate) -> bool:
    """Whether a name alone may not tell who is meant."""
    return one.kind == "person" or (one.kind in ("organisation", "group") and not one.identifiers)
