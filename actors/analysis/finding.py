"""The actors of a study by any of their names: for cards, timelines, scores and decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from actors.errors import CurationError, NotFound
from actors.network.presence import counts
from actors.resolve.handles import plain
from actors.resolve.lookup import DocumentEvidence, Found, Lookup
from actors.store.queries import first_document, known_keys, mentions_of_spelling
from actors.types import RELATION_VERBS, Actor, Json, nameless

if TYPE_CHECKING:
    from actors.store import Store
    from actors.types import Key, Level


def lookup(
    store: Store,
    *,
    unnamed: bool = False,
    people: Iterable[Actor] | None = None,
    before: Lookup | None = None,
) -> Lookup:
    """A lookup among the actors of a study; it knows the user's list, and what documents mean.

    Args:
        store: the records of the study; open for as long as names are looked up
        unnamed: actors that no document names (*police*) are found by their noun
        people: the actors of the study, if they are at hand
        before: of the same study, if some of its actors are still as they were
    """
    found = store.all(Actor) if people is None else people
    actors = [one for one in found if unnamed or not nameless(one)]
    evidence = DocumentEvidence(
        meant=lambda name: _meant(store, name, "name"),
        spoken_of=lambda name: _meant(store, name, "nominal"),
        described=lambda actor: _described(store, actor),
    )
    return Lookup(actors, store.known(), evidence, before)


def found_by(store: Store, name: str) -> Found:
    """Whom a name means, and how it was read.

    Raises:
        NotFound: nobody has the name; says who is near
        Ambiguous: several have it; says what tells them apart
    """
    return lookup(store).look_up(name)


def found_actors(store: Store, names: str | Iterable[str]) -> list[Actor]:
    """The actors that names mean, in their order.

    Raises:
        NotFound: nobody has a name; says who is near
        Ambiguous: several have it; says what tells them apart
    """
    several = [names] if isinstance(names, str) else list(names)
    known = lookup(store) if several else None
    return [known.look_up(name).actor for name in several] if known else []


def _meant(store: Store, name: str, level: Level) -> Mapping[Key, int]:
    """How often each actor is meant where documents write these words."""
    wanted = plain(name)
    word = max(wanted.split(), key=len, default="")
    counted: Counter[Key] = Counter()
    for text, actor, times in mentions_of_spelling(store, level, word):
        if plain(text) == wanted:
            counted[actor] += int(times)
    return counted


def _described(store: Store, actor: Actor) -> str:
    """How often an actor is mentioned, and the first document that does."""
    mentions, _ = counts(store, actor.key)[actor.key]
    times = f"{mentions} mention" + ("s" if mentions != 1 else "")
    first = first_document(store, actor.key)
    return f"{times}, as in {first}" if first else times


class OwnNames:
    """Names as they were typed to names that decisions can be replayed by.

    A decision is written with the actor's own name, or with its key where another actor has the
    name too. Keys stay as they are. ``notes`` say how names were read.
    """

    def __init__(
        self, store: Store, known: Lookup | None = None, keys: Container[Key] | None = None
    ) -> None:
        self._store = store
        self._known = known
        self._given = keys
        self.notes: list[str] = []

    @cached_property
    def _lookup(self) -> Lookup:
        return self._known or lookup(self._store, unnamed=True)

    @cached_property
    def _keys(self) -> Container[Key]:
        """The keys of actors, and of entities, by which a decision may call an actor too."""
        return known_keys(self._store) if self._given is None else self._given

    def decision(
        self, verb: str, about: Json, says: Mapping[str, Json]
    ) -> tuple[Json, dict[str, Json]]:
        """What a decision is about, and what else it says, in the actors' own names.

        Raises:
            CurationError: nobody has a name, several have one, or it is that of a place and of
                its government; or two names are of one actor, and documents write but one
        """
        try:
            return self._decision(verb, about, says)
        except NotFound as error:
            raise CurationError(f"nothing was changed: {error}") from error

    def _decision(
        self, verb: str, about: Json, says: Mapping[str, Json]
    ) -> tuple[Json, dict[str, Json]]:
        if verb in RELATION_VERBS:
            return self._ends(about) if isinstance(about, Mapping) else about, self._ends(says)
        if verb in ("move", "add_mention") and "kind" not in says:
            return about, {**says, "to": self._own(str(says["to"]))}
        if verb == "add_actor" or isinstance(about, Mapping):
            return about, dict(says)
        if isinstance(about, Sequence) and not isinstance(about, str):
            return self._several(list(map(str, about))), dict(says)
        return self._own(str(about)), dict(says)

    def _several(self, about: list[str]) -> list[str]:
        """Several actors; names that are joined already may be said to be one for good."""
        own = [self._own(name) for name in about]
        if len({*own}) == len(own):
            return own
        if not all(name in self._keys or self._is_written(name) for name in about):
            raise CurationError(f"{' and '.join(map(repr, about))} are one actor already: {own[0]}")
        return about

    def _is_written(self, name: str) -> bool:
        """Whether a name is one that documents give its actor."""
        actor = self._lookup.look_up(name).actor
        return plain(name) in map(plain, (actor.name, *actor.aliases))

    def _ends(self, says: Mapping[str, Json]) -> dict[str, Json]:
        """The ends of a tie: places have no ties, so their governments are meant."""
        return {
            name: self._own(str(value), tie=True) if name in ("source", "target") else value
            for name, value in says.items()
        }

    def _own(self, name: str, *, tie: bool = False) -> str:
        """The name to write; the end of a tie is also found by other names, as it is replayed."""
        if name in self._keys:
            return name
        found = self._lookup.look_up(name, sure=not tie)
        self.notes += [found.how] if found.how else []
        alone = self._lookup.alone(found.actor, aliases=tie)
        return found.actor.name if alone else found.actor.key
