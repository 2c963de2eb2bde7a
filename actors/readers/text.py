"""Plain text and Markdown, its wrapped lines joined; otherwise read as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from actors.readers.files import read_text
from actors.readers.layout import tidy
from actors.types import Document


def read(path: Path) -> Iterator[Document]:
    """One document: the whole file.

    Raises:
        ReadError: the file is empty, too large or not text.
    """
    yield Document(name="", text=tidy(read_text(path)))
