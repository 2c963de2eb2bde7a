"""Parquet tables (pyarrow): a row a document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from actors.errors import ReadError
from actors.readers.table import Columns, require_text, row_document
from actors.types import Document, Skipped

_BATCH = 256


def read(path: Path, columns: Columns | None = None) -> Iterator[Document | Skipped]:
    """A document for each row, streamed; only the columns that are needed are read.

    Raises:
        ReadError: not Parquet, or no column holds the text.
    """
    import pyarrow
    from pyarrow.parquet import ParquetFile

    number = 0
    try:
        with ParquetFile(path) as table:
            chosen = require_text(path.name, table.schema_arrow.names, columns)
            for batch in table.iter_batches(_BATCH, columns=sorted(set(chosen.values()))):
                for row in batch.to_pylist():
                    number += 1
                    yield row_document(row, chosen, number)
    except (pyarrow.ArrowException, OSError) as error:
        raise ReadError(
            path.name, f"not Parquet, or broken after row {number}: write the table again"
        ) from error
