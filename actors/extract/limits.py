"""A time limit for what one document may take to be read."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

__all__ = ["OverTime", "within"]


class OverTime(BaseException):
    """Reading took longer than it may; no `Exception`, so that no library takes it for its own."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Stop what takes more seconds of the processor than that, where the system can tell.

    Args:
        seconds: 0 for no limit. Outside the main thread, and on Windows, there is none.

    Raises:
        OverTime: it took longer.

    >>> with within(5):
    ...     1 + 1
    2
    """
    here = threading.current_thread() is threading.main_thread()
    if seconds <= 0 or not here or not hasattr(signal, "SIGVTALRM"):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise OverTime
