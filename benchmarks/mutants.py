"""Damaged files of every format: does a reader crash, hang, or take too much memory?

    python benchmarks/mutants.py --count 10000 --seed 1

Prints one line a format: mutants, those read, those refused, the slowest; and the most memory that
this process, or one that reads for it, took. How far it is goes to the standard error. A mutant
that raises, or takes longer than 20 seconds by the clock, is written to the folder given with
``--keep``; a run that was stopped goes on with ``--first N``.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections import Counter
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from actors.readers import guard, read
from actors.types import Document
from tests.readers.mutating import mutants

HANG = 20.0
"""Seconds."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=None)
    options = parser.parse_args()
    told: dict[str, Counter[str]] = {}
    slowest: dict[str, float] = {}
    faults: Counter[str] = Counter()
    every = enumerate(mutants(options.seed, options.first + options.count))
    with tempfile.TemporaryDirectory() as folder:
        for number, (suffix, data) in islice(every, options.first, None):
            path = Path(folder, f"mutant{suffix}")
            path.write_bytes(data)
            started = time.monotonic()
            try:
                outcome = (
                    "read" if any(isinstance(i, Document) for i in read([path])) else "refused"
                )
                fault = ""
            except Exception as error:  # noqa: BLE001 - any is a fault, and is counted
                outcome = fault = "crash"
                print(f"{number} {suffix}: {type(error).__name__}: {error}", flush=True)
            took = time.monotonic() - started
            if took > HANG:
                fault = fault or "hang"
                print(f"{number} {suffix}: {took:.1f} s", flush=True)
            if fault:
                faults[fault] += 1
                keep(options.keep, f"{number}{suffix}", data)
            slowest[suffix] = max(took, slowest.get(suffix, 0.0))
            told.setdefault(suffix, Counter())[outcome] += 1
            if number % 100 == 99:
                print(f"{number + 1} done, {memory()} MB", file=sys.stderr, flush=True)
    for suffix, counts in sorted(told.items()):
        print(f"{suffix:24} {counts['read']:6} read {counts['refused']:6} refused"
              f" {slowest[suffix]:8.2f} s")  # fmt: skip
    stop_readers()
    print(
        f"{options.count} mutants, {faults['crash']} crashes, {faults['hang']} hangs, "
        f"{max(slowest.values()):.2f} s, {memory()} MB"
    )
    return 1 if faults else 0


def is_read(path: Path) -> bool:
    """Whether any document comes of a file; all of it is read."""
    found = [*read([path])]
    return any(isinstance(item, Document) for item in found)


def keep(folder: Path | None, name: str, data: bytes) -> None:
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def memory() -> int:
    """Megabytes of this process, or of the largest that has ended, whichever took more."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return int(max(resource.getrusage(one).ru_maxrss for one in who) // 1024)


def stop_readers() -> None:
    """End the processes that read, so that their memory is known."""
    for workers in guard._WORKERS.values():
        for worker in workers:
            worker.stop()


if __name__ == "__main__":
    sys.exit(main())
