"""Start worker processes: without the user's script where it isn't needed, deaf to Ctrl-C."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import SpawnContext, SpawnProcess
from types import ModuleType
from typing import Any

__all__ = ["Remembering"]


class Remembering(SpawnContext):
    """Starts processes afresh, and knows which, so that they can be ended.

    Args of the class:
        needs_script: whether a worker must run the user's script to know its functions
    """

    def __init__(self, *, needs_script: bool) -> None:
        super().__init__()
        self.started: list[SpawnProcess] = []
        self._kind = _Worker if needs_script else _Apart

    def Process(self, *args: Any, **named: Any) -> SpawnProcess:  # type: ignore[override]  # noqa: N802
        """Make a process that is remembered; called by the pool."""
        process = self._kind(*args, **named)
        self.started.append(process)
        return process

    def terminate(self) -> None:
        """Ask all processes to end."""
        for process in self.started:
            process.terminate()

    def kill(self) -> None:
        """End all processes, even one that is stuck."""
        for process in self.started:
            process.kill()


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
