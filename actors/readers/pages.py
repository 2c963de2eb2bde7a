"""The lines of all pages as one text: running heads out, footnotes at the end, paragraphs whole."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from actors.readers.page import Line
from actors.readers.wrapping import Words

_ENDS = '.!?:;"”’)'
_FULL = 0.7
_EDGE = 3
"""Lines at the top and at the foot of a page among which running heads are looked for."""
_REPEATED = 0.4
_NOTE = re.compile(r"\s*(?:\d{1,3}|[*†‡§¹²³⁰⁴-⁹]+)[ .)]*\s*\S")
_NUMBER = re.compile(
    r"(?:page|p\.|seite|página)?\s*[-–|]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[-–|]?(?:\s*(?:of|/|von|de)\s*\d{1,4})?",
    re.IGNORECASE,
)
_SMALL = 0.9
_CUT = "\x02\ufffe\xad"


@dataclass(frozen=True, slots=True)
class Text:
    """What all pages say: the body, then notes and running heads, which are not all read."""

    body: str
    notes: str
    heads: str


def joined(pages: Sequence[Sequence[Line]]) -> Text:
    """One text of the lines of all pages.

    A line that stands at the edge of many pages, but for its numbers, is a running head; small
    lines at the foot that begin with a number or a star are notes.
    """
    heads = _running(pages)
    flow: list[Line] = []
    notes: list[Line] = []
    kept: list[str] = []
    for page in pages:
        body, foot = _parts(page, heads, kept)
        flow += body
        notes += foot
    words = Words("\n".join(line.text.replace("\x02", "-") for line in [*flow, *notes]))
    return Text(_unwrapped(flow, words), _unwrapped(notes, words), "\n".join(dict.fromkeys(kept)))


def _running(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Lines that stand at the edge of many pages, their numbers aside."""
    if len(pages) < 2:
        return frozenset()
    seen = Counter(key for page in pages for key in {_key(line.text) for line in _edges(page)})
    least = max(2, _REPEATED * len(pages) / (2 if len(pages) > 5 else 1))
    return frozenset(key for key, times in seen.items() if times >= least and key)


def _edges(page: Sequence[Line]) -> list[Line]:
    """The lines nearest to the top and to the foot of a page."""
    by_height = sorted(page, key=lambda line: line.middle)
    return [*by_height[:_EDGE], *by_height[-_EDGE:]]


def _key(text: str) -> str:
    return re.sub(r"\d+|\s+", "#", text.strip().lower())


def _parts(
    page: Sequence[Line], heads: frozenset[str], kept: list[str]
) -> tuple[list[Line], list[Line]]:
    """The body and the notes of one page; its running heads go to ``kept``."""
    edge = {id(line) for line in _edges(page)}
    numbered = {
        id(line) for line in page if _NUMBER.fullmatch(line.text.strip()) and id(line) in edge
    }
    bare = [line for line in page if id(line) not in numbered or len(page) == 1]
    first = _first_note(bare)
    body, foot = (bare, []) if first is None else (bare[:first], bare[first:])
    kept += [line.text for line in page if id(line) in numbered]
    kept += [line.text for line in body if id(line) in edge and _key(line.text) in heads]
    return [line for line in body if id(line) not in edge or _key(line.text) not in heads], foot


def _first_note(page: Sequence[Line]) -> int | None:
    """The first of the small lines that a page ends in, if it begins like a note."""
    if len(page) < 2:
        return None
    usual = statistics.median(line.size for line in page)
    sizes = Counter(round(line.size, 1) for line in page)
    usual = max(usual, sizes.most_common(1)[0][0])
    first = len(page)
    while first and page[first - 1].size < _SMALL * usual:
        first -= 1
    while first < len(page) and not _NOTE.match(page[first].text):
        first += 1
    return first if 0 < first < len(page) else None


def _unwrapped(lines: Sequence[Line], words: Words) -> str:
    """Lines as paragraphs, joined where one goes on in the next, also over the end of a page."""
    if not lines:
        return ""
    full = _FULL * max(len(line.text) for line in lines)
    parts = [[lines[0].text]]
    for before, line in pairwise(lines):
        last = parts[-1][-1]
        if _goes_on(last, before, line, full):
            cut = last[-1] in _CUT
            parts[-1][-1:] = words.joint(f"{last.rstrip(_CUT)}-" if cut else last, line.text)
        else:
            parts.append([("\n" if line.starts_paragraph else "") + line.text])
    return "\n".join("".join(pieces) for pieces in parts).strip()


def _goes_on(said: str, before: Line, line: Line, full: float) -> bool:
    if not said.strip() or not line.text or "\t" in line.text or "\t" in before.text:
        return False
    if said[-1] in _CUT:
        return True
    other = abs(before.size - line.size) > 0.12 * max(before.size, line.size, 1.0)
    small = line.text[0].islower()
    if other or (line.starts_paragraph and said[-1] in _ENDS):
        return False
    if line.starts_paragraph and not small and not _is_next_page(before, line):
        return False
    if said[-1] in _ENDS:
        return not line.starts_paragraph and len(before.text) >= full
    return small or len(before.text) >= full or _reaches(before, line)


def _is_next_page(before: Line, line: Line) -> bool:
    """Whether a line stands higher than the one before it: in the next column, on the next page."""
    return line.bottom > before.bottom


def _reaches(before: Line, line: Line) -> bool:
    """Whether a line is as wide as the one that follows it."""
    return (
        before.right >= line.right - 0.1 * (line.right - line.left) and before.left <= line.left + 5
    )
