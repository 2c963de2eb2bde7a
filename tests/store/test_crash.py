"""A study whose writer is killed at any moment opens, and the next run finishes it."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from actors.store import open_store
from actors.types import Actor, Document, Extract, Judgement
from tests.store.records import READING
from tests.store.writer import DOCUMENTS, write

HERE = Path(__file__).parents[2]
STEPS = 2 + len(DOCUMENTS) // 2
KINDS = (Document, Extract, Judgement, Actor)


def contents(path: Path) -> list[list[object]]:
    with open_store(path, read_only=True) as store:
        return [list(store.all(kind)) for kind in KINDS]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[list[object]]:
    path = tmp_path_factory.mktemp("undisturbed") / "study.duckdb"
    write(str(path))
    return contents(path)


def kill_after(path: Path, steps: int, delay: float) -> int:
    """Start writing, kill the writer some time after some steps; return its exit code."""
    command = [sys.executable, "-m", "tests.store.writer", str(path)]
    with subprocess.Popen(command, cwd=HERE, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        for _ in range(steps):
            writer.stdout.readline()
        time.sleep(delay)
        writer.kill()
    return writer.returncode


@pytest.mark.parametrize("seed", range(3))
def test_killed_writers_leave_a_study_that_is_finished_as_if_nothing_had_been(
    tmp_path: Path, seed: int, undisturbed: list[list[object]]
) -> None:
    chance = random.Random(seed)
    path = tmp_path / "study.duckdb"
    for _ in range(2):
        kill_after(path, chance.randrange(STEPS // 2), chance.uniform(0, 0.02))
        with open_store(path) as store:
            read = {each.document for each in store.all(Extract)}
            assert read == store.extracted(READING)
    write(str(path))
    assert contents(path) == undisturbed


@pytest.mark.parametrize("delay", [0.2, 0.4])
def test_a_writer_killed_while_the_study_is_made(
    tmp_path: Path, delay: float, undisturbed: list[list[object]]
) -> None:
    path = tmp_path / "study.duckdb"
    kill_after(path, 0, delay)
    write(str(path))
    assert contents(path) == undisturbed


def test_a_batch_that_was_reported_is_never_lost(tmp_path: Path) -> None:
    path = tmp_path / "study.duckdb"
    kill_after(path, 4, 0)
    with open_store(path) as store:
        assert len(store.extracted(READING)) >= 6
