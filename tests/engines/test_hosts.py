"""Dask over two hosts, of which one loses its cable: the results are those of one process.

The hosts are network namespaces with a cable (a veth pair) each to a bridge on which the scheduler
listens. Where the system makes no namespaces the test is skipped.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest

from tests.engines import jobs

ROOT = Path(__file__).parents[2]
BRIDGE, HOSTS, HERE = "actors-br", ("actors-one", "actors-two"), "10.213.77.1"
SETTINGS = {
    "DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL": "8s",
    "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0",
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
    "DASK_DISTRIBUTED__COMM__TIMEOUTS__TCP": "12s",
    "PYTHONPATH": str(ROOT),
}


def ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True, capture_output=True)


def undo() -> None:
    for host in HOSTS:
        subprocess.run(["ip", "netns", "delete", host], check=False, capture_output=True)
    subprocess.run(["ip", "link", "delete", BRIDGE], check=False, capture_output=True)


@pytest.fixture
def hosts() -> Iterator[tuple[str, ...]]:
    """Two namespaces with a cable each to a bridge on this machine."""
    try:
        undo()
        ip("link", "add", BRIDGE, "type", "bridge")
        ip("address", "add", f"{HERE}/24", "dev", BRIDGE)
        ip("link", "set", BRIDGE, "up")
        for number, host in enumerate(HOSTS, start=2):
            cable = f"actors-{number}"
            ip("netns", "add", host)
            ip("link", "add", cable, "type", "veth", "peer", "name", "eth0", "netns", host)
            ip("link", "set", cable, "master", BRIDGE, "up")
            ip("-n", host, "address", "add", f"10.213.77.{number}/24", "dev", "eth0")
            ip("-n", host, "link", "set", "eth0", "up")
            ip("-n", host, "link", "set", "lo", "up")
    except (OSError, subprocess.CalledProcessError) as error:
        undo()
        pytest.skip(f"no network namespaces here: {error}")
    yield HOSTS
    undo()


def dask(stack: ExitStack, *command: str, host: str = "") -> None:
    """Start a scheduler here, or a worker on a host; it is ended with the stack."""
    where = ["ip", "netns", "exec", host] if host else []
    running = subprocess.Popen(
        [*where, sys.executable, "-m", "distributed.cli." + command[0], *command[1:]],
        env={**os.environ, **SETTINGS},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    stack.callback(running.wait)
    stack.callback(running.kill)


def test_a_cable_that_is_pulled_changes_nothing(hosts: tuple[str, ...], tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    from actors.engines.dask import Dask

    address = f"tcp://{HERE}:8786"
    with ExitStack() as stack:
        dask(stack, "dask_scheduler", "--host", HERE, "--port", "8786", "--no-dashboard")
        for host in hosts:
            options = ("--nthreads", "1", "--no-nanny", "--no-dashboard")
            dask(stack, "dask_worker", address, *options, host=host)
        engine = Dask(address=address)
        work = partial(jobs.on_host, folder=str(tmp_path))
        found = []
        for number, result in enumerate(engine.map(work, range(240), batch=4)):
            found.append(result)
            if number == 40:
                both = _both(tmp_path)
                ip("link", "set", "actors-2", "down")
        assert both == set(map(_namespace, hosts))
    assert found == list(range(0, 480, 2))


def _both(folder: Path) -> set[str]:
    """The hosts that have worked, once both have."""
    deadline = time.monotonic() + 30
    while len(list(folder.iterdir())) < 2 and time.monotonic() < deadline:
        time.sleep(0.1)
    return {path.name for path in folder.iterdir()}


def _namespace(host: str) -> str:
    found = subprocess.run(
        ["ip", "netns", "exec", host, "readlink", "/proc/self/ns/net"],
        check=True,
        capture_output=True,
        text=True,
    )
    return jobs.plain(found.stdout)
