"""Spreadsheets, Excel and OpenDocument (python-calamine): a row, or a sheet, a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from actors.errors import ReadError
from actors.readers.files import LONGEST, check_length
from actors.readers.guard import guarded
from actors.readers.table import EVENTS, Columns, find_columns, is_events, row_document
from actors.readers.zipped import check
from actors.types import Document, Skipped

_ZIP = b"PK\x03\x04"
_LIBRARY = ("python_calamine", "_python_calamine", "pyo3_runtime")
_HEADER_WITHIN = 10
_GIVEN = re.compile(r"[^\W\d_]+ ?\d+")
"""The name of a sheet that nobody named: Sheet1, Tabelle1."""


def read(path: Path, columns: Columns | None = None) -> Iterator[Document | Skipped]:
    """A document for each row of a sheet that has a column of text; else one for the sheet.

    Raises:
        ReadError: not a spreadsheet, encrypted, broken, or too large.
    """
    check_length(path.name, path.stat().st_size)
    with path.open("rb") as file:
        zipped = file.read(4) == _ZIP
    if zipped:
        check(path, "spreadsheet")
    yield from guarded("actors.readers.spreadsheet:parse", path, columns=columns)


def parse(path: Path, columns: Columns | None = None) -> Iterator[Document | Skipped]:
    """The same in this process, without limits of time and memory.

    Raises:
        ReadError: as for `read`.
    """
    with _told(path.name):
        from python_calamine import CalamineWorkbook

        book = CalamineWorkbook.from_path(str(path))
        several = len(book.sheet_names) > 1
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).iter_rows()
            yield from _sheet(name, rows, columns, f"#{name}" if several else "")


@contextmanager
def _told(name: str) -> Iterator[None]:
    """What the library raises as a reason; it may panic, which is no `Exception`."""
    try:
        yield
    except GeneratorExit:
        raise
    except BaseException as error:
        if isinstance(error, ReadError) or not _is_of_library(error):
            raise
        reason = f"not a spreadsheet, encrypted or broken ({error}): save it again, or as .csv"
        raise ReadError(name, reason[:300]) from error


def _is_of_library(error: BaseException) -> bool:
    return type(error).__module__.startswith(_LIBRARY)


def _sheet(
    sheet: str, rows: Iterator[Sequence[object]], columns: Columns | None, place: str
) -> Iterator[Document | Skipped]:
    before: list[Sequence[object]] = []
    for number, row in enumerate(rows, start=1):
        chosen = find_columns(map(str, row), columns)
        if "text" in chosen and number <= _HEADER_WITHIN:
            yield from _rows([str(cell) for cell in row], rows, chosen, place)
            return
        if is_events(map(str, row)):
            yield Skipped(place, EVENTS)
            return
        before.append(row)
        if number >= _HEADER_WITHIN:
            break
    yield from _whole(sheet, [*before, *rows], place)


def _rows(
    header: list[str], rows: Iterator[Sequence[object]], chosen: Columns, place: str
) -> Iterator[Document | Skipped]:
    """A document for each row under a header; empty rows are passed over."""
    mark = f"{place}!" if place else "#"
    for number, row in enumerate(rows, start=1):
        if any(cell not in ("", None) for cell in row):
            named = dict(zip(header, map(_plain, row), strict=False))
            found = row_document(named, chosen, number)
            if found.name == f"#{number}":
                yield _named(found, f"{mark}{number}")
            else:
                yield found


def _named(found: Document | Skipped, name: str) -> Document | Skipped:
    return replace(found, name=name)


def _whole(sheet: str, rows: list[Sequence[object]], place: str) -> Iterator[Document]:
    """A sheet without a column of text: its rows as lines, cells with tabs between."""
    lines = ("\t".join(str(_plain(cell)) for cell in row).rstrip() for row in rows)
    text = "\n".join(line for line in lines if line.strip())
    check_length(sheet, len(text), LONGEST)
    if text:
        yield Document(name=place, text=text, title=None if _GIVEN.fullmatch(sheet) else sheet)


def _plain(cell: object) -> object:
    """Numbers that are whole as such: an id is 12, not 12.0."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
