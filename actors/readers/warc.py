"""Web archives (WARC, warcio): each page, text or PDF that was fetched, streamed."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from actors.errors import ReadError
from actors.readers.files import LONGEST
from actors.readers.single import Inside
from actors.types import Document, Skipped

_TYPES = ("response", "resource", "conversion")
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


def read(path: Path, inside: Inside) -> Iterator[Document | Skipped]:
    """A document for each page, called by its place; what else was fetched is counted.

    Raises:
        ReadError: not a WARC, or broken.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    passed: Counter[str] = Counter()
    try:
        with path.open("rb") as file:
            for number, record in enumerate(_quiet(ArchiveIterator(file)), start=1):
                yield from _record(record, number, inside, passed)
    except ArchiveLoadFailed as error:
        reason = f"not a web archive, or broken ({error}): save it again"
        raise ReadError(path.name, reason[:300]) from error
    if passed:
        told = ", ".join(f"{count} {kind}" for kind, count in passed.most_common(6))
        yield Skipped("#other", f"no documents: {told}; only pages, texts and PDF are read")


def _quiet(records: Iterator[Any]) -> Iterator[Any]:
    """Records without what the library writes on the screen about slips in them."""
    while True:
        with redirect_stderr(io.StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


def _record(
    record: Any, number: int, inside: Inside, passed: Counter[str]
) -> Iterator[Document | Skipped]:
    if record.rec_type not in _TYPES:
        return
    status = str(record.http_headers.get_statuscode()) if record.http_headers else "200"
    headers = record.http_headers or record.rec_headers
    kind = str(headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
    if not status.startswith("2") or kind not in _ENDINGS:
        passed[kind if status.startswith("2") and kind else f"with status {status}"] += 1
        return
    url = record.rec_headers.get_header("WARC-Target-URI")
    content = cast(Any, _Limited(record.content_stream()))
    for item in inside.read(f"{number}{_ENDINGS[kind]}", content):
        named = replace(item, name=_place(item.name, number, _ENDINGS[kind]))
        yield replace(named, url=named.url or url) if isinstance(named, Document) else named


def _place(name: str, number: int, ending: str) -> str:
    """``#12`` instead of ``#12.html``: that part has no name of its own."""
    own = f"#{number}{ending}"
    return f"#{number}{name.removeprefix(own)}" if name.startswith(own) else name


class _Limited:
    """A stream that ends where a document would be too long; its reader then refuses it."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._left = LONGEST + 1

    def read(self, size: int) -> bytes:
        data = bytes(self._stream.read(min(size, self._left))) if self._left else b""
        self._left -= len(data)
        return data
