"""Open the file of a study, or say in plain words why it can't be opened.

A new study is made beside its place under another name and moved there when it is whole,
so a process killed at any moment leaves either no study or one that opens.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from actors.errors import StoreError, StudyBusy
from actors.store.explaining import explained, why_not_open
from actors.store.schema import MIGRATIONS, create, migrate, schema_version

if TYPE_CHECKING:
    import duckdb

_MEMORY = ":memory:"
MAGIC = b"DUCK"
MAGIC_OFFSET = 8
#: A study needs no extension (DuckDB would look for one on the network for a foreign file),
#: and a table that isn't there is not to be sought among Python's variables.
_OPTIONS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
}


def open_connection(path: str | Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """Connect to a study, made or brought forward to the newest version where it must be.

    Raises:
        StudyBusy: another process holds the study.
        StoreError: the file is missing, broken, foreign, or from a newer version.
    """
    if str(path) == _MEMORY:
        return _in_memory()
    place = Path(path)
    if not read_only and not place.exists():
        _make(place)
    _check_file(place)
    connection = _connect(place, read_only=read_only)
    try:
        behind = _steps_behind(connection, place)
        if behind and read_only:  # only a writer can bring it forward
            connection.close()
            open_connection(place, read_only=False).close()
            return _connect(place, read_only=True)
        if behind:
            _bring_forward(connection, behind)
    except BaseException:
        connection.close()
        raise
    return connection


def _in_memory() -> duckdb.DuckDBPyConnection:
    import duckdb

    connection = duckdb.connect(_MEMORY, config=_OPTIONS)
    create(connection, MIGRATIONS)
    return connection


def _make(place: Path) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".study-", dir=place.parent) as folder:
            fresh = Path(folder) / "study.duckdb"
            connection = _connect(fresh, read_only=False)
            create(connection, MIGRATIONS)
            connection.close()
            _move_if_free(fresh, place)
    except OSError as error:
        raise StoreError(
            f"{place} cannot be made ({error.strerror}): choose a folder you can write to"
        ) from error


def _move_if_free(fresh: Path, place: Path) -> None:
    """Give the file its name, unless another process was faster."""
    try:
        os.link(fresh, place)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        fresh.replace(place)


def _check_file(place: Path) -> None:
    if not place.is_file():
        raise StoreError(f"{place}: no study there; make one with `actors build DOCUMENTS`")
    try:
        with place.open("rb") as file:
            head = file.read(MAGIC_OFFSET + len(MAGIC))
    except OSError as error:
        raise StoreError(f"{place} cannot be read ({error.strerror})") from error
    if head[MAGIC_OFFSET:] != MAGIC:
        raise StoreError(
            f"{place} is not a study (no DuckDB database): choose another file, or move this "
            "one away and build again"
        )


def _connect(place: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    import duckdb

    try:
        return duckdb.connect(str(place), read_only=read_only, config=_OPTIONS)
    except duckdb.ConnectionException as error:
        raise StudyBusy(
            f"{place} is already open in this process in another way (reading or writing): "
            "close that study first"
        ) from error
    except duckdb.Error as error:
        raise why_not_open(str(place), str(error), read_only=read_only) from error


def _steps_behind(connection: duckdb.DuckDBPyConnection, place: Path) -> int:
    """How many migrations a study has yet to go through."""
    with explained():
        done = schema_version(connection)
    if done is None:
        raise StoreError(f"{place} is a DuckDB database but not a study: choose another file")
    if done > len(MIGRATIONS):
        raise StoreError(
            f"{place} was written by a newer version of actors (schema {done}, this program "
            f"knows {len(MIGRATIONS)}): upgrade with `pip install -U actor-networks`"
        )
    return len(MIGRATIONS) - done


def _bring_forward(connection: duckdb.DuckDBPyConnection, behind: int) -> None:
    with explained():
        migrate(connection, MIGRATIONS[-behind:], len(MIGRATIONS) - behind)
