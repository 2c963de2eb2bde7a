"""What is worked out of one state of a study, each when a screen first asks for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from actors.analysis.finding import lookup
from actors.analysis.ledger import Ledger
from actors.analysis.questions import Question, questions
from actors.analysis.review import doubts, named
from actors.analysis.standing import Standing
from actors.network.presence import counts
from actors.ontology import MARK, Ontology, ontology
from actors.store.listings import document_rows
from actors.store.queries import outlets, record_count
from actors.store.relations import corrected_ends
from actors.types import Actor, Judgement, Key, Rule, content_key

if TYPE_CHECKING:
    from actors.analysis.statements import Statement
    from actors.resolve.lookup import Lookup
    from actors.store import Store

__all__ = ["Snapshot"]

Made = TypeVar("Made")


class Snapshot:
    """A study as it is after some decisions.

    Args of the class:
        store: the records, open for reading
        rules: the decisions that were applied
        resolution: actors and judgements, if they are at hand
        before: the state before; what no decision changes is taken from it
    """

    def __init__(
        self,
        store: Store,
        rules: Sequence[Rule],
        resolution: tuple[Sequence[Actor], Sequence[Judgement]] | None = None,
        before: Snapshot | None = None,
    ) -> None:
        self.store = store
        self.rules = tuple(rules)
        self.runs = record_count(store, "runs")
        self.version = content_key(str(self.runs), *map(repr, rules))
        self._resolution = resolution
        same = before is not None and before.runs == self.runs
        self._remembered: dict[str, Any] = {}
        self._texts: dict[str, Any] = before._texts if before and same else {}

    @cached_property
    def people(self) -> Mapping[Key, Actor]:
        """The actors by their keys."""
        found = self._resolution[0] if self._resolution else self.store.all(Actor)
        return {actor.key: actor for actor in found}

    @cached_property
    def members(self) -> Mapping[Key, Actor]:
        """The actor that each entity belongs to."""
        return {entity: actor for actor in self.people.values() for entity in actor.members}

    @cached_property
    def judgements(self) -> Sequence[Judgement]:
        """What was decided about who is who, by rules and by people."""
        return self._resolution[1] if self._resolution else list(self.store.all(Judgement))

    @cached_property
    def lookup(self) -> Lookup:
        """Actors by any of their names."""
        return lookup(self.store, unnamed=True)

    @property
    def types(self) -> Ontology:
        """The types of ties, those of the user's own among them."""
        return self._kept("types", lambda: ontology(self.store.mark(MARK)))

    @cached_property
    def counted(self) -> Mapping[Key, tuple[int, int]]:
        """The mentions of each actor, and the documents that hold them."""
        return counts(self.store)

    @cached_property
    def statements(self) -> list[Statement]:
        """The sentences that state ties, those of the newest documents first."""
        ledger = self._kept("ledger", lambda: Ledger(self.store, self.documents))
        ledger.follow(self.people, corrected_ends(self.store))
        return ledger.statements(self.store, self.rules)

    @cached_property
    def by_document(self) -> Mapping[Key, list[Statement]]:
        """The statements of each document."""
        found: dict[Key, list[Statement]] = {}
        for one in self.statements:
            found.setdefault(one.document, []).append(one)
        return found

    @cached_property
    def by_actor(self) -> Mapping[Key, list[Statement]]:
        """The statements about each actor."""
        found: dict[Key, list[Statement]] = {}
        for one in self.statements:
            found.setdefault(one.source, []).append(one)
            found.setdefault(one.target, []).append(one)
        return found

    @cached_property
    def standing(self) -> Standing:
        """Who is mentioned how much, and what a merge would change."""
        mentions = {key: times for key, (times, _) in self.counted.items()}
        names = {key: actor.name for key, actor in self.people.items()}
        return Standing(mentions, self.by_actor, names)

    @cached_property
    def questions(self) -> list[Question]:
        """What a person should look at, the most consequential first."""
        entities = self._kept("entities", lambda: named(self.store))
        asked = doubts(self.store, self.judgements, self.members, entities)
        return questions(self.store, asked, self.statements, self.rules)

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
