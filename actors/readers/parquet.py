"""Parquet tables (pyarrow): a row a document.

A small file can unfold to any size: a text that is kept once may stand in a million rows, and a
page of zeros packs to nothing. So texts stay packed until their row is read, few rows at a time,
and both the parts of the file and all that is read from it have a limit.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from actors.errors import ReadError
from actors.readers.files import LONGEST, MEGABYTE
from actors.readers.guard import guarded
from actors.readers.table import Columns, require_text, row_document
from actors.types import Document, Skipped

if TYPE_CHECKING:
    from pyarrow import Array, RecordBatch
    from pyarrow.parquet import ParquetFile

_BATCH = 256
"""Rows that are unpacked together at most."""
_TOGETHER = 2 * MEGABYTE
"""Bytes that they may take together: a long text is unpacked by itself."""
_POOL = ("ARROW_DEFAULT_MEMORY_POOL", "system")
"""The usual pool reserves a gigabyte of addresses at once, which the process may not have."""
_NO_THREAD = "Failed to launch"
"""What the library says where there is no room for a thread."""
LONGEST_READING = 1800.0
"""Seconds of the processor that all rows may take."""
LARGEST = 500 * MEGABYTE
"""Bytes that the part of a column may unpack to: it is unpacked at once."""
MOST = 40 * LONGEST
"""Characters that all rows together may have."""


def read(path: Path, columns: Columns | None = None) -> Iterator[Document | Skipped]:
    """A document for each row, streamed; only the columns that are needed are read.

    Raises:
        ReadError: not Parquet, no column holds the text, or it unfolds to more than is reasonable.
    """
    yield from guarded("actors.readers.parquet:parse", path, LONGEST_READING, columns=columns)


def parse(path: Path, columns: Columns | None = None) -> Iterator[Document | Skipped]:
    """The same in this process, which a damaged file can end: the library aborts.

    Raises:
        ReadError: as for `read`.
    """
    os.environ.setdefault(*_POOL)
    import pyarrow
    from pyarrow.parquet import ParquetFile

    number = length = 0
    try:
        with ParquetFile(path) as table:
            chosen = require_text(path.name, table.schema_arrow.names, columns)
            needed = sorted(set(chosen.values()))
            _check(path.name, table, needed)
        with ParquetFile(path, read_dictionary=needed) as table:
            for row in _rows(table, needed):
                number += 1
                length += sum(len(cell) for cell in row.values() if isinstance(cell, str))
                if length > MOST:
                    size = f"{MOST // MEGABYTE:,} million"
                    raise ReadError(path.name, f"holds more than {size} characters: split it")
                yield row_document(row, chosen, number)
    except MemoryError:  # one of the library's too
        raise
    except (pyarrow.ArrowException, OSError) as error:
        if _NO_THREAD in str(error):
            raise MemoryError from error
        raise ReadError(
            path.name, f"not Parquet, or broken after row {number}: write the table again"
        ) from error


def _check(name: str, table: ParquetFile, needed: list[str]) -> None:
    """Refuse a file of which one part unpacks to more than `LARGEST` bytes."""
    about = table.metadata
    for group in range(about.num_row_groups):
        parts = (about.row_group(group).column(at) for at in range(about.num_columns))
        read = (one for one in parts if one.path_in_schema.partition(".")[0] in needed)
        if any(one.total_uncompressed_size > LARGEST for one in read):
            size = f"{LARGEST // MEGABYTE:,} MB"
            reason = f"a row group unpacks to more than {size}: write it in smaller row groups"
            raise ReadError(name, reason)


def _rows(table: ParquetFile, needed: list[str]) -> Iterator[dict[str, object]]:
    """The rows, as many unpacked together as can be in little memory."""
    for batch in table.iter_batches(_BATCH, columns=needed, use_threads=False):
        step = _step(batch)
        for place in range(0, batch.num_rows, step):
            yield from batch.slice(place, step).to_pylist()


def _step(batch: RecordBatch) -> int:
    """How many rows may be unpacked together, whichever they are."""
    longest = sum(_longest(column) for column in batch.columns)
    return max(1, min(_BATCH, _TOGETHER // max(1, longest)))


def _longest(column: Array) -> int:
    """The bytes of the longest value of a column, or more."""
    from pyarrow import DictionaryArray, compute, types

    values = column.dictionary if isinstance(column, DictionaryArray) else column
    text = types.is_string(values.type) or types.is_large_string(values.type)
    return (compute.max(compute.binary_length(values)).as_py() or 0) if text else values.nbytes
