"""How long ``actors --help`` takes, the least and the median of some runs.

Run it on a machine that does nothing else: ``python benchmarks/help.py [RUNS]``.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time

COMMAND = [sys.executable, "-m", "actors", "--help"]


def main(runs: int) -> None:
    """Print seconds of the clock and of the processor."""
    clock, processor = zip(*(_once() for _ in range(runs)), strict=True)
    for name, seconds in (("clock", clock), ("processor", processor)):
        print(f"{name}: least {min(seconds):.3f} s, median {statistics.median(seconds):.3f} s")


def _once() -> tuple[float, float]:
    before, began = _used(), time.perf_counter()
    subprocess.run(COMMAND, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began, _used() - before


def _used() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
