"""Which words are English, and how common: a list of 82,765 that symspellpy brings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def frequencies() -> Mapping[str, int]:
    """Words in small letters, and how often each stands in a large corpus of the web.

    >>> frequencies()["government"] > frequencies()["quagmire"] > 0
    True
    >>> "kowalczyk" in frequencies()
    False
    """
    listed = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt")
    lines = listed.read_text(encoding="utf-8-sig").split("\n")
    pairs = (line.split() for line in lines if line.strip())
    return {word: int(count) for word, count in pairs}
