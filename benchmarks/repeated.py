"""Readings of real documents again and again, under other names: corpora of any size.

`scale.py --keep FOLDER` leaves the readings of some hundred documents in ``readings.pickle``. Here
they come round as often as wanted. In each round the letters of a text are exchanged as in
`scale.py`, but for words that many documents have, so that offsets stay, frequent names recur and
rare ones stay rare.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from scale import Reading, exchange, frequent_words

from actors.resolve.spelling import folded
from actors.store import open_store
from actors.store.places import ShardFolder
from actors.store.shards import write_documents, write_extracts
from actors.study.sharding import SHARD, ReadingPlan
from actors.types import Document, Extract, Span, content_key

_WORD = re.compile(r"\w+")


def short(path: Path, most: int) -> list[Reading]:
    """The readings that were kept, of documents with so many characters at most."""
    return [one for one in pickle.loads(path.read_bytes()) if len(one[0].text) <= most]


def repeated(readings: list[Reading]) -> Iterator[Reading]:
    """Documents without end, each with what it says."""
    kept = frequent_words(readings) | _identified(readings)
    for turn in count():
        for document, extract in readings:
            text = rewritten(document.text, turn, kept)
            name = f"{turn:04}/{document.name}"
            made = replace(document, name=name, text=text, title=None)
            yield made, _extract(made, extract, turn, kept)


def _identified(readings: list[Reading]) -> frozenset[str]:
    """The words of names that a table knows: a country stays that country."""
    known = (one.name for _, read in readings for one in read.entities if one.identifiers)
    return frozenset(word for name in known for word in folded(name).split())


def rewritten(text: str, turn: int, kept: frozenset[str]) -> str:
    """A text of the same length with other letters, but for the words that are kept.

    >>> rewritten("Alba met Lodu.", 1, frozenset({"alba"}))[:4]
    'Alba'
    """
    table = exchange(turn)
    return _WORD.sub(
        lambda word: word[0] if folded(word[0]) in kept else word[0].translate(table), text
    )


def _extract(document: Document, read: Extract, turn: int, kept: frozenset[str]) -> Extract:
    def here(span: Span) -> Span:
        return replace(span, document=document.key)

    mentions = tuple(
        replace(one, span=here(one.span), text=document.text[one.span.start : one.span.end])
        for one in read.mentions
    )
    entities = tuple(
        one if one.identifiers else replace(one, name=rewritten(one.name, turn, kept))
        for one in read.entities
    )
    relations = tuple(
        replace(one, evidence=here(one.evidence), trigger=one.trigger and here(one.trigger))
        for one in read.relations
    )
    stances = tuple(replace(one, evidence=tuple(map(here, one.evidence))) for one in read.stances)
    return Extract(document.key, mentions, entities, relations, read.sentences, stances)


def write_shards(made: list[Reading], place: ShardFolder, plan: ReadingPlan) -> None:
    """Write documents as shards with what was read from them, as `actors read-shards` leaves them.

    Args:
        made: documents with their readings
        place: where to
        plan: how they were read
    """
    with place.writing("reading.json") as beside:
        beside.write_text(plan.written(), "utf-8")
    for start in range(0, len(made), SHARD):
        some = sorted(made[start : start + SHARD], key=lambda pair: pair[0].name)
        keys = [document.key for document, _ in some]
        file = f"documents/{content_key(*keys)}.parquet"
        with place.writing(file) as beside, open_store(":memory:") as store:
            store.add(document for document, _ in some)
            write_documents(store, keys, beside)
        with place.writing(f"extracts/{content_key(plan.key, *keys)}.parquet") as beside:
            write_extracts([one for one, _ in some], [read for _, read in some], beside)
