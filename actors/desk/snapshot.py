"""What is worked out of one state of a study, each when a screen first asks for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from actors.analysis.finding import lookup
from actors.analysis.ledger import Ledger
from actors.analysis.questions import (
    AboutActors,
    Question,
    TieQuestions,
    about_actors,
    questions,
)
from actors.analysis.review import Named, doubts, named
from actors.analysis.standing import Standing
from actors.network.presence import counts
from actors.ontology import MARK, Ontology, ontology
from actors.store.listings import document_rows
from actors.store.queries import outlets, record_count
from actors.store.relations import corrected_ends
from actors.types import Actor, Correction, Judgement, Key, Rule, content_key

if TYPE_CHECKING:
    from actors.analysis.statements import Statement
    from actors.resolve import Resolution
    from actors.resolve.lookup import Lookup
    from actors.store import Store

__all__ = ["Snapshot"]

Made = TypeVar("Made")
_FEW = 8
"""Actors that are counted one by one where a decision changes them."""


class Snapshot:
    """A study as it is after some decisions.

    Args of the class:
        store: the records, open for reading
        rules: the decisions that were applied
        resolution: who is who, if it is at hand
        before: the state before; what the last decision did not change is taken from it
    """

    def __init__(
        self,
        store: Store,
        rules: Sequence[Rule],
        resolution: Resolution | None = None,
        before: Snapshot | None = None,
    ) -> None:
        self.store = store
        self.rules = tuple(rules)
        self.runs = record_count(store, "runs")
        self.version = content_key(str(self.runs), *map(repr, rules))
        self._resolution = resolution
        kept = before if before is not None and before.runs == self.runs else None
        same = kept is not None and resolution is not None and resolution is kept._resolution
        self._remembered: dict[str, Any] = {}
        self._texts: dict[str, Any] = kept._texts if kept else {}
        self._actors: dict[str, Any] = kept._actors if kept and same else {}
        self._before: dict[str, Any] = kept._counts() if kept and not same else {}
        self.corrections = self._while_same_actors("corrections", self._corrections)

    @property
    def people(self) -> Mapping[Key, Actor]:
        """The actors by their keys."""
        return self._while_same_actors("people", self._people)

    def _people(self) -> Mapping[Key, Actor]:
        found = self._resolution.actors if self._resolution else self.store.all(Actor)
        return {actor.key: actor for actor in found}

    @property
    def members(self) -> Mapping[Key, Actor]:
        """The actor that each entity belongs to."""
        return self._while_same_actors("members", self._members)

    def _members(self) -> Mapping[Key, Actor]:
        return {entity: actor for actor in self.people.values() for entity in actor.members}

    @property
    def judgements(self) -> Sequence[Judgement]:
        """What was decided about who is who, by rules and by people."""
        if self._resolution:
            return self._resolution.judgements
        return self._while_same_actors("judgements", lambda: list(self.store.all(Judgement)))

    def adopt(self, resolution: Resolution | None) -> None:
        """Take from a resolution what was read from the study, which says the same."""
        self._resolution = resolution
        self._actors.pop("judgements", None)

    @cached_property
    def lookup(self) -> Lookup:
        """Actors by any of their names."""
        before = self._actors.get("lookup", self._before.get("lookup"))
        people = self.people.values()
        self._actors["lookup"] = lookup(self.store, unnamed=True, people=people, before=before)
        found: Lookup = self._actors["lookup"]
        return found

    @property
    def types(self) -> Ontology:
        """The types of ties, those of the user's own among them."""
        return self._kept("types", lambda: ontology(self.store.mark(MARK)))

    def _corrections(self) -> Sequence[Correction]:
        """What people corrected of single mentions."""
        return self._resolution.corrections if self._resolution else self.store.corrections()

    @property
    def counted(self) -> Mapping[Key, tuple[int, int]]:
        """The mentions of each actor, and the documents that hold them."""
        return self._while_same_actors("counted", self._counted)

    def _counted(self) -> Mapping[Key, tuple[int, int]]:
        """Counted anew where an actor is another than before; all where mentions are others."""
        before: Mapping[Key, Actor] = self._before.get("people", {})
        known: Mapping[Key, tuple[int, int]] = self._before.get("counted", {})
        if not known or self._before.get("corrections") != self.corrections:
            return counts(self.store)
        changed = [key for key, one in self.people.items() if before.get(key) is not one]
        if len(changed) > _FEW:
            return counts(self.store)
        same = {key: known[key] for key in self.people if key in known}
        return same | {key: counts(self.store, key).get(key, (0, 0)) for key in changed}

    @cached_property
    def ledger(self) -> Ledger:
        """What the documents state, after the decisions."""
        found = self._kept("ledger", lambda: Ledger(self.store, self.documents))
        found.follow(self.people, corrected_ends(self.store) if self.corrections else {})
        found.decide(self.rules)
        return found

    @cached_property
    def statements(self) -> list[Statement]:
        """The sentences that state ties, those of the newest documents first."""
        return self.ledger.statements

    @property
    def standing(self) -> Standing:
        """Who is mentioned how much, and what a merge would change."""
        return self.remembered("standing", self._standing)

    def _standing(self) -> Standing:
        mentions = {key: times for key, (times, _) in self.counted.items()}
        names = {key: actor.name for key, actor in self.people.items()}
        return Standing(mentions, self.ledger.of_actor, names)

    @cached_property
    def questions(self) -> list[Question]:
        """What a person should look at, the most consequential first."""
        about = self._while_same_actors("asked", self._asked)
        ties = self._kept("asked ties", TieQuestions)
        return questions(about, self.statements, self.rules, ties)

    def _asked(self) -> AboutActors:
        entities = self._entities()
        asked = doubts(self.store, self.judgements, self.members, entities)
        return about_actors(self.store, asked)

    def _entities(self) -> Named:
        if self.corrections:
            return named(self.store)
        return self._kept("entities", lambda: named(self.store))

    @cached_property
    def doubtful(self) -> Mapping[Key, int]:
        """How many questions are open about each document."""
        return Counter(key for one in self.questions for key in one.documents)

    @property
    def documents(self) -> list[tuple[Any, ...]]:
        """The documents with the columns of `actors.store.listings.document_rows`."""
        return self._kept("documents", lambda: document_rows(self.store))

    @property
    def outlets(self) -> list[str]:
        """The sources of the documents."""
        return self._kept("outlets", lambda: outlets(self.store))

    def remembered(self, name: str, make: Callable[[], Made]) -> Made:
        """What a screen works out of this state, once."""
        if name not in self._remembered:
            self._remembered[name] = make()
        made: Made = self._remembered[name]
        return made

    def name(self, key: Key) -> str:
        """What an actor is called."""
        return self.people[key].name if key in self.people else key

    def _kept(self, name: str, make: Callable[[], Made]) -> Made:
        """What only reading documents changes: made once, handed on from state to state."""
        if name not in self._texts:
            self._texts[name] = make()
        made: Made = self._texts[name]
        return made

    def _while_same_actors(self, name: str, make: Callable[[], Made]) -> Made:
        """What only another who is who changes: handed on while that is the same."""
        if name not in self._actors:
            self._actors[name] = make()
        made: Made = self._actors[name]
        return made

    def _counts(self) -> dict[str, Any]:
        """What the next state needs to know of this one where who is who is another."""
        names = ("people", "counted", "corrections", "lookup")
        return {name: self._actors[name] for name in names if name in self._actors}
