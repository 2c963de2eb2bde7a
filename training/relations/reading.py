"""Pairs as the network reads them: parsed, marked, and run through its lower half.

That half is learnt in the first stage and then stays, so its vectors are worked out once, by the
very file that ships: what is trained on is what is read later, int8 arithmetic included.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from pairs import TYPES, Pair, Span

from actors.languages.en.pipeline import load
from actors.languages.en.relations.classifier import (
    FIRST,
    LAST,
    Classifier,
    Sentence,
    described,
    framed,
    sentence_of,
)
from actors.neural.marking import TEXT
from actors.neural.subwords import cut
from actors.types import Settings

if TYPE_CHECKING:
    from spacy.tokens import Doc

ROOTS = (*TYPES, "none")
SIGNS = ("+", "-")
STANCES = ("+", "-", "0")
LABELS = (ROOTS, SIGNS, STANCES)
UNKNOWN = -100
TAUGHT = 0.8
"""How much of a stance is learnt from the teacher where people have annotated it."""
RENAMED = 2
"""Copies of a pair with other names in both places."""


@dataclass(frozen=True)
class Example:
    """A pair, its labels (UNKNOWN where nobody says), and its readings: key of the text, roles.

    ``told`` is what the teacher says of its stance: shares of each of `STANCES`.
    """

    pair: Pair
    labels: tuple[int, int, int]
    readings: list[tuple[Any, np.ndarray]]
    told: tuple[float, ...] | None = None

    def shares(self, head: int) -> list[float]:
        """What the labels of a head are learnt as; zeros where nobody says."""
        names, gold = LABELS[head], self.labels[head]
        plain = [float(at == gold) for at in range(len(names))]
        if names != STANCES or self.told is None:
            return plain
        if gold == UNKNOWN:
            return list(self.told)
        return [
            TAUGHT * told + (1 - TAUGHT) * one for told, one in zip(self.told, plain, strict=True)
        ]


@dataclass
class Library:
    """Reads pairs; keeps the piece ids of every text and, once asked, its vectors.

    ``reader`` is set when there is a lower half; vectors are (pieces, 384) in half precision.
    """

    reader: Classifier | None = None
    ids: dict[Any, np.ndarray] = field(default_factory=dict)
    vectors: dict[Any, np.ndarray] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.nlp = load(Settings().model, recogniser=False)
        self.tokenizer = Classifier().tokenizer

    def read(self, key: Any) -> np.ndarray:
        """The vectors of a text from the lower half."""
        if key not in self.vectors:
            assert self.reader is not None, "there is no lower half yet"
            self.vectors[key] = self.reader.read(self.ids[key])[0].astype(np.float16)
        return self.vectors[key]

    def examples(
        self, pairs: Sequence[Pair], names: Sequence[str], dice: np.random.Generator
    ) -> list[Example]:
        """All pairs that can be read, with shortened and renamed copies of those in ``names``."""
        copies = [versions(pair, names, dice) for pair in pairs]
        texts = sorted({one.text for some in copies for one in some})
        docs = dict(zip(texts, self.nlp.pipe(texts, batch_size=64), strict=True))
        found = []
        for pair, some in zip(pairs, copies, strict=True):
            readings = [self.reading(one, docs[one.text]) for one in some]
            if readings[0] is not None:
                kept = [one if one is not None else readings[0] for one in readings]
                found.append(Example(pair, labels(pair), kept))
        return found

    def reading(self, pair: Pair, doc: Doc) -> tuple[Any, np.ndarray] | None:
        """Key of the text and roles of one pair; None if it cannot be read."""
        spans = [doc.char_span(*e, alignment_mode="expand") for e in (pair.source, pair.target)]
        if None in spans:
            return None
        source, target = ((span.start, span.end) for span in spans)
        start, end = sentence_of(doc, source, target)
        text = doc.text[start:end]
        pieces = cut(text, self.tokenizer)
        row = described(doc, source, target, Sentence(text, start, pieces))
        if row is None:
            return None
        key = (text, row.low, row.high)
        self.ids[key] = framed(pieces.ids[row.low : row.high], FIRST, LAST)
        return key, framed(row.roles, TEXT, TEXT)


def labels(pair: Pair) -> tuple[int, int, int]:
    """Numbers of type, sign and stance."""
    asked = zip((pair.root, pair.sign, pair.stance), LABELS, strict=True)
    root, sign, stance = (names.index(one) if one else UNKNOWN for one, names in asked)
    return root, sign, stance


def versions(pair: Pair, names: Sequence[str], dice: np.random.Generator) -> list[Pair]:
    """The pair; with the bare names in longer phrases; and, of events, with other names."""
    shorter = [shortened(pair.text, span) for span in (pair.source, pair.target)]
    copies = [pair, replace(pair, source=shorter[0], target=shorter[1])]
    if pair.corpus in ("plv", "gsr", "own", "suite"):
        copies += [renamed(pair, names, dice) for _ in range(RENAMED)]
    return copies


def shortened(text: str, span: Span) -> Span:
    """The name at the end of a noun phrase ("the minister Ana Diaz" -> "Ana Diaz")."""
    found = re.search(r"(?:[A-Z][\w.'-]+ ?)+$", text[slice(*span)])
    return (span[0] + found.start(), span[1]) if found else span


def renamed(pair: Pair, names: Sequence[str], dice: np.random.Generator) -> Pair:
    """The pair with other names in both places: what counts is what stands around them."""
    ends = sorted((pair.source, pair.target))
    if ends[0][1] > ends[1][0]:
        return pair
    text, shift, new = pair.text, 0, []
    for start, end in ends:
        name = names[int(dice.integers(len(names)))]
        text = text[: start + shift] + name + text[end + shift :]
        new.append((start + shift, start + shift + len(name)))
        shift += len(name) - (end - start)
    first, second = new if pair.source == ends[0] else new[::-1]
    return replace(pair, text=text, source=first, target=second)
