"""What happens inside a worker process.

A worker leaves Ctrl-C to its parent, uses its share of the threads, and ends when its
parent is gone, so that a killed run leaves no process behind.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
import traceback
from collections.abc import Callable, Sequence
from multiprocessing.connection import wait

from actors.engines.base import EngineError
from actors.types import Item, Result

#: Read by our own code, OpenMP, OpenBLAS, MKL, ONNX's OpenMP builds and the tokenizers.
THREAD_VARIABLES = (
    "ACTORS_THREADS",
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "RAYON_NUM_THREADS",
)


def start(threads: int) -> None:
    """Prepare a worker, before any library that computes is loaded."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for variable in THREAD_VARIABLES:
        os.environ[variable] = str(threads)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def hello() -> None:
    """Tell, by having been called, that a worker has begun."""


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def run(work: Callable[[Sequence[Item]], list[Result]], batch: Sequence[Item]) -> list[Result]:
    """Do the work; an error that couldn't travel to the parent becomes one that can."""
    try:
        return work(batch)
    except Exception as error:
        if _travels(error):
            raise
        raise EngineError("".join(traceback.format_exception(error))) from None


def _travels(error: Exception) -> bool:
    try:
        pickle.loads(pickle.dumps(error))  # our own object, made a line ago
    except Exception:  # noqa: BLE001 - a foreign class may do anything when it is copied
        return False
    return True
