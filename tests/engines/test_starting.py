"""Clusters that an engine starts by itself, on a machine that has little time for them."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from actors.engines.base import EngineError
from actors.engines.processes import IN_FLIGHT
from tests.engines import jobs


def test_a_worker_of_dask_that_was_given_up_is_replaced() -> None:
    pytest.importorskip("distributed")
    from actors.engines import dask

    with dask._cluster(1) as (client, cluster):
        cluster.sync(cluster.workers[0].close)
        pool = dask._Pool(client, cluster)
        assert pool.room() == IN_FLIGHT
        client.wait_for_workers(1, timeout=30)
        assert pool.submit(jobs.double, [1, 2]).result(30) == [2, 4]


class Slow:
    """Ray on a busy machine: it takes too long a few times, then it is there."""

    def __init__(self, fails: int) -> None:
        self.fails, self.asked = fails, 0

    def init(self, **_: Any) -> None:
        self.asked += 1
        if self.asked <= self.fails:
            raise RuntimeError("the current node timed out")

    def shutdown(self) -> None:
        """Nothing is left of it."""


@pytest.mark.parametrize(("fails", "asked"), [(0, 1), (3, 4)])
def test_ray_is_started_again_if_it_took_too_long(
    monkeypatch: pytest.MonkeyPatch, fails: int, asked: int
) -> None:
    from actors.engines import ray

    slow = Slow(fails)
    monkeypatch.setitem(sys.modules, "ray", slow)
    ray._start(None, 2, 4)
    assert slow.asked == asked


@pytest.mark.parametrize(("address", "asked"), [(None, 4), ("10.0.0.1:6379", 1)])
def test_a_ray_that_never_starts_is_told(
    monkeypatch: pytest.MonkeyPatch, address: str | None, asked: int
) -> None:
    from actors.engines import ray

    slow = Slow(fails=9)
    monkeypatch.setitem(sys.modules, "ray", slow)
    with pytest.raises(EngineError, match="the current node timed out"):
        ray._start(address, 2, 4)
    assert slow.asked == asked
