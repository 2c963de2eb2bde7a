"""Workers that are lost at any moment, items that end them, items that never end."""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from actors.engines.base import EngineError
from actors.engines.processes import Processes
from actors.engines.tasks import in_order
from tests.engines import jobs


class Murderer(threading.Thread):
    """Kills a worker, drawn by lot from those that leave their ids in a folder, again and again."""

    def __init__(self, folder: Path, seed: int, kills: int) -> None:
        super().__init__()
        self.folder, self.draw, self.kills = folder, random.Random(seed), kills
        self.killed: list[int] = []

    def run(self) -> None:
        while len(self.killed) < self.kills:
            time.sleep(self.draw.uniform(0.05, 0.3))
            alive = [int(path.name) for path in self.folder.iterdir()]
            alive = sorted(set(alive) - set(self.killed))
            if alive:
                self.killed.append(self.draw.choice(alive))
                os.kill(self.killed[-1], signal.SIGKILL)


@pytest.mark.parametrize("seed", [1, 2])
def test_workers_killed_at_random_moments_change_nothing(tmp_path: Path, seed: int) -> None:
    murderer = Murderer(tmp_path, seed, kills=4)
    murderer.start()
    work = partial(jobs.named_double, folder=str(tmp_path))
    found = []
    for result in Processes(workers=2).map(work, range(400), batch=4):
        found.append(result)
        if not murderer.is_alive() and len(found) > 40:
            break
    murderer.join()
    assert found == list(range(0, 2 * len(found), 2))
    assert len(set(murderer.killed)) == 4


def test_several_items_that_end_their_worker_are_all_found() -> None:
    work = partial(jobs.die_of, killers=[1, 2])
    found = list(Processes(workers=2).map(work, range(4), batch=4, lost=jobs.given_up))
    assert [found[0], found[3]] == [0, 6]
    assert all("ended the process" in str(found[number]) for number in (1, 2))


def test_what_takes_too_long_is_given_up_and_the_others_are_done() -> None:
    work = partial(jobs.hang_at, stuck=2)
    engine = Processes(workers=2)
    found = list(engine.map(work, range(6), batch=3, lost=jobs.given_up, seconds=1.5))
    assert found[:2] + found[3:] == [0, 2, 6, 8, 10]
    assert str(found[2]).startswith("2 took more than 1.5 s to read")


def test_without_a_way_to_tell_of_it_a_lost_item_is_an_error() -> None:
    work = partial(jobs.hang_at, stuck=0)
    with pytest.raises(EngineError, match=r"took more than 0\.5 s"):
        list(Processes(workers=1).map(work, [0], batch=1, seconds=0.5))


def test_workers_that_cannot_start_end_the_run_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("actors.engines.worker.start", jobs.cannot_start)
    with pytest.raises(EngineError, match="use fewer workers"):
        list(Processes(workers=2).map(jobs.double, range(40), batch=1, lost=jobs.given_up))


class Doomed:
    """Workers of which the n-th call ends one, for every n of some; nothing else runs."""

    def __init__(self, *, told_apart: bool, ends: set[int]) -> None:
        self.told_apart, self.ends = told_apart, ends
        self.batches: list[list[int]] = []

    def room(self) -> int:
        return 4

    def submit(self, work: Any, batch: list[int]) -> Future[Any]:
        future: Future[Any] = Future()
        self.batches.append(batch)
        if len(self.batches) in self.ends:
            future.set_exception(ConnectionError())
        else:
            future.set_result(work(batch))
        return future

    def culprit(self, future: Future[Any], error: BaseException) -> bool | None:
        return isinstance(error, ConnectionError) or None

    def free_since(self, future: Future[Any]) -> float:
        return 0.0

    def stop(self, future: Future[Any]) -> bool:
        return False


@pytest.mark.parametrize("told_apart", [True, False])
def test_a_batch_is_halved_after_the_second_time(told_apart: bool) -> None:
    workers = Doomed(told_apart=told_apart, ends={1, 2})
    assert list(in_order(workers, jobs.double, range(4), batch=4)) == [0, 2, 4, 6]
    assert workers.batches == [[0, 1, 2, 3], [0, 1, 2, 3], [0, 1], [2, 3]]


def test_a_half_is_halved_at_once() -> None:
    workers = Doomed(told_apart=True, ends={1, 2, 3})
    assert list(in_order(workers, jobs.double, range(4), batch=4)) == [0, 2, 4, 6]
    assert workers.batches[2:] == [[0, 1], [2, 3], [0], [1]] or workers.batches[2:] == [
        *([0, 1], [0], [1], [2, 3]),
    ]


def test_where_nothing_but_losses_come_it_is_no_fault_of_the_items() -> None:
    workers = Doomed(told_apart=True, ends=set(range(1, 1000)))
    with pytest.raises(EngineError, match="use fewer workers"):
        list(in_order(workers, jobs.double, range(400), batch=16, lost=jobs.given_up))
    assert len(workers.batches) < 60
