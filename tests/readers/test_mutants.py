"""Damaged files of every format are read or refused: nothing crashes, hangs or fills memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from actors.errors import ReadError
from actors.readers import apart, read
from actors.types import Document, Skipped
from tests.readers.mutating import mutants, originals

PART = 100


@pytest.mark.parametrize("seed", range(5))
def test_five_hundred_damaged_files(tmp_path: Path, seed: int) -> None:
    for suffix, data in mutants(seed, PART):
        path = tmp_path / f"mutant{suffix}"
        path.write_bytes(data)
        found = list(read([path]))
        assert found
        assert all(isinstance(item, Document | Skipped) for item in found)


def test_every_original_is_read(tmp_path: Path) -> None:
    for suffix, data in originals().items():
        path = tmp_path / f"whole{suffix}"
        path.write_bytes(data)
        assert all(isinstance(item, Document) for item in read([path])), suffix


def test_a_reader_that_takes_too_much_memory_ends_alone(tmp_path: Path) -> None:
    target = "tests.readers.test_mutants:greedy"
    with pytest.raises(ReadError, match="more than 1 GB of memory"):
        list(apart.read_apart(target, tmp_path / "a.xls", memory=10**9))


def test_a_reader_that_does_not_end_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="longer than 1 s to read"):
        list(apart.read_apart("tests.readers.test_mutants:endless", tmp_path / "a", seconds=1))


def greedy(path: Path) -> None:
    bytes(2 * 10**9)


def endless(path: Path) -> None:
    while True:
        pass
