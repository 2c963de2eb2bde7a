"""Readers whose libraries may take all memory, or stop the process: run in one of their own.

A damaged file can make compiled code ask for memory without end, or abort. Here that ends the
child, and the file is refused with its reason.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from actors.errors import ReadError
from actors.types import Document, Skipped

__all__ = ["MEMORY", "SECONDS", "read_apart"]

SECONDS = 60
"""Of the processor, for one file."""
MEMORY = 2_000_000_000
"""Bytes, for one file."""
_CHILD = "from actors.readers.apart import _child; _child()"
_ERROR = "error"


def read_apart(
    target: str, path: Path, seconds: int = SECONDS, memory: int = MEMORY, **options: Any
) -> Iterator[Document | Skipped]:
    """What a reader gives, run in a process with limits.

    Args:
        target: the reader, as ``"module:function"``.
        options: what else the reader takes, as JSON can hold it.

    Raises:
        ReadError: the reader raised it, or the process ended otherwise.
    """
    command = [sys.executable, "-c", _CHILD, target, str(path), json.dumps(options)]
    limits = {"ACTORS_SECONDS": str(seconds), "ACTORS_MEMORY": str(memory)}
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **limits, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    ) as process:
        try:
            for line in process.stdout or ():
                yield _unpacked(json.loads(line), path.name)
        except BaseException:
            process.kill()  # nobody reads on: the rest is not wanted
            raise
    if process.returncode:
        raise ReadError(path.name, _reason(process.returncode, seconds, memory))


def _reason(code: int, seconds: int, memory: int) -> str:
    if code == -getattr(signal, "SIGXCPU", 0):
        return f"takes longer than {seconds} s to read: broken, or split it into parts"
    size = f"{memory / 1e9:.0f} GB"
    return f"broken, or takes more than {size} of memory: save it again, or split it into parts"


def _unpacked(record: dict[str, Any], name: str) -> Document | Skipped:
    if _ERROR in record:
        raise ReadError(name, record[_ERROR])
    if "reason" in record:
        return Skipped(**record)
    day = record["published"]
    body = tuple((start, end) for start, end in record["body"])
    return Document(
        **{**record, "published": date.fromisoformat(day) if day else None, "body": body}
    )


def _packed(item: Document | Skipped) -> Mapping[str, Any]:
    record = asdict(item)
    if isinstance(item, Document) and item.published:
        record["published"] = item.published.isoformat()
    return record


def _child() -> None:
    """Read one file and write its documents, a line each; runs in the other process."""
    target, path, options = sys.argv[1:4]
    module, _, name = target.partition(":")
    reader = getattr(import_module(module), name)
    _limit(int(os.environ["ACTORS_SECONDS"]), int(os.environ["ACTORS_MEMORY"]))
    try:
        for item in reader(Path(path), **json.loads(options)):
            _write(_packed(item))
    except ReadError as error:
        _write({_ERROR: error.reason})
    sys.stdout.flush()


def _write(record: Mapping[str, Any]) -> None:
    sys.stdout.write(json.dumps(record) + "\n")


def _limit(seconds: int, memory: int) -> None:
    """Set the limits, on systems that have them."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
