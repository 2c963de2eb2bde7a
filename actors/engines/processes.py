"""The same work spread over the cores of this machine.

Workers are started afresh (*spawn*), the same on every system, and keep what their work
function keeps in its process, such as a language model. Only a few batches are under way
at once, so a corpus need not fit in memory. A worker that is lost is replaced, and what it had
is done again: `actors.engines.tasks`.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass

from actors.engines import worker
from actors.engines.base import EngineError, Handed
from actors.engines.slots import Slot
from actors.engines.tasks import ENDED, in_order
from actors.errors import SettingsError
from actors.types import Item, Lost, Result

#: Batches waiting or under way for each worker: enough to keep it busy.
IN_FLIGHT = 2

_STARTS = 3
"""Workers that end before they have begun, one after another: then none can be started."""


@dataclass(frozen=True, slots=True)
class Processes:
    """Worker processes; results come in order, and are the same as those of `Local`.

    Args of the class:
        workers: number of processes; as many as there are cores if not given

    Raises:
        SettingsError: ``workers`` is less than one.
    """

    workers: int | None = None

    def __post_init__(self) -> None:
        if self.workers is not None and self.workers < 1:
            raise SettingsError(f"at least one worker is needed, not {self.workers}")

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

        Args:
            work: a function of a module, or a `functools.partial` of one
            items: taken only as fast as the workers need them
            batch: how many items a worker gets at once
            lost: gives the result of an item that ends its worker twice, or takes too long
            seconds: what a batch may take before it is done again item by item; 0: no limit

        Raises:
            EngineError: workers can't be started, or an item ended its worker twice and there
                is no ``lost``
            Exception: what ``work`` raised, with a note on the items it worked on
        """
        with _started(self.workers or cores(), work) as slots:
            yield from in_order(slots, work, items, batch=batch, lost=lost, seconds=seconds)


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def _started(workers: int, work: object) -> Iterator[_Slots]:
    """Workers that are ended at once, not when their work is done, if anything goes wrong."""
    slots = _Slots(workers, needs_script=b"__main__" in pickle.dumps(work))
    try:
        yield slots
    except BaseException:
        slots.end()
        raise
    finally:
        slots.close()


class _Slots:
    """A pool of one process for each worker, so that it is known which batch ended one."""

    told_apart = True

    def __init__(self, workers: int, *, needs_script: bool) -> None:
        threads = max(1, cores() // workers)
        self.slots = [Slot(threads, needs_script=needs_script) for _ in range(workers)]

    def room(self) -> int:
        """As many batches as keep every worker busy."""
        return IN_FLIGHT * len(self.slots)

    def submit(
        self, work: Callable[[Sequence[Item]], list[Result]], batch: Sequence[Item]
    ) -> Future[list[Result]]:
        """Hand a batch to the worker that has least to do."""
        slot = min(self.slots, key=Slot.busy)
        return slot.submit(worker.run, work, batch)

    def culprit(self, future: Handed, error: BaseException) -> bool | None:
        """Whether a batch was the one that its worker had in hand when it ended.

        Raises:
            EngineError: workers end again and again before they have begun
        """
        if not isinstance(error, BrokenProcessPool):
            return None
        slot = self._slot(future)
        if slot.failed_starts() >= _STARTS:
            raise EngineError(ENDED) from error
        return slot.begun(future) and slot.in_hand(future)

    def free_since(self, future: Handed) -> float:
        """When the worker of a batch was done with what it had before."""
        return self._slot(future).free_since(future)

    def stop(self, future: Handed) -> bool:
        """End the worker that has a batch in hand."""
        return self._slot(future).stop(future)

    def end(self) -> None:
        """End all workers, whatever they are doing."""
        for slot in self.slots:
            slot.end()

    def close(self) -> None:
        """Let the workers go."""
        for slot in self.slots:
            slot.close()

    def _slot(self, future: Handed) -> Slot:
        return next(slot for slot in self.slots if slot.had(future))
