"""Which documents tell the same story: wire text reprinted, shortened or with a new headline.

A document is the set of its shingles, the runs of four words in its body. One is a copy of
another if the smaller of the two sets has at least half of its shingles in the other:
containment, of Broder (1997), *On the resemblance and containment of documents*, which also
uses a half. Reports of one event written apart share a few shingles in a hundred, a quoted
statement makes it ten; a reprint without some of its paragraphs keeps nearly all.

Only pairs that MinHash with locality-sensitive hashing brings together are compared, and
the comparison is exact, so what chance there is can miss a copy but never make one.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from actors.types import Document, Key

if TYPE_CHECKING:
    import numpy as np
    from datasketch import MinHash
    from numpy.typing import NDArray

    Shingles = NDArray[np.uint32]

_RUN = 4
"""Words of a shingle."""
_SHARED = 0.5
"""The share of the smaller document's shingles that a copy has in the other."""
_LENGTHS = 4
"""A text more than so many times as long as another quotes it, and does not reprint it."""
_SHORT = 20
"""With fewer words than this, only the same words throughout are a copy."""
_FEW = 8
"""With fewer words than this, even the same words are no sign of a copy."""

SEED = 1
BANDS, ROWS = 32, 2
"""Two sets with a Jaccard similarity of 0.3 are compared with a probability of 0.95."""
FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)


@dataclass(frozen=True, slots=True)
class _Text:
    """A document as its shingles; texts are compared in order of date and name."""

    published: date
    name: str
    key: Key
    shingles: Shingles

    @property
    def place(self) -> tuple[date, str]:
        return (self.published, self.name)


def stories(documents: Iterable[Document]) -> dict[Key, Key]:
    """The story of each document: the key of the first document that tells it.

    First means by date, then by name; what has no date comes last. Every document of a
    story resembles that first one, so a chain of ever newer versions is not one story, and
    later documents leave the stories of earlier ones as they are.

    >>> wire = "The envoy said on Monday that both sides would meet again in the city."
    >>> copies = [Document("a", wire), Document("b", wire), Document("c", "Other news.")]
    >>> found = stories(copies)
    >>> [found[one.key] == copies[0].key for one in copies]
    [True, True, False]
    """
    texts = sorted(map(_text, documents), key=lambda text: text.place)
    first = _Firsts()
    return {text.key: first.find_or_add(text) for text in texts}


class _Firsts:
    """The first document of each story, found again by what resembles it."""

    def __init__(self) -> None:
        from datasketch import MinHashLSH

        self._texts: list[_Text] = []
        self._index = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS))

    def find_or_add(self, text: _Text) -> Key:
        """The key of the first document that a text is a copy of; its own if of none."""
        if not len(text.shingles):
            return text.key
        signature = _signature(text.shingles)
        near: list[_Text] = [self._texts[number] for number in sorted(self._index.query(signature))]
        shared = [(-_contained(one.shingles, text.shingles), one.place, one.key) for one in near]
        if shared and -min(shared)[0] >= _SHARED:
            return min(shared)[2]
        self._index.insert(len(self._texts), signature)
        self._texts.append(text)
        return text.key


def _text(document: Document) -> _Text:
    ranges = document.body or ((0, len(document.text)),)
    body = "\n".join(document.text[start:end] for start, end in ranges)
    return _Text(document.published or date.max, document.name, document.key, shingles(body))


def shingles(text: str) -> Shingles:
    """The hashes of all runs of four words, sorted, each once; case and points don't count.

    A short text is one shingle, and a very short one has none.

    >>> [len(shingles("word " * words)) for words in (7, 8, 20)]
    [0, 1, 1]
    >>> len(shingles(" ".join(map(str, range(20)))))
    17
    """
    import numpy as np

    words = re.findall(r"\w+", text.casefold())
    if len(words) < _SHORT:
        whole = [zlib.crc32(" ".join(words).encode())] if len(words) >= _FEW else []
        return np.array(whole, dtype=np.uint32)
    hashes = np.array([zlib.crc32(word.encode()) for word in words], dtype=np.uint64)
    runs = np.zeros(len(words) - _RUN + 1, dtype=np.uint64)
    for place, factor in enumerate(FACTORS):
        runs += hashes[place : place + len(runs)] * np.uint64(factor)
    return np.unique((runs >> np.uint64(32)).astype(np.uint32))


def _signature(shingles: Shingles) -> MinHash:
    from datasketch import MinHash

    signature = MinHash(num_perm=BANDS * ROWS, seed=SEED, hashfunc=int)
    signature.update_batch(shingles)
    return signature


def _contained(one: Shingles, other: Shingles) -> float:
    """The share of the smaller set that is in the larger; 0 where one is far larger."""
    import numpy as np

    small, large = sorted((len(one), len(other)))
    if small * _LENGTHS < large:
        return 0.0
    return len(np.intersect1d(one, other, assume_unique=True)) / small
