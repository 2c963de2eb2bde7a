"""Which words stand for an actor that is not named: *residents*, *the lorrymen*, *a court*.

The recogniser scores each word as the head of a noun phrase: no actor, or one of a kind. How the
scores were learnt: ``docs/model-card.md``, ``training/nouns.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from actors.types import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc, Token

    from actors.neural.subwords import Pieces

KEY = "actors_nouns"
"""Where a document keeps the scores of its words, in ``user_data``."""
KINDS: tuple[Kind, ...] = ("person", "organisation", "group", "place", "country")
"""The kinds of actors, in the order of the scores; before them comes no actor."""
LEAST = 0.3
"""Probability from which a noun stands for an actor: of the nouns kept aside 56 % of those do."""


class NounScores(NamedTuple):
    """Probabilities of each word of a text; ``starts`` are the first characters of the words.

    ``shares`` has the shape (words, 1 + kinds).
    """

    starts: NDArray[np.int64]
    shares: NDArray[np.float32]


class Actor(NamedTuple):
    """What a noun stands for: how likely an actor at all, and of what kind most likely."""

    share: float
    kind: Kind


def noun_scores(pieces: Pieces, scores: Sequence[NDArray[np.float32]]) -> NounScores:
    """The probabilities of words from the scores of their first pieces, window after window."""
    words = np.flatnonzero(pieces.first)
    if not scores:
        return NounScores(pieces.starts[words], np.zeros((0, 1 + len(KINDS)), np.float32))
    rows = np.concatenate(scores)[words]
    odds = np.exp(rows - rows.max(axis=1, keepdims=True))
    return NounScores(pieces.starts[words], odds / odds.sum(axis=1, keepdims=True))


def read_noun(noun: Token) -> Actor | None:
    """What actor a noun stands for, if any; None where its text was read without the recogniser."""
    read: NounScores | None = noun.doc.user_data.get(KEY)
    if read is None or not len(read.starts):
        return None
    row = read.shares[max(0, int(np.searchsorted(read.starts, noun.idx, side="right")) - 1)]
    return Actor(float(1 - row[0]), KINDS[int(row[1:].argmax())])


def keep(doc: Doc, read: NounScores) -> None:
    """Let a document know the scores of its words."""
    doc.user_data[KEY] = read
