"""What the engines share: batches of items, what an engine brings, and an error of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from itertools import islice
from typing import Any, Protocol, TypeAlias

from actors.errors import ActorsError, SettingsError
from actors.types import Item, Result

__all__ = ["EngineError", "Handed", "Workers", "batches", "name_batch", "settle"]


Handed: TypeAlias = "Future[Any]"
"""A batch that was handed to a worker, whatever its results are."""


class EngineError(ActorsError):
    """Workers were lost, or can't be started."""


class Workers(Protocol):
    """Workers that batches are handed to, some of which may be lost on the way.

    ``told_apart``: whether it is known which of the batches under way ended a worker. Where it is
    not, a batch that was under way when one was lost is tried again by itself.
    """

    told_apart: bool

    def room(self) -> int:
        """How many batches may be under way: at most twice as many as there are workers."""
        ...

    def submit(
        self, work: Callable[[Sequence[Item]], list[Result]], batch: Sequence[Item]
    ) -> Future[list[Result]]:
        """Hand a batch to a worker."""
        ...

    def culprit(self, future: Handed, error: BaseException) -> bool | None:
        """Whether a batch ended its worker; nothing if the error is one that its work raised."""
        ...

    def free_since(self, future: Handed) -> float:
        """When the worker of a batch was done with what it had before; 0 if that isn't known."""
        ...

    def stop(self, future: Handed) -> bool:
        """End the worker that works on a batch, whose future then fails; False if it can't be."""
        ...


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


def name_batch(error: BaseException, first: int, size: int) -> None:
    """Note on an error in which items it arose, counted from 1; ``first`` counts from 0."""
    error.add_note(f"while working on items {first + 1} to {first + size}")


def settle(future: Future[Result], outcome: Callable[[], Result]) -> None:
    """Give a future what a function gives or raises; one that is settled already stays as it is.

    >>> future = Future()
    >>> settle(future, lambda: 1)
    >>> settle(future, lambda: 2)
    >>> future.result()
    1
    """
    with suppress(InvalidStateError):
        try:
            result = outcome()
        except BaseException as error:  # noqa: BLE001 - whatever it is, it goes to who waits
            future.set_exception(error)
        else:
            future.set_result(result)
