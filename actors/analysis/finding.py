"""The actors of a study by any of their names: for cards, timelines, scores and decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from actors.errors import CurationError, NotFound
from actors.network.presence import counts
from actors.resolve.handles import plain
from actors.resolve.lookup import Evidence, Found, Lookup
from actors.types import RELATION_VERBS, Actor, nameless

if TYPE_CHECKING:
    from actors.study.study import Study
    from actors.types import Key, Level

WRITTEN = """
SELECT mentions.text, members.actor, count(*)
FROM mentions JOIN members USING (document, entity)
WHERE mentions.level = ?
AND contains(regexp_replace(lower(strip_accents(mentions.text)), '[^a-z0-9 ]', '', 'g'), ?)
GROUP BY ALL ORDER BY ALL"""
FIRST = """
SELECT name FROM documents WHERE key IN (
    SELECT mentions.document FROM mentions JOIN members USING (document, entity)
    WHERE members.actor = ?)
ORDER BY name LIMIT 1"""
KEYS = "SELECT key FROM actors UNION SELECT document || ':' || entity FROM members"


def lookup(study: Study, *, unnamed: bool = False) -> Lookup:
    """A lookup among the actors of a study; it knows the user's list, and what documents mean.

    Args:
        study: what was built or opened
        unnamed: actors that no document names (*police*) are found by their noun
    """
    with study.store() as store:
        actors = [one for one in store.all(Actor) if unnamed or not nameless(one)]
        known = store.known()
    evidence = Evidence(
        meant=lambda name: _meant(study, name, "name"),
        spoken_of=lambda name: _meant(study, name, "nominal"),
        described=lambda actor: _described(study, actor),
    )
    return Lookup(actors, known, evidence)


def found_by(study: Study, name: str) -> Found:
    """Whom a name means, and how it was read.

    Raises:
        NotFound: nobody has the name; says who is near
        Ambiguous: several have it; says what tells them apart
    """
    return lookup(study).look_up(name)


def _meant(study: Study, name: str, level: Level) -> Mapping[Key, int]:
    """How often each actor is meant where documents write these words."""
    wanted = plain(name)
    word = max(wanted.split(), key=len, default="")
    with study.store() as store:
        rows = store.connection.execute(WRITTEN, [level, word]).fetchall()
    counted: Counter[Key] = Counter()
    for text, actor, times in rows:
        if plain(text) == wanted:
            counted[actor] += int(times)
    return counted


def _described(study: Study, actor: Actor) -> str:
    """How often an actor is mentioned, and the first document that does."""
    with study.store() as store:
        mentions, _ = counts(store, actor.key)[actor.key]
        row = store.connection.execute(FIRST, [actor.key]).fetchone()
    times = f"{mentions} mention" + ("s" if mentions != 1 else "")
    return f"{times}, as in {row[0]}" if row else times


class OwnNames:
    """Names as they were typed to names that decisions can be replayed by.

    A decision is written with the actor's own name, or with its key where another actor has the
    name too. Keys stay as they are. ``notes`` say how names were read.
    """

    def __init__(self, study: Study) -> None:
        self._study = study
        self.notes: list[str] = []

    @cached_property
    def _lookup(self) -> Lookup:
        return lookup(self._study, unnamed=True)

    @cached_property
    def _keys(self) -> frozenset[Key]:
        """The keys of actors, and of entities, by which a decision may call an actor too."""
        with self._study.store() as store:
            rows = store.connection.execute(KEYS).fetchall()
        return frozenset(key for (key,) in rows)

    def decision(
        self, verb: str, about: Any, says: Mapping[str, Any]
    ) -> tuple[Any, dict[str, Any]]:
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
        self, verb: str, about: Any, says: Mapping[str, Any]
    ) -> tuple[Any, dict[str, Any]]:
        if verb in RELATION_VERBS:
            return self._ends(about), self._ends(says)
        if verb == "add_actor" or isinstance(about, Mapping):
            return about, dict(says)
        if isinstance(about, str):
            return self._own(about), dict(says)
        return self._several(list(about)), dict(says)

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

    def _ends(self, says: Any) -> Any:
        """The ends of a tie: places have no ties, so their governments are meant."""
        if not isinstance(says, Mapping):
            return says
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
