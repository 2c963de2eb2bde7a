"""CSV and TSV tables: a row a document."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from actors.errors import ReadError
from actors.readers.encoding import decode, detect
from actors.readers.files import LONGEST, read_bytes
from actors.readers.table import EVENTS, Columns, column_order, require_text, row_document
from actors.types import Document, Skipped

_SAMPLE = 1 << 20
_DELIMITERS = ",;\t|"
_GDELT_WIDTHS = (16, 27, 57, 58, 61)
"""Columns of its tables: mentions, the graph, and events of both versions."""


def read(path: Path, columns: Columns | None = None) -> Iterator[Document | Skipped]:
    """A document for each row, streamed; ``columns`` maps parts of a document to columns.

    Raises:
        ReadError: the table is empty, not text, or no column holds the text.
    """
    csv.field_size_limit(LONGEST)
    with _open(path) as lines:
        first = lines.readline()
        if _is_events(first):
            raise ReadError(path.name, EVENTS)
        delimiter = _delimiter(first, path)
        lines.seek(0)
        rows = csv.DictReader(lines, delimiter=delimiter, restkey="")
        chosen = require_text(path.name, rows.fieldnames or (), columns)
        try:
            order = column_order(rows, chosen)
            lines.seek(0)
            rows = csv.DictReader(lines, delimiter=delimiter, restkey="")
            for number, row in enumerate(rows, start=1):
                yield row_document(row, chosen, number, order)
        except csv.Error as error:
            reason = f"the table breaks after line {rows.line_num} ({error}): mend its quotes"
            raise ReadError(path.name, reason) from error


@contextmanager
def _open(path: Path) -> Iterator[io.TextIOBase]:
    """A small table is decoded whole; a large one by what its beginning looks like."""
    if path.stat().st_size <= LONGEST:
        text = decode(read_bytes(path), path.name)
        yield io.StringIO(text, newline="")
        return
    with path.open("rb") as file:
        start = file.read(_SAMPLE)
    whole_lines = start[: start.rfind(b"\n") + 1] or start
    decode(whole_lines, path.name)
    encoding = detect(whole_lines) or "utf-8"
    with path.open(encoding=encoding, errors="replace", newline="") as lines:
        yield lines


def _delimiter(first: str, path: Path) -> str:
    """The separator that the first line has most of, outside quotes."""
    bare = "".join(first.split('"')[::2])
    counts = Counter(character for character in bare if character in _DELIMITERS)
    if not counts:
        return "\t" if path.suffix.lower() == ".tsv" else ","
    return max(_DELIMITERS, key=lambda delimiter: counts[delimiter])


def _is_events(first: str) -> bool:
    """Whether a table without a header is one of GDELT's: its dates, and how wide it is."""
    cells = first.rstrip("\r\n").split("\t")
    if len(cells) not in _GDELT_WIDTHS:
        return False
    return cells[1].isdecimal() and len(cells[1]) in (8, 14)
