"""A sentence as the classifier reads it: word pieces, and what each has to do with the pair.

The *role* of a piece says whether it belongs to the source, to the target, to a word on the
shortest path between them in the parse, or to a word that hangs on that path. Training uses the
very same function, so the network sees what it was trained on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from actors.neural.subwords import Pieces

ROLES = ("text", "source", "target", "path", "hanging")
TEXT, SOURCE, TARGET, PATH, HANGING = range(len(ROLES))
LONGEST = 160
"""Word pieces that are read together; a longer sentence is cut around the pair."""


class Marked(NamedTuple):
    """Pieces ``low..high`` of a sentence are read; ``roles`` has a number of `ROLES` for each."""

    low: int
    high: int
    roles: NDArray[np.int64]


def marked(
    pieces: Pieces,
    source: tuple[int, int],
    target: tuple[int, int],
    path: Sequence[int] = (),
    hanging: Sequence[int] = (),
) -> Marked | None:
    """The roles of pieces; None if the ends overlap, hold nothing or are too far apart.

    Args:
        pieces: of the sentence (`actors.neural.subwords.cut`).
        source: start and end character of who does it.
        target: start and end character of to whom.
        path: first characters of the words on the path.
        hanging: first characters of the words that hang on it.
    """
    ends = [covered(pieces, span) for span in (source, target)]
    (low, middle), (again, high) = sorted(ends)
    if low == middle or again == high or again < middle or high - low > LONGEST:
        return None
    roles = np.full(len(pieces.ids), TEXT, dtype=np.int64)
    for role, starts in ((HANGING, hanging), (PATH, path)):
        for start in starts:
            roles[word(pieces, start)] = role
    for role, (first, last) in zip((SOURCE, TARGET), ends, strict=True):
        roles[first:last] = role
    low, high = room(len(roles), low, high)
    return Marked(low, high, roles[low:high])


def covered(pieces: Pieces, span: tuple[int, int]) -> tuple[int, int]:
    """First and last piece (exclusive) that touch the characters of ``span``."""
    low = int(np.searchsorted(pieces.ends, span[0], side="right"))
    high = int(np.searchsorted(pieces.starts, span[1], side="left"))
    return low, max(low, high)


def word(pieces: Pieces, start: int) -> slice:
    """The pieces of the word that begins at a character."""
    low = int(np.searchsorted(pieces.ends, start, side="right"))
    high = low + 1
    while high < len(pieces.first) and not pieces.first[high]:
        high += 1
    return slice(low, high)


def room(total: int, low: int, high: int) -> tuple[int, int]:
    """Widen ``low..high`` evenly to `LONGEST` pieces within ``total``.

    >>> room(300, 100, 140), room(300, 10, 40), room(80, 10, 40)
    ((40, 200), (0, 160), (0, 80))
    """
    spare = LONGEST - (high - low)
    low = max(0, min(low - spare // 2, total - LONGEST))
    return low, min(total, low + LONGEST)
