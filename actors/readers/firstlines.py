"""The first lines of a text that have something on them."""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["first_lines"]


def first_lines(text: str, start: int, most: int) -> Iterator[tuple[int, int]]:
    r"""Where the first lines with something on them begin and end, without white space around.

    Args:
        start: the character to begin at.
        most: how many lines at most.

    >>> list(first_lines("\n One. \n\nTwo.\nThree.", 0, 2))
    [(2, 6), (9, 13)]
    """
    position = start
    for _ in range(most):
        while position < len(text) and text[position].isspace():
            position += 1
        if position >= len(text):
            return
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        yield position, position + len(text[position:end].rstrip())
        position = end
