"""All work in this process, one batch after another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from actors.engines.base import batches, name_batch
from actors.types import Item, Lost, Result


@dataclass(frozen=True, slots=True)
class Local:
    """The simplest engine, and the measure of the others: same results, same order.

    ``workers`` is there so that every engine is made in the same way; there is only one.

    >>> list(Local().map(sorted, [3, 1, 2], batch=2))
    [1, 3, 2]
    """

    workers: int | None = None

    def map(
        self,
        work: Callable[[Sequence[Item]], list[Result]],
        items: Iterable[Item],
        *,
        batch: int,
        lost: Lost[Item, Result] | None = None,
        seconds: float = 0,
    ) -> Iterator[Result]:
        """Apply ``work`` to batches of ``items``; results come in the order of the items.

        No worker can be lost, or ended for taking long: ``lost`` and ``seconds`` mean nothing.
        """
        for number, chunk in enumerate(batches(items, batch)):
            try:
                results = work(chunk)
            except Exception as error:
                name_batch(error, number * batch, len(chunk))
                raise
            yield from results
