"""Entities that nothing tells apart, as one candidate: most of a corpus is repetition.

A fold is exact: its entities have one name, kind and evidence, so whatever holds of one of them
holds of all. Where a story or a year may tell two apart, both have to be the same too.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable

from actors.resolve.records import Candidate, HomeDocument, Repeats
from actors.types import Key, entity_key

__all__ = ["Folds", "part"]


class Folds:
    """Candidates as they come, those that nothing tells apart put together.

    Args of the class:
        scoped: whether entities of two stories are told apart where the name alone may not tell

    >>> folds = Folds()
    >>> for key in ("b", "a"):
    ...     folds.add(Candidate(f"{key}:e", key, "Peru", "country"), HomeDocument(key, "", None))
    >>> [(one.key, one.times) for one in folds.all()]
    [('a:e', 2)]
    """

    def __init__(self, *, scoped: bool = True) -> None:
        self._scoped = scoped
        self._alone: list[Candidate] = []
        self._first: dict[Hashable, Candidate] = {}
        self._others: dict[Hashable, tuple[list[HomeDocument], list[str]]] = {}

    def add(self, one: Candidate, home: HomeDocument) -> None:
        """Take one more candidate, with its document."""
        name = one.key.removeprefix(f"{home.key}:")
        if one.neighbours or entity_key(home.key, name) != one.key:
            self._alone.append(one)  # who stands beside somebody is hardly ever the same twice
            return
        likeness = self._likeness(one)
        if self._first.setdefault(likeness, one) is not one:
            homes, names = self._others.setdefault(likeness, ([], []))
            homes += [home, *one.repeats.homes]
            names += [name, *one.repeats.ids]

    def all(self) -> list[Candidate]:
        """The candidates; each fold under the first of its keys."""
        for likeness, (homes, names) in self._others.items():
            first = self._first[likeness]
            more = zip(homes, names, strict=True)
            self._first[likeness] = _of(first, [*_entities(first), *more])
        return [*self._alone, *self._first.values()]

    def _likeness(self, one: Candidate) -> Hashable:
        """What has to be equal in two candidates of which one can stand for both."""
        told = (one.name, one.kind, one.subtype, one.identifiers, one.names)
        surely = bool(one.identifiers) or one.kind in ("country", "place")
        scope = one.scope if self._scoped and not surely else ""
        year = one.published.year if one.published and one.kind == "person" else 0
        return (*told, one.roles, one.affiliations, scope, year)


def part(one: Candidate, keys: Collection[Key]) -> Candidate:
    """Those of the entities of a candidate that have some keys, of which there is one at least."""
    return _of(one, [each for each in _entities(one) if entity_key(each[0].key, each[1]) in keys])


_Entity = tuple[HomeDocument, str]


def _entities(one: Candidate) -> Iterable[_Entity]:
    ids = (one.key.removeprefix(f"{one.document}:"), *one.repeats.ids)
    return zip(one.homes(), ids, strict=True)


def _of(one: Candidate, entities: Iterable[_Entity]) -> Candidate:
    """A candidate that stands for other entities."""
    (home, name), *others = sorted(entities, key=lambda each: entity_key(each[0].key, each[1]))
    repeats = Repeats(tuple(each for each, _ in others), tuple(each for _, each in others))
    return one.standing_for(entity_key(home.key, name), home, repeats)
