"""All statements of a study, kept in step with decisions: only what one touches is made anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import TypeAlias

from actors.analysis.networks import among, concerned
from actors.analysis.statements import Printing, Statement, curated_statements, statement
from actors.network.build import KINDS, both_ways
from actors.network.decisions import curate
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
        self._mutual = both_ways(store.mark(MARK))
        self._found: list[Statement | None] = [None] * len(self._rows)
        self._people: Mapping[Key, Actor] | None = None
        self._members: Mapping[Key, Actor] = {}

    @cached_property
    def _places(self) -> dict[Key, list[int]]:
        """Where each entity is an end."""
        found: dict[Key, list[int]] = {}
        for place, row in enumerate(self._rows):
            found.setdefault(row.source, []).append(place)
            found.setdefault(row.target, []).append(place)
        return found

    def follow(self, people: Mapping[Key, Actor], ends: _Ends | None = None) -> None:
        """Go along with a new resolution.

        Args:
            people: the actors by their keys
            ends: as `actors.store.reviewing.corrected_ends` gives them
        """
        before, self._people = self._people, people
        moved = self._correct(ends or {})
        self._members = {
            entity: actor
            for actor in people.values()
            if not nameless(actor)
            for entity in actor.members
        }
        for place in {*self._touched(before, people), *moved}:
            self._found[place] = self._statement(self._rows[place])

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

    @cached_property
    def _numbers(self) -> Mapping[tuple[Key, str], int]:
        """Where each relation is, by its document and its id there."""
        return {(row.document, row.id): place for place, row in enumerate(self._read)}

    def _touched(
        self, before: Mapping[Key, Actor] | None, now: Mapping[Key, Actor]
    ) -> Collection[int]:
        """The relations with an end whose actor is another than before, or looks different."""
        if before is None:
            return range(len(self._rows))
        gone = (one for key, one in before.items() if now.get(key) != one)
        new = (one for key, one in now.items() if before.get(key) != one)
        changed = {entity for one in (*gone, *new) for entity in one.members}
        return {place for entity in changed for place in self._places.get(entity, ())}

    def _statement(self, row: RelationRow) -> Statement | None:
        printing = self._printings[row.document]
        return statement(row, self._members, printing, self._mutual, KINDS)

    def statements(self, store: Store, rules: Iterable[Rule]) -> list[Statement]:
        """The statements after some decisions about relations, the newest first."""
        decided = [rule for rule in rules if rule.verb in RELATION_VERBS]
        read = [one for one in self._found if one is not None]
        if not decided:
            return read
        about = concerned(store, decided)
        graph = among(store, about, "stated")
        list(curate(graph, decided))
        told = {one.relation: one for one in curated_statements(graph) if one.relation}
        added = [one for one in curated_statements(graph) if not one.relation]
        kept = (
            told.get(one.relation) if one.source in about and one.target in about else one
            for one in read
        )  # fmt: skip
        return [*added, *(one for one in kept if one is not None)]
