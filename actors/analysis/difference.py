"""What changed between two runs, or two studies: which actors merged, split, came or went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from actors.errors import NotFound
from actors.store.records import Run
from actors.types import Key, Kind

if TYPE_CHECKING:
    from actors.store import Store

#: An entity by the name of its document and its own name there.
Member: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ActorAtRun:
    """An actor as it was after a run."""

    key: Key
    name: str
    kind: Kind
    members: frozenset[Member]

    @property
    def documents(self) -> int:
        """In how many documents it was found."""
        return len({document for document, _ in self.members if document})


@dataclass(frozen=True, slots=True)
class Change:
    """Actors before, and the actors after that have to do with them."""

    before: tuple[ActorAtRun, ...] = ()
    after: tuple[ActorAtRun, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changed in who is who.

    ``merged`` have several actors before and one after, ``split`` one before and several
    after, ``renamed`` one of each (another name or kind), ``appeared`` none before,
    ``vanished`` none after. ``same`` counts the actors of which nothing of this is true; they
    may have gained or lost documents.
    """

    merged: tuple[Change, ...] = ()
    split: tuple[Change, ...] = ()
    renamed: tuple[Change, ...] = ()
    appeared: tuple[Change, ...] = ()
    vanished: tuple[Change, ...] = ()
    same: int = 0

    def __repr__(self) -> str:
        counts = [f"{len(changes)} {name}" for name, changes in self.parts().items()]
        return f"<Difference: {', '.join((*counts, f'{self.same} same'))}>"

    def _repr_html_(self) -> str:
        from actors.views.notebook import Listing, panel

        listings = [
            Listing(name.capitalize(), ("before", "after"), [_names(one) for one in changes])
            for name, changes in self.parts().items()
        ]
        return panel("Difference", {"Actors with no such change": self.same}, listings)

    def parts(self) -> dict[str, tuple[Change, ...]]:
        """The kinds of changes by name, in the order in which they matter."""
        names = ("merged", "split", "renamed", "appeared", "vanished")
        return {name: getattr(self, name) for name in names}


def _names(change: Change) -> tuple[str, str]:
    before, after = (
        ", ".join(f"{one.name} ({one.kind})" for one in each)
        for each in (change.before, change.after)
    )
    return before, after


def known_after(store: Store, run: int | None = None) -> dict[Key, ActorAtRun]:
    """The actors of a study after a run, the last one if none is given.

    Args:
        store: the records of the study
        run: its number, counting from 1

    Raises:
        NotFound: there was no such run, or it was made before runs were remembered
    """
    runs = list(store.all(Run))
    last = len(runs)
    number = last if run is None else run
    if not 1 <= number <= last:
        raise NotFound(f"there is no run {number}: the study has runs 1 to {last}")
    rows = store.members_at(number)
    if not rows and dict(runs[number - 1].counts).get("actors"):
        raise NotFound(f"run {number} is not remembered: an older version of actors made it")
    members: dict[tuple[Key, str, Kind], set[Member]] = defaultdict(set)
    for document, entity, key, name, kind in rows:
        members[key, name, kind].add((document, entity))
    return {about[0]: ActorAtRun(*about, frozenset(own)) for about, own in members.items()}


def difference(before: Mapping[Key, ActorAtRun], after: Mapping[Key, ActorAtRun]) -> Difference:
    """Which actors merged, split, were renamed, appeared and vanished.

    Actors are followed through the entities that they are made of, not through their keys.
    """
    to, back = _ways(before, after), _ways(after, before)
    merged = _changes(back, after, before, several=True)
    split = _changes(to, before, after, several=True)
    pairs = [
        (before[old], after[new])
        for old, news in to.items()
        if len(news) == 1 and len(back[new := min(news)]) == 1
    ]
    renamed = [(old, new) for old, new in pairs if (old.name, old.kind) != (new.name, new.kind)]
    return Difference(
        merged=tuple(Change(others, (one,)) for one, others in merged),
        split=tuple(Change((one,), others) for one, others in split),
        renamed=tuple(Change((old,), (new,)) for old, new in sorted(renamed, key=_by_first)),
        appeared=tuple(Change((), (one,)) for one, _ in _changes(back, after, before)),
        vanished=tuple(Change((one,), ()) for one, _ in _changes(to, before, after)),
        same=len(pairs) - len(renamed),
    )


def _ways(here: Mapping[Key, ActorAtRun], there: Mapping[Key, ActorAtRun]) -> dict[Key, set[Key]]:
    """For each actor here, the actors there that share an entity with it."""
    home: dict[Member, set[Key]] = defaultdict(set)
    for actor in there.values():
        for member in actor.members:
            home[member].add(actor.key)
    return {
        actor.key: set().union(*(home.get(member, set()) for member in actor.members))
        for actor in here.values()
    }


def _changes(
    ways: Mapping[Key, set[Key]],
    here: Mapping[Key, ActorAtRun],
    there: Mapping[Key, ActorAtRun],
    *,
    several: bool = False,
) -> Iterator[tuple[ActorAtRun, tuple[ActorAtRun, ...]]]:
    """The actors here that lead to several actors there, or to none; by name."""
    for actor in sorted(here.values(), key=_by_name):
        others = ways[actor.key]
        if (len(others) > 1) if several else not others:
            yield actor, tuple(sorted((there[key] for key in others), key=_by_name))


def _by_name(actor: ActorAtRun) -> tuple[str, Key]:
    return (actor.name, actor.key)


def _by_first(pair: tuple[ActorAtRun, ActorAtRun]) -> tuple[str, Key]:
    return _by_name(pair[0])
