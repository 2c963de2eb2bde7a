"""Damaged files of every format: does a reader crash, hang, or take too much memory?

    python benchmarks/mutants.py --count 10000 --seed 1

Prints one line a format: mutants, those read, those refused, the slowest; and the memory that
all took. A mutant that raises is written to the folder given with ``--keep``.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from actors.readers import read
from actors.types import Document
from tests.readers.mutating import mutants


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=None)
    options = parser.parse_args()
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    told: dict[str, Counter[str]] = {}
    slowest: dict[str, float] = {}
    crashes = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, (suffix, data) in enumerate(mutants(options.seed, options.count)):
            path = Path(folder, f"mutant{suffix}")
            path.write_bytes(data)
            if options.keep:
                (options.keep / "last").write_bytes(data)
                (options.keep / "last.name").write_text(suffix)
            started = time.monotonic()
            try:
                found = [*read([path])]
            except Exception as error:  # noqa: BLE001 - any is a fault, and is counted
                crashes += 1
                print(f"{number} {suffix}: {type(error).__name__}: {error}")
                continue
            took = time.monotonic() - started
            slowest[suffix] = max(took, slowest.get(suffix, 0.0))
            is_read = any(isinstance(item, Document) for item in found)
            told.setdefault(suffix, Counter())["read" if is_read else "refused"] += 1
    for suffix, counts in sorted(told.items()):
        print(f"{suffix:24} {counts['read']:6} read {counts['refused']:6} refused"
              f" {slowest[suffix]:8.2f} s")  # fmt: skip
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{options.count} mutants, {crashes} crashes, {max(slowest.values()):.2f} s, {memory} MB")
    return 1 if crashes else 0


if __name__ == "__main__":
    sys.exit(main())
