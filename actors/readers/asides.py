"""Parts of a text that are not read: they stay in `Document.text` and lie outside its body.

`actors.extract` puts line breaks in their place, so nothing runs across them: what stands before
and after a part that was cut out of a line is read as two sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

Range = tuple[int, int]


def cut_out(
    text: str, body: Iterable[Range], cuts: Iterable[Range], more: Iterable[Range] = ()
) -> tuple[Range, ...]:
    """The ranges of a body without some parts, and with others; an empty body is all of it.

    Returns:
        Sorted, disjoint ranges, each from its first to its last visible character; empty where
        that is the whole text, and one range of nothing where nothing is left.

    A cut of no length parts what stands before it from what stands after.

    >>> cut_out("MOSCOW (AP) - Talks failed.", (), [(6, 14)])
    ((0, 6), (14, 27))
    """
    body = tuple(body)
    whole = body or ((0, len(text)),)
    left = [*_without(sorted(whole), _merged(cuts)), *more]
    kept = sorted(trimmed for part in left if (trimmed := _trim(text, *part)))
    if not kept:
        return ((0, 0),)
    return () if kept == [_trim(text, 0, len(text))] and not body else tuple(kept)


def _merged(cuts: Iterable[Range]) -> list[Range]:
    """The cuts in order, those that overlap as one."""
    found: list[Range] = []
    for start, end in sorted(cuts):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _without(parts: Iterable[Range], cuts: list[Range]) -> Iterator[Range]:
    """What is left of some parts, both in order: each is walked through once."""
    at = 0
    for start, end in parts:
        while at < len(cuts) and cuts[at][1] <= start:
            at += 1
        here = at
        while here < len(cuts) and cuts[here][0] < end:
            if start < cuts[here][0]:
                yield start, cuts[here][0]
            start = max(start, cuts[here][1])
            here += 1
        if start < end:
            yield start, end


def _trim(text: str, start: int, end: int) -> Range | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
