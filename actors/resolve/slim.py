"""Candidates without what is never asked of them, so that millions fit in memory.

Who a country, a place or an identified body is meant with tells nothing about it: its name or its
identifier does. What is written often, such as a name or a role, is kept once, and entities that
nothing tells apart become one candidate with its repeats.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar, cast

from actors.languages.latin import is_latin
from actors.resolve.folds import Folds
from actors.resolve.records import Candidate, HomeDocument
from actors.resolve.unnamed import called, noun

__all__ = ["parted"]

_Value = TypeVar("_Value")


def parted(candidates: Iterable[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """The candidates that have a name, and those that have none.

    >>> one = Candidate("d:e", "d", "Peru", "country", neighbours=("Chile",))
    >>> other = Candidate("c:e", "c", "Peru", "country", neighbours=("Bolivia",))
    >>> [(each.key, list(each.repeats.entity_keys())) for each in parted([one, other])[0]]
    [('c:e', ['d:e'])]
    """
    kept = _Interned()
    named, nameless = Folds(), Folds()
    for one in candidates:
        if noun(one):
            nameless.add(_slim(called(one), kept), _home(one, kept))
        else:
            named.add(_slim(one, kept), _home(one, kept))
    return named.all(), nameless.all()


class _Interned:
    """Equal values as one object."""

    def __init__(self) -> None:
        self._kept: dict[object, object] = {}

    def one(self, value: _Value) -> _Value:
        """The object that stands for a value: the first that was given."""
        return cast("_Value", self._kept.setdefault(value, value))


def _home(one: Candidate, kept: _Interned) -> HomeDocument:
    """The document of a candidate, one object for all candidates of it."""
    return kept.one(HomeDocument(kept.one(one.document), one.story, one.published))


def _slim(one: Candidate, kept: _Interned) -> Candidate:
    told = _needs_evidence(one)
    return replace(
        one,
        document=kept.one(one.document),
        name=kept.one(one.name),
        identifiers=kept.one(one.identifiers),
        names=_names(one, kept),
        story=kept.one(one.story),
        roles=_same(one.roles, kept) if told else (),
        affiliations=_same(one.affiliations, kept) if told else (),
        neighbours=_same(one.neighbours, kept) if told else (),
    )


def _names(one: Candidate, kept: _Interned) -> tuple[tuple[str, int], ...]:
    """The names, without how many times a document has each; 0 is a name in another script.

    A candidate that has its name alone needs no list of one.
    """
    names = tuple((name, min(times, 1)) for name, times in one.names)
    if names == ((one.name, 1),) and is_latin(one.name):
        return ()
    return kept.one(names)


def _same(words: tuple[str, ...], kept: _Interned) -> tuple[str, ...]:
    """The words, each of them one object in all candidates; what is equal as a whole is one too."""
    return tuple(kept.one(word) for word in words)


def _needs_evidence(one: Candidate) -> bool:
    """Whether a name alone may not tell who is meant."""
    return one.kind == "person" or (one.kind in ("organisation", "group") and not one.identifiers)
