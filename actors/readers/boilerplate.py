"""Lines that a page adds to its text: set aside, never deleted.

The habits of sites are patterns in ``boilerplate.toml``; here they are applied, and
slogans are recognised, which no pattern can do: several short lines in a row that begin
alike and name nobody.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

Range = tuple[int, int]

_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"\w+")
_SLOGAN_LINES = 5
_SLOGAN_LENGTH = 60
_REPEATS = 3
_LINKS_WITHIN = 2000


class Patterns(NamedTuple):
    """What ``boilerplate.toml`` says, compiled."""

    line: re.Pattern[str]
    trailing: re.Pattern[str]
    longest: int


def worth_reading(text: str, start: int = 0) -> tuple[Range, ...]:
    """The ranges of a text, from ``start`` on, without boilerplate.

    Empty where nothing is set aside, and where everything would be: a text that is one
    line of boilerplate was given for a reason.

    Returns:
        Sorted, disjoint (start, end) pairs of characters, each from the first to the last
        visible character of lines that follow each other.

    >>> worth_reading("Ministers met in Dushanbe.\\n0 Comments\\nThey meet again in May.")
    ((0, 26), (38, 61))
    """
    lines = [_trim(text, *match.span()) for match in _LINE.finditer(text, start)]
    lines = [line for line in lines if line[0] < line[1]]
    aside = _slogans(text, lines) | _repeats(text, lines)
    kept = [None if i in aside else _kept(text, line) for i, line in enumerate(lines)]
    if kept == lines and not text[:start].strip():
        return ()
    ranges = tuple(_join(lines, kept))
    return ranges or tuple(_join(lines, list(lines)))


def _trim(text: str, start: int, end: int) -> Range:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())


def _kept(text: str, line: Range) -> Range | None:
    """What is worth reading of one line: all, nothing, or all but the links it ends in."""
    patterns = _patterns()
    start, end = line
    if end - start <= patterns.longest and patterns.line.fullmatch(text, start, end):
        return None
    return start, _before_links(text, start, end)


def _before_links(text: str, start: int, end: int) -> int:
    """Where a line ends without the links at its end."""
    trailing = _patterns().trailing
    words = text[max(start, end - _LINKS_WITHIN) : end]
    while True:
        head, *last = words.rsplit(maxsplit=1) or [""]
        if not last or not trailing.fullmatch(last[0]):
            return end
        end -= len(words) - len(head)
        words = head


def _join(lines: list[Range], kept: list[Range | None]) -> Iterator[Range]:
    """Ranges of lines that follow each other; a cut ends a range."""
    first: int | None = None
    last = 0
    for line, part in zip(lines, kept, strict=True):
        if part is not None:
            first = part[0] if first is None else first
            last = part[1]
        if part != line and first is not None:
            yield first, last
            first = None
    if first is not None:
        yield first, last


def _slogans(text: str, lines: list[Range]) -> set[int]:
    """Lines of slogans. One line that begins otherwise may stand between two that do."""
    found: set[int] = set()
    i = 0
    while i < len(lines):
        run = _run(text, lines, i)
        if len(run) >= _SLOGAN_LINES:
            found.update(range(run[0], run[-1] + 1))
        i = run[-1] + 1 if len(run) >= _SLOGAN_LINES else i + 1
    return found


def _run(text: str, lines: list[Range], first: int) -> list[int]:
    opening = _opening(text, lines[first])
    run = [first]
    for i in range(first + 1, len(lines)):
        here = _opening(text, lines[i])
        if opening is None or here is None or i - run[-1] > 2:
            break
        if here == opening:
            run.append(i)
    return run


def _opening(text: str, line: Range) -> tuple[str, str] | None:
    """The first two words of a line short enough for a slogan, that names nobody."""
    start, end = line
    if end - start > _SLOGAN_LENGTH or text[end - 1] not in ".!?":
        return None
    words = _WORD.findall(text, start, end)
    if len(words) < 2 or any(word[0].isupper() or word[0].isdigit() for word in words[1:]):
        return None
    return words[0].casefold(), words[1].casefold()


def _repeats(text: str, lines: list[Range]) -> set[int]:
    """All but the first of a line that stands there three times running or more."""
    found: set[int] = set()
    first = 0
    for i in range(1, len(lines) + 1):
        if i < len(lines) and text[slice(*lines[i])] == text[slice(*lines[first])]:
            continue
        if i - first >= _REPEATS:
            found.update(range(first + 1, i))
        first = i
    return found


@cache
def _patterns() -> Patterns:
    raw: dict[str, Any] = tomllib.loads(
        files("actors.readers").joinpath("boilerplate.toml").read_text(encoding="utf-8")
    )
    sections = [section for section in raw.values() if isinstance(section, dict)]
    whole = [pattern for section in sections for pattern in section["patterns"]]
    return Patterns(
        line=re.compile("|".join(f"(?:{pattern})" for pattern in whole), re.IGNORECASE),
        trailing=re.compile(raw["links"]["trailing"], re.IGNORECASE),
        longest=raw["longest"],
    )
