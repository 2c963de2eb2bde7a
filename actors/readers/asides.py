"""Parts of a text that are not read: they stay in `Document.text` and lie outside its body.

`actors.extract` puts line breaks in their place, so nothing runs across them: what stands before
and after a part that was cut out of a line is read as two sentences.
"""

from __future__ import annotations

from collections.abc import Iterable

Range = tuple[int, int]


def cut_out(
    text: str, body: Iterable[Range], cuts: Iterable[Range], more: Iterable[Range] = ()
) -> tuple[Range, ...]:
    """The ranges of a body without some parts, and with others; an empty body is all of it.

    Returns:
        Sorted, disjoint ranges, each from its first to its last visible character; empty where
        that is the whole text, and one range of nothing where nothing is left.

    >>> cut_out("MOSCOW (AP) - Talks failed.", (), [(6, 14)])
    ((0, 6), (14, 27))
    """
    body = tuple(body)
    whole = body or ((0, len(text)),)
    kept = list(whole)
    for start, end in sorted(cuts):
        kept = [part for old in kept for part in _without(old, start, end)]
    kept = sorted(trimmed for part in [*kept, *more] if (trimmed := _trim(text, *part)))
    if not kept:
        return ((0, 0),)
    return () if kept == [_trim(text, 0, len(text))] and not body else tuple(kept)


def _without(part: Range, start: int, end: int) -> list[Range]:
    first, last = part
    if end <= first or last <= start:
        return [part]
    return [piece for piece in ((first, start), (end, last)) if piece[0] < piece[1]]


def _trim(text: str, start: int, end: int) -> Range | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
