"""All statements of a study, kept in step with decisions: only what one touches is made anew."""

from __future__ import annotations

from bisect import insort
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from actors.analysis.rulings import (
    ActorPair,
    Naming,
    Ruling,
    Said,
    Tied,
    grouped,
    pair_of,
    ruled,
    tied,
)
from actors.analysis.statements import Printing, Statement, statement
from actors.network.build import KINDS, both_ways
from actors.ontology import MARK
from actors.store import Store
from actors.store.relations import RelationRow, relation_rows
from actors.store.tables import Row
from actors.types import RELATION_VERBS, Actor, Key, Rule, nameless

__all__ = ["Ledger"]

_Ends: TypeAlias = Mapping[tuple[Key, str], tuple[Key, Key]]
"""Relations, by document and id, to the entities at their ends."""


class Ledger:
    """What every document states, by the order of days, and whom it is about.

    Args of the class:
        store: the records of a study
        documents: as `actors.store.listings.document_rows` gives them
    """

    def __init__(self, store: Store, documents: Iterable[Row]) -> None:
        self._read = relation_rows(store)
        self._rows = list(self._read)
        self._ends: _Ends = {}
        self._printings = {
            row[0]: Printing(row[1], row[2], row[3], str(row[6] or "")) for row in documents
        }
        self._own_types = store.mark(MARK)
        self._mutual = both_ways(self._own_types)
        self._found: list[Statement | None] = [None] * len(self._rows)
        self._people: Mapping[Key, Actor] | None = None
        self._naming: Naming | None = None
        self._members: Mapping[Key, Actor] = {}
        self._rulings: list[Ruling] = []
        self._ruled: dict[int, Statement | None] = {}
        self._ties: dict[Tied, list[int]] = {}

    @cached_property
    def _places(self) -> dict[Key, list[int]]:
        """Where each entity is an end."""
        found: dict[Key, list[int]] = {}
        for place, row in enumerate(self._rows):
            found.setdefault(row.source, []).append(place)
            found.setdefault(row.target, []).append(place)
        return found

    @cached_property
    def _documents(self) -> dict[Key, tuple[int, int]]:
        """Where the relations of each document begin and end; they stand beside each other."""
        found: dict[Key, tuple[int, int]] = {}
        for place, row in enumerate(self._read):
            found[row.document] = (found.get(row.document, (place, 0))[0], place + 1)
        return found

    @cached_property
    def _numbers(self) -> Mapping[tuple[Key, str], int]:
        """Where each relation is, by its document and its id there."""
        return {(row.document, row.id): place for place, row in enumerate(self._read)}

    @cached_property
    def _names(self) -> Mapping[str, Key]:
        return {one.name: document for document, one in self._printings.items()}

    def follow(self, people: Mapping[Key, Actor], ends: _Ends | None = None) -> None:
        """Go along with a new resolution.

        Args:
            people: the actors by their keys
            ends: as `actors.store.relations.corrected_ends` gives them
        """
        before, self._people = self._people, people
        if before is people and ends == self._ends:
            return
        moved = self._correct(ends or {})
        self._naming = None
        self._members = {
            entity: actor
            for actor in people.values()
            if not nameless(actor)
            for entity in actor.members
        }
        changed = [] if before is None else _changed(before, people)
        touched = self._of_actors(changed) if before is not None else range(len(self._rows))
        stale: set[ActorPair] = set()
        for place in {*touched, *moved}:
            was, now = self._found[place], self._statement(self._rows[place])
            self._found[place] = now
            self._tie(place, was, now)
            stale |= {pair_of(one.source, one.target) for one in (was, now) if one is not None}
        keys = {one.key for one in changed}
        self._rulings = [
            one
            for one in self._rulings
            if not one.pairs & stale and not any(keys & {*pair} for pair in one.pairs)
        ]

    def _tie(self, place: int, was: Statement | None, now: Statement | None) -> None:
        """Count a relation to another tie than before."""
        row = self._read[place]
        if was is not None:
            before = tied(was, row)
            self._ties[before].remove(place)
            if not self._ties[before]:
                del self._ties[before]
        if now is not None:
            insort(self._ties.setdefault(tied(now, row), []), place)

    def _correct(self, ends: _Ends) -> set[int]:
        """Put other entities at the ends of relations; return where."""
        was, self._ends = self._ends, ends
        moved = {
            self._numbers[relation]
            for relation in {*was, *ends}
            if was.get(relation) != ends.get(relation) and relation in self._numbers
        }
        for place in moved:
            read = self._read[place]
            source, target = ends.get((read.document, read.id), (read.source, read.target))
            self._rows[place] = read._replace(source=source, target=target)
            for entity in (source, target):
                self._places.setdefault(entity, []).append(place)
        return moved

    def _of_actors(self, actors: Iterable[Actor]) -> set[int]:
        """The places of the relations of some actors."""
        entities = {entity for one in actors for entity in one.members}
        return {place for entity in entities for place in self._places.get(entity, ())}

    def _statement(self, row: RelationRow) -> Statement | None:
        printing = self._printings[row.document]
        return statement(row, self._members, printing, self._mutual, KINDS)

    def decide(self, rules: Iterable[Rule]) -> list[str]:
        """Apply decisions about ties in the place of those before; return which match nothing."""
        about = (rule for rule in rules if rule.verb in RELATION_VERBS)
        before = {one.pairs: one for one in self._rulings}
        self._rulings = [
            before[pairs]
            if pairs in before and before[pairs].rules == mine
            else self._ruling(pairs, mine)
            for pairs, mine in grouped(about, self._pairs)
        ]
        self._ruled = {}
        for one in self._rulings:
            told = {said.relation: said for said in one.statements if said.relation}
            for place in one.places:
                read = self._found[place]
                self._ruled[place] = told.get(read.relation) if read is not None else None
        return [warning for one in self._rulings for warning in one.warnings]

    def _pairs(self, rule: Rule) -> frozenset[ActorPair]:
        """The pairs of actors that a decision is about."""
        says = {**rule.says, **(rule.about if isinstance(rule.about, dict) else {})}
        if "relation" in says:
            one = self.as_read(str(says["relation"]))
            return frozenset({pair_of(one.source, one.target)} if one is not None else ())
        if self._naming is None:
            self._naming = Naming((self._people or {}).values())
        return self._naming.pairs(says)

    def as_read(self, relation: str) -> Statement | None:
        """Give a statement as it was read, by the name that decisions have for it."""
        name, _, number = relation.rpartition("#")
        place = self._numbers.get((self._names.get(name, ""), number), -1)
        return self._found[place] if place >= 0 else None

    def _ruling(self, pairs: frozenset[ActorPair], rules: tuple[Rule, ...]) -> Ruling:
        people = self._people or {}
        places = {place for pair in pairs for place in self._between(*pair)}
        read = {
            place: (one, self._rows[place])
            for place in sorted(places)
            if (one := self._found[place]) is not None
        }
        return ruled(pairs, rules, people, read, self._own_types)

    def _between(self, one: Key, other: Key) -> Iterator[int]:
        """The places of the relations of a pair."""
        people = self._people or {}
        fewer = min((one, other), key=lambda key: len(people[key].members))
        for place in self._of_actors([people[fewer]]):
            said = self._found[place]
            if said is not None and pair_of(said.source, said.target) == pair_of(one, other):
                yield place

    @property
    def rulings(self) -> Sequence[Ruling]:
        """What the decisions about ties made of them."""
        return self._rulings

    def undecided(
        self, among: Container[Key], *, either: bool = False
    ) -> Iterator[tuple[Tied, Sequence[int]]]:
        """The ties of some actors about which nothing was decided, and the places of each.

        The places are in the order of the statements: those of the newest documents come first.

        Args:
            among: the actors
            either: one end among them is enough; else both must be
        """
        decided, enough = (
            {pair for one in self._rulings for pair in one.pairs},
            any if either else all,
        )
        for tie, places in self._ties.items():
            ends = tie[0] in among, tie[1] in among
            if enough(ends) and pair_of(tie[0], tie[1]) not in decided:
                yield tie, places

    def said(self, place: int) -> Said:
        """What the relation at a place states, and how it was read."""
        one = self._found[place]
        assert one is not None
        return one, self._rows[place]

    @property
    def statements(self) -> list[Statement]:
        """The statements after the decisions: those that people added, then the newest first."""
        found = list(self._found)
        for place, one in self._ruled.items():
            found[place] = one
        return [*self._added, *(one for one in found if one is not None)]

    @property
    def _added(self) -> Iterator[Statement]:
        return (said for one in self._rulings for said in one.statements if not said.relation)

    def of_document(self, key: Key) -> list[Statement]:
        """The statements of a document."""
        return self._told(range(*self._documents.get(key, (0, 0))))

    def of_actor(self, key: Key) -> list[Statement]:
        """The statements about an actor."""
        one = (self._people or {}).get(key)
        told = self._told(sorted(self._of_actors([one] if one else ())))
        return [said for said in (*self._added, *told) if key in (said.source, said.target)]

    def _told(self, places: Iterable[int]) -> list[Statement]:
        told = (self._ruled.get(place, self._found[place]) for place in places)
        return [one for one in told if one is not None]


def _changed(before: Mapping[Key, Actor], now: Mapping[Key, Actor]) -> list[Actor]:
    """The actors that are no more as they were, and those that are new or another."""
    gone = (one for key, one in before.items() if now.get(key) is not one)
    new = (one for key, one in now.items() if before.get(key) is not one)
    return [
        *(one for one in gone if now.get(one.key) != one),
        *(one for one in new if before.get(one.key) != one),
    ]
