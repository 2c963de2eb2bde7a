"""How quick the review desk is, and what it needs, on a study of any size.

::

    python benchmarks/desk.py [--documents 10000] [--study FOLDER] [--asked 30] [--decisions 20]

Makes a synthetic study (`synthetic.py`), serves it, and asks each screen so many times for
something else each time. ``cpu`` are milliseconds of the server's processor, which are the same on
a busy machine; ``wall`` is what a user waits. Then decisions are made: each is timed from the
moment its form is sent to the answer of the next screen, and on to the network that shows it.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from synthetic import make, name_of

from actors.study import open_study
from actors.study.deciding import apply

TICK = os.sysconf("SC_CLK_TCK")


class Served:
    """A desk in a process of its own, and somebody who asks it."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self.process = process
        self.client = httpx.Client(base_url=address.split("/enter")[0], timeout=600)
        self.client.get(address).raise_for_status()

    def spent(self) -> float:
        """Milliseconds of processor so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / TICK

    def memory(self, name: str) -> int:
        """Megabytes: ``VmRSS`` now, ``VmHWM`` at most."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{name}:\s+(\d+)", status)[1]) // 1024  # type: ignore[index]

    def get(self, path: str) -> str:
        """A page."""
        found = self.client.get(path)
        found.raise_for_status()
        return found.text

    def send(self, page: str, action: str, **fields: str) -> httpx.Response:
        """Send the form of a page, as a browser does."""
        form = page[page.index(f'action="{action}"') :].split("</form>")[0]
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
        origin = str(self.client.base_url).rstrip("/")
        return self.client.post(action, data=hidden | fields, headers={"origin": origin})


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    run = [sys.executable, "-u", "-m", "actors", "serve", str(folder)]
    with subprocess.Popen(run, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield Served(process, process.stdout.readline().strip())
        finally:
            process.kill()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--study", type=Path, help="keep the study there, or take it from there")
    parser.add_argument("--asked", type=int, default=30)
    parser.add_argument("--decisions", type=int, default=20)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="desk-") as folder:
        study = given.study or Path(folder) / "study"
        if not (study / "study.duckdb").exists():
            make(study, given.documents)
        opened = open_study(study)
        with opened.store(write=True) as store:  # what an older program found is found again
            apply(store, study, largest=0)
        with serving(study) as desk:
            measure(desk, given.documents, given.asked)
            decide(desk, given.decisions)
            print(f"memory: {desk.memory('VmRSS')} MB, at most {desk.memory('VmHWM')} MB")


def measure(desk: Served, documents: int, asked: int) -> None:
    """A row for each screen."""
    began = time.perf_counter()
    desk.get("/documents")
    desk.get("/doubts")
    desk.get("/actors")
    time.sleep(1)
    desk.get("/ties")
    print(f"ready after {time.perf_counter() - began:.1f} s, {desk.spent() / 1000:.1f} s processor")
    draw = random.Random(1)
    keys = re.findall(r'href="/documents/([0-9a-f]+)"', desk.get("/documents"))
    people = re.findall(r'href="/actors/([0-9a-f]+)"', desk.get("/actors"))

    def name() -> str:
        return name_of(draw.randrange(documents))[0].split()[0]

    screens: dict[str, Callable[[], str]] = {
        "list": lambda: f"/documents?q={draw.randrange(documents)}",
        "document": lambda: f"/documents/{draw.choice(keys)}",
        "doubt": lambda: f"/doubts?skipped={draw.randrange(99)}",
        "actors": lambda: f"/actors?q={name()}",
        "actor": lambda: f"/actors/{draw.choice(people)}",
        "ties": lambda: f"/ties?sign=-&page={draw.randrange(1, 99)}",
        "search": lambda: f"/search?q=day+{draw.randrange(400)}",
        "search, frequent": lambda: "/search?q=accused",
        "history": lambda: "/history",
    }
    issues = ("day 3", "day 31", "accused")  # about few, some and nearly all actors
    print("| screen | wall p50 ms | wall p95 ms | cpu p50 ms | cpu p95 ms |\n|---|---|---|---|---|")
    for label, path in screens.items():
        report(label, [timed(desk, path()) for _ in range(asked)])
    for issue in issues:
        for screen in ("/stakeholders", "/stakeholders/influence"):
            report(f"{screen}, {issue}", [timed(desk, f"{screen}?issue={issue}") for _ in range(3)])


def timed(desk: Served, path: str) -> tuple[float, float]:
    began, before = time.perf_counter(), desk.spent()
    desk.get(path)
    return (time.perf_counter() - began) * 1000, desk.spent() - before


def report(label: str, took: list[tuple[float, float]]) -> None:
    walls, cpus = ([each[n] for each in took] for n in (0, 1))
    numbers = [f"{f(each):.0f}" for each in (walls, cpus) for f in (statistics.median, worst)]
    print(f"| {label} | {' | '.join(numbers)} |", flush=True)


def worst(values: list[float]) -> float:
    """The 95th of a hundred."""
    return sorted(values)[max(0, -(-95 * len(values) // 100) - 1)]


def decide(desk: Served, decisions: int) -> None:
    """Verdicts on ties, and merges: to the next screen, and to the network."""
    desk.get("/network/page")
    for label, form in (("tie judged", judge), ("actors merged", merge)):
        took, shown = [], []
        for _ in range(decisions):
            send = form(desk)
            began, before = time.perf_counter(), desk.spent()
            found = send()
            assert found.status_code == 303
            desk.get(found.headers["location"])
            took.append(((time.perf_counter() - began) * 1000, desk.spent() - before))
            desk.get("/network/page")
            shown.append(((time.perf_counter() - began) * 1000, desk.spent() - before))
        report(f"{label}, to the next screen", took[1:])
        report(f"{label}, to the shown network", shown[1:])


Send = Callable[[], httpx.Response]


def judge(desk: Served) -> Send:
    page = desk.get("/doubts?sort=tie")
    return lambda: desk.send(page, "/doubts/answer", answer="right")


def merge(desk: Served) -> Send:
    keys = re.findall(r'href="/actors/([0-9a-f]+)"', desk.get("/actors?page=3"))
    page = desk.get(f"/actors/{keys[0]}")
    return lambda: desk.send(page, f"/actors/{keys[0]}/merge", other=keys[1])


if __name__ == "__main__":
    main()
