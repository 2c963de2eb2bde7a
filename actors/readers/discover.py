"""From what a user points at to files: folders, globs, standard input."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from actors.readers import own
from actors.types import Skipped

STDIN = "-"


class Found(NamedTuple):
    """A file to read, and its name: the folder pointed at and the path in it, with slashes.

    The folder's own name is part of it, so that ``may/1.txt`` and ``june/1.txt``, read one
    day after the other, are two documents of a study.
    """

    path: Path
    name: str


def discover(
    paths: Iterable[str | Path], output: str | Path | None = None
) -> Iterator[Found | Skipped]:
    """Every file that some paths mean, sorted within a folder, each once.

    Hidden files and folders are passed over unless they are pointed at, and so is what a
    study has left: a folder that holds a study, or is the ``output`` of the one that is
    being built. Links are followed, loops are not. ``-`` is standard input.
    """
    seen: set[str] = set()
    folder = None if output is None else str(output)
    for given in paths:
        for found in _expand(str(given), folder):
            if isinstance(found, Found) and str(found.path) != STDIN:
                real = os.path.realpath(found.path)
                if real in seen:
                    continue
                seen.add(real)
            yield found


def _expand(given: str, output: str | None) -> Iterator[Found | Skipped]:
    path = os.path.expanduser(given)
    if given == STDIN:
        yield Found(Path(STDIN), "stdin")
    elif os.path.isdir(path):
        yield from _walk(path, path, output)
    elif os.path.exists(path):
        yield Found(Path(path), _relative(path, os.path.dirname(path) or os.curdir))
    elif os.path.lexists(path):
        yield Skipped(_name(given), "a link that leads nowhere: mend or remove it")
    elif glob.has_magic(path):
        yield from _glob(path, output)
    else:
        yield Skipped(_name(given), "no such file or folder: check the path and your rights to it")


def _glob(pattern: str, output: str | None) -> Iterator[Found | Skipped]:
    parts = Path(pattern).parts
    fixed = next(i for i, part in enumerate(parts) if glob.has_magic(part))
    root = os.path.join(*parts[:fixed]) if fixed else os.curdir
    matches = sorted(glob.glob(pattern, recursive=True))
    if not matches:
        yield Skipped(_name(pattern), "nothing matches: check the pattern")
    for match in matches:
        folder, name = os.path.split(match)
        if os.path.isdir(match):
            yield from _walk(match, root, output)
        elif not (own.is_of_study(name) and own.is_study(folder or os.curdir, output)):
            yield _file(match, root)


def _walk(folder: str, root: str, output: str | None) -> Iterator[Found | Skipped]:
    visited: set[str] = set()
    errors: list[OSError] = []
    empty = True
    holds_study = own.is_study(folder, output)
    if holds_study:
        yield own.skipped_files(_relative(folder, root))
    elif output is not None and _inside(output, folder):
        yield own.skipped(_relative(output, root))
    for here, folders, files in os.walk(folder, followlinks=True, onerror=errors.append):
        visited.add(os.path.realpath(here))
        top = holds_study and here == folder
        folders[:] = sorted(
            name
            for name in folders
            if not (name.startswith(".") or (top and own.is_of_study(name)))
            and os.path.realpath(os.path.join(here, name)) not in visited
        )
        for other in _studies(here, folders, output):
            yield own.skipped(_relative(other, root))
        for name in sorted(files):
            if not (name.startswith(".") or (top and own.is_of_study(name))):
                empty = False
                yield _file(os.path.join(here, name), root)
    for error in errors:
        reason = f"the folder cannot be opened ({error.strerror}): check your rights to it"
        yield Skipped(_relative(str(error.filename), root), reason)
    if empty and not errors and not holds_study:
        yield Skipped(_name(folder), "a folder without files: point at one that has documents")


def _studies(here: str, folders: list[str], output: str | None) -> Iterator[str]:
    """Take the folders of studies out of a list; give those that are not the output."""
    for name in [name for name in folders if own.is_study(os.path.join(here, name), output)]:
        folders.remove(name)
        path = os.path.join(here, name)
        if output is None or os.path.realpath(path) != os.path.realpath(output):
            yield path


def _inside(path: str, folder: str) -> bool:
    """Whether a path lies in a folder, or would if it were there."""
    real, above = os.path.realpath(path), os.path.realpath(folder)
    return real != above and os.path.commonpath([real, above]) == above


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
