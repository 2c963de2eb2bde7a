"""Any executor of `concurrent.futures` as an engine: mpi4py's, one for Slurm, one of your own.

``--engine executor:module:function`` names a function that gives an executor. Called with the
number of workers if ``--workers`` says one, as classes of executors can be:
``executor:mpi4py.futures:MPIPoolExecutor``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib import import_module

from actors.engines import worker
from actors.engines.base import Handed
from actors.engines.processes import IN_FLIGHT, cores
from actors.engines.tasks import in_order
from actors.errors import SettingsError
from actors.types import Item, Lost, Result

__all__ = ["NAMED", "Executing"]

NAMED = "executor:"
"""How the name of such an engine begins."""


@dataclass(frozen=True, slots=True)
class Executing:
    """An engine that hands its batches to an executor of `concurrent.futures`.

    Args of the class:
        make: gives an executor; asked for another one when it breaks
        workers: how many it has; as many as there are cores if not given

    >>> from concurrent.futures import ThreadPoolExecutor
    >>> list(Executing(ThreadPoolExecutor, 2).map(sorted, [3, 1, 2], batch=2))
    [1, 3, 2]
    """

    make: Callable[[], Executor]
    workers: int | None = None

    @classmethod
    def named(cls, name: str, workers: int | None = None) -> Executing:
        """The engine that a name such as ``executor:module:function`` means.

        Raises:
            SettingsError: there is no such function
        """
        module, _, function = name.removeprefix(NAMED).partition(":")
        try:
            make = getattr(import_module(module), function)
        except (ImportError, AttributeError, ValueError) as error:
            raise SettingsError(
                f"no executor {name!r}: write {NAMED}module:function, where the function gives "
                f"an executor of concurrent.futures ({error})"
            ) from error
        return cls(partial(make, workers) if workers else make, workers)

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

        An executor can't be told to end one worker: ``seconds`` means nothing.
        """
        with _executors(self.make, self.workers or cores()) as workers:
            yield from in_order(workers, work, items, batch=batch, lost=lost)


@contextmanager
def _executors(make: Callable[[], Executor], count: int) -> Iterator[_Executors]:
    workers = _Executors(make, count)
    try:
        yield workers
    except BaseException:
        workers.executor.shutdown(wait=False, cancel_futures=True)
        raise
    else:
        workers.executor.shutdown()


class _Executors:
    """One executor at a time: another is made when it breaks."""

    told_apart = False

    def __init__(self, make: Callable[[], Executor], count: int) -> None:
        self.make, self.count = make, count
        self.executor = make()

    def room(self) -> int:
        """As many batches as keep every worker busy."""
        return IN_FLIGHT * self.count

    def submit(
        self, work: Callable[[Sequence[Item]], list[Result]], batch: Sequence[Item]
    ) -> Future[list[Result]]:
        """Hand a batch to the executor, or to a new one if it is broken."""
        try:
            return self.executor.submit(worker.run, work, batch)
        except BrokenExecutor:
            self.executor = self.make()
            return self.executor.submit(worker.run, work, batch)

    def culprit(self, future: Handed, error: BaseException) -> bool | None:
        """Whether the executor broke while it had the batch."""
        return True if isinstance(error, BrokenExecutor) else None

    def free_since(self, future: Handed) -> float:
        """Nobody knows."""
        return 0.0

    def stop(self, future: Handed) -> bool:
        """It can't be done."""
        return False
