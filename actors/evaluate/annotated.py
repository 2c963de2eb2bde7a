"""Documents that people annotated, and readings to compare with them: one schema for both.

The schema is that of ``actors extract`` (``docs/format.md``) with what annotators add:
``docs/evaluate.md`` lists their keys.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from actors.errors import ReadError
from actors.evaluate.annotations import (
    ActorAnnotation,
    DocumentAnnotation,
    MentionAnnotation,
    RelationAnnotation,
)
from actors.ontology import ontology

__all__ = [
    "AnnotatedActor",
    "AnnotatedDocument",
    "AnnotatedMention",
    "AnnotatedRelation",
    "Region",
    "annotated",
    "read_annotated",
]

Region: TypeAlias = tuple[int, int]
"""Where something begins and ends, in characters of the text."""

ALL_KINDS = frozenset({"person", "organisation", "country", "place", "group"})
"""The kinds that an annotated document has in full if it does not say which it has."""


@dataclass(frozen=True, slots=True)
class AnnotatedMention:
    """A place in the text that refers to an actor.

    ``optional`` mentions may be found or not; those of ``kind_unknown`` may have any kind.
    """

    start: int
    end: int
    kind: str
    level: str = "name"
    actor: str | None = None
    optional: bool = False
    kind_unknown: bool = False

    @property
    def region(self) -> Region:
        """Where it stands."""
        return self.start, self.end

    @property
    def named(self) -> bool:
        """Whether it is a name, not a noun or a pronoun."""
        return self.level == "name"


@dataclass(frozen=True, slots=True)
class AnnotatedActor:
    """Who is meant by some mentions of one document.

    ``of`` is the id of the state that an actor called by a people's name belongs to, ``of_name``
    the name of that state where it is no actor of the document.
    """

    id: str
    name: str = ""
    kind: str = "other"
    aliases: tuple[str, ...] = ()
    identity: str | None = None
    of: str | None = None
    of_name: str | None = None
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class AnnotatedRelation:
    """What a document states of two actors.

    ``also`` are other types that count as right; ``core`` relations are those an analyst would
    miss (None: the annotator does not say).
    """

    source: str
    target: str
    type: str
    sign: str | None = None
    evidence: Region | None = None
    also: frozenset[str] = frozenset()
    symmetric: bool = False
    core: bool | None = None
    negated: bool = False
    background: bool = False
    actor_actor: bool | None = None


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """One document with all that is annotated, or read, in it.

    ``kinds`` are the kinds of names, ``types`` the types of relations that it has in full; what is
    of another kind or type counts neither for nor against a reading. ``regions`` are the parts of
    the text that are annotated (empty: all of it). With ``only_pairs``, relations between its
    marked pairs alone are judged. ``nested`` mentions lie inside or around others and are not
    scored. A ``corrected`` document is a reading that a person put right.
    """

    id: str
    text: str
    mentions: tuple[AnnotatedMention, ...] = ()
    actors: tuple[AnnotatedActor, ...] = ()
    relations: tuple[AnnotatedRelation, ...] = ()
    nested: tuple[AnnotatedMention, ...] = ()
    kinds: frozenset[str] = ALL_KINDS
    types: frozenset[str] = frozenset()
    regions: tuple[Region, ...] = ()
    only_pairs: bool = False
    corrected: bool = False


def read_annotated(path: Path) -> Iterator[AnnotatedDocument]:
    """Read a file with a JSON object for each document, one a line.

    Raises:
        ReadError: a line is no JSON, or lacks what a document needs
    """
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield _line(line, f"{path}, line {number}")


def _line(line: str, where: str) -> AnnotatedDocument:
    try:
        return annotated(json.loads(line))
    except (json.JSONDecodeError, TypeError, ValueError) as error:
        raise ReadError(where, f"no annotated document: {error}") from None
    except KeyError as error:
        raise ReadError(where, f"no annotated document: it has no key {error}") from None


def annotated(record: DocumentAnnotation) -> AnnotatedDocument:
    """One document of the schema as a record.

    Raises:
        KeyError: a key is missing that every document needs

    >>> one = annotated({"id": "a", "text": "Peru met Chile.", "mentions": [], "actors": []})
    >>> one.kinds == ALL_KINDS, one.relations
    (True, ())
    """
    return AnnotatedDocument(
        record["id"],
        record["text"],
        tuple(_mentions(record["mentions"])),
        tuple(map(_actor, record["actors"])),
        tuple(map(_relation, record.get("relations") or ())),
        tuple(_mentions(record.get("nested_mentions") or ())),
        ALL_KINDS if (kinds := record.get("kinds")) is None else frozenset(kinds),
        _types(record),
        tuple((start, end) for start, end in record.get("evaluate") or ()),
        record.get("relation_scope") == "pair",
        "format" in record,
    )


def _types(record: DocumentAnnotation) -> frozenset[str]:
    """The types of relations that are annotated in full: all, in a reading that was corrected."""
    if "relation_types" not in record and "format" in record:
        return frozenset(ontology())
    return frozenset(record.get("relation_types") or ())


def _mentions(records: Iterable[MentionAnnotation]) -> Iterator[AnnotatedMention]:
    for one in records:
        yield AnnotatedMention(
            one["start"],
            one["end"],
            one.get("kind", "other"),
            one.get("level", "name"),
            one.get("actor"),
            bool(one.get("optional")),
            bool(one.get("kind_unknown")),
        )


def _actor(record: ActorAnnotation) -> AnnotatedActor:
    return AnnotatedActor(
        record["id"],
        record.get("name") or "",
        record.get("kind", "other"),
        tuple(record.get("aliases") or ()),
        record.get("wikidata") or record.get("wikipedia"),
        record.get("of"),
        record.get("of_name"),
        bool(record.get("unnamed")),
    )


def _relation(record: RelationAnnotation) -> AnnotatedRelation:
    evidence = record.get("evidence")
    return AnnotatedRelation(
        record["source"],
        record["target"],
        record["type"],
        record.get("sign"),
        (evidence[0], evidence[1]) if evidence else None,
        frozenset(record.get("also") or ()),
        bool(record.get("symmetric")),
        record.get("core"),
        bool(record.get("negated")),
        bool(record.get("background")),
        record.get("actor_actor"),
    )
