"""Pairs of actors in documents of `worldwide`, judged by us: ids and offsets alone.

Each line of ``judged_pairs.tsv`` is an ordered pair: document, characters of the sentence, of
source and target, the type of the event that the sentence speaks of (or *none*), and the stance
that it shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pairs import Pair, event, records

from actors.ontology import ontology

PAIRS = Path(__file__).with_name("judged_pairs.tsv")


def judged_pairs(path: Path) -> Iterator[Pair]:
    """The judged pairs with their sentences, from the corpus at ``path``."""
    texts = {record["id"]: record["text"] for record in records(path)}
    for document, *places, type_, stance in rows(PAIRS):
        start, end, *ends = map(int, places)
        source, target = ((low - start, high - start) for low, high in (ends[:2], ends[2:]))
        text = texts[document][start:end]
        if type_ == "none":
            yield Pair(text, source, target, "none", None, stance, "judged")
        else:
            read = event(text, source, target, type_, ontology()[type_].sign, "judged")
            yield replace(read, stance=stance)


def rows(table: Path) -> Iterator[list[str]]:
    """The lines of a table without its remarks."""
    for line in table.read_text(encoding="utf8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")
