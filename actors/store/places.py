"""A folder of shards: on a disk that all machines share, or in an object store.

An address with ``://`` is left to pyarrow, as in ``s3://bucket/shards``. A file is whole or not
there: on a disk it is moved into its place, in an object store it appears when it is closed.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from actors.errors import StoreError

if TYPE_CHECKING:
    from pyarrow.fs import FileSystem

__all__ = ["ShardFolder"]


class ShardFolder:
    """Files of a folder by their names, such as ``documents/0123.parquet``.

    Args of the class:
        address: a folder, or a URL that pyarrow knows

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     place = ShardFolder(folder)
    ...     with place.writing("a/b.txt") as beside:
    ...         written = beside.write_text("whole")
    ...     place.names("a"), place.has("a/b.txt"), place.has("a/c.txt")
    (['b.txt'], True, False)
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self._remote = "://" in address

    def names(self, folder: str) -> list[str]:
        """The files of a folder in it, in order; none if there is no such folder."""
        if not self._remote:
            place = Path(self.address, folder)
            return sorted(each.name for each in place.glob("[!.]*")) if place.is_dir() else []
        from pyarrow.fs import FileSelector

        wanted = FileSelector(self._path(folder), allow_not_found=True)
        return sorted(each.base_name for each in self._system[0].get_file_info(wanted))

    def has(self, name: str) -> bool:
        """Whether there is such a file."""
        if not self._remote:
            return Path(self.address, name).is_file()
        from pyarrow.fs import FileType

        [found] = self._system[0].get_file_info([self._path(name)])
        return bool(found.type == FileType.File)

    @contextmanager
    def writing(self, name: str) -> Iterator[Path]:
        """Where to write a file, which gets its name when the block ends well."""
        if not self._remote:
            place = Path(self.address, name)
            place.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=".writing-", dir=place.parent) as folder:
                yield Path(folder, place.name)
                Path(folder, place.name).replace(place)
            return
        with tempfile.TemporaryDirectory() as folder:
            beside = Path(folder, Path(name).name)
            yield beside
            self._system[0].create_dir(self._path(str(Path(name).parent)), recursive=True)
            with self._system[0].open_output_stream(self._path(name)) as stream:
                stream.write(beside.read_bytes())

    @contextmanager
    def reading(self, names: list[str]) -> Iterator[list[Path]]:
        """Files to read, fetched if they are elsewhere, and gone with the block."""
        if not self._remote:
            yield [Path(self.address, name) for name in names]
            return
        with tempfile.TemporaryDirectory() as folder:
            found = [Path(folder, f"{number}.parquet") for number, _ in enumerate(names)]
            for name, path in zip(names, found, strict=True):
                with self._system[0].open_input_stream(self._path(name)) as stream:
                    path.write_bytes(stream.read())
            yield found

    @cached_property
    def _system(self) -> tuple[FileSystem, str]:
        from pyarrow import ArrowException
        from pyarrow.fs import FileSystem

        try:
            system, path = FileSystem.from_uri(self.address)
        except (ArrowException, OSError, ValueError) as error:
            raise StoreError(f"{self.address}: no place for shards ({error})") from error
        return system, path

    def _path(self, name: str) -> str:
        return f"{self._system[1]}/{name}"
