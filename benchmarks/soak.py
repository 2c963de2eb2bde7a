"""A whole build of very many short documents, then a second one with some more: time and memory.

::

    python benchmarks/scale.py GOLD_FOLDER --keep FOLDER --sizes 1000
    python benchmarks/soak.py FOLDER/readings.pickle [--documents 10000] [--more 100] [--report]

The documents are those that `repeated.py` makes of the short ones, and their readings are taken
from shards, as if a cluster had read them: what is measured is everything after the reading. The
second build reads some documents that are new, which the run does itself. Memory is looked at
every half second.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from repeated import repeated, short, write_shards

from actors import Settings
from actors.store.places import ShardFolder
from actors.study.sharding import ReadingPlan

AT_ONCE = 1600
"""Documents that are in memory while shards are made."""


def main() -> None:
    """Build, build again with more, and print what each took."""
    given = parsed()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        shards, study = Path(folder) / "shards", Path(folder) / "study"
        made = repeated(short(given.readings, given.characters))
        for _ in range(0, given.documents, AT_ONCE):
            some = list(islice(made, min(AT_ONCE, given.documents)))
            write_shards(some, ShardFolder(str(shards)), ReadingPlan(Settings()))
        build = ["build", "--from-shards", str(shards), "-o", str(study), "--quiet"]
        measured("build", build, study)
        if given.report:
            measured("report", ["report", str(study)], study)
        more = list(islice(made, given.more))
        write_shards(more, ShardFolder(str(shards)), ReadingPlan(Settings()))
        measured(f"build with {given.more} more", build, study)


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("readings", type=Path)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--characters", type=int, default=1_500, help="of the longest document")
    parser.add_argument("--more", type=int, default=100)
    parser.add_argument("--report", action="store_true", help="make the report too")
    parser.add_argument("--folder", type=Path, help="where shards and the study are, meanwhile")
    return parser.parse_args()


def measured(what: str, command: list[str], study: Path) -> None:
    """Run a command; print its time, its memory along the way, and what the study says of it."""
    began, seen = time.monotonic(), list[tuple[float, int]]()
    with subprocess.Popen([sys.executable, "-m", "actors", *command]) as running:
        while running.poll() is None:
            seen.append((time.monotonic() - began, _memory(running.pid)))
            time.sleep(0.5)
    spent = os.times()
    print(
        f"{what}: {time.monotonic() - began:.0f} s by the clock, exit {running.returncode}, ",
        end="",
    )
    print(f"{spent.children_user + spent.children_system:.0f} s of the processor so far")
    tenths = [seen[len(seen) * tenth // 10] for tenth in range(10)]
    print("  MB: " + ", ".join(f"{memory} at {at:.0f} s" for at, memory in tenths))
    print(f"  peak {max(memory for _, memory in seen)} MB")
    run = json.loads((study / "run.json").read_text("utf-8"))
    print(f"  {run['counts']}", f"  {run['time']['seconds']}", sep="\n", flush=True)


def _memory(process: int) -> int:
    """MB that a process holds."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


if __name__ == "__main__":
    main()
