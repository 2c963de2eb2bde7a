"""Tables of any size are read a row at a time; those that unfold without end are refused."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet as pq

from actors.errors import ReadError
from actors.readers import delimited, jsonl, parquet
from actors.types import Document

ROWS = 5_000
TEXT = "Iran accused Oman in Minsk, and Oman met Qatar. " * 24


def write_csv(path: Path) -> None:
    path.write_text("id,text\n" + "".join(f'{n},"{TEXT}"\n' for n in range(ROWS)))


def write_lines(path: Path) -> None:
    path.write_text("".join(json.dumps({"id": str(n), "text": TEXT}) + "\n" for n in range(ROWS)))


def write_parquet(path: Path) -> None:
    texts = [f"{TEXT}{n}" for n in range(ROWS)]
    pq.write_table(pa.table({"text": texts}), path, row_group_size=1000)


@pytest.mark.parametrize(
    ("write", "reader"),
    [(write_csv, delimited.read), (write_lines, jsonl.read), (write_parquet, parquet.read)],
    ids=["csv", "jsonl", "parquet"],
)
def test_rows_are_streamed_in_flat_memory(
    write: Callable[[Path], None],
    reader: Callable[[Path], object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "rows"
    write(path)
    monkeypatch.setattr(delimited, "LONGEST", 100_000)
    tracemalloc.start()
    found = sum(isinstance(one, Document) for one in reader(path))  # type: ignore[attr-defined]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found == ROWS
    assert peak < 4_500_000 < ROWS * len(TEXT)


def test_a_text_that_is_kept_once_and_stands_in_many_rows_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "MOST", 1_000_000)
    path = tmp_path / "bomb.parquet"
    pq.write_table(pa.table({"text": pa.array([TEXT * 80] * 1000).dictionary_encode()}), path)
    assert path.stat().st_size < 200_000 < 1000 * 80 * len(TEXT)
    before = pa.total_allocated_bytes()
    rows = parquet.parse(path)
    assert isinstance(next(rows), Document)
    assert pa.total_allocated_bytes() - before < 5_000_000
    with pytest.raises(ReadError, match="characters: split it"):
        list(rows)


def test_a_part_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "LARGEST", 100_000)
    path = tmp_path / "bomb.parquet"
    table = pa.table({"text": ["a" * 10_000 + str(n) for n in range(100)]})
    pq.write_table(table, path, compression="zstd", use_dictionary=False)
    with pytest.raises(ReadError, match="write it in smaller row groups"):
        next(parquet.parse(path))


def test_columns_that_are_not_read_may_be_of_any_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "LARGEST", 100_000)
    path = tmp_path / "wide.parquet"
    pictures = [str(n) * 10_000 for n in range(100)]
    pq.write_table(pa.table({"text": [TEXT] * 100, "picture": pictures}), path)
    assert sum(isinstance(one, Document) for one in parquet.parse(path)) == 100
