"""Which profiles share a key, in two columns of numbers instead of a dictionary of tuples.

A key is kept as a hash of 64 bits, so that millions of profiles fit in memory. Two keys with one
hash would only have more profiles compared than must be.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    _Column = NDArray[np.uint64] | NDArray[np.uint32]

__all__ = ["SharedKeys"]


class SharedKeys:
    """Numbers under keys, found by a key or by each other.

    Args of the class:
        pairs: a key and a number; the numbers under one key come back in the order given

    >>> shared = SharedKeys([(("a",), 1), (("b",), 2), (("a",), 3)])
    >>> shared.under(("a",)), list(shared.together())
    ([1, 3], [[1, 3]])
    """

    def __init__(self, pairs: Iterable[tuple[Sequence[str], int]]) -> None:
        import numpy as np

        hashes, numbers = array("Q"), array("I")
        for key, number in pairs:
            hashes.append(_hash(key))
            numbers.append(number)
        found = np.frombuffer(hashes, dtype=np.uint64)
        order = np.argsort(found, kind="stable")
        self._hashes: _Column = found[order]
        self._numbers: _Column = np.frombuffer(numbers, dtype=np.uint32)[order]

    def under(self, key: Sequence[str]) -> list[int]:
        """The numbers under a key."""
        import numpy as np

        wanted = np.uint64(_hash(key))
        begin = np.searchsorted(self._hashes, wanted, side="left")
        end = np.searchsorted(self._hashes, wanted, side="right")
        return [int(number) for number in self._numbers[begin:end]]

    def together(self) -> Iterator[list[int]]:
        """The numbers under each key that has two or more."""
        import numpy as np

        changes = np.flatnonzero(np.diff(self._hashes)) + 1
        begins = np.concatenate(([0], changes)).astype(np.int64)
        ends = np.concatenate((changes, [len(self._hashes)])).astype(np.int64)
        for place in np.flatnonzero(ends - begins > 1):
            yield [int(number) for number in self._numbers[begins[place] : ends[place]]]


def _hash(key: Sequence[str]) -> int:
    written = "\x1f".join(key).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(written, digest_size=8).digest(), "big")
