"""How far a build is: while it runs, when it is stopped, and when it is done."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from actors import build
from actors.errors import StoreError
from actors.store.shards import ShardPart
from actors.study.status import Journal, status
from actors.types import Document, Skipped
from tests.engines import jobs


def reports(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        text = f"Iran accused Peru on day {number}. " * 4
        (folder / f"{number:03}.txt").write_text(text)
    return folder


def test_a_finished_study_says_so_and_why_something_failed(tmp_path: Path) -> None:
    source = reports(tmp_path / "in", 2)
    (source / "empty.txt").write_text("")
    build([source], tmp_path / "out")
    found = status(tmp_path / "out")
    assert (found.state, found.documents, found.read) == ("finished", 2, 2)
    assert list(found.failed) == ["in/empty.txt"]
    assert not (tmp_path / "out" / ".progress.json").exists()


def test_a_build_can_be_watched_and_after_ctrl_c_goes_on(tmp_path: Path) -> None:
    source, out = reports(tmp_path / "in", 40), tmp_path / "out"
    command = [sys.executable, "-m", "actors", "build", str(source), "-o", str(out), "-q"]
    running = subprocess.Popen([*command, "--engine", "local"], stderr=subprocess.PIPE)
    deadline = time.monotonic() + 120
    while running.poll() is None and time.monotonic() < deadline:
        note = out / ".progress.json"
        if note.exists() and (seen := status(out)).step == "extract" and seen.done:
            break
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=120)
    assert (running.returncode, b"run the same command again" in told) == (130, True)
    assert (seen.state, seen.step, seen.total) == ("running", "extract", 40)
    assert str(running.pid) in seen.process
    stopped = status(out)
    assert stopped.state == "stopped"
    assert 16 <= stopped.read < stopped.documents == 40
    subprocess.run(command, check=True)
    assert (status(out).state, status(out).read) == ("finished", 40)


def test_the_time_left_is_what_the_rest_takes_at_this_speed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([100.0, 100.0, 110.0, 110.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    journal = Journal(tmp_path, lambda *_: None)
    journal("extract", 10, 50)
    journal("extract", 15, 50)  # 5 in 10 s: 35 more take 70 s
    assert json.loads((tmp_path / ".progress.json").read_text())["left"] == 70.0


def test_documents_that_workers_have_are_named(tmp_path: Path) -> None:
    build([reports(tmp_path / "in", 1)], tmp_path / "out", engine="local")
    journal = Journal(tmp_path / "out", lambda *_: None)
    taken = journal.handed_out([ShardPart("s", "k1", "a.txt"), ShardPart("s", "k2", "b.txt")])
    assert [next(taken).name, next(taken).name] == ["a.txt", "b.txt"]
    journal.came_back(Skipped("a.txt", "too long"))
    journal("extract", 1, 2)
    found = status(tmp_path / "out")
    assert found.state == "running"  # the process that wrote the note is this one
    assert (found.under_way, found.failed) == (("b.txt",), {"a.txt": "too long"})


@pytest.mark.parametrize(("host", "ago", "state"), [("far", 5, "running"), ("far", 500, "stopped")])
def test_on_another_machine_a_build_runs_as_long_as_it_writes(
    tmp_path: Path, host: str, ago: float, state: str
) -> None:
    assert socket.gethostname() != host
    build([reports(tmp_path / "in", 1)], tmp_path / "out", engine="local")
    note = {"step": "write", "done": 1, "total": 9, "host": host, "process": os.getpid()}
    note |= {"noted": time.time() - ago}
    (tmp_path / "out" / ".progress.json").write_text(json.dumps(note))
    assert status(tmp_path / "out").state == state


def test_where_there_is_no_study_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no study there"):
        status(tmp_path)


def test_a_document_that_ends_its_worker_is_skipped_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = reports(tmp_path / "in", 3)
    (source / "killer.txt").write_text("Oman met Peru. KILLER")
    monkeypatch.setattr("actors.extract.careful.read_each", jobs.read_or_die)
    study = build([source], tmp_path / "out", engine="processes", workers=1)
    with study.store() as store:
        [left] = store.all(Skipped)
        assert len(list(store.all(Document))) == 3
    assert left.name == "in/killer.txt"
    assert "ended the process that read it" in left.reason
