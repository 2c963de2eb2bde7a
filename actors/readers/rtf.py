"""Rich text (striprtf): paragraphs, and tables with a row a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from actors.errors import ReadError
from actors.readers.files import read_bytes
from actors.readers.spacing import spaced
from actors.types import Document

_DELETED = re.compile(r"\{[^{}]*\\deleted(?![a-z0-9])[^{}]*\}")
_CELL = re.compile(r"\\(?:nest)?cell(?![a-z])")
_BYTES = re.compile(r"(?:[0-9a-fA-F]{2}\s?){100,}")
_TITLE = re.compile(r"\{\\info[^{}]*(?:\{[^{}]*\}[^{}]*)*?\{\\title ([^{}\\]{1,300})\}")
_SPACES = re.compile(r"[ \t]+\n")


def read(path: Path) -> Iterator[Document]:
    """One document: a paragraph a line, a blank line between; cells with tabs.

    What was deleted while changes were tracked, headers, footers and pictures are left out.

    Raises:
        ReadError: not RTF, too large, or without text.
    """
    from striprtf import striprtf

    convert: Callable[..., str] = striprtf.rtf_to_text

    source = read_bytes(path).decode("latin-1")
    source = _CELL.sub(r"\\tab", _DELETED.sub("", _BYTES.sub("", source)))
    if "{\\rtf" not in source[:1000]:
        raise ReadError(path.name, "not RTF: open it in a word processor and save it again")
    text = convert(source, encoding="cp1252", errors="ignore")
    text = _SPACES.sub("\n", text.replace("\r", "\n").replace("\uf0b7", "•")).strip()
    if not text:
        raise ReadError(path.name, "no text in it: save it again, or as text")
    title = _TITLE.search(source[:20_000])
    yield Document(
        name="",
        text=spaced(line.rstrip() for line in text.split("\n")),
        title=title.group(1).strip() if title else None,
    )
