"""Web pages: their main text, without menus and footers (trafilatura)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from actors.errors import ReadError
from actors.readers.dates import parse_date
from actors.readers.encoding import decode
from actors.readers.files import read_bytes
from actors.readers.markup import prepare
from actors.types import Document

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)


def read(path: Path) -> Iterator[Document]:
    """One document: the main text of the page, its title, date, site and address.

    Raises:
        ReadError: the page is empty, too large, built to break readers, or has no text.
    """
    page = prepare(_decode(read_bytes(path), path.name), path.name)
    found = _extract(page)
    if found is None or not (found.text or "").strip():
        raise ReadError(path.name, "no text in the page: save the article itself as text or PDF")
    yield Document(
        name="",
        text=found.text,
        title=found.title or None,
        source=found.sitename or found.hostname or None,
        url=found.url or None,
        published=parse_date(found.date),
        published_from="page" if found.date else None,
    )


def _decode(data: bytes, name: str) -> str:
    """The page says its own encoding, most of the time rightly."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeError):
            return decode(data, name)
    return decode(data, name)


def _extract(page: str) -> Any:
    from trafilatura import bare_extraction

    return bare_extraction(page, with_metadata=True, include_comments=False, deduplicate=False)
