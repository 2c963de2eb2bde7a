"""The attribution of a relation: the innermost words of a speaker that hold its trigger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import Anchors, resolve
from actors.languages.en.relations.attribution import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says so: the mention, its words, and the reporting word."""

    mention: str | None
    words: str
    cue: str


REACH = 64
"""Tokens that share a place in the index of `Voices`."""


class Voices:
    """The attributions of a document, found by the tokens that they hold."""

    def __init__(self, found: Iterable[Attribution]) -> None:
        self.near: dict[int, list[tuple[int, int, Attribution]]] = {}
        for one in found:
            for start, end in one.contents:
                for place in range(start // REACH, (end - 1) // REACH + 1):
                    self.near.setdefault(place, []).append((start, end, one))

    def over(self, token: int) -> Iterator[tuple[int, int, Attribution]]:
        """The contents that hold a token, with whose they are, in the order of the text."""
        around = self.near.get(token // REACH, ())
        return (entry for entry in around if entry[0] <= token < entry[1])


def speaker(predicate: int, found: Voices, doc: Doc, anchors: Anchors) -> Speaker | None:
    """Who states the predicate, or nothing where the document itself does."""
    best: tuple[int, int, Attribution] | None = None
    for start, end, one in found.over(predicate):
        if one.cue != predicate and (best is None or (end - start, one.cue) < best[:2]):
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
