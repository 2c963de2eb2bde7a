"""The vectors of word pieces that the networks for relations start from: one table for both.

They are MiniLM's, in 8 bits, and were not changed in training. The file is mapped into memory, so
that all processes of a machine share it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from actors.errors import ModelError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


@cache
def word_table(folder: Path) -> NDArray[np.uint8]:
    """A row of bytes for each piece of the vocabulary, shape (pieces, 384).

    Raises:
        ModelError: the file is missing from ``folder``.
    """
    path = folder / "words.npy"
    if not path.is_file():
        raise ModelError(f"{folder} lacks {path.name}: reinstall, see training/")
    table: NDArray[np.uint8] = np.load(path, mmap_mode="r")
    return table
