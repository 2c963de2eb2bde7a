"""Every engine with two workers, for the tests that all of them pass.

A cluster of Dask, and Ray, are started once and used by all tests.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any

import pytest

from actors.engines.making import engine
from actors.types import Engine

SPREAD = ("processes", "executor", "dask", "ray")
"""Engines with workers that can be lost; `executor` stands for any pool of processes."""
NAMES = {
    "executor": "executor:tests.engines.engines:spawned",
    "threads": "executor:concurrent.futures:ThreadPoolExecutor",
}


def spawned(workers: int) -> Executor:
    """A pool of processes as anybody might make one."""
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


@contextmanager
def made(name: str) -> Iterator[Engine]:
    """The engine; the test is skipped where the library that it needs is not installed."""
    if name == "dask":
        with _dask() as found:
            yield found
    elif name == "ray":
        with _ray() as found:
            yield found
    else:
        yield engine(NAMES.get(name, name), workers=2)


@contextmanager
def _dask() -> Iterator[Engine]:
    distributed = pytest.importorskip("distributed")
    from actors.engines.dask import SETTINGS, Dask

    options: dict[str, Any] = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with (
        pytest.importorskip("dask").config.set(SETTINGS),
        distributed.LocalCluster(**options, silence_logs=50) as cluster,
    ):
        yield Dask(address=cluster.scheduler_address)


@contextmanager
def _ray() -> Iterator[Engine]:
    pytest.importorskip("ray")
    from actors.engines.ray import Ray, started

    with started(None, 2):
        yield Ray(workers=2)
