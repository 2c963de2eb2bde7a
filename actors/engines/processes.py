"""The same work spread over the cores of this machine.

Workers are started afresh (*spawn*), the same on every system, and keep what their work
function keeps in its process, such as a language model. Only a few batches are under way
at once, so a corpus need not fit in memory.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.context import SpawnContext, SpawnProcess
from types import ModuleType
from typing import Any

from actors.engines import worker
from actors.engines.base import EngineError, batches, name_batch
from actors.errors import SettingsError
from actors.types import Item, Result

#: Batches waiting or under way for each worker: enough to keep it busy.
IN_FLIGHT = 2


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
    ) -> Iterator[Result]:
        """Apply ``work`` to batches of ``items``; results come in the order of the items.

        Args:
            work: a function of a module, or a `functools.partial` of one
            items: taken only as fast as the workers need them
            batch: how many items a worker gets at once

        Raises:
            EngineError: a worker was killed, or can't be started
            Exception: what ``work`` raised, with a note on the items it worked on
        """
        workers = self.workers or cores()
        with _pool(workers, work) as pool:
            under_way: deque[Future[list[Result]]] = deque()
            done = 0
            for chunk in batches(items, batch):
                under_way.append(pool.submit(worker.run, work, chunk))
                if len(under_way) >= IN_FLIGHT * workers:
                    yield from _result(under_way.popleft(), done, batch)
                    done += 1
            for number, future in enumerate(under_way, start=done):
                yield from _result(future, number, batch)


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _result(future: Future[list[Result]], number: int, size: int) -> list[Result]:
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise EngineError(
            "a worker process ended before its work was done: the system may have killed it "
            "for want of memory (use fewer workers), or the script that started it lacks "
            "`if __name__ == '__main__':`; what was done is kept, run the same command again"
        ) from error
    except Exception as error:
        name_batch(error, number, size)
        raise


@contextmanager
def _pool(workers: int, work: object) -> Iterator[ProcessPoolExecutor]:
    """A pool that is ended at once, not when its work is done, if anything goes wrong."""
    context = _Remembering(needs_script=b"__main__" in pickle.dumps(work))
    threads = max(1, cores() // workers)
    pool = ProcessPoolExecutor(workers, context, initializer=worker.start, initargs=(threads,))
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in context.started:
            process.terminate()
        raise
    finally:
        pool.shutdown()


class _Remembering(SpawnContext):
    """Starts processes afresh, and knows which, so that they can be ended.

    Args of the class:
        needs_script: whether a worker must run the user's script to know its functions
    """

    def __init__(self, *, needs_script: bool) -> None:
        super().__init__()
        self.started: list[SpawnProcess] = []
        self._kind = _Worker if needs_script else _Apart

    def Process(self, *args: Any, **named: Any) -> SpawnProcess:  # type: ignore[override]  # noqa: N802
        process = self._kind(*args, **named)
        self.started.append(process)
        return process


class _Worker(SpawnProcess):
    """A worker that never sees Ctrl-C, not even before `actors.engines.worker.start` is called."""

    def start(self) -> None:
        """Start the process while Ctrl-C is held back."""
        with _without_interrupts():
            super().start()


class _Apart(_Worker):
    """A worker that does not run the user's script, so the script needs no guard for it."""

    def start(self) -> None:
        """Start the process while the script is hidden."""
        with _without_script():
            super().start()


@contextmanager
def _without_script() -> Iterator[None]:
    script = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = script


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """What is started here inherits that Ctrl-C is blocked; here it only has to wait."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
