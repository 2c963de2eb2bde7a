"""Lists that are longer than a screen: a page of them, and where the others are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

__all__ = ["ListPage", "page_of"]

Listed = TypeVar("Listed")
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class ListPage(Generic[Listed]):
    """Some items of a list: ``number`` is the number of the page, of ``pages``."""

    items: Sequence[Listed]
    total: int
    number: int
    pages: int

    @property
    def first(self) -> int:
        """The number of the first item, counted from 1; 0 if there is none."""
        return (self.number - 1) * PER_PAGE + 1 if self.items else 0


def page_of(items: Sequence[Listed], number: int) -> ListPage[Listed]:
    """A page of a list; the last one where the number is past it.

    >>> page_of(range(120), 9).items
    range(100, 120)
    """
    pages = max(1, -(-len(items) // PER_PAGE))
    number = min(number, pages)
    start = (number - 1) * PER_PAGE
    return ListPage(items[start : start + PER_PAGE], len(items), number, pages)
