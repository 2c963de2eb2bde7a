"""Readers of formats that can be built to break them work in a process of their own, with limits.

A PDF whose drawing draws itself, a page of a million open tags, a damaged spreadsheet: the
libraries that parse them may take all memory, never end, or abort. The process that reads them is
given so much memory and time of the processor, so that a busy machine refuses no more than an
idle one, and what goes over is refused with its reason. It is started once and asked again for
each file; what it reads comes as a stream.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

from actors.errors import ReadError
from actors.readers.stopwatch import Stopwatch
from actors.types import Document, Skipped

__all__ = ["MEMORY", "SECONDS", "guarded", "serve"]

_Answer: TypeAlias = dict[str, Any]
"""What the process says of a document, or is asked, as JSON."""
SECONDS = 60.0
"""What a file may take of the processor to be read."""
PATIENCE = 10.0
"""How much longer it may take by the clock, where many processes share the processor."""
MEMORY = 1_500_000_000
"""Bytes that the process may take."""
TOGETHER = 65_536
"""Bytes of answers that are sent at once: many rows of a table, so that few are waited for."""


def guarded(
    target: str, path: Path, seconds: float | None = None, **options: object
) -> Iterator[Document | Skipped]:
    """What a reader gives, read in the process with limits.

    Args:
        target: the reader, as ``"module:function"``; it is called with the path.
        seconds: what it may take of the processor, if not `SECONDS`.
        options: what else the reader takes, as JSON can hold it.

    Raises:
        ReadError: the file is refused, or takes more memory or time than a document needs.
    """
    worker = _worker()
    used, given = worker.process is not None, False
    refused: str | None = None
    try:
        for item in worker.ask(target, path, options, SECONDS if seconds is None else seconds):
            if item["kind"] != "refused":
                given = True
                yield _item(item)
                continue
            refused = item["reason"]
            if refused == _TOO_MUCH:  # what it took may not come back
                break
    finally:
        worker.leave()
    if refused == _TOO_MUCH and used and not given:  # other files may have taken it
        yield from guarded(target, path, seconds, **options)
    elif refused is not None:
        raise ReadError(path.name, refused)


def _item(item: _Answer) -> Document | Skipped:
    kind = item.pop("kind")
    if published := item.get("published"):
        item["published"] = date.fromisoformat(published)
    if "body" in item:
        item["body"] = tuple((start, end) for start, end in item["body"])
    if "notes" in item:
        item["notes"] = tuple(item["notes"])
    return Document(**item) if kind == "document" else Skipped(**item)


class _Worker:
    """The process that reads, and what it is asked: one file at a time."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.busy = False
        self.limit = SECONDS
        self.clock: Stopwatch | None = None

    def ask(self, target: str, path: Path, options: _Answer, seconds: float) -> Iterator[_Answer]:
        """The items of one file; a process that died or took too long is replaced."""
        self.busy, self.limit = True, seconds
        process = self._running()
        clock = self.clock = Stopwatch(PATIENCE * seconds, process.kill)
        question = json.dumps([target, os.fspath(path.absolute()), options, seconds])
        _tell(process, question.encode("ascii"))
        while (item := self._next(process, clock, path.name))["kind"] != "end":
            yield item
        self.busy = False

    def _next(self, process: subprocess.Popen[bytes], clock: Stopwatch, name: str) -> _Answer:
        """The next answer; only the time that is waited for answers counts."""
        with clock.running():
            answer = process.stdout.readline() if process.stdout is not None else b""
        if not answer.endswith(b"\n"):
            late = f"takes longer than {self.limit:.0f} seconds: split it, or save it as text"
            ended = clock.left <= 0 or _overran(process)
            raise ReadError(name, late if ended else _TOO_MUCH)
        item: _Answer = json.loads(answer)
        return item

    def _running(self) -> subprocess.Popen[bytes]:
        if self.process is None or self.process.poll() is not None:
            self.stop()
            self.process = subprocess.Popen(
                [sys.executable, "-c", _SERVE, json.dumps(sys.path), str(MEMORY)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=TOGETHER,
            )
        return self.process

    def leave(self) -> None:
        """Be free for the next file; a file that was not read to its end takes the process."""
        if self.clock is not None:
            self.clock.stop()
        if self.busy:
            self.stop()
        self.busy = False

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


def _overran(process: subprocess.Popen[bytes]) -> bool:
    """Whether the system ended a process because of its time of the processor."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        return process.wait(5) == -getattr(signal, "SIGPROF", 0) != 0
    return False


def _tell(process: subprocess.Popen[bytes], question: bytes) -> None:
    """Write a question; a process that died gives no answer, which is seen then."""
    if process.stdin is not None:
        with contextlib.suppress(BrokenPipeError, OSError):
            process.stdin.write(question + b"\n")
            process.stdin.flush()


_SERVE = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from actors.readers.guard import serve; serve()"
)
_TOO_MUCH = (
    f"needs more than {MEMORY / 10**9:.1f} GB of memory, or breaks what reads it: "
    "save it anew from the program that made it, or as text"
)
_WORKERS: dict[int, list[_Worker]] = {}


def _worker() -> _Worker:
    """A worker of this process that reads nothing yet; a fork does not share it."""
    here = _WORKERS.setdefault(os.getpid(), [])
    free = next((worker for worker in here if not worker.busy), None)
    if free is None:
        here.append(free := _Worker())
        atexit.register(free.stop)
    return free


def serve() -> None:
    """Answer questions from standard input until it ends: the process with limits."""
    answers = os.fdopen(os.dup(1), "wb", TOGETHER)
    os.dup2(2, 1)  # what libraries print goes nowhere, not between the answers
    _limit(int(sys.argv[2]))
    for line in sys.stdin.buffer:
        *question, seconds = json.loads(line)
        _allow(seconds)
        for answer in _answers(*question):
            answers.write(json.dumps(answer).encode("ascii") + b"\n")
        answers.flush()


def _answers(target: str, path: str, options: _Answer) -> Iterator[_Answer]:
    """The items of a file, or why it is refused, then the mark of the end."""
    module, _, name = target.partition(":")
    try:
        for item in getattr(import_module(module), name)(Path(path), **options):
            yield _plain(item)
    except ReadError as error:
        yield {"kind": "refused", "reason": error.reason}
    except (MemoryError, RecursionError):
        yield {"kind": "refused", "reason": _TOO_MUCH}
    except PermissionError:
        yield {"kind": "refused", "reason": "permission denied: check your rights to the file"}
    except Exception as error:  # noqa: BLE001 - parsers of others raise anything on broken files
        what = f"{type(error).__name__}: {error}"[:200]
        yield {"kind": "refused", "reason": f"broken ({what}): save it again, or as text"}
    yield {"kind": "end"}


def _plain(item: Document | Skipped) -> _Answer:
    """An item as JSON can hold it, without what it does not say."""
    held = ((name, getattr(item, name), default) for name, default in _PARTS[type(item)])
    row = {name: value for name, value, default in held if value != default}
    if isinstance(item, Document) and item.published:
        row["published"] = item.published.isoformat()
    return {"kind": "document" if isinstance(item, Document) else "skipped", **row}


def _usual(record: type[Document] | type[Skipped]) -> tuple[tuple[str, object], ...]:
    """The parts of a record, each with what it is where nothing is said of it."""
    return tuple((one.name, one.default) for one in fields(record))


_PARTS = {record: _usual(record) for record in (Document, Skipped)}


def _allow(seconds: float) -> None:
    """From now on, bound the processor's time of this process, where the system can."""
    if hasattr(signal, "setitimer"):  # Windows has none: there the clock alone counts
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _limit(memory: int) -> None:
    """Bound the memory of this process, where the system can."""
    try:
        import resource
    except ImportError:  # Windows has none: time alone is bounded there
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
