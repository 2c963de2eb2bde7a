"""Workers of Ray, on this machine or on many (the extra ``ray``).

Without an address Ray is started on this machine, and ended with the work. Ray reports its use
to its makers unless it is told not to; what is started here is. Ray gives its workers a niceness
of 15, so that on a busy machine they would get next to nothing; those started here have ours.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from actors.engines import worker
from actors.engines.base import EngineError, Handed, settle
from actors.engines.processes import IN_FLIGHT, cores
from actors.engines.tasks import in_order
from actors.types import Item, Lost, Result

if TYPE_CHECKING:
    from ray import ObjectRef

__all__ = ["Ray", "started"]

_KNOWN_FOR = 5.0
"""Seconds for which the number of workers is taken to stay as it is."""
_ATTEMPTS = 4
"""Times that Ray is started, at most."""


@dataclass(frozen=True, slots=True)
class Ray:
    """Workers of Ray; results come in order, and are the same as those of `Local`.

    Args of the class:
        workers: how many processors Ray may use here; all if not given
        address: of a cluster that runs already, as in ``10.0.0.1:6379`` or ``auto``
    """

    workers: int | None = None
    address: str | None = None

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

        Raises:
            EngineError: the cluster can't be reached
        """
        with started(self.address, self.workers or cores()):
            pool = _Pool(max(1, cores() // (self.workers or cores())))
            yield from in_order(pool, work, items, batch=batch, lost=lost, seconds=seconds)


@contextmanager
def started(address: str | None, workers: int) -> Iterator[None]:
    """Ray, of the cluster at the address or started here; ended again if it was."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    os.environ.setdefault("RAY_worker_niceness", "0")
    import ray

    was_there = ray.is_initialized()
    if not was_there:
        _start(address, workers, _ATTEMPTS)
        _report_on_stderr()
    try:
        yield
    finally:
        if not was_there:
            ray.shutdown()


def _start(address: str | None, workers: int, attempts: int) -> None:
    """Start Ray here, or reach the cluster at the address.

    Ray gives up after 30 seconds, which is little on a busy machine; the next attempt finds its
    files in memory.
    """
    import ray

    here = {"num_cpus": workers, "include_dashboard": False}
    options = {"address": address} if address else {"address": "local", **here}
    try:
        ray.init(log_to_driver=False, logging_level="error", **options)
    except Exception as error:
        ray.shutdown()
        if attempts > 1 and not address:
            _start(address, workers, attempts - 1)
            return
        where = f"no cluster answers at {address}" if address else "it can't start here"
        raise EngineError(f"Ray: {where} ({error}): start one with `ray start`") from error


@cache
def _report_on_stderr() -> None:
    """Ray tells of lost workers on the standard output, among the results: let it use the other."""
    from ray._private import worker as rays

    told = rays.print_to_stdstream

    def on_stderr(data: Mapping[str, object], ignore_prefix: bool) -> None:
        told({**data, "is_err": True}, ignore_prefix)

    rays.print_to_stdstream = on_stderr


class _Pool:
    """Batches as tasks of Ray; each worker has one at a time."""

    told_apart = True

    def __init__(self, threads: int) -> None:
        import ray

        variables = {name: str(threads) for name in worker.THREAD_VARIABLES}
        options = {"max_retries": 0, "num_cpus": 1, "runtime_env": {"env_vars": variables}}
        self.run = ray.remote(**options)(worker.run)
        self.tasks: dict[Handed, ObjectRef] = {}
        self.count, self.counted = 1, 0.0

    def room(self) -> int:
        """Twice as many batches as there are processors now: machines may come and go."""
        import ray

        if time.monotonic() - self.counted > _KNOWN_FOR:
            self.count = max(1, int(ray.cluster_resources().get("CPU", 1)))
            self.counted = time.monotonic()
        return IN_FLIGHT * self.count

    def submit(
        self, work: Callable[[Sequence[Item]], list[Result]], batch: Sequence[Item]
    ) -> Future[list[Result]]:
        """Make a task of a batch."""
        future: Future[list[Result]] = Future()
        task = self.tasks[future] = self.run.remote(work, batch)
        task.future().add_done_callback(partial(self._done, future))
        return future

    def culprit(self, future: Handed, error: BaseException) -> bool | None:
        """Whether the batch ended its worker; one whose machine was lost did not."""
        from ray import exceptions

        guilty = (exceptions.WorkerCrashedError, exceptions.OutOfMemoryError)
        if isinstance(error, guilty):
            return True
        return False if isinstance(error, exceptions.RayError) else None

    def free_since(self, future: Handed) -> float:
        """Nobody knows."""
        return 0.0

    def stop(self, future: Handed) -> bool:
        """End the worker that has a batch."""
        import ray

        ray.cancel(self.tasks[future], force=True)
        return True

    def _done(self, future: Handed, task: Handed) -> None:
        """Hand on what a task gave, its error as it was raised; called by Ray."""
        settle(future, partial(_result, task))
        self.tasks.pop(future, None)


def _result(task: Future[Result]) -> Result:
    from ray.exceptions import RayTaskError

    try:
        return task.result()
    except RayTaskError as error:
        raise error.cause from error
