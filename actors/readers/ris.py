"""RIS, as Zotero and databases export references: each with an abstract is a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from actors.errors import ReadError
from actors.readers.dates import parse_date
from actors.readers.files import read_text
from actors.readers.fragment import readable
from actors.types import Document, Skipped

_LINE = re.compile(r"\s*([A-Z][A-Z0-9]) {1,2}-(?: (.*)|\s*)")
_TEXT = ("AB", "N2", "N1")
_TITLE = ("TI", "T1", "CT", "BT")
_SOURCE = ("T2", "JO", "JF", "JA", "BT", "PB", "DB")
_DATE = ("DA", "PY", "Y1", "Y2")
_URL = ("UR", "L2", "LK")


def read(path: Path) -> Iterator[Document | Skipped]:
    """A document for each reference.

    Raises:
        ReadError: empty, too large, not text, or not RIS.
    """
    number = 0
    for number, record in enumerate(_records(read_text(path)), start=1):
        yield _document(record, number)
    if not number:
        raise ReadError(path.name, "no reference in it: export it as RIS again")


def _records(text: str) -> Iterator[dict[str, str]]:
    """Fields by their tags; a line without a tag goes on with the one before."""
    record: dict[str, str] = {}
    tag = ""
    for line in text.split("\n"):
        match = _LINE.fullmatch(line)
        if match and match.group(1) == "TY" and record:
            yield record
            record = {}
        if match:
            tag = match.group(1)
            if tag not in record:
                record[tag] = match.group(2) or ""
                continue
            line = match.group(2) or ""
        if tag and line.strip() and (not match or tag in _TEXT):
            record[tag] += f"\n{line.strip()}"
    if record:
        yield record


def _document(record: Mapping[str, str], number: int) -> Document | Skipped:
    text = readable(_first(record, _TEXT) or "").strip()
    title = _first(record, _TITLE)
    if not text:
        about = f" ({title})" if title else ""
        return Skipped(f"#{number}", f"empty: no abstract in this reference{about}")
    days = (parse_date(record.get(tag, "").strip().strip("/")) for tag in _DATE)
    return Document(
        name=f"#{number}",
        text=text,
        title=readable(title) if title else None,
        source=_first(record, _SOURCE),
        url=_first(record, _URL),
        published=next((day for day in days if day), None),
    )


def _first(record: Mapping[str, str], tags: tuple[str, ...]) -> str | None:
    return next((record[tag].strip() for tag in tags if record.get(tag, "").strip()), None)
