"""One page of a PDF: its characters become lines, its lines columns, in the order of reading."""

from __future__ import annotations

import ctypes
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

MOST_CHARACTERS = 60_000
"""Characters of a page above which it is a map or a drawing, taken as it comes."""
_GUTTER = 1.1
"""Height of a line: a blank as wide parts two columns, or two cells."""
_FEWEST_LINES = 4
_PROSE = 3.5
"""Words that a line of a column has on average; the cells of a table have fewer."""
_APART = 1.6
"""Distance of two lines, in that of most, that makes a paragraph."""
_SPACED = 2
"""Words above which a line of single letters is one word that was spaced out."""
_SMALL = 0.82


@dataclass(slots=True)
class Line:
    """A run of text on one height: its box, and the height of its letters."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    starts_paragraph: bool = False

    @property
    def middle(self) -> float:
        """Where it stands on the page, from below."""
        return (self.bottom + self.top) / 2


def lines(textpage: Any) -> list[Line] | None:
    """The lines of a page in the order of reading; None where it is too full to be sorted."""
    if textpage.count_chars() > MOST_CHARACTERS:
        return None
    return ordered(_segments(textpage))


def _segments(textpage: Any) -> list[Line]:
    """Runs of characters on one height, parted where the blank between is wide."""
    found: list[Line] = []
    run: list[_Character] = []
    for character in _characters(textpage):
        run.append(character)
        if character.text == "\n":
            found += _line(run)
            run = []
    return found + list(_line(run))


@dataclass(slots=True)
class _Character:
    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float

    @property
    def blank(self) -> bool:
        return self.text.isspace()


def _characters(textpage: Any) -> Iterator[_Character]:
    import pypdfium2.raw as raw

    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    boxes = [ctypes.byref(value) for value in (left, right, bottom, top)]
    for i in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, i)
        if code in (0, 0xFFFE) or 0xD800 <= code <= 0xDFFF:
            code = 0x02 if raw.FPDFText_IsHyphen(textpage, i) == 1 else 0x20
        if raw.FPDFText_IsHyphen(textpage, i) == 1:
            code = 0x02
        raw.FPDFText_GetCharBox(textpage, i, *boxes)
        size = raw.FPDFText_GetFontSize(textpage, i)
        box = (left.value, right.value, bottom.value, top.value)
        yield _Character(chr(code), *box, size)


def _line(run: Sequence[_Character]) -> Iterator[Line]:
    """The runs of one line of pdfium, parted at wide blanks; marks of notes are left out."""
    visible = [
        character for character in run if not character.blank and character.top > character.bottom
    ]
    if not visible:
        return
    height = statistics.median(character.top - character.bottom for character in visible)
    size = statistics.median(character.size for character in visible)
    part: list[_Character] = []
    last: _Character | None = None
    for character in run:
        if character.text in "\r\n":
            continue
        if not character.blank and character.top > character.bottom:
            if last is not None and _is_gap(last, character, max(height, size * 0.6)):
                yield _joined(part, size)
                part = []
            last = character
        part.append(character)
    if any(not character.blank for character in part):
        yield _joined(part, size)


def _is_gap(before: _Character, after: _Character, height: float) -> bool:
    return after.left - before.right > _GUTTER * height or after.right < before.left - height


def _joined(part: Sequence[_Character], size: float) -> Line:
    visible = [one for one in part if not one.blank and one.top > one.bottom] or list(part)
    text = "".join(one.text for one in _without_notes(part, size))
    return Line(
        text.strip(" \t"),
        min(one.left for one in visible),
        max(one.right for one in visible),
        min(one.bottom for one in visible),
        max(one.top for one in visible),
        statistics.median(one.size for one in visible),
    )


def _without_notes(part: Sequence[_Character], size: float) -> Iterator[_Character]:
    """The characters but for small raised digits after a word: marks of notes."""
    base = statistics.median(one.bottom for one in part if not one.blank) if part else 0
    seen = False
    for one in part:
        raised = one.text.isdigit() and one.size < _SMALL * size and one.bottom > base + 0.15 * size
        if not (raised and seen):
            yield one
        seen = seen or one.text.isalpha()


def ordered(segments: Sequence[Line]) -> list[Line]:
    """Lines in the order of reading: a column from top to bottom, then the next.

    Only columns of prose are read one after the other; the cells of a table that stand on one
    height become one line, a tab between.
    """
    segments = [one for one in segments if one.text]
    gutter = _gutter(segments)
    if gutter is None:
        return _paragraphs(_rows(segments))
    found: list[Line] = []
    for band in _bands(segments, gutter):
        if len(band) == 1 or all(_crosses(one, gutter) for one in band):
            found += _paragraphs(_rows(band))
            continue
        left = [one for one in band if one.right <= gutter + 1]
        right = [one for one in band if one.right > gutter + 1]
        found += [*ordered(left), *ordered(right)]
    return found


def _gutter(segments: Sequence[Line]) -> float | None:
    """Where a blank runs down the page between two columns of prose."""
    if len(segments) < 2 * _FEWEST_LINES:
        return None
    left, right = min(one.left for one in segments), max(one.right for one in segments)
    width = right - left
    starts = sorted(
        {
            round(one.left)
            for one in segments
            if left + 0.2 * width < one.left < right - 0.15 * width
        }
    )
    best: tuple[int, float] | None = None
    for start in starts:
        place = start - 1.0
        before = [one for one in segments if one.right <= place]
        after = [one for one in segments if one.left >= place]
        crossing = len(segments) - len(before) - len(after)
        if not _are_columns(before, after, crossing, place):
            continue
        score = (len(before) + len(after) - 2 * crossing, place)
        best = max(best, score) if best else score
    return best[1] if best else None


def _are_columns(
    before: Sequence[Line], after: Sequence[Line], crossing: int, place: float
) -> bool:
    if len(before) < _FEWEST_LINES - 1 or len(after) < _FEWEST_LINES - 1:
        return False
    if crossing > 0.5 * (len(before) + len(after)):
        return False
    if not _overlap(before, after):
        return False
    for column in (before, after):
        words = statistics.mean(len(one.text.split()) for one in column)
        reach = statistics.median(one.right - one.left for one in column)
        wide = max(one.right for one in column) - min(one.left for one in column)
        if words < _PROSE or reach < 0.55 * wide:
            return False
    return True


def _overlap(before: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether two sets of lines stand beside each other for most of their height."""
    low = max(min(one.bottom for one in side) for side in (before, after))
    high = min(max(one.top for one in side) for side in (before, after))
    shorter = min(
        max(one.top for one in side) - min(one.bottom for one in side) for side in (before, after)
    )
    return high - low > 0.5 * shorter


