"""Plain text and Markdown, which is read as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from actors.readers.files import read_text
from actors.types import Document


def read(path: Path) -> Iterator[Document]:
    """One document: the whole file.

    Raises:
        ReadError: the file is empty, too large or not text.
    """
    yield Document(name="", text=read_text(path))
