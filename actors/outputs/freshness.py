"""Whether a study and its files are still what their input would give: cheap to ask.

Three marks are kept with a study: what it was read from (`inputs`), what its files were made
of (`shown`), and the files themselves as they were left. All are hashes of contents, so a
file that changed with its size and date as they were is noticed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from actors.outputs.files import model_version
from actors.program import program
from actors.store.holdings import last_window
from actors.store.records import INPUTS, SHOWN
from actors.types import Key, Settings, Skipped, content_key

if TYPE_CHECKING:
    from actors.store import Store
    from actors.types import Rule

__all__ = ["forget", "inputs", "intact", "left", "shown", "up_to_date"]

_FILES = "files"
"""The mark of the files that show the study: where they are, and the hash of each."""
_NOTHING: Key = ""


def inputs(
    paths: Iterable[str | Path],
    settings: Settings,
    *,
    columns: Mapping[str, str] | None,
    languages: Collection[str],
    known: Path | None,
    output: Path | None,
) -> Key:
    """A hash of everything that a build reads, and how; empty where that can't be known.

    Every file is read for it, which takes a small part of the time of reading documents.
    Standard input and pipes can be read only once: with them nothing can be known.
    """
    from actors.readers.discover import discover

    parts = [program(), repr(settings), model_version(settings.model)]
    parts += [repr(sorted((columns or {}).items())), repr(sorted(languages))]
    parts.append(_digest(known) if known else "")
    for found in discover(paths, output=output):
        if isinstance(found, Skipped):
            parts += [found.name, found.reason]
        elif not found.path.is_file():
            return _NOTHING
        else:
            parts += [found.name, _digest(found.path)]
    return content_key(*parts)


def shown(store: Store, rules: Iterable[Rule]) -> Key:
    """A hash of what files show beside the records of a study: decisions, and this program."""
    return content_key(program(), last_window(store), *map(repr, rules))


def left(store: Store, rules: Iterable[Rule], folder: Path, files: Iterable[Path]) -> None:
    """Note that some files have been made of the study as it is, with these decisions."""
    digests = {path.name: _digest(path) for path in files}
    store.set_mark(_FILES, json.dumps([folder.resolve().name, digests], sort_keys=True))
    store.set_mark(SHOWN, shown(store, rules))


def up_to_date(store: Store, rules: Iterable[Rule], folder: Path) -> bool:
    """Whether the files in a folder show the study as it is, and nobody touched them."""
    return store.mark(SHOWN) == shown(store, rules) and intact(store, folder)


def intact(store: Store, folder: Path) -> bool:
    """Whether the files are there as they were left."""
    name, digests = json.loads(store.mark(_FILES) or '["", {}]')
    named = name == folder.resolve().name  # which the page has as its title
    return named and all(_digest(folder / file) == digest for file, digest in digests.items())


def forget(store: Store) -> None:
    """Note that the study is about to change: whoever is stopped half-way starts again."""
    store.set_mark(INPUTS, _NOTHING)


def _digest(path: Path) -> str:
    """A hash of a file, or why it can't be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "blake2b").hexdigest()
    except OSError as error:
        return f"cannot be read: {error.strerror}"
