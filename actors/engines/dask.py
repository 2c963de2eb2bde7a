"""Workers of Dask, on this machine or on many (the extra ``dask``).

Without an address a cluster is started on this machine, and ended with the work. With one, the
scheduler and its workers run already: each worker should have one thread, since reading keeps a
core busy and asks Python for the rest, and Dask's profiler off, which costs a tenth of the time.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from actors.engines import worker
from actors.engines.base import EngineError, Handed, settle
from actors.engines.processes import IN_FLIGHT, cores
from actors.engines.tasks import in_order
from actors.types import Item, Lost, Result

if TYPE_CHECKING:
    from distributed import Client, LocalCluster
    from distributed import Future as DaskFuture

__all__ = ["SETTINGS", "Dask"]

SETTINGS = {
    "distributed.worker.profile.enabled": False,
    "distributed.scheduler.allowed-failures": 0,
    "distributed.admin.tick.interval": "500ms",
    "distributed.admin.system-monitor.interval": "5s",
    "distributed.admin.large-graph-warning-threshold": "1 GiB",
    "distributed.deploy.lost-worker-timeout": "60s",
}
"""What Dask needs to be told: no profiler, no looking at itself many times a second, and that a
batch whose worker was lost is our business. Dask would end one worker after another with a batch
that ends workers. On a busy machine a worker takes long to start, and is given up after 15 s."""

_KNOWN_FOR = 5.0
"""Seconds for which the number of workers is taken to stay as it is."""

_RESTART = 30.0
"""Seconds that a worker may take to be started anew."""
_SETTLED = 0.5
"""Seconds after which a worker that has come back is taken to stay."""
_PATIENCE = 300.0
"""Seconds for which there may be no worker at all."""


@dataclass(frozen=True, slots=True)
class Dask:
    """Workers of Dask; results come in order, and are the same as those of `Local`.

    Args of the class:
        workers: of the cluster on this machine; as many as there are cores if not given
        address: of a scheduler that runs already, as in ``tcp://10.0.0.1:8786``
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
            EngineError: the cluster can't be reached, or it is gone
        """
        with _client(self.address, self.workers or cores()) as (client, cluster):
            pool = _Pool(client, cluster)
            yield from in_order(pool, work, items, batch=batch, lost=lost, seconds=seconds)


@contextmanager
def _client(address: str | None, workers: int) -> Iterator[tuple[Client, LocalCluster | None]]:
    """A client of a cluster: of the one at the address, or of one that is made and ended here."""
    import dask

    threads = {name: str(max(1, cores() // workers)) for name in worker.THREAD_VARIABLES}
    with dask.config.set({**SETTINGS, "distributed.nanny.pre-spawn-environ": threads}):
        if address is None:
            with _cluster(workers) as made:
                yield made
        else:
            with _reached(address) as client:
                yield client, None


@contextmanager
def _cluster(workers: int) -> Iterator[tuple[Client, LocalCluster]]:
    """A cluster on this machine; it stumbles, when it is closed, over workers that are gone."""
    from distributed import Client, LocalCluster

    made = LocalCluster(
        n_workers=workers, threads_per_worker=1, dashboard_address=None, silence_logs=50
    )
    try:
        with Client(made) as client:
            yield client, made
    finally:
        with suppress(KeyError):
            made.close()


def _reached(address: str) -> Client:
    from distributed import Client

    try:
        return Client(address)
    except (OSError, ValueError) as error:
        raise EngineError(
            f"no scheduler of Dask answers at {address} ({error}): start one with "
            "`dask scheduler`, and workers with `dask worker`"
        ) from error


def _replace(cluster: LocalCluster) -> None:
    """Start workers in the place of those that were given up: Dask doesn't.

    It gives up workers that are lost while they start, or take too long to.
    """

    def forget() -> None:
        for name, one in list(cluster.workers.items()):
            if one.status.name in ("closed", "failed"):
                del cluster.workers[name]

    cluster.loop.add_callback(forget)
    cluster.scale(len(cluster.worker_spec))


def _stopped() -> NoReturn:
    raise BrokenExecutor("it took too long")


class _Pool:
    """Batches as tasks of Dask."""

    told_apart = False

    def __init__(self, client: Client, cluster: LocalCluster | None = None) -> None:
        self.client, self.cluster = client, cluster
        self.tasks: dict[Handed, DaskFuture] = {}
        self.count, self.counted, self.seen = 1, 0.0, time.monotonic()

    def room(self) -> int:
        """Twice as many batches as there are workers now: they may come and go."""
        now = time.monotonic()
        if now - self.counted > _KNOWN_FOR:
            found = len(self.client.nthreads())
            self.count, self.counted = max(1, found), now
            self.seen = now if found else self.seen
            if self.cluster and found < len(self.cluster.worker_spec):
                _replace(self.cluster)
        if now - self.seen > _PATIENCE:
            raise EngineError(f"Dask has had no worker for {_PATIENCE:g} s: start some, and go on")
        return IN_FLIGHT * self.count

    def submit(
        self, work: Callable[[Sequence[Item]], list[Result]], batch: Sequence[Item]
    ) -> Future[list[Result]]:
        """Make a task of a batch; what raises is not tried again, it would raise again."""
        future: Future[list[Result]] = Future()
        self.tasks[future] = self.client.submit(worker.run, work, batch, pure=False)
        self.tasks[future].add_done_callback(partial(self._done, future))
        return future

    def culprit(self, future: Handed, error: BaseException) -> bool | None:
        """Whether a worker that had the batch was lost.

        Raises:
            EngineError: the scheduler is gone
        """
        from distributed import KilledWorker

        if isinstance(error, CancelledError | asyncio.CancelledError):
            raise EngineError(
                "the scheduler of Dask is gone: start it, and run the same command again"
            ) from error
        if not isinstance(error, KilledWorker | BrokenExecutor):
            return None
        if not self.tasks:  # it was by itself: a suspect, and may end the next worker too
            self._wait_for_workers()
        return True

    def _wait_for_workers(self) -> None:
        """Let a lost worker come back: one that is lost while it starts is never replaced."""
        with suppress(TimeoutError):
            self.client.wait_for_workers(self.count, timeout=_RESTART)
        time.sleep(_SETTLED)

    def free_since(self, future: Handed) -> float:
        """Nobody knows."""
        return 0.0

    def stop(self, future: Handed) -> bool:
        """Have the worker that has a batch started anew, which needs its nanny."""
        task = self.tasks.get(future)
        having = [
            name for name, keys in self.client.processing().items() if task and task.key in keys
        ]
        if task is None or not having:
            return False
        task.cancel()
        try:
            self.client.restart_workers(having, timeout=_RESTART, raise_for_error=False)
        except ValueError:  # it has none
            return False
        settle(future, _stopped)
        return True

    def _done(self, future: Handed, task: DaskFuture) -> None:
        """Hand on what a task gave; called by Dask, in a thread of its own."""
        settle(future, task.result)
        self.tasks.pop(future, None)
