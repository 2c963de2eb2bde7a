"""Engines beside `local`: the same bytes whatever is killed, and the processor's time a document.

::

    python benchmarks/engines.py FOLDER [--engines NAME ...] [--documents N] [--kills N]

FOLDER holds texts. They are read on each engine with two workers, once as they are and once while
workers are killed at random moments (SIGKILL); the hash of all that was read has to be that of
`local`. The time of the processor is that of the command and of everything that it starts; what a
document costs is taken from two runs, one with a quarter of the documents, so that starting
workers and loading models does not count.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import signal
import subprocess
import sys
import threading
import time
import uuid
from pathlib import Path

MARK = "ACTORS_BENCHMARK"
TICKS = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print a line for each engine."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--engines", nargs="+", default=["processes", "dask", "ray"])
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--killed", type=int, help="documents of the run with kills")
    given = parser.parse_args()
    files = [str(path) for path in sorted(given.folder.iterdir())]
    few, many = files[: given.documents // 4], files[: given.documents]
    print("| engine | documents | wall s | CPU s | CPU s a document | of local | same bytes |")
    print("|---|---|---|---|---|---|---|", flush=True)
    cost, killed = {}, files[: given.killed or given.documents]
    bytes_of: dict[int, str] = {}
    for engine in ("local", *given.engines):
        _, _, small, _ = run(engine, few)
        found, wall, large, _ = run(engine, many)
        bytes_of.setdefault(len(many), found)
        cost[engine] = (large - small) / (len(many) - len(few))
        same = found == bytes_of[len(many)]
        ratio = cost[engine] / cost["local"]
        told = f"{wall:.0f} | {large:.0f} | {cost[engine]:.3f} | {ratio:.2f} | {same}"
        print(f"| {engine} | {len(many)} | {told} |", flush=True)
    if given.kills and len(killed) not in bytes_of:
        bytes_of[len(killed)] = run("local", killed)[0]
    for engine in given.engines if given.kills else ():
        found, wall, _, done = run(engine, killed, kills=given.kills)
        told = f"{wall:.0f} s with {done} workers killed"
        print(f"{engine}: {told}, same bytes: {found == bytes_of[len(killed)]}", flush=True)


def run(engine: str, files: list[str], kills: int = 0) -> tuple[str, float, float, int]:
    """The hash of what is read, seconds by the clock and of the processor, and workers killed."""
    mark = uuid.uuid4().hex
    options = ["--engine", engine, *(("--workers", "2") if engine != "local" else ())]
    command = [sys.executable, "-m", "actors", "extract", "-q", "--format", "jsonl", *options]
    began = time.monotonic()
    with subprocess.Popen(
        [*command, *files], env={**os.environ, MARK: mark}, stdout=subprocess.PIPE
    ) as running:
        watch = _Watch(mark, kills, running.pid)
        watch.start()
        output = running.communicate()[0]
        watch.ended.set()
        watch.join()
    spent = sum(watch.spent.values())
    found = hashlib.sha256(output).hexdigest()
    return found, time.monotonic() - began, spent, kills - watch.kills


class _Watch(threading.Thread):
    """Adds up the time of all processes of a run, and kills some of its workers."""

    def __init__(self, mark: str, kills: int, parent: int) -> None:
        super().__init__()
        self.mark, self.kills, self.parent = f"{MARK}={mark}".encode(), kills, parent
        self.spent: dict[int, float] = {}
        self.ended = threading.Event()
        self.draw = random.Random(1)

    def run(self) -> None:
        next_kill = time.monotonic() + self.draw.uniform(4, 12)
        while not self.ended.wait(0.3):
            found = [pid for pid in map(int, filter(str.isdigit, os.listdir("/proc")))
                     if self._ours(pid)]  # fmt: skip
            if self.kills and time.monotonic() > next_kill:
                next_kill = time.monotonic() + self.draw.uniform(3, 9)
                self._kill(found)

    def _ours(self, pid: int) -> bool:
        try:
            if pid not in self.spent and self.mark not in Path(f"/proc/{pid}/environ").read_bytes():
                return False
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return False
        self.spent[pid] = (int(fields[11]) + int(fields[12])) / TICKS
        return True

    def _kill(self, found: list[int]) -> None:
        """Kill one of those that read: they have used most of the processor, but for the first."""
        workers = sorted(set(found) - {self.parent}, key=lambda pid: -self.spent[pid])[:2]
        if workers and self.spent[workers[0]] > 2:
            self.kills -= 1
            os.kill(self.draw.choice(workers), signal.SIGKILL)


if __name__ == "__main__":
    main()
