"""Files that are whole or not there: written beside their place, then moved into it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from filecmp import cmp
from pathlib import Path

from actors.types import content_key

__all__ = ["clear_unfinished", "replacing", "write_bytes", "write_text"]

PREFIX = ".writing-"
"""How the name of a file begins that is not whole yet; hidden, so that no reader takes it."""


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A place to write a file, which takes the place of ``path`` when the block ends well.

    A process that is killed in the block leaves ``path`` as it was. A file that is there
    already with the same content is left alone, with its date. What is no file, such as a
    terminal or a pipe, is written to directly. The folder is made if it is missing.

    Args:
        path: the file to write

    Yields:
        a path in the same folder with the same suffix

    Raises:
        OSError: the folder cannot be made or written to

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     place = Path(folder, "a.txt")
    ...     with replacing(place) as beside:
    ...         written = beside.write_text("whole")
    ...     place.read_text(), len(list(Path(folder).iterdir()))
    ('whole', 1)
    """
    if path.exists() and not path.is_file():
        yield path
        return
    place = Path(os.path.realpath(path))
    place.parent.mkdir(parents=True, exist_ok=True)
    name = f"{PREFIX}{os.getpid()}-{content_key(place.name)}{place.suffix}"
    beside = place.with_name(name)
    try:
        yield beside
        if not (place.is_file() and cmp(beside, place, shallow=False)):
            beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)


def clear_unfinished(folder: Path) -> None:
    """Remove the files that killed processes of this machine left half written in a folder.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as name:
    ...     for number in (os.getpid(), 2**22 + 1):  # of this process, and of none
    ...         written = Path(name, f".writing-{number}-0a1b.yaml").write_text("- ign")
    ...     clear_unfinished(Path(name))
    ...     [int(left.name.split("-")[1]) == os.getpid() for left in Path(name).iterdir()]
    [True]
    """
    for left in folder.glob(f"{PREFIX}*-*"):
        number = left.name.removeprefix(PREFIX).partition("-")[0]
        if number.isdecimal() and left.is_file() and not _runs(int(number)):
            left.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    """Whether there is a process of a number; where that can't be known, there may be."""
    if os.name == "nt":
        return True  # asking would end it
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file in one move; see `replacing`."""
    with replacing(path) as beside:
        beside.write_bytes(data)


def write_text(path: Path, text: str) -> None:
    """Write a text in UTF-8 in one move, with its line ends as they are; see `replacing`.

    Half a surrogate pair, which UTF-8 can't hold, becomes a question mark.
    """
    write_bytes(path, text.encode("utf-8", "replace"))
