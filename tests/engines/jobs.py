"""Work for the engines: functions of a module, so that they can travel to a worker."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path

from actors.types import Document, Extract, Settings, Skipped


def double(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


def size_of_batch(numbers: Sequence[int]) -> list[int]:
    return [len(numbers)] * len(numbers)


def slow_first(numbers: Sequence[int]) -> list[int]:
    """The first batch takes longest, so that later ones are done before it."""
    time.sleep(0.3 if 0 in numbers else 0)
    return list(numbers)


def refuse(numbers: Sequence[int], *, refused: int) -> list[int]:
    if refused in numbers:
        raise ValueError(f"cannot work on {refused}")
    return list(numbers)


class UnportableError(Exception):
    """An error that can be pickled but not made again from what was pickled."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(first)


def raise_unportable(numbers: Sequence[int]) -> list[int]:
    raise UnportableError("lost in transit", "never seen")


def die(numbers: Sequence[int]) -> list[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    return list(numbers)


def process_ids(numbers: Sequence[int]) -> list[int]:
    return [os.getpid()] * len(numbers)


def threads(numbers: Sequence[int]) -> list[tuple[str, str]]:
    found = (os.environ["ACTORS_THREADS"], os.environ["OMP_NUM_THREADS"])
    return [found] * len(numbers)


def sleep_long(folders: Sequence[str]) -> list[str]:
    """Leave this process's id in a folder, then sleep longer than any test waits."""
    for folder in folders:
        Path(folder, str(os.getpid())).touch()
        time.sleep(60)
    return list(folders)


def read_or_fail(documents: Sequence[Document]) -> list[Extract | Skipped]:
    """Read documents as a build does, but for a fault that some of them bring about."""
    from unittest.mock import patch

    from actors.extract.careful import read_each

    def extract(some: Sequence[Document], *_: object) -> list[Extract]:
        return [Extract(one.key) for one in some if 1 // ("BROKEN" not in one.text)]

    with patch("actors.extract.extract", extract):
        return read_each(documents, Settings())


def die_once(numbers: Sequence[int], *, killer: int, mark: str) -> list[int]:
    """End the process at the first sight of one item; `mark` is a file that remembers it."""
    if killer in numbers and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return double(numbers)


def die_of(numbers: Sequence[int], *, killers: Sequence[int]) -> list[int]:
    """End the process whenever one of some items is there."""
    if set(killers) & set(numbers):
        os.kill(os.getpid(), signal.SIGKILL)
    return double(numbers)


def hang_at(numbers: Sequence[int], *, stuck: int) -> list[int]:
    """Sleep longer than any test waits at one item."""
    time.sleep(60 if stuck in numbers else 0)
    return double(numbers)


def named_double(numbers: Sequence[int], *, folder: str) -> list[int]:
    """Leave this process's id in a folder, then work for a moment."""
    Path(folder, str(os.getpid())).touch()
    time.sleep(0.05)
    return double(numbers)


def given_up(number: int, reason: str) -> str:
    """The result of an item that ended its worker."""
    return f"{number} {reason}"


def cannot_start(threads: int) -> None:
    """Stands in for the start of a worker."""
    os._exit(1)


def read_or_die(
    documents: Sequence[Document], settings: Settings, known: Sequence[object] = ()
) -> list[Extract | Skipped]:
    """Read documents, but end the process where a text has the word KILLER."""
    if any("KILLER" in one.text for one in documents):
        os.kill(os.getpid(), signal.SIGKILL)
    return [Extract(one.key) for one in documents]


def on_host(numbers: Sequence[int], *, folder: str) -> list[int]:
    """Leave the name of this network namespace in a folder, then work for a moment."""
    Path(folder, plain(os.readlink("/proc/self/ns/net"))).touch()
    time.sleep(0.1)
    return double(numbers)


def plain(name: str) -> str:
    """The digits of a name alone."""
    return "".join(filter(str.isdigit, name))
