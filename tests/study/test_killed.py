"""A build that is killed at any moment leaves a study that opens and is finished by the next."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import networkx as nx
import pytest

from actors import build, open_study
from actors.store.records import Run

STARTED = 60.0


def reports(folder: Path) -> Path:
    folder.mkdir()
    pairs = [("Iran", "Turkey"), ("China", "India"), ("Tajikistan", "Russia"), ("Peru", "Chile")]
    for number in range(120):
        actor, other = pairs[number % len(pairs)]
        text = f"{actor} accused {other} on day {number}. {other} rejected the charge."
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("seed", [1, 2])
def test_kill_and_build_again(tmp_path: Path, seed: int) -> None:
    source, out = reports(tmp_path / "reports"), tmp_path / "out"
    command = [sys.executable, "-m", "actors", "build", str(source), "-o", str(out), "-q"]
    process = subprocess.Popen(command)
    study = out / "study.duckdb"
    deadline = time.monotonic() + STARTED
    while not study.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(random.Random(seed).uniform(0.05, 1.2))
    process.send_signal(signal.SIGKILL)
    process.wait()
    open_study(out)
    finished = build([source], out)
    undisturbed = build([source])
    assert nx.utils.graphs_equal(finished.graph(), undisturbed.graph())
    with finished.store() as store:
        assert len(list(store.all(Run))) >= 1
