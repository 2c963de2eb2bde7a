"""Cut a text into the word pieces that the recogniser reads, and a long text into windows.

The recogniser's vocabulary is uncased, so every piece also carries a *shape*: how its letters are
cased and what stands before it (nothing, a space, a new line). Nothing here knows of spaCy or of
ONNX; training uses the very same functions, so a model always sees what it was trained on.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

CASES = ("special", "lower", "title", "upper", "initial", "mixed", "digits", "mark", "uncased")
GAPS = ("glued", "space", "line")
SHAPES = len(CASES) * len(GAPS)

_ENDERS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’»)]")


class Pieces(NamedTuple):
    """Word pieces of one text, a row each; all arrays have the same length.

    ``ids`` vocabulary numbers, ``shapes`` 0..SHAPES-1, ``starts``/``ends`` character offsets,
    ``first`` whether the piece begins a word (only those carry a label), ``sentence`` whether a
    sentence may begin here.
    """

    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    first: NDArray[np.bool_]
    sentence: NDArray[np.bool_]


class Window(NamedTuple):
    """Pieces ``low..high`` are read together; labels are kept for ``core_low..core_high`` only."""

    low: int
    core_low: int
    core_high: int
    high: int


def load_tokenizer(path: Path) -> Tokenizer:
    """The word-piece tokenizer stored at ``path``, without its padding and truncation."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


@lru_cache(maxsize=65536)
def case_of(surface: str) -> int:
    """The index in ``CASES`` of how ``surface`` is written.

    >>> [CASES[case_of(word)] for word in ("Dushanbe", "NATO", "iOS", "2021", "J", "-")]
    ['title', 'upper', 'mixed', 'digits', 'initial', 'mark']
    """
    if surface.isdigit():
        return CASES.index("digits")
    if not any(character.isalpha() for character in surface):
        return CASES.index("mark")
    if surface.islower():
        return CASES.index("lower")
    if surface.isupper():
        return CASES.index("upper" if len(surface) > 1 else "initial")
    if surface.lower() == surface.upper():
        return CASES.index("uncased")
    return CASES.index("title" if surface[0].isupper() and surface[1:].islower() else "mixed")


def _gap(text: str, before: int, start: int) -> int:
    """The index in ``GAPS`` of what lies between two pieces."""
    if before == start:
        return 0
    return 2 if before < 0 or "\n" in text[before:start] else 1


def shape_of(case: int, gap: int) -> int:
    """One number for a case and a gap, the row of the shape embedding."""
    return case * len(GAPS) + gap


def cut(text: str, tokenizer: Tokenizer) -> Pieces:
    """All word pieces of ``text`` with offsets, shapes and likely sentence beginnings."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets: list[tuple[int, int]] = encoding.offsets
    count = len(offsets)
    shapes, first, sentence = [0] * count, [False] * count, [False] * count
    words: list[int | None] = encoding.word_ids
    end, word, closing = -1, None, True
    for row, (start, stop) in enumerate(offsets):
        surface = text[start:stop]
        gap = _gap(text, end, start)
        shapes[row] = shape_of(case_of(surface), gap)
        first[row] = words[row] != word
        sentence[row] = gap == 2 or (gap == 1 and closing)
        closing = surface in _ENDERS or (closing and row > 0 and surface in _CLOSERS)
        end, word = stop, words[row]
    edges = np.array(offsets, dtype=np.int64).reshape(count, 2)
    return Pieces(
        np.array(encoding.ids, dtype=np.int64),
        np.array(shapes, dtype=np.int64),
        edges[:, 0],
        edges[:, 1],
        np.array(first, dtype=np.bool_),
        np.array(sentence, dtype=np.bool_),
    )


def _break(pieces: Pieces, low: int, high: int) -> int:
    """Where to end: at the last sentence in the second half of ``low..high``, else word."""
    middle = (low + high) // 2
    for beginnings in (pieces.sentence, pieces.first):
        rows = np.flatnonzero(beginnings[middle : high + 1])
        if rows.size and middle + rows[-1] > low:
            return middle + int(rows[-1])
    return high


def windows(pieces: Pieces, size: int, context: int = 0, head: int = 0) -> Iterator[Window]:
    """Cut ``pieces`` at sentences into cores that together with their context fit ``size`` pieces.

    ``context`` pieces are read on each side of a core and their labels thrown away. ``head``
    shortens the first core (training varies it, so that windows differ between epochs).
    """
    total, low = len(pieces.ids), 0
    while low < total:
        room = size - context * ((low > 0) + 1)
        limit = low + (head if head and not low else room)
        if limit >= total or (low + size - (context if low else 0) >= total and not head):
            high = total
        else:
            high = _break(pieces, low, limit)
        yield Window(max(0, low - context), low, high, min(total, high + context))
        low = high
