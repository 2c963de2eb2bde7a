"""Bytes from disk, with a limit."""

from __future__ import annotations

from pathlib import Path

from actors.errors import ReadError
from actors.readers.encoding import decode

MEGABYTE = 1_000_000
LONGEST = 50 * MEGABYTE
"""Bytes (or characters) above which one document is refused."""


def read_bytes(path: Path, limit: int = LONGEST) -> bytes:
    """All bytes of a file.

    Raises:
        ReadError: the file is empty or larger than ``limit`` bytes.
    """
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if not data:
        raise ReadError(path.name, "empty: the file holds nothing")
    check_length(path.name, len(data), limit)
    return data


def read_text(path: Path) -> str:
    r"""All text of a file, in whatever encoding, its lines ended by ``\n``.

    Raises:
        ReadError: the file is empty, too large or not text.
    """
    text = decode(read_bytes(path), path.name)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def check_length(name: str, length: int, limit: int = LONGEST) -> None:
    """Refuse a document that is too long to read in one piece.

    Raises:
        ReadError: ``length`` is above ``limit``.
    """
    if length > limit:
        size = f"{limit / MEGABYTE:.0f} MB"
        raise ReadError(name, f"too large: one document has at most {size}, split it into parts")
