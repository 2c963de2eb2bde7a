"""The attribution of a relation: the innermost words of a speaker that hold its trigger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actors.extract.relations.anchors import Anchors, resolve
from actors.extract.relations.attribution import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says so: the mention, its words, and the reporting word."""

    mention: str | None
    words: str
    cue: str


def speaker(
    predicate: int, found: Sequence[Attribution], doc: Doc, anchors: Anchors
) -> Speaker | None:
    """Who states the predicate, or nothing where the document itself does."""
    best: tuple[int, int, Attribution] | None = None
    for one in found:
        for start, end in one.contents:
            inside = start <= predicate < end and one.cue != predicate
            if inside and (best is None or (end - start, one.cue) < best[:2]):
                best = end - start, one.cue, one
    if best is None:
        return None
    one = best[2]
    mentions = resolve(doc[one.head], anchors)
    name = mentions[0].mention.id if mentions else None
    source = doc[one.source[0] : one.source[1]]
    said_by = source.text.strip()
    if doc[one.head].pos_ == "PRON" and len(source) == 1:
        if not mentions:
            return None
        said_by = anchors.entities[mentions[0].mention.entity].name
    cue = "according to" if doc[one.cue].lower_ == "according" else doc[one.cue].text
    return Speaker(name, said_by, cue)
