"""From what a user points at to files: folders, globs, standard input."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from actors.types import Skipped

STDIN = "-"


class Found(NamedTuple):
    """A file to read, and its name: the folder pointed at and the path in it, with slashes.

    The folder's own name is part of it, so that ``may/1.txt`` and ``june/1.txt``, read one
    day after the other, are two documents of a study.
    """

    path: Path
    name: str


def discover(paths: Iterable[str | Path]) -> Iterator[Found | Skipped]:
    """Every file that some paths mean, sorted within a folder, each once.

    Hidden files and folders are passed over unless they are pointed at. Links are
    followed, loops are not. ``-`` is standard input.
    """
    seen: set[str] = set()
    for given in paths:
        for found in _expand(str(given)):
            if isinstance(found, Found) and str(found.path) != STDIN:
                real = os.path.realpath(found.path)
                if real in seen:
                    continue
                seen.add(real)
            yield found


def _expand(given: str) -> Iterator[Found | Skipped]:
    path = os.path.expanduser(given)
    if given == STDIN:
        yield Found(Path(STDIN), "stdin")
    elif os.path.isdir(path):
        yield from _walk(path, path)
    elif os.path.exists(path):
        yield Found(Path(path), _relative(path, os.path.dirname(path) or os.curdir))
    elif os.path.lexists(path):
        yield Skipped(_name(given), "a link that leads nowhere: mend or remove it")
    elif glob.has_magic(path):
        yield from _glob(path)
    else:
        yield Skipped(_name(given), "no such file or folder: check the path and your rights to it")


def _glob(pattern: str) -> Iterator[Found | Skipped]:
    parts = Path(pattern).parts
    fixed = next(i for i, part in enumerate(parts) if glob.has_magic(part))
    root = os.path.join(*parts[:fixed]) if fixed else os.curdir
    matches = sorted(glob.glob(pattern, recursive=True))
    if not matches:
        yield Skipped(_name(pattern), "nothing matches: check the pattern")
    for match in matches:
        if os.path.isdir(match):
            yield from _walk(match, root)
        else:
            yield _file(match, root)


def _walk(folder: str, root: str) -> Iterator[Found | Skipped]:
    visited: set[str] = set()
    errors: list[OSError] = []
    empty = True
    for here, folders, files in os.walk(folder, followlinks=True, onerror=errors.append):
        visited.add(os.path.realpath(here))
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and os.path.realpath(os.path.join(here, name)) not in visited
        )
        for name in sorted(files):
            if not name.startswith("."):
                empty = False
                yield _file(os.path.join(here, name), root)
    for error in errors:
        reason = f"the folder cannot be opened ({error.strerror}): check your rights to it"
        yield Skipped(_relative(str(error.filename), root), reason)
    if empty and not errors:
        yield Skipped(_name(folder), "a folder without files: point at one that has documents")


def _file(path: str, root: str) -> Found | Skipped:
    """A file that was come across. Pipes and devices may never end: they want pointing at."""
    if os.path.isfile(path):
        return Found(Path(path), _relative(path, root))
    reason = "a broken link, pipe or device: point at it by itself if it is meant to be read"
    return Skipped(_relative(path, root), reason)


def _relative(path: str, root: str) -> str:
    above = os.path.dirname(os.path.abspath(root))
    return _name(os.path.relpath(os.path.abspath(path), above))


def _name(path: str) -> str:
    """File names are bytes; what of them is no text is shown as a replacement character."""
    return os.fsencode(path).decode("utf-8", "replace").replace(os.sep, "/")
