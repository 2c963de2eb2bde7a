"""A slot for one worker process at a time: when the worker is lost, another takes the slot."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import ParamSpec

from actors.engines import worker
from actors.engines.base import Handed
from actors.engines.spawning import Remembering
from actors.types import Result

__all__ = ["Slot"]

_Given = ParamSpec("_Given")


class _Pool:
    """A pool of one process: its first call tells that it has begun, the others are batches."""

    def __init__(self, threads: int, *, needs_script: bool) -> None:
        self.context = Remembering(needs_script=needs_script)
        self.executor = ProcessPoolExecutor(
            1, self.context, initializer=worker.start, initargs=(threads,)
        )
        self.hello = self.executor.submit(worker.hello)
        self.handed: list[Handed] = []
        self.free_since = 0.0

    def submit(
        self, work: Callable[_Given, Result], *given: _Given.args, **named: _Given.kwargs
    ) -> Future[Result]:
        future = self.executor.submit(work, *given, **named)
        self.handed.append(future)
        future.add_done_callback(self._done)
        return future

    def _done(self, future: Handed) -> None:
        """Forget a batch that went well; those that were lost with the worker are remembered."""
        self.free_since = time.monotonic()
        if not future.cancelled() and not isinstance(future.exception(), BrokenProcessPool):
            self.handed.remove(future)

    def begun(self) -> bool:
        return self.hello.done() and self.hello.exception() is None


class Slot:
    """One worker process, replaced when it is lost.

    Args of the class:
        threads: that a worker may use
        needs_script: whether a worker must run the user's script to know its functions
    """

    def __init__(self, threads: int, *, needs_script: bool) -> None:
        self._threads, self._needs_script = threads, needs_script
        self._pools: list[_Pool] = []
        self._failed = 0

    def busy(self) -> int:
        """How many batches wait or are under way."""
        return sum(not future.done() for future in self._pools[-1].handed) if self._pools else 0

    def submit(
        self, work: Callable[_Given, Result], *given: _Given.args, **named: _Given.kwargs
    ) -> Future[Result]:
        """Hand work to the worker, or to a new one if it is gone."""
        if self._pools:
            try:
                return self._pools[-1].submit(work, *given, **named)
            except BrokenProcessPool:
                self._failed = 0 if self._pools[-1].begun() else self._failed + 1
                self._pools = [pool for pool in self._pools if pool.handed]
        self._pools.append(_Pool(self._threads, needs_script=self._needs_script))
        return self._pools[-1].submit(work, *given, **named)

    def failed_starts(self) -> int:
        """How many workers, one after another, ended here before they had begun."""
        return self._failed

    def had(self, future: Handed) -> bool:
        """Whether a batch that isn't done, or was lost, was handed to this slot."""
        return any(future in pool.handed for pool in self._pools)

    def begun(self, future: Handed) -> bool:
        """Whether the worker of a batch had begun to work at all."""
        return self._pool(future).begun()

    def in_hand(self, future: Handed) -> bool:
        """Whether a batch is the first of those that its worker has not done."""
        return self._pool(future).handed[0] is future

    def free_since(self, future: Handed) -> float:
        """When the worker was done with what it had before a batch: now, if it is not yet."""
        pool = self._pool(future)
        waits = pool.handed[0] is not future or not pool.begun()
        return time.monotonic() if waits else pool.free_since

    def stop(self, future: Handed) -> bool:
        """End the worker that has a batch in hand; not if it has another."""
        stopped = self.had(future) and self.in_hand(future)
        if stopped:
            self._pool(future).context.kill()
        return stopped

    def end(self) -> None:
        """End the worker at once."""
        for pool in self._pools:
            pool.executor.shutdown(wait=False, cancel_futures=True)
            pool.context.terminate()

    def close(self) -> None:
        """Let the worker go when it is done."""
        for pool in self._pools:
            pool.executor.shutdown()

    def _pool(self, future: Handed) -> _Pool:
        return next(pool for pool in self._pools if future in pool.handed)
