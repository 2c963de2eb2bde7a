"""What the engines share: batches of items, and an error of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from actors.errors import ActorsError, SettingsError
from actors.types import Item


class EngineError(ActorsError):
    """A worker was lost, or can't be started."""


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Lists of ``size`` items, the last one shorter; items are taken only when asked for.

    Raises:
        SettingsError: ``size`` is less than one.

    >>> list(batches("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    if size < 1:
        raise SettingsError(f"a batch must hold at least one item, not {size}")
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch


def name_batch(error: BaseException, number: int, size: int) -> None:
    """Note on an error in which items it arose, counted from 1."""
    first = number * size + 1
    error.add_note(f"while working on items {first} to {first + size - 1}")
