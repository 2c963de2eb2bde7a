"""A reading as JSON, key by key: the contract with other programs (``docs/format.md``)."""

from __future__ import annotations

from typing import TypedDict


class MentionRecord(TypedDict):
    """A place in the text that refers to an actor."""

    id: str
    start: int
    end: int
    text: str
    kind: str
    level: str
    actor: str
    literal: str | None
    metonymic: bool
    subtype: str | None
    confidence: float
    reason: str


class ActorRecord(TypedDict):
    """Who is who in the document."""

    id: str
    name: str
    aliases: list[str]
    kind: str
    subtype: str | None
    wikidata: str | None
    identifiers: list[list[str]]


class RelationRecord(TypedDict):
    """What the document states, or facts imply, between two actors."""

    id: str
    source: str
    target: str
    type: str
    sign: str
    evidence: list[int]
    trigger: list[int] | None
    negated: bool
    modality: str
    attributed_to: str | None
    speaker: str | None
    cue: str | None
    date: str | None
    place: str | None
    confidence: float
    background: bool
    mentions: list[str]


class StanceRecord(TypedDict):
    """How an actor leans towards another."""

    source: str
    target: str
    sign: str
    confidence: float
    evidence: list[list[int]]
    relations: list[str]


class ReadingRecord(TypedDict):
    """A document with all that was read in it."""

    format: int
    id: str
    text: str
    title: str | None
    source: str | None
    url: str | None
    published: str | None
    published_from: str | None
    written_in: str | None
    mentions: list[MentionRecord]
    actors: list[ActorRecord]
    relations: list[RelationRecord]
    stances: list[StanceRecord]
