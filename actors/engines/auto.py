"""The engine that picks one: worker processes where they pay, else this process.

A worker takes some seconds to start and to load its models, so a few documents are read sooner
without. The results are the same either way.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from actors.engines.local import Local
from actors.engines.processes import Processes, cores
from actors.types import Item, Lost, Result

MANY = 50
"""Items from which on worker processes pay."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Auto:
    """`Processes` for many items where there are two cores or more, else `Local`.

    Args of the class:
        workers: number of processes, if there are to be any; as many as there are cores if not
            given. One worker is this process.
        many: how many items are many; so many are taken before the work begins

    Raises:
        SettingsError: ``workers`` is less than one.

    >>> list(Auto().map(sorted, [3, 1, 2], batch=2))
    [1, 3, 2]
    """

    workers: int | None = None
    many: int = MANY

    def __post_init__(self) -> None:
        Processes(self.workers)

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

        Which engine does it is logged, level ``INFO``, by the logger of this module.
        """
        rest = iter(items)
        first = list(islice(rest, self.many))
        if first:
            engine = self._pick(len(first))
            every = chain(first, rest)
            yield from engine.map(work, every, batch=batch, lost=lost, seconds=seconds)

    def _pick(self, items: int) -> Local | Processes:
        workers = self.workers or cores()
        if items < self.many:
            log.info("engine local: fewer than %s documents to read", self.many)
        elif workers < 2:
            log.info("engine local: one core")
        else:
            log.info("engine processes: %s workers", workers)
            return Processes(workers)
        return Local()
