"""Mailboxes (mbox): one message after the other, streamed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from actors.errors import ReadError
from actors.readers.files import LONGEST, check_length
from actors.readers.mail import from_bytes
from actors.readers.message import documents
from actors.readers.single import Inside
from actors.types import Document, Skipped

_FROM = re.compile(rb"From \S+.*\d{4}\s*$")
_ESCAPED = re.compile(rb"^>(>*From )")


def read(path: Path, inside: Inside) -> Iterator[Document | Skipped]:
    """Each message, called by its place, with its attachments: ``#3``, ``#3#report.pdf``.

    Raises:
        ReadError: it holds no message.
    """
    number = 0
    for number, data in enumerate(_messages(path), start=1):
        name = f"#{number}"
        if len(data) > LONGEST:
            yield Skipped(name, "too large: save the message by itself and read its attachments")
            continue
        yield from documents(from_bytes(data), inside, name)
    if not number:
        raise ReadError(path.name, "no message in it: export the mailbox again, as mbox")


def _messages(path: Path) -> Iterator[bytes]:
    """The bytes of each message; one that is too long is cut a little after the limit."""
    lines: list[bytes] = []
    size = 0
    before = b"\n"
    started = False
    with path.open("rb") as file:
        while line := file.readline(LONGEST):
            check_length(path.name, len(line), LONGEST - 1)
            if _FROM.match(line) and not before.strip():
                if started:
                    yield b"".join(lines)
                started, lines, size = True, [], 0
            elif started and size <= LONGEST:
                lines.append(_ESCAPED.sub(rb"\1", line))
                size += len(line)
            before = line
    if started:
        yield b"".join(lines)
