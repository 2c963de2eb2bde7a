"""What was read in a document as one JSON object: the contract for machines.

``docs/format.md`` documents every key. The basic ones are those of annotated corpora, so
that a reading can be scored against one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from actors.atomic import replacing
from actors.types import (
    ActorRecord,
    Document,
    Entity,
    Extract,
    Mention,
    MentionRecord,
    ReadingRecord,
    Relation,
    RelationRecord,
    Stance,
    StanceRecord,
)

_FORMAT = 1

# Some readers of lines break at these; half a surrogate pair cannot be written at all.
_ESCAPED = re.compile("[\u0085\u2028\u2029\ud800-\udfff]")


def to_record(document: Document, extract: Extract) -> ReadingRecord:
    """One document with its mentions, actors and relations, as in ``docs/format.md``.

    >>> record = to_record(Document("a.txt", "Rahmon spoke."), Extract("k"))
    >>> record["id"], record["text"], record["format"], record["mentions"]
    ('a.txt', 'Rahmon spoke.', 1, [])
    """
    entity_of = {mention.id: mention.entity for mention in extract.mentions}
    called = aliases(extract)
    published = document.published.isoformat() if document.published else None
    return {
        "format": _FORMAT,
        "id": document.name,
        "text": document.text,
        "title": document.title,
        "source": document.source,
        "url": document.url,
        "published": published,
        "published_from": document.published_from,
        "written_in": document.written_in,
        "mentions": [_mention(mention) for mention in extract.mentions],
        "actors": [_actor(entity, called) for entity in extract.entities],
        "relations": [_relation(relation, entity_of) for relation in extract.relations],
        "stances": [_stance(stance) for stance in extract.stances],
    }


def aliases(extract: Extract) -> dict[str, list[str]]:
    """The names that the text gives each entity, beside the one it is called here."""
    found: dict[str, set[str]] = {entity.id: set() for entity in extract.entities}
    for mention in extract.mentions:
        if mention.level == "name" and not mention.metonymic and mention.kind != "group":
            found[mention.entity].add(" ".join(mention.text.split()))
    return {one.id: sorted(found[one.id] - {one.name}) for one in extract.entities}


def lines(readings: Iterable[tuple[Document, Extract]]) -> Iterator[str]:
    """Each document as one line of JSON, without the line feed."""
    for document, extract in readings:
        written = json.dumps(to_record(document, extract), ensure_ascii=False)
        yield _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def write(readings: Iterable[tuple[Document, Extract]], path: Path) -> None:
    """Write documents and what was read in them, one a line (UTF-8)."""
    with replacing(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines(readings))


def _mention(mention: Mention) -> MentionRecord:
    return {
        "id": mention.id,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "kind": mention.kind,
        "level": mention.level,
        "actor": mention.entity,
        "literal": mention.literal,
        "metonymic": mention.metonymic,
        "subtype": mention.subtype,
        "confidence": mention.confidence,
        "reason": mention.reason,
    }


def _actor(entity: Entity, called: dict[str, list[str]]) -> ActorRecord:
    return {
        "id": entity.id,
        "name": entity.name,
        "aliases": called[entity.id],
        "kind": entity.kind,
        "subtype": entity.subtype,
        "wikidata": dict(entity.identifiers).get("wikidata"),
        "identifiers": [list(pair) for pair in entity.identifiers],
    }


def _relation(relation: Relation, entity_of: dict[str, str]) -> RelationRecord:
    trigger = relation.trigger
    return {
        "id": relation.id,
        "source": entity_of[relation.source],
        "target": entity_of[relation.target],
        "type": relation.type,
        "sign": relation.sign,
        "evidence": [relation.evidence.start, relation.evidence.end],
        "trigger": [trigger.start, trigger.end] if trigger else None,
        "negated": relation.negated,
        "modality": relation.modality,
        "attributed_to": relation.attributed_to,
        "speaker": relation.speaker,
        "cue": relation.cue,
        "date": relation.date,
        "place": relation.place,
        "confidence": relation.confidence,
        "background": relation.basis == "background",
        "mentions": [relation.source, relation.target],
    }


def _stance(stance: Stance) -> StanceRecord:
    return {
        "source": stance.source,
        "target": stance.target,
        "sign": stance.sign,
        "confidence": stance.confidence,
        "evidence": [[span.start, span.end] for span in stance.evidence],
        "relations": list(stance.relations),
    }
