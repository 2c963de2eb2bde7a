"""Readers of formats that can be built to break them work in a process of their own, with limits.

A PDF whose drawing draws itself, a page of a million open tags: the libraries that parse them may
take all memory or never end. The process that reads them is given so much memory and time, and
what goes over is refused with its reason. It is started once and asked again for each file.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from actors.errors import ReadError
from actors.types import Document, Skipped

SECONDS = 60
"""What a file may take to be read."""
MEMORY = 1_500_000_000
"""Bytes that the process may take."""


def guarded(module: str, path: Path) -> Iterator[Document | Skipped]:
    """What ``parse(path)`` of a module of this package gives, read in the process with limits.

    Raises:
        ReadError: the file is refused, or takes more memory or time than a document needs.
    """
    for item in _worker().ask(module, path):
        if "reason" in item and item["kind"] == "refused":
            raise ReadError(path.name, item["reason"])
        yield _item(item)


def _item(item: dict[str, Any]) -> Document | Skipped:
    kind = item.pop("kind")
    if published := item.get("published"):
        item["published"] = date.fromisoformat(published)
    if "body" in item:
        item["body"] = tuple((start, end) for start, end in item["body"])
        item["notes"] = tuple(item["notes"])
    return Document(**item) if kind == "document" else Skipped(**item)


class _Worker:
    """The process that reads, and what it is asked."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None

    def ask(self, module: str, path: Path) -> list[dict[str, Any]]:
        """The items of one file; a process that died or took too long is replaced."""
        process = self._running()
        clock = threading.Timer(SECONDS, process.kill)
        started = time.monotonic()
        clock.start()
        answer = _asked(process, json.dumps([module, os.fspath(path.absolute())]))
        clock.cancel()
        if not answer.endswith(b"\n"):
            late = time.monotonic() - started >= SECONDS
            self.stop()
            raise ReadError(path.name, _TOO_LONG if late else _TOO_MUCH)
        found: list[dict[str, Any]] = json.loads(answer)
        return found

    def _running(self) -> subprocess.Popen[bytes]:
        if self.process is None or self.process.poll() is not None:
            self.stop()
            self.process = subprocess.Popen(
                [sys.executable, "-c", _SERVE, json.dumps(sys.path), str(MEMORY)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self.process

    def stop(self) -> None:
        """End the process, if there is one."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            for stream in (self.process.stdin, self.process.stdout):
                if stream is not None:
                    with contextlib.suppress(OSError):
                        stream.close()
            self.process = None


def _asked(process: subprocess.Popen[bytes], question: str) -> bytes:
    """The line that answers a question; less than a line where the process dies."""
    if process.stdin is None or process.stdout is None:
        return b""
    try:
        process.stdin.write(question.encode("ascii") + b"\n")
        process.stdin.flush()
        return process.stdout.readline()
    except (BrokenPipeError, OSError):
        return b""


_SERVE = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from actors.readers.guard import serve; serve()"
)
_TOO_MUCH = (
    f"needs more than {MEMORY / 10**9:.1f} GB of memory, or breaks what reads it: "
    "save it anew from the program that made it, or as text"
)
_TOO_LONG = f"takes longer than {SECONDS} seconds: split it, or save it as text"
_WORKERS: dict[int, _Worker] = {}


def _worker() -> _Worker:
    """The worker of this process; a fork does not share it."""
    here = os.getpid()
    if here not in _WORKERS:
        _WORKERS[here] = _Worker()
        atexit.register(_WORKERS[here].stop)
    return _WORKERS[here]


def serve() -> None:
    """Answer questions from standard input until it ends: the process with limits."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print goes nowhere, not between the answers
    _limit(int(sys.argv[2]))
    for line in sys.stdin.buffer:
        module, path = json.loads(line)
        answer = json.dumps(_answer(module, Path(path)))
        answers.write(answer.encode("ascii") + b"\n")
        answers.flush()


def _answer(module: str, path: Path) -> list[dict[str, Any]]:
    try:
        parse = import_module(f"actors.readers.{module}").parse
        return [_plain(item) for item in parse(path)]
    except ReadError as error:
        return [{"kind": "refused", "reason": error.reason}]
    except (MemoryError, RecursionError):
        return [{"kind": "refused", "reason": _TOO_MUCH}]
    except PermissionError:
        reason = "permission denied: check your rights to the file"
        return [{"kind": "refused", "reason": reason}]
    except Exception as error:  # noqa: BLE001 - parsers of others raise anything on broken files
        what = f"{type(error).__name__}: {error}"[:200]
        return [{"kind": "refused", "reason": f"broken ({what}): save it again, or as text"}]


def _plain(item: Document | Skipped) -> dict[str, Any]:
    row = {field.name: getattr(item, field.name) for field in fields(item)}
    if isinstance(item, Document) and item.published:
        row["published"] = item.published.isoformat()
    return {"kind": "document" if isinstance(item, Document) else "skipped", **row}


def _limit(memory: int) -> None:
    """Bound the memory of this process, where the system can."""
    try:
        import resource
    except ImportError:  # Windows has none: time alone is bounded there
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