def _crosses(line: Line, gutter: float) -> bool:
    return line.left < gutter - 1 and line.right > gutter + 1


def _bands(segments: Sequence[Line], gutter: float) -> Iterator[list[Line]]:
    """Parts of a page from top to bottom: what crosses the gutter, and columns between."""
    band: list[Line] = []
    crossing = False
    for one in sorted(segments, key=lambda one: -one.middle):
        crosses = _crosses(one, gutter)
        if band and crosses != crossing:
            yield band
            band = []
        crossing = crosses
        band.append(one)
    if band:
        yield band


def _rows(segments: Iterable[Line]) -> list[Line]:
    """Segments on one height as one line: cells with tabs between, or words that were placed."""
    found: list[list[Line]] = []
    for one in sorted(segments, key=lambda one: (-one.middle, one.left)):
        row = found[-1] if found else []
        if row and abs(row[0].middle - one.middle) < 0.5 * max(row[0].top - row[0].bottom, 1.0):
            row.append(one)
        else:
            found.append([one])
    return [_merged(sorted(row, key=lambda one: one.left)) for row in found]


def _merged(row: Sequence[Line]) -> Line:
    text = row[0].text
    for before, after in pairwise(row):
        near = after.left - before.right < _GUTTER * max(before.size, 1.0)
        text += (" " if near else "\t") + after.text
    return Line(
        _unspaced(text),
        row[0].left,
        max(one.right for one in row),
        min(one.bottom for one in row),
        max(one.top for one in row),
        statistics.median(one.size for one in row),
    )


def _unspaced(text: str) -> str:
    """Words whose letters were set apart: *M I N I S T R Y* is one.

    >>> _unspaced("M I N I S T R Y\\tO F\\tWA T E R"), _unspaced("A B testing")
    ('MINISTRY OF WATER', 'A B testing')
    """
    pieces = text.split()
    spaced = len(pieces) > _SPACED and sum(map(len, pieces)) <= 1.7 * len(pieces)
    if not spaced or text.upper() != text or any(map(str.isdigit, text)):
        return text
    return " ".join(part.replace(" ", "") for part in text.split("\t"))


def _paragraphs(found: list[Line]) -> list[Line]:
    """Mark the lines that begin a paragraph: after a wide space, set in, or of another size."""
    steps = [before.bottom - after.bottom for before, after in pairwise(found)]
    steps = [step for step in steps if step > 0]
    usual = statistics.median(steps) if steps else 0.0
    for before, after in pairwise(found):
        step = before.bottom - after.bottom
        other = abs(before.size - after.size) > 0.12 * max(before.size, after.size, 1.0)
        after.starts_paragraph = other or step > _APART * usual or step < 0
    if found:
        found[0].starts_paragraph = True
    return found
