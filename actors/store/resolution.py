"""Who is who in a study: actors, judgements, corrections, stories, and what the rules found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from actors.store import reading, rows, tables
from actors.store.connected import Connected
from actors.store.explaining import explained
from actors.store.records import DECIDED, RESOLVED, SHOWN, GroupRow
from actors.store.tables import GIVEN, Row, insert
from actors.types import Actor, Correction, Judgement, Key

__all__ = ["WhoIsWho"]


class WhoIsWho(Connected):
    """What a store keeps of a resolution, each part replaced as a whole."""

    __slots__ = ()

    def replace_resolution(
        self,
        judgements: Iterable[Judgement],
        actors: Iterable[Actor],
        corrections: Iterable[Correction] = (),
    ) -> None:
        """Put a new resolution in the place of the old one, all or nothing."""
        people = list(actors)
        with self._transaction():
            self._forget_marks(RESOLVED, SHOWN)
            self._correct(corrections)
            numbered = (rows.judgement_row(*pair) for pair in enumerate(judgements))
            self._refill(tables.JUDGEMENTS, numbered)
            self._refill(tables.ACTORS, map(rows.actor_row, people))
            members = (row for actor in people for row in rows.member_rows(actor))
            self._refill(tables.MEMBERS, members)

    def amend_resolution(
        self,
        gone: Collection[Key],
        new: Iterable[Actor],
        first: int,
        told: Iterable[Judgement],
        decided: str,
        corrections: Iterable[Correction] | None = None,
    ) -> None:
        """Change a resolution where decisions changed it, all or nothing.

        Args:
            gone: keys of actors to take out
            new: actors to put in, perhaps under keys that were taken out
            first: the place from which on judgements are others
            told: the judgements from there on
            decided: the mark of the decisions
            corrections: of single mentions, if they are others than before
        """
        people = list(new)
        with self._transaction():
            self._forget_marks(RESOLVED, SHOWN, DECIDED)
            if corrections is not None:
                self._correct(corrections)
            for table, key in (("members", "actor"), ("actors", "key")) if gone else ():
                self.connection.execute(f"DELETE FROM {table} WHERE {key} IN {GIVEN}", [list(gone)])
            insert(self.connection, tables.ACTORS, map(rows.actor_row, people))
            members = (row for actor in people for row in rows.member_rows(actor))
            insert(self.connection, tables.MEMBERS, members)
            self.connection.execute("DELETE FROM judgements WHERE position >= ?", [first])
            numbered = (rows.judgement_row(*pair) for pair in enumerate(told, start=first))
            insert(self.connection, tables.JUDGEMENTS, numbered)
            insert(self.connection, tables.MARKS, [(DECIDED, decided)])

    def _correct(self, corrections: Iterable[Correction]) -> None:
        """Put corrections of single mentions in the place of those that were."""
        for table, made in rows.correction_rows(corrections):
            self._refill(table, made)

    def corrections(self) -> list[Correction]:
        """What people corrected, mention by mention, as it was applied last."""
        with explained():
            return reading.read_corrections(self.connection)

    def stories(self) -> dict[Key, Key]:
        """The story of each document, as last worked out: document key to story key."""
        query = f"SELECT {tables.STORIES.names} FROM stories ORDER BY document"
        with explained():
            return dict(self.connection.execute(query).fetchall())

    def replace_stories(
        self,
        stories: Mapping[Key, Key],
        reprints: Mapping[tuple[Key, int], tuple[Key, int]],
    ) -> None:
        """Put new stories in the place of the old ones, all or nothing.

        ``reprints`` maps sentences, each a document's key and a number, to those they repeat.
        """
        with self._transaction():
            self._forget_marks()
            self._refill(tables.STORIES, sorted(stories.items()))
            repeated = ((*again, *first) for again, first in sorted(reprints.items()))
            self._refill(tables.REPRINTS, repeated)

    def groups(self) -> list[GroupRow]:
        """What the rules found at last, before any decision of a person."""
        with explained():
            return reading.read_groups(self.connection)

    def replace_groups(self, groups: Iterable[GroupRow]) -> None:
        """Keep what the rules found, before any decision of a person."""
        named = list[Row]()

        def members() -> Iterator[Row]:
            for number, group in enumerate(groups):
                named.extend([rows.recognised_row(number, group)] if group.name else [])
                yield from rows.group_rows(number, group)

        with self._transaction():
            self._forget_marks()
            self._refill(tables.GROUPS, members())
            self._refill(tables.RECOGNISED, named)
