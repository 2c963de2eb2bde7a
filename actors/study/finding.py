"""The actors of a study by any of their names: for cards, timelines, scores and decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from actors.network.presence import counts
from actors.resolve.curation import RELATIONS
from actors.resolve.handles import plain
from actors.resolve.lookup import Evidence, Found, Lookup
from actors.resolve.spelling import folded
from actors.types import Actor, nameless

if TYPE_CHECKING:
    from actors.study.study import Study
    from actors.types import Key

WRITTEN = """
SELECT mentions.text, members.actor, count(*)
FROM mentions JOIN members USING (document, entity)
WHERE mentions.level = 'name' AND contains(lower(strip_accents(mentions.text)), ?)
GROUP BY ALL ORDER BY ALL"""
FIRST = """
SELECT name FROM documents WHERE key IN (
    SELECT mentions.document FROM mentions JOIN members USING (document, entity)
    WHERE members.actor = ?)
ORDER BY name LIMIT 1"""


def lookup(study: Study, *, unnamed: bool = False) -> Lookup:
    """A lookup among the actors of a study; it knows the user's list, and what documents mean.

    Args:
        study: what was built or opened
        unnamed: actors that no document names (*police*) are found by their noun
    """
    with study.store() as store:
        actors = [one for one in store.all(Actor) if unnamed or not nameless(one)]
        known = store.known()
    evidence = Evidence(lambda name: _meant(study, name), lambda actor: _described(study, actor))
    return Lookup(actors, known, evidence)


def find(study: Study, name: str) -> Found:
    """Whom a name means, and how it was read.

    Raises:
        NotFound: nobody has the name; says who is near
        Ambiguous: several have it; says what tells them apart
    """
    return lookup(study).look_up(name)


def _meant(study: Study, name: str) -> Mapping[Key, int]:
    wanted = plain(name)
    word = max(wanted.split(), key=len, default="")
    with study.store() as store:
        rows = store.connection.execute(WRITTEN, [word]).fetchall()
    counted: Counter[Key] = Counter()
    for text, actor, times in rows:
        if plain(text) == wanted:
            counted[actor] += int(times)
    return counted


def _described(study: Study, actor: Actor) -> str:
    """How often an actor is mentioned, and the first document that does."""
    with study.store() as store:
        mentions, _ = counts(store, actor.key)
        row = store.connection.execute(FIRST, [actor.key]).fetchone()
    times = f"{mentions} mention" + ("s" if mentions != 1 else "")
    return f"{times}, as in {row[0]}" if row else times


class OwnNames:
    """Names as they were typed to names that decisions can be replayed by.

    A decision is written with the actor's own name, or with its key where another actor has the
    name too. Keys stay as they are. ``notes`` say how names were read.
    """

    def __init__(self, study: Study) -> None:
        with study.store() as store:
            self._actors = list(store.all(Actor))
        self._lookup = lookup(study, unnamed=True)
        self.notes: list[str] = []

    def decision(
        self, verb: str, about: Any, says: Mapping[str, Any]
    ) -> tuple[Any, dict[str, Any]]:
        """What a decision is about, and what else it says, in the actors' own names.

        Raises:
            NotFound: nobody has a name, or several have
        """
        if verb in RELATIONS:
            ends = about if isinstance(about, Mapping) else {}
            return (self._ends(ends) if ends else about), self._ends(says)
        if verb == "add_actor" or isinstance(about, Mapping):
            return about, dict(says)
        if isinstance(about, str):
            return self._own(about), dict(says)
        own = [self._own(name) for name in about]
        return (own if len({*own}) == len(own) else list(about)), dict(says)

    def _ends(self, says: Mapping[str, Any]) -> dict[str, Any]:
        """A tie is between actors that act, so that of a place its government is meant."""
        ends = ("source", "target")
        return {
            name: self._own(str(value), sure=False) if name in ends else value
            for name, value in says.items()
        }

    def _own(self, name: str, *, sure: bool = True) -> str:
        if any(name == one.key or name in one.members for one in self._actors):
            return name
        found = self._lookup.look_up(name, sure=sure)
        self.notes += [found.how] if found.how else []
        same = folded(found.actor.name)
        alone = sum(folded(one.name) == same for one in self._actors) == 1
        return found.actor.name if alone else found.actor.key
