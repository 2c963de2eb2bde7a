"""Pages that a browser saved as one file (MHTML): the page in it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message as Mime
from pathlib import Path

from actors.errors import ReadError
from actors.readers import html
from actors.readers.dates import parse_date
from actors.readers.files import LONGEST, read_bytes
from actors.readers.mail import header, text_of
from actors.types import Document, Skipped


def read(path: Path) -> Iterator[Document | Skipped]:
    """The document, or the articles, of the page.

    Raises:
        ReadError: empty, too large, or there is no page in it, or no text in the page.
    """
    mime = message_from_bytes(read_bytes(path, 4 * LONGEST))
    pages = [part for part in mime.walk() if part.get_content_type() == "text/html"]
    if not pages:
        raise ReadError(path.name, "no page in it: save the page again, as HTML")
    with tempfile.TemporaryDirectory(prefix="actors-") as folder:
        page = Path(folder, "page.html")
        page.write_bytes(b'<meta charset="utf-8">' + text_of(pages[0]).encode("utf-8", "replace"))
        for item in html.read(page):
            yield _with_header(item, mime) if isinstance(item, Document) else item


def _with_header(document: Document, mime: Mime) -> Document:
    """What the page does not say is taken from where and when it was saved."""
    return replace(
        document,
        title=document.title or header(mime, "Subject") or None,
        url=document.url or header(mime, "Snapshot-Content-Location") or None,
        published=document.published or parse_date(header(mime, "Date")),
    )
