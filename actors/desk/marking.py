"""A text cut into pieces: what mentions an actor, and what stands between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from actors.store.reviewing import MentionRow

__all__ = ["Paragraph", "Piece", "paragraphs", "pieces"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text; ``mention`` is the one that it belongs to, ``first`` its first part."""

    start: int
    end: int
    mention: MentionRow | None = None
    first: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a text, with its offsets."""

    start: int
    end: int


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text: what lies between empty lines, without spaces around it.

    >>> [(one.start, one.end) for one in paragraphs("One.\\n\\n\\n Two,\\nthree.\\n")]
    [(0, 4), (8, 19)]
    """
    found, start = list[Paragraph](), None
    at = end = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            start = at + len(line) - len(line.lstrip()) if start is None else start
            end = at + len(line.rstrip())
        elif start is not None:
            found.append(Paragraph(start, end))
            start = None
        at += len(line)
    return found if start is None else [*found, Paragraph(start, end)]


def pieces(start: int, end: int, mentions: Sequence[MentionRow], text: str = "") -> list[Piece]:
    """A part of a text, cut where mentions begin and end.

    Of mentions that hold each other the inner one is shown, and the outer one around it. A space
    that an outer one has left is part of none: nobody could see or hear what to choose there.

    Args:
        start: where the part begins
        end: where it ends
        mentions: those of the document; what lies outside of the part is left out
        text: of the document, if spaces are to be told
    """
    inside = [
        one for one in mentions if one.start < end and one.end > start and one.start < one.end
    ]
    cuts = {start, end} | {cut for one in inside for cut in (one.start, one.end)}
    order = sorted(cut for cut in cuts if start <= cut <= end)
    found: list[Piece] = []
    shown: set[str] = set()
    for low, high in pairwise(order):
        over = [one for one in inside if one.start <= low and high <= one.end]
        blank = text != "" and not text[low:high].strip()
        inner = min(over, key=lambda one: (one.end - one.start, one.start), default=None)
        chosen = None if blank else inner
        if found and found[-1].mention is chosen:
            found[-1] = Piece(found[-1].start, high, chosen, found[-1].first)
            continue
        found.append(Piece(low, high, chosen, chosen is not None and chosen.id not in shown))
        if chosen is not None:
            shown.add(chosen.id)
    return found
