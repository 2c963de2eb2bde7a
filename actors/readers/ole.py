"""OLE containers, in which old Office programs keep their files (olefile): read with care."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from actors.errors import ReadError
from actors.readers.files import check_length

__all__ = ["opened", "stream"]


@contextmanager
def opened(path: Path, what: str) -> Iterator[Any]:
    """The container that a file is; ``what`` names its kind in messages.

    Raises:
        ReadError: not such a file, broken, or too large.
    """
    from olefile import OleFileIO

    check_length(path.name, path.stat().st_size)
    try:
        container = OleFileIO(path)
    except (OSError, ValueError, IndexError, TypeError, MemoryError) as error:
        reason = f"not {what}, or broken: open it in the program that made it and save it again"
        raise ReadError(path.name, reason) from error
    with container:
        yield container


def stream(container: Any, *names: str) -> bytes:
    """The bytes of a stream; none where it is not there or is broken."""
    path = "/".join(name for name in names if name)
    try:
        if not container.exists(path):
            return b""
        with container.openstream(path) as content:
            return bytes(content.read())
    except (OSError, ValueError, IndexError):
        return b""
