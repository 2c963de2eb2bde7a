"""Excel workbooks of plain tables: no formula, and the same bytes for the same tables."""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from actors.export import text

__all__ = ["Sheet", "write"]

_EPOCH = (1980, 1, 1, 0, 0, 0)
_LONGEST = 32_767
"""Characters that a cell of Excel holds."""


class Sheet(NamedTuple):
    """One sheet: for each word of the header the key of the rows that fills the column."""

    name: str
    columns: Mapping[str, str]
    rows: Iterable[Mapping[str, object]]


def write(path: Path, sheets: Iterable[Sheet]) -> Path:
    """Write a workbook; an old file is replaced. Return the path."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = datetime(*_EPOCH)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        page.append([_cell(name) for name in sheet.columns])
        for row in sheet.rows:
            page.append([_cell(row.get(key)) for key in sheet.columns.values()])
    written = io.BytesIO()
    book.save(written)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_undated(written))
    return path


def _cell(value: object) -> str | int | float | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value if math.isfinite(value) else None
    return text.cell(text.xml(str(value)))[:_LONGEST] if value not in (None, "") else None


def _undated(written: io.BytesIO) -> bytes:
    """The archive without the times at which its parts were written."""
    copied = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(copied, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, _unstamped(name, old.read(name)))
    return copied.getvalue()


def _unstamped(name: str, part: bytes) -> bytes:
    """The properties of the workbook with a fixed time of change, which saving sets anew."""
    import re

    if name != "docProps/core.xml":
        return part
    stamp = datetime(*_EPOCH).isoformat() + "Z"
    changed = rb"(<dcterms:modified[^>]*>)[^<]*"
    return re.sub(changed, rb"\g<1>" + stamp.encode(), part)
