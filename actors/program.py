"""Which program made something: results of another version are not to be trusted as ours."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from actors.types import Key, content_key
from actors.version import __version__

__all__ = ["program"]

CODE = Path(__file__).parent


@cache
def program() -> Key:
    """A hash of this version of the program: its number, and size and date of all its files.

    Somebody who works on the code has the same version for weeks, hence the files. A fresh
    install of the same version counts as another program, which costs one pass and no more.
    """
    return content_key(__version__, *_files(str(CODE)))


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            yield from _files(entry.path) if entry.name != "__pycache__" else ()
        else:
            about = entry.stat()
            yield f"{entry.name} {about.st_size} {about.st_mtime_ns}"
