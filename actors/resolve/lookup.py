"""Looking an actor up by whatever an analyst types: the one way from a name to an actor.

The ways to read a name are tried one after the other, the exact ones first, and the first that
leads to an actor decides. A place (*Moscow*) leads to the government that it stands for where
the study has that; the place itself is found as *Moscow (place)*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from actors.knowledge.own import Known
from actors.resolve.handles import Handles, untitled
from actors.resolve.spelling import folded
from actors.resolve.suggestions import choice, known_as, nobody
from actors.resolve.ways import ALIAS, CAPITAL, FOLDED_ALIAS, NAME, SEAT, WAYS, Wanted, Way
from actors.types import Actor, Key

__all__ = ["DocumentEvidence", "Found", "Lookup", "find"]

_BRACKETED = re.compile(r"(.+?)\s*\(([^()]+)\)")
"""A name with a kind, or another name, in brackets: *Moscow (place)*, *China (PRC)*."""


@dataclass(frozen=True, slots=True)
class DocumentEvidence:
    """What the documents say of names: without it, names are read by the tables alone.

    ``meant`` tells how often each actor is meant where documents write a name; ``spoken_of``
    the same for words that are no name (*the Kremlin envoy*); ``described`` tells, in words,
    where an actor is mentioned.
    """

    meant: Callable[[str], Mapping[Key, int]] = lambda _: {}
    spoken_of: Callable[[str], Mapping[Key, int]] = lambda _: {}
    described: Callable[[Actor], str] = lambda _: ""


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a name means; ``how`` says so where it is more than the actor's own name."""

    actor: Actor
    how: str = ""


def find(actors: Iterable[Actor], name: str, known: Iterable[Known] = ()) -> Actor:
    """The actor that a name means.

    Args:
        actors: among whom to look
        name: a name, alias or acronym, with or without accents, dots, articles, case, titles,
            legal forms and the order of its words; an adjective (*Tajik*), a capital or seat
            (*Kremlin*), a key, an identifier (``Q863``, ``iso3166:TJ``), a part that only one
            actor has; with a kind in brackets, one of that kind (``Moscow (place)``)
        known: actors of the user's list, whose names count too

    Raises:
        NotFound: nobody fits; says who is near
        Ambiguous: several fit; says what tells them apart

    >>> tajikistan = Actor("k1", "Tajikistan", "country", identifiers=(("iso3166", "TJ"),))
    >>> kabulov = Actor("k2", "Zamir Kabulov", "person")
    >>> [find([tajikistan, kabulov], name).key for name in ("Dushanbe", "Tajik", "Kabulov, Z.")]
    ['k1', 'k1', 'k2']
    """
    return Lookup(actors, known).look_up(name).actor


