"""Numbers in words."""

from __future__ import annotations

__all__ = ["count"]


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count(1, "story", "stories"), count(1200, "document")
    ('1 story', '1,200 documents')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
