"""A corpus small enough to count by hand, and the graphs made of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from actors.store import Store, open_store
from actors.types import Actor, Document, Extract, Relation, Span
from tests.store.records import READING, actor, document, extract, relation

# Ten characters a sentence; the second text has characters outside ASCII and the BMP.
ONE = document("1.txt", "Anna, Ben.Ben spoke.Silence.  Cara, Anna", day=1)
TWO = document("2.txt", "Аня и Бен🇹Кара, Бен.", day=3)
THREE = document("3.txt", "Anna, Ben.")

PRESENCES = {
    ONE: [("a", 0), ("b", 0), ("b", 1), ("c", 3), ("a", 3)],
    TWO: [("a", 0), ("b", 0), ("c", 1), ("b", 1)],
    THREE: [("a", 0), ("b", 0), ("b", 0)],
}


@contextmanager
def study(
    presences: dict[Document, list[tuple[str, int]]] = PRESENCES,
    relations: dict[Document, tuple[Relation, ...]] | None = None,
    actors: tuple[Actor, ...] | None = None,
) -> Iterator[Store]:
    """A study in memory; entities of one name are one actor of that name, unless told."""
    extracts = [extract(of, seen, (relations or {}).get(of, ())) for of, seen in presences.items()]
    with open_store(":memory:") as store:
        store.add(presences)
        store.add_extracts(extracts, READING)
        store.replace_resolution([], everybody(extracts) if actors is None else actors)
        yield store


def everybody(extracts: list[Extract]) -> list[Actor]:
    """An actor for each name that entities have."""
    members: dict[str, list[str]] = {}
    for each in extracts:
        for entity in each.entities:
            members.setdefault(entity.id, []).append(f"{each.document}:{entity.id}")
    return [Actor(name, name.upper(), "person", members=tuple(of)) for name, of in members.items()]


def says(
    of: Document, number: int, source: int, target: int, sentence: int = 0, **about: object
) -> Relation:
    """A relation between two mentions, by their numbers, that a whole sentence states."""
    span = Span(of.key, 10 * sentence, 10 * sentence + 10)
    return relation(of.key, number, f"m{source}", f"m{target}", **({"evidence": span} | about))


__all__ = ["ONE", "PRESENCES", "THREE", "TWO", "actor", "document", "everybody", "says", "study"]
