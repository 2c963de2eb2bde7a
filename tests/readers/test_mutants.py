"""Damaged files of every format are read or refused: nothing crashes, hangs or fills memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from actors.errors import ReadError
from actors.readers import guard, read
from actors.readers.guard import guarded
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


def test_a_reader_that_takes_too_much_memory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="GB of memory"):
        list(guarded("tests.readers.test_mutants:greedy", tmp_path / "a.xls"))


def test_a_reader_that_does_not_end_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "SECONDS", 3.0)
    monkeypatch.setattr(guard, "_WORKERS", {})
    with pytest.raises(ReadError, match="takes longer than"):
        list(guarded("tests.readers.test_mutants:endless", tmp_path / "a"))


def greedy(path: Path) -> None:
    bytes(3 * 10**9)


def endless(path: Path) -> None:
    while True:
        pass
