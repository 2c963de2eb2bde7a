"""The same documents give the same bytes: whatever the hash seed, the order, the engine."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

REPORTS = ("01-afghan-troops-cross.txt", "05-sco-ministers-meet.txt")
RUNS = {
    "first": ("0", False, ()),
    "other hashes, other order": ("1", True, ()),
    "worker processes": ("2", False, ("--engine", "processes", "--workers", "2")),
}
WHEN = re.compile(r"20\d\d-\d\d-\d\d \d\d:\d\d:\d\d|(?<= on )20\d\d-\d\d-\d\d")
"""When the run was, in the method of a report and in how to cite it."""


@pytest.fixture(scope="module")
def built(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """The files of each run, by its name."""
    return {name: files(seeds, tmp_path_factory.mktemp("run"), *run) for name, run in RUNS.items()}


def files(
    seeds: Path, folder: Path, hash_seed: str, backwards: bool, options: tuple[str, ...]
) -> dict[str, bytes]:
    """Build a study in a process of its own, and write its report."""
    named = [str(seeds / name) for name in (reversed(REPORTS) if backwards else REPORTS)]
    actors(hash_seed, folder, "build", *named, "-o", "out", "-q", *options)
    actors(hash_seed, folder, "report", "out", "--replicates", "40", "--markdown")
    return {path.name: path.read_bytes() for path in sorted((folder / "out").iterdir())}


def actors(hash_seed: str, folder: Path, *arguments: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "actors", *arguments],
        check=True,
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        stdout=subprocess.DEVNULL,
    )


@pytest.mark.parametrize("other", list(RUNS)[1:])
def test_every_file_has_the_same_bytes(built: dict[str, dict[str, bytes]], other: str) -> None:
    one, two = built["first"], built[other]
    assert one.keys() == two.keys()
    dated = {"study.duckdb", "run.json", "report.html", "report.md"}
    assert [name for name in one if name not in dated and one[name] != two[name]] == []


@pytest.mark.parametrize("other", list(RUNS)[1:])
def test_only_the_time_differs_in_what_has_a_date(
    built: dict[str, dict[str, bytes]], other: str
) -> None:
    records = [json.loads(built[name]["run.json"]) for name in ("first", other)]
    assert all(set(record.pop("time")) == {"started", "finished", "seconds"} for record in records)
    assert records[0] == records[1]
    for name in ("report.html", "report.md"):
        one, two = (WHEN.sub("then", built[run][name].decode("utf-8")) for run in ("first", other))
        assert one == two
