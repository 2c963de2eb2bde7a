"""From annotated documents to padded batches: labels of pieces, augmentation, windows, batches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from actors.neural.subwords import CASES, GAPS, Pieces, cut, windows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpora import Example
    from numpy.random import Generator
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

KINDS = ("PER", "ORG", "LOC", "GRP", "MISC")
LABELS = ("O", *(f"{edge}-{kind}" for kind in KINDS for edge in "BI"))
CORPORA = ("worldwide", "redocred", "gum", "crossner", "wikigold", "wnut", "btc", "knowledgenet")
IGNORED = -100
# Tweets teach careless case, but too many of them pull a reader of news away from news.
SHARE = {"wnut": 0.35, "btc": 0.25, "knowledgenet": 0.5}


@dataclass
class Encoded:
    """A document cut into pieces, with a label (or IGNORED) each."""

    corpus: int
    pieces: Pieces
    labels: NDArray[np.int64]


@dataclass
class Batch:
    """Arrays of shape (windows, pieces); ``mask`` is false on padding."""

    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    mask: NDArray[np.bool_]
    labels: NDArray[np.int64]
    corpora: NDArray[np.int64]


def encode(example: Example, tokenizer: Tokenizer) -> Encoded:
    """Label the first piece of every word; whatever is unknown or not first is IGNORED."""
    pieces = cut(example.text, tokenizer)
    labels = np.where(pieces.first, 0, IGNORED)
    for start, end in example.unknown:
        labels[(pieces.starts < end) & (pieces.ends > start)] = IGNORED
    for start, end, kind in example.spans:
        inside = np.flatnonzero((pieces.starts < end) & (pieces.ends > start) & pieces.first)
        labels[inside] = LABELS.index(f"I-{kind}")
        labels[inside[:1]] = LABELS.index(f"B-{kind}")
    return Encoded(CORPORA.index(example.corpus), pieces, labels)


def recase(shapes: NDArray[np.int64], first: NDArray[np.bool_], style: str) -> NDArray[np.int64]:
    """The shapes that the text would have in capitals, in small letters or as a title line."""
    case, gap = np.divmod(shapes, len(GAPS))
    letters = np.isin(case, [CASES.index(name) for name in ("lower", "title", "upper", "mixed")])
    single = case == CASES.index("initial")
    if style == "title":
        case = np.where((case == CASES.index("lower")) & first, CASES.index("title"), case)
    else:
        case = np.where(letters, CASES.index(style), case)
        case = np.where(single & (style == "lower"), CASES.index("lower"), case)
    return case * len(GAPS) + gap


class Augmenter:
    """Disturb a window: hidden words, odd capitals, the other kind of apostrophe."""

    def __init__(self, tokenizer: Tokenizer, dice: Generator) -> None:
        self.dice = dice
        self.hidden = tokenizer.token_to_id("[UNK]")
        self.straight, self.curly = (tokenizer.token_to_id(mark) for mark in "'’")

    def __call__(
        self, ids: NDArray[np.int64], shapes: NDArray[np.int64], first: NDArray[np.bool_]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Changed ids and shapes of one window; what is a word's ``first`` piece stays."""
        dice = self.dice
        rate = 0.08 if dice.random() < 0.7 else 0.0
        ids = np.where(dice.random(len(ids)) < rate, self.hidden, ids)
        if dice.random() < 0.15:
            swap = {self.straight: self.curly, self.curly: self.straight}
            ids = np.array([swap.get(int(piece), int(piece)) for piece in ids])
        if dice.random() < 0.06:
            style = ("upper", "lower", "title")[dice.integers(3)]
            low = int(dice.integers(len(ids)))
            high = min(len(ids), low + 24) if dice.random() < 0.7 else len(ids)
            shapes = shapes.copy()
            shapes[low:high] = recase(shapes[low:high], first[low:high], style)
        return ids, shapes


def _windows_of(document: Encoded, size: int, dice: Generator | None) -> Iterator[tuple[int, int]]:
    head = int(dice.integers(size // 4, size)) if dice is not None else 0
    for window in windows(document.pieces, size, head=head):
        yield window.core_low, window.core_high


def pad(rows: list[tuple[NDArray[np.int64], ...]], corpora: list[int]) -> Batch:
    """Stack windows of unlike length."""
    width = max(len(row[0]) for row in rows)
    ids, shapes = np.zeros((2, len(rows), width), dtype=np.int64)
    labels = np.full((len(rows), width), IGNORED)
    for line, (pieces, forms, gold) in enumerate(rows):
        ids[line, : len(pieces)] = pieces
        shapes[line, : len(pieces)] = forms
        labels[line, : len(pieces)] = gold
    lengths = np.array([len(row[0]) for row in rows])
    mask = np.arange(width)[None] < lengths[:, None]
    return Batch(ids, shapes, mask, labels, np.array(corpora))


def _grouped(
    chunks: list[tuple[Encoded, int, int]], budget: int
) -> list[list[tuple[Encoded, int, int]]]:
    batches: list[list[tuple[Encoded, int, int]]] = []
    for chunk in sorted(chunks, key=lambda one: one[2] - one[1]):
        longest = chunk[2] - chunk[1]
        if not batches or longest * (len(batches[-1]) + 1) > budget:
            batches.append([])
        batches[-1].append(chunk)
    return batches


def epoch(
    documents: list[Encoded], tokenizer: Tokenizer, budget: int, size: int, dice: Generator
) -> list[Batch]:
    """All batches of one pass in random order, about ``budget`` pieces each."""
    share = [SHARE.get(name, 1.0) for name in CORPORA]
    chunks = [
        (document, low, high)
        for document in documents
        if dice.random() < share[document.corpus]
        for low, high in _windows_of(document, size, dice)
    ]
    dice.shuffle(chunks)
    augment = Augmenter(tokenizer, dice)
    batches = []
    # Sorting by length only within a stretch keeps batches mixed and padding small.
    for at in range(0, len(chunks), 400):
        for group in _grouped(chunks[at : at + 400], budget):
            rows = []
            for document, low, high in group:
                part = document.pieces
                changed = augment(part.ids[low:high], part.shapes[low:high], part.first[low:high])
                rows.append((*changed, document.labels[low:high]))
            batches.append(pad(rows, [document.corpus for document, _, _ in group]))
    dice.shuffle(batches)
    return batches


def plain(documents: list[Encoded], size: int, budget: int) -> Iterator[Batch]:
    """Batches of every window as it stands, for validation."""
    chunks = [
        (document, a, b) for document in documents for a, b in _windows_of(document, size, None)
    ]
    for group in _grouped(chunks, budget):
        rows = [
            (document.pieces.ids[a:b], document.pieces.shapes[a:b], document.labels[a:b])
            for document, a, b in group
        ]
        yield pad(rows, [document.corpus for document, _, _ in group])
