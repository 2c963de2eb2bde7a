"""Which engine `Auto` picks, and that nothing but the time depends on it."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from actors.engines import auto
from actors.engines.auto import MANY, Auto
from tests.engines import jobs

SCRIPT = """
from actors.engines.processes import Processes
from tests.engines import jobs

print("once", flush=True)
print(list(Processes(workers=2).map(jobs.double, range(4), batch=1)))
"""


def ids(engine: Auto, items: int) -> set[int]:
    return set(engine.map(jobs.process_ids, range(items), batch=16))


def test_a_few_items_are_worked_on_here() -> None:
    assert ids(Auto(workers=2), MANY - 1) == {os.getpid()}


def test_many_items_are_spread(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "actors"):
        assert os.getpid() not in ids(Auto(workers=2), MANY)
    assert caplog.messages == ["engine processes: 2 workers"]


def test_one_core_works_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(auto, "cores", lambda: 1)
    assert ids(Auto(), MANY) == {os.getpid()}
    assert ids(Auto(workers=1), MANY) == {os.getpid()}


def test_nothing_to_do_picks_nothing(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "actors"):
        assert list(Auto().map(jobs.double, [], batch=2)) == []
    assert not caplog.messages


def test_a_script_needs_no_guard_for_its_workers(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == ["once", "[0, 2, 4, 6]"]
