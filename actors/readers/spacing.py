"""Paragraphs and rows of tables as lines of text, the same for every format."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

__all__ = ["spaced"]


def spaced(lines: Iterable[str]) -> str:
    r"""A blank line between paragraphs, none between the rows of a table; empty lines go.

    >>> spaced(["They met.", "", "Rosa Quint\tDanube Trust", "Lai Mun\tHarbour League"])
    'They met.\n\nRosa Quint\tDanube Trust\nLai Mun\tHarbour League'
    """
    kept = [line for line in lines if line.strip()]
    text = kept[0] if kept else ""
    for before, line in pairwise(kept):
        text += ("\n" if "\t" in before and "\t" in line else "\n\n") + line
    return text
