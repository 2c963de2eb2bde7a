"""An annotated document as JSON, key by key; `docs/evaluate.md` says what each means."""

from __future__ import annotations

from typing import NotRequired, TypedDict

__all__ = ["ActorAnnotation", "DocumentAnnotation", "MentionAnnotation", "RelationAnnotation"]


class MentionAnnotation(TypedDict):
    """A place in the text that refers to an actor."""

    start: int
    end: int
    kind: NotRequired[str]
    level: NotRequired[str]
    actor: NotRequired[str | None]
    optional: NotRequired[bool]
    kind_unknown: NotRequired[bool]


class ActorAnnotation(TypedDict):
    """Who is who in the document."""

    id: str
    name: NotRequired[str | None]
    kind: NotRequired[str]
    aliases: NotRequired[list[str] | None]
    wikidata: NotRequired[str | None]
    wikipedia: NotRequired[str | None]
    of: NotRequired[str | None]
    of_name: NotRequired[str | None]
    unnamed: NotRequired[bool]


class RelationAnnotation(TypedDict):
    """What the text states between two actors."""

    source: str
    target: str
    type: str
    sign: NotRequired[str | None]
    evidence: NotRequired[list[int] | None]
    also: NotRequired[list[str] | None]
    symmetric: NotRequired[bool]
    core: NotRequired[bool | None]
    negated: NotRequired[bool]
    background: NotRequired[bool]
    actor_actor: NotRequired[bool | None]


class DocumentAnnotation(TypedDict):
    """A document with all that is annotated in it, or a reading that a person put right."""

    id: str
    text: str
    mentions: list[MentionAnnotation]
    actors: list[ActorAnnotation]
    relations: NotRequired[list[RelationAnnotation] | None]
    nested_mentions: NotRequired[list[MentionAnnotation] | None]
    kinds: NotRequired[list[str] | None]
    relation_types: NotRequired[list[str] | None]
    evaluate: NotRequired[list[tuple[int, int]] | None]
    relation_scope: NotRequired[str]
    format: NotRequired[int]
