"""What stands between two parts of a document's body, and what it is read as.

A reader leaves out of the body whatever nobody says: headers, marks of notes, the separators of a
table. In its place comes, one character for each, what keeps the rest true: line breaks where a
sentence ends, blanks where it goes on, a colon between the cells of a row that has no brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from actors.types import Document

Range = tuple[int, int]

_MARK = re.compile(r"[ \t]*(?:#|\[[^\[\]\n]*\]|[\d¹²³⁰⁴-⁹†‡]+)+[ \t]*")
_FROM = re.compile(r"From: ([^\n]+)\n(?:[A-Z][A-Za-z-]+: [^\n]*\n)*")
_LABEL = re.compile(r"[^\n]{0,80}:[*_]*[ \t]*")
_BETWEEN_CELLS = re.compile(r"[^\S\n]{0,3}(?:[,;:|()\t–—-]|[ ]{3})[^\n@#/]*")
"""What parts two cells of a row: a separator, perhaps with a cell that nobody reads after it."""
_ONE_LINE = re.compile(r"[^\n]*\S[^\n]*")
_SENTENCE = re.compile(r"[.!?…][\"”’)\]]*$")
_LONGEST_CELL = 120


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker of a transcript says: the range of the label, and of the speech."""

    label: Range
    start: int
    end: int


def filled(document: Document) -> str:
    r"""The text of a document with everything outside its body overwritten.

    >>> from actors.types import Document
    >>> filled(Document("a", "By us. War ends.", body=((7, 16),)))
    '\n\n\n\n\n\n\nWar ends.'
    >>> filled(Document("a", "Ana Vos[3] met Ben.", body=((0, 7), (10, 19))))
    'Ana Vos    met Ben.'
    """
    text, body = document.text, sorted(document.body)
    if not body:
        return text
    joints = {(one[1], other[0]) for row in rows(document) for one, other in pairwise(row)}
    parts, position = ["\n" * body[0][0]], body[0][0]
    for number, (start, end) in enumerate(body):
        if number and start > position:
            parts.append(_instead(text[position:start], (position, start) in joints))
        parts.append(text[max(start, position) : end])
        position = max(position, end)
    parts.append("\n" * (len(text) - position))
    return "".join(parts)


def _instead(gap: str, in_row: bool) -> str:
    if "\n" not in gap:
        if _MARK.fullmatch(gap):
            return " " * len(gap)
        if in_row and ("(" in gap or ")" in gap):
            return gap
        if in_row and not _LABEL.fullmatch(gap):
            return ":" + " " * (len(gap) - 1)
    return "\n" * len(gap)


def rows(document: Document) -> Iterator[tuple[Range, ...]]:
    """The cells of each row of a list or table: parts of one line, none of them a sentence.

    >>> from actors.types import Document
    >>> text = "Ana Vos\\tHarbour Union\\tChair"
    >>> list(rows(Document("a", text, body=((0, 7), (8, 21), (22, 27)))))
    [((0, 7), (8, 21), (22, 27))]
    """
    for line in _lines(document):
        cells = [document.text[start:end] for start, end in line]
        if len(line) > 1 and not any(
            len(cell) > _LONGEST_CELL or "\n" in cell or _SENTENCE.search(cell) for cell in cells
        ):
            yield tuple(line)


def _lines(document: Document) -> Iterator[list[Range]]:
    line: list[Range] = []
    for start, end in _by_line(document):
        gap = document.text[line[-1][1] : start] if line else ""
        if line and not _BETWEEN_CELLS.fullmatch(gap):
            yield line
            line = []
        line.append((start, end))
    if line:
        yield line


def _by_line(document: Document) -> Iterator[Range]:
    """The ranges of a body, cut where a line ends."""
    for start, end in sorted(document.body):
        for match in _ONE_LINE.finditer(document.text, start, end):
            yield match.span()


def turns(document: Document) -> list[Turn]:
    """Who speaks from where to where in a transcript; in a message, who writes.

    >>> from actors.types import Document
    >>> turns(Document("a", "VOS: We won. I left.", body=((0, 3), (5, 20))))
    [Turn(label=(0, 3), start=5, end=20)]
    """
    labels = _labels(document.text, sorted(document.body)) or _writer(document)
    ends = [label[0] for label, _ in labels] + [len(document.text)]
    return [Turn(label, start, ends[i + 1]) for i, (label, start) in enumerate(labels)]


def _writer(document: Document) -> list[tuple[Range, int]]:
    """In a message, the name of who writes it, and where the message starts."""
    header = _FROM.match(document.text)
    if header is None or not document.body:
        return []
    name = min(document.body)
    inside = header.start(1) <= name[0] and name[1] <= header.end(1)
    return [(name, header.end())] if inside else []


def header_end(text: str) -> int:
    """Where the header of a message ends that the text starts with; 0 for none.

    >>> header_end("From: Ana Vos\\nTo: Ben Reed\\n\\nWe agree.")
    27
    """
    header = _FROM.match(text)
    return header.end() if header else 0


def _labels(text: str, body: Sequence[Range]) -> list[tuple[Range, int]]:
    found: list[tuple[Range, int]] = []
    for before, after in pairwise(body):
        line_start = text.rfind("\n", 0, before[1]) + 1
        begins_line = before[0] <= line_start or not text[line_start : before[0]].strip()
        if begins_line and _LABEL.fullmatch(text, before[1], after[0]):
            found.append(((max(before[0], line_start), before[1]), after[0]))
    return found
