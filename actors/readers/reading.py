"""Every document under some paths; what cannot be read is told, never raised."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from actors.errors import ReadError
from actors.readers.discover import STDIN, Found, discover
from actors.readers.files import LONGEST
from actors.readers.finish import finish, unique_names
from actors.readers.orders import corpus_order
from actors.readers.single import read_file
from actors.readers.table import Columns, check_columns
from actors.types import Document, Skipped

_LONGEST_STREAM = 20 * LONGEST
_CHUNK = 1 << 20


def read(
    paths: Iterable[str | Path],
    columns: Columns | None = None,
    languages: Collection[str] = (),
    output: str | Path | None = None,
) -> Iterator[Document | Skipped]:
    """Read all documents that some paths mean, in a steady order.

    Args:
        paths: files, folders (read with all they hold), globs, or ``-`` for standard input.
        columns: for tables, which column holds which part of a document, such as
            ``{"text": "corps"}``; usual names are found without.
        languages: ISO 639-1 codes; a text in another is skipped. Empty takes all that can be
            read.
        output: a folder that is not read, since it is (or will be) that of a study.

    Returns:
        Documents with names that are unique, and a `Skipped`, with its reason, for each
        input that gave none.

    Raises:
        SettingsError: ``columns`` names a part that documents do not have.

    >>> [item.reason for item in read(["missing.txt"])]
    ['no such file or folder: check the path and your rights to it']
    """
    return _read(discover([*paths], output), check_columns(columns), frozenset(languages))


def _read(
    files: Iterable[Found | Skipped], columns: Columns, languages: Collection[str]
) -> Iterator[Document | Skipped]:
    unique = unique_names()
    all_found = [*files]
    order = corpus_order(found.path for found in all_found if isinstance(found, Found))
    for found in all_found:
        if isinstance(found, Skipped):
            yield found
            continue
        for item in _read_file(found, columns):
            item = replace(item, name=_full_name(found.name, item.name))
            item = finish(item, languages, order) if isinstance(item, Document) else item
            yield replace(item, name=unique(item.name)) if isinstance(item, Document) else item


def _full_name(file: str, name: str) -> str:
    """An id stands alone; a place in the file follows the file's name."""
    return file + name if not name or name.startswith("#") else name


def _read_file(found: Found, columns: Columns) -> Iterator[Document | Skipped]:
    try:
        with _on_disk(found.path) as path:
            yield from read_file(path, columns)
    except ReadError as error:
        yield Skipped("", error.reason)
    except PermissionError:
        yield Skipped("", "permission denied: check your rights to the file")
    except OSError as error:
        yield Skipped("", f"cannot be opened ({error.strerror or error}): check the file")


@contextmanager
def _on_disk(path: Path) -> Iterator[Path]:
    """Standard input and pipes are copied to a file first: readers may look twice."""
    if str(path) != STDIN and path.is_file():
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="actors-") as folder:
        copy = Path(folder, "stdin" if str(path) == STDIN else path.name)
        _copy(path, copy)
        yield copy


def _copy(path: Path, copy: Path) -> None:
    stream = sys.stdin.buffer if str(path) == STDIN else path.open("rb")
    try:
        with copy.open("wb") as out:
            while chunk := stream.read(_CHUNK):
                if out.tell() > _LONGEST_STREAM:
                    raise ReadError(path.name, "an endless stream: save what you need to a file")
                out.write(chunk)
    finally:
        if stream is not sys.stdin.buffer:
            stream.close()
