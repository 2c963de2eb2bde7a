"""How a build starts: nothing is made before there is a document, and a failed build undoes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from shutil import rmtree

from actors.engines.base import EngineError
from actors.errors import ActorsError, NothingToRead
from actors.names import SHARDS_FOLDER
from actors.types import Document, Skipped

__all__ = ["some", "undone_if_it_fails", "without_old"]


def some(items: Iterable[Document | Skipped], *, needed: bool) -> Iterator[Document | Skipped]:
    """The same items, once a document has been seen among them.

    Args:
        items: what readers give; read up to the first document before this returns
        needed: whether there has to be one

    Raises:
        NothingToRead: there is none, and it is needed

    >>> len(list(some([Skipped("a.txt", "empty"), Document("b.txt", "Iran.")], needed=True)))
    2
    >>> some([Skipped("a.txt", "empty")], needed=True)
    Traceback (most recent call last):
    ...
    actors.errors.NothingToRead: nothing to read:
      a.txt: empty
    """
    rest, seen = iter(items), list[Document | Skipped]()
    for item in rest:
        seen.append(item)
        if isinstance(item, Document):
            return chain(seen, rest)
    if needed:
        raise NothingToRead((each.name, each.reason) for each in seen if isinstance(each, Skipped))
    return iter(seen)


def without_old(study: Path | None) -> None:
    """Remove a study, for another to take its place."""
    if study is not None:
        for old in (study, study.with_name(study.name + ".wal")):
            old.unlink(missing_ok=True)


@contextmanager
def undone_if_it_fails(study: Path | None) -> Iterator[None]:
    """Remove a study that the block has made, and its folders, if the block ends in an error.

    Only errors that are raised on purpose count: what was read before a crash, before workers
    were lost, or before somebody pressed Ctrl-C, is kept, so that the next build can go on.
    """
    if study is None or study.exists():
        yield
        return
    made = [folder for folder in study.absolute().parents if not folder.exists()]
    try:
        yield
    except EngineError:
        raise  # lost workers: what was read is kept
    except ActorsError:
        without_old(study)
        rmtree(study.with_name(SHARDS_FOLDER), ignore_errors=True)
        for folder in made:
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
        raise
