"""What only worker processes can do, and what can only go wrong there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from actors.engines.base import EngineError
from actors.engines.processes import Processes, cores
from actors.errors import SettingsError
from tests.engines import jobs

HERE = Path(__file__).parents[2]
SCRIPT = """
import sys
from actors.engines.processes import Processes
from tests.engines import jobs

if __name__ == "__main__":
    for _ in Processes(workers=2).map(jobs.sleep_long, [sys.argv[1]] * 8, batch=1):
        print("done")
"""


def test_the_work_is_spread_over_other_processes() -> None:
    ids = set(Processes(workers=2).map(jobs.process_ids, range(40), batch=1))
    assert os.getpid() not in ids
    assert 1 <= len(ids) <= 2


def test_each_worker_gets_its_share_of_the_threads() -> None:
    share = str(max(1, cores() // 2))
    assert set(Processes(workers=2).map(jobs.threads, range(4), batch=1)) == {(share, share)}
    assert "ACTORS_THREADS" not in os.environ


def test_there_is_a_worker_for_each_core_if_not_told() -> None:
    assert list(Processes().map(jobs.double, [1, 2], batch=1)) == [2, 4]


def test_no_workers_are_refused() -> None:
    with pytest.raises(SettingsError, match="at least one worker"):
        Processes(workers=0)


def test_a_killed_worker_gives_a_clear_error() -> None:
    with pytest.raises(EngineError, match="use fewer workers"):
        list(Processes(workers=2).map(jobs.die, range(4), batch=1))


def test_an_error_that_cannot_travel_is_told_in_words() -> None:
    with pytest.raises(EngineError, match="lost in transit"):
        list(Processes(workers=1).map(jobs.raise_unportable, [1], batch=1))


def test_a_reader_that_stops_early_does_not_wait_for_the_rest(tmp_path: Path) -> None:
    results = Processes(workers=2).map(_first_fast, [0, *[1] * 7], batch=1)
    assert next(results) == 0
    begun = time.monotonic()
    results.close()  # type: ignore[attr-defined]
    assert time.monotonic() - begun < 10


def _first_fast(numbers: list[int]) -> list[int]:
    time.sleep(60 * numbers[0])
    return numbers


def _started(folder: Path) -> tuple[subprocess.Popen[bytes], list[int]]:
    """A process with two workers asleep in their work, and the workers' ids."""
    command = [sys.executable, "-c", SCRIPT, str(folder)]
    running = subprocess.Popen(command, cwd=HERE, stderr=subprocess.PIPE, start_new_session=True)
    deadline = time.monotonic() + 30
    while len(list(folder.iterdir())) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    return running, [int(path.name) for path in folder.iterdir()]


def _gone(ids: list[int]) -> bool:
    deadline = time.monotonic() + 10
    while any(_alive(each) for each in ids) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not any(_alive(each) for each in ids)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")


@pytest.mark.parametrize("blow", [signal.SIGINT, signal.SIGKILL], ids=["ctrl-c", "kill -9"])
def test_no_worker_outlives_the_process_that_started_it(tmp_path: Path, blow: int) -> None:
    running, workers = _started(tmp_path)
    assert len(workers) == 2
    if blow == signal.SIGINT:
        os.killpg(running.pid, blow)  # as a terminal does
    else:
        running.send_signal(blow)
    _, error = running.communicate(timeout=20)
    assert running.returncode != 0
    assert _gone(workers)
    assert error.count(b"Traceback") <= 1
