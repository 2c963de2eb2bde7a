"""Three reports and a reprint, small enough to check every row by hand."""

from __future__ import annotations

from actors import Study
from actors.store import open_store
from actors.types import Actor, Document, Extract, Relation, entity_key
from tests.network.corpora import says
from tests.store.records import READING, extract

# Ten characters a sentence, as `tests.store.records.extract` cuts them.
FIRST = Document("1.txt", "Anna, Ben.Ben spoke.Cara, Ann.", "One", "Daily")
SECOND = Document("2.txt", "Ben Anna.\nCara, Ben.", "Two", "Weekly")
COPY = Document("3.txt", "Anna, Ben.Ben spoke.Cara, Ann.", "One again", "Weekly")

SEEN = {
    FIRST: [("a", 0), ("b", 0), ("b", 1), ("c", 2), ("a", 2)],
    SECOND: [("b", 0), ("a", 0), ("c", 1), ("b", 1)],
    COPY: [("a", 0), ("b", 0), ("b", 1), ("c", 2), ("a", 2)],
}
KINDS = {"a": "person", "b": "person", "c": "organisation"}

# Mentions are numbered in each document: m0 is Anna in the first, Ben in the second.
TOLD: dict[Document, tuple[Relation, ...]] = {
    FIRST: (
        says(FIRST, 0, 0, 1, attributed_to="m3", speaker="Cara's\nspokesman", place="Lima"),
        says(FIRST, 1, 3, 4, 2, type="support", sign="+", date="2021-07", modality="planned"),
    ),
    SECOND: (says(SECOND, 0, 0, 1, type="accuse", negated=True),),
    COPY: (says(COPY, 0, 0, 1),),
}


def made() -> Study:
    """The study of the three, in memory; the third reprints the first, word for word."""
    store = open_store(":memory:")
    store.add(SEEN)
    extracts = [extract(of, seen, TOLD[of]) for of, seen in SEEN.items()]
    store.add_extracts(extracts, READING)
    store.replace_resolution([], people(extracts))
    stories = {FIRST.key: FIRST.key, SECOND.key: SECOND.key, COPY.key: FIRST.key}
    store.replace_stories(stories, {(COPY.key, at): (FIRST.key, at) for at in range(3)})
    return Study(None, store)


def people(extracts: list[Extract]) -> list[Actor]:
    """Anna, Ben and Cara's firm, of the entities of one name."""
    return [
        Actor(
            name,
            {"a": "Anna", "b": "Ben", "c": "Cara Ltd"}[name],
            KINDS[name],  # type: ignore[arg-type]
            aliases=("Cara",) if name == "c" else (),
            identifiers=(("wikidata", "Q1"),) if name == "c" else (),
            members=tuple(entity_key(of.document, name) for of in extracts),
        )
        for name in "abc"
    ]
