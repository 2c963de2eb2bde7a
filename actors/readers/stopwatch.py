"""A stopwatch that acts when its time is used up, however often it was stopped in between."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["Stopwatch"]


class Stopwatch:
    """Seconds that may be spent, and what is done when none are left.

    One thread watches until `stop`, since a thread for each time that something is waited for
    costs more than most waits.

    Args of the class:
        seconds: what may be spent.
        act: called once, from the thread that watches.
    """

    def __init__(self, seconds: float, act: Callable[[], object]) -> None:
        self.left = seconds
        self._since: float | None = None
        self._stopped = threading.Event()
        threading.Thread(target=self._watch, args=(act,), daemon=True).start()

    @contextmanager
    def running(self) -> Iterator[None]:
        """Spend the time that a block takes."""
        self._since = time.monotonic()
        try:
            yield
        finally:
            self.left, self._since = self.remaining(), None

    def remaining(self) -> float:
        """The seconds that are left now."""
        since = self._since
        return self.left if since is None else self.left - (time.monotonic() - since)

    def stop(self) -> None:
        """Watch no longer."""
        self._stopped.set()

    def _watch(self, act: Callable[[], object]) -> None:
        while not self._stopped.wait(max(0.0, self.remaining())):
            if self.remaining() <= 0:
                act()
                return