class Lookup:
    """Looks names up among the same actors; see `find`.

    What was worked out of the names of actors that ``before`` has too is taken from there.
    """

    def __init__(
        self,
        actors: Iterable[Actor],
        known: Iterable[Known] = (),
        evidence: DocumentEvidence = DocumentEvidence(),
        before: Lookup | None = None,
    ) -> None:
        listed = tuple(known)
        kept = {
            id(one.actor): one for one in (before._all if before else ()) if one.known == listed
        }
        self._all: list[Handles] = [kept.get(id(one)) or Handles(one, listed) for one in actors]
        self._evidence = evidence

    def look_up(self, name: str, *, sure: bool = False) -> Found:
        """Whom a name means, and how it was read.

        Args:
            name: as in `find`
            sure: for a decision that is kept: a place and its government are a choice

        Raises:
            NotFound, Ambiguous: as in `find`
        """
        for text, among in self._readable(name):
            found = self._first(Wanted(text), among, sure)
            if found:
                return found
        spoken_of = None if sure else self._spoken_of(name)
        if spoken_of is None:
            raise nobody(name, self._all)
        return spoken_of

    def surely(self, name: str) -> list[Actor]:
        """Whom a name may mean without guessing; nobody where only a part of it, say, fits.

        >>> actors = [Actor("k1", "Tajikistan", "country", identifiers=(("iso3166", "TJ"),))]
        >>> [[one.key for one in Lookup(actors).surely(name)] for name in ("Dushanbe", "Taji")]
        [['k1'], []]
        """
        for text, among in self._readable(name):
            wanted = Wanted(text)
            for way in _tried(wanted):
                hits = [one.actor for one in among if not way.loose and way.fits(one, wanted)]
                if hits:
                    return hits
        return []

    def _spoken_of(self, name: str) -> Found | None:
        """Whom documents speak of in these words."""
        meant = self._evidence.spoken_of(name)
        hits = [one.actor for one in self._all if one.actor.key in meant]
        if len(hits) > 1:
            raise choice(name, hits, self._evidence.described)
        return Found(hits[0], f"“{name}” is said of {hits[0].name}") if hits else None

    def alone(self, actor: Actor, *, aliases: bool = False) -> bool:
        """Whether no other actor has the name of an actor, or has it among its other names."""
        called = self._called[int(aliases)].get(folded(actor.name), set())
        return called <= {actor.key}

    @cached_property
    def _called(self) -> tuple[Mapping[str, set[Key]], Mapping[str, set[Key]]]:
        """The actors of each folded name: those called so, and those that are ever called so."""
        own: dict[str, set[Key]] = {}
        ever: dict[str, set[Key]] = {}
        for one in self._all:
            own.setdefault(one.forms[0], set()).add(one.actor.key)
            for form in one.forms:
                ever.setdefault(form, set()).add(one.actor.key)
        return own, ever

    def _readable(self, name: str) -> Iterator[tuple[str, Sequence[Handles]]]:
        """The name and whom it may mean: as typed, with a kind in brackets, without a title.

        Two names at once are tried one after the other: *ISIL/Daesh*, *China (PRC)*.
        """
        yield name, self._all
        bracketed = _BRACKETED.fullmatch(name.strip())
        if bracketed:
            kind = bracketed[2].casefold().replace(" ", "_")
            of_kind = [one for one in self._all if kind in (one.actor.kind, one.actor.subtype)]
            yield bracketed[1], of_kind
        bare = untitled(name)
        if bare != name:
            yield bare, [one for one in self._all if one.actor.kind == "person"]
        if not bracketed or not of_kind:
            parts = bracketed.groups() if bracketed else name.split("/")
            yield from ((part, self._all) for part in parts if len(parts) > 1)

    def _first(self, wanted: Wanted, among: Sequence[Handles], sure: bool) -> Found | None:
        """The first way of reading the name that leads to somebody decides."""
        places: list[Actor] = []
        for way in _tried(wanted):
            hits = [one.actor for one in among if way.fits(one, wanted)]
            acting = [actor for actor in hits if actor.kind != "place"]
            if way in (ALIAS, FOLDED_ALIAS) and acting:
                acting = _with_governments(acting, among, wanted)
            if places and way.loose:
                break
            if not way.loose:
                places = places or [actor for actor in hits if actor.kind == "place"]
            if acting or (hits and way.loose):
                return self._decided(wanted, acting or hits, way, places, sure)
        return self._decided(wanted, places, NAME, (), sure) if places else None

    def _decided(
        self,
        wanted: Wanted,
        hits: Sequence[Actor],
        way: Way,
        places: Sequence[Actor],
        sure: bool,
    ) -> Found:
        if len(hits) > 1 or (sure and places):
            raise choice(wanted.text, [*hits, *places], self._evidence.described)
        told = way.how.format(text=wanted.text, name=hits[0].name)
        if way in (SEAT, CAPITAL):
            told += self._read_so(wanted, hits[0])
        itself = f"the place itself is “{places[0].name} (place)”" if places else ""
        return Found(hits[0], "; ".join(filter(None, (told, itself))))

    def _read_so(self, wanted: Wanted, actor: Actor) -> str:
        """How often the documents mean the actor by the name of its seat."""
        meant = self._evidence.meant(wanted.text)
        total = sum(meant.values())
        times = f"{meant.get(actor.key, 0)} of {total} mentions"
        return f" (read so in {times})" if total else ""


def _tried(wanted: Wanted) -> Iterator[Way]:
    """The ways that may be tried: a name that tables know (*Guinea*) is no part of another."""
    if wanted.plain:
        yield from (way for way in WAYS if not way.loose)
        if not known_as(wanted.text):
            yield from (way for way in WAYS if way.loose)


def _with_governments(acting: list[Actor], among: Iterable[Handles], wanted: Wanted) -> list[Actor]:
    """Whoever is called like a capital (*Paris*, *London*), and whose capital that is."""
    governments = [one.actor for one in among if wanted.plain in one.tabled["capital"]]
    return acting + [actor for actor in governments if actor not in acting]
