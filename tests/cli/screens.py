"""Commands seen as people see them: on terminals of some width, in pipes, in odd locales."""

from __future__ import annotations

import fcntl
import json
import os
import re
import shlex
import struct
import subprocess
import sys
import termios
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from actors.cli import SECTIONS, group
from tests.cli.served import END

ROOT = Path(__file__).parents[2]
SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
LAST = re.compile(re.escape(END).encode() + rb"(\w+)>\r?\n\Z")
LIMIT = 120.0
"""Seconds after which a command counts as hanging."""


@dataclass(frozen=True)
class Mode:
    """Where output goes: a terminal so many columns wide, or a pipe; and the environment."""

    name: str
    width: int | None = None
    environment: tuple[tuple[str, str], ...] = ()


MODES = (
    Mode("terminal of 80", 80),
    Mode("terminal of 120", 120),
    Mode("pipe"),
    Mode("pipe, LC_ALL=C", None, (("LC_ALL", "C"), ("PYTHONCOERCECLOCALE", "0"))),
    Mode("pipe, cp1252", None, (("PYTHONIOENCODING", "cp1252"),)),
)


@dataclass(frozen=True)
class Seen:
    """What a command showed, and its exit code (``crashed``, if an error got out)."""

    output: bytes
    code: str

    @property
    def text(self) -> str:
        """The output without what styles it."""
        return SEQUENCE.sub("", self.output.decode()).replace("\r\n", "\n")

    def lines(self) -> list[str]:
        """The lines that remain on the screen, without progress that was written over."""
        return [line.rpartition("\r")[2] for line in self.text.splitlines()]


class Screen:
    """A process that runs commands and shows them in one mode."""

    def __init__(self, mode: Mode, folder: Path) -> None:
        self.mode = mode
        fifo = folder / "commands"
        os.mkfifo(fifo)
        read, write = _terminal(mode.width) if mode.width else os.pipe()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.cli.served", str(fifo)],
            cwd=ROOT,
            env=_environment(mode),
            stdin=subprocess.DEVNULL,
            stdout=write,
            stderr=write,
        )
        os.close(write)
        self._output = read
        self._commands = fifo.open("w", encoding="utf-8")

    def run(self, argv: list[str], folder: Path, given: str = "") -> Seen:
        """Run ``actors`` with arguments in a folder."""
        wanted = {"argv": argv, "folder": str(folder), "input": given}
        print(json.dumps(wanted), file=self._commands, flush=True)
        alarm = threading.Timer(LIMIT, self._process.kill)
        alarm.start()
        try:
            return self._read()
        finally:
            alarm.cancel()

    def _read(self) -> Seen:
        found = b""
        while not (ended := LAST.search(found)):
            found += _some(self._output)
        return Seen(found[: ended.start()], ended[1].decode())

    def close(self) -> None:
        """End the process."""
        self._commands.close()
        self._process.wait(10)
        os.close(self._output)


def _some(stream: int) -> bytes:
    read = os.read(stream, 65536)
    if not read:
        raise EOFError("the commands ended early")
    return read


def _terminal(width: int) -> tuple[int, int]:
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
    return ours, theirs


def _environment(mode: Mode) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("COLUMNS", "LINES", "FORCE_COLOR", "NO_COLOR", "PYTHONIOENCODING")
    }
    return kept | {"TERM": "xterm-256color", "BROWSER": "true"} | dict(mode.environment)


@dataclass(frozen=True)
class Example:
    """An example in the help of a command: its arguments, and what is piped into it."""

    command: str
    argv: tuple[str, ...]
    feed: tuple[str, ...] = ()

    def __str__(self) -> str:
        return shlex.join(self.argv)


def commands() -> list[str]:
    """The names of all commands."""
    return [name for names in SECTIONS.values() for name in names]


def examples(command: str) -> Iterator[Example]:
    """The examples in the help of a command."""
    context = click.Context(group)
    found = group.get_command(context, command)
    assert found is not None
    for line in (found.epilog or "").replace("\b", "").splitlines():
        if re.match(r"  (\S.* \| )?actors ", line):
            yield _example(command, line)


def _example(command: str, line: str) -> Example:
    words = shlex.split(line, comments=True)
    if ">" in words:
        words = words[: words.index(">")]
    feed: list[str] = []
    if "|" in words:
        at = words.index("|")
        feed, words = words[:at], words[at + 1 :]
    return Example(command, tuple(words[1:]), tuple(feed))


def fed(example: Example, folder: Path) -> str:
    """What is piped into an example."""
    if not example.feed:
        return ""
    return subprocess.run(
        example.feed, cwd=folder, capture_output=True, text=True, check=True
    ).stdout
