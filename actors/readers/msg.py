"""Outlook messages (.msg), as [MS-OXMSG] lays them out in an OLE container.

A property is a stream whose name ends in its number and type; attachments and recipients are
storages with properties of their own. Times stand in one table of small properties.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from struct import unpack_from
from typing import Any

from actors.errors import ReadError
from actors.readers.encoding import decode
from actors.readers.fragment import plain
from actors.readers.mail import from_bytes
from actors.readers.message import Attachment, Message, documents
from actors.readers.ole import opened, stream
from actors.readers.single import Inside
from actors.types import Document, Skipped

_WHAT = "an Outlook message"
_TABLE = "__properties_version1.0"
_SUBJECT, _BODY, _HTML, _HEADERS = "0037", "1000", "1013", "007D"
_SENDER, _SENDER_ADDRESS, _TO, _CC = "0C1A", "5D01", "0E04", "0E03"
_LONG_NAME, _SHORT_NAME, _SHOWN_NAME, _DATA = "3707", "3704", "3001", "3701"
_TIMES = (0x0039, 0x0E06, 0x3007)
_TEXT, _TEXT8, _BINARY, _EMBEDDED, _TIME = "001F", "001E", "0102", "000D", 0x0040
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class _Folder:
    """A message or an attachment in the container: where its properties are."""

    container: Any
    path: str = ""

    def text(self, number: str) -> str:
        """A property that is text, in UTF-16 or in one byte a character."""
        wide = stream(self.container, self.path, f"__substg1.0_{number}{_TEXT}")
        if wide:
            return wide.decode("utf-16-le", "replace").rstrip("\x00")
        return _decoded(stream(self.container, self.path, f"__substg1.0_{number}{_TEXT8}"))

    def binary(self, number: str) -> bytes:
        """A property that is bytes."""
        return stream(self.container, self.path, f"__substg1.0_{number}{_BINARY}")

    def day(self) -> date | None:
        """The day on which the message was sent, or else received, or made."""
        table = stream(self.container, self.path, _TABLE)
        found: dict[int, date] = {}
        for at in range(len(table) % 16, len(table) - 15, 16):
            kind, number = unpack_from("<HH", table, at)
            (ticks,) = unpack_from("<Q", table, at + 8)
            if kind == _TIME and number in _TIMES and ticks:
                found[number] = _date(ticks)
        return next((found[number] for number in _TIMES if number in found), None)

    def below(self, beginning: str) -> Iterator[_Folder]:
        """The storages in this one whose names begin so."""
        depth = len(self.path.split("/")) if self.path else 0
        names = {
            entry[depth]
            for entry in self.container.listdir(streams=True, storages=True)
            if len(entry) > depth and "/".join(entry[:depth]) == self.path
        }
        for name in sorted(name for name in names if name.startswith(beginning)):
            yield _Folder(self.container, f"{self.path}/{name}" if self.path else name)


def read(path: Path, inside: Inside) -> Iterator[Document | Skipped]:
    """The message, then each attachment.

    Raises:
        ReadError: no Outlook message, or broken.
    """
    with opened(path, _WHAT) as container:
        if not container.exists(_TABLE):
            raise ReadError(path.name, f"not {_WHAT}: save it from Outlook again, or as .eml")
        folder = _Folder(container)
        message = _message(folder)
        attached = [*_attached(folder)]
    yield from documents(message, inside)
    for name, below in attached:
        yield from documents(below, inside, f"#{name}")


def _message(folder: _Folder) -> Message:
    headers = from_bytes(folder.text(_HEADERS).encode("utf-8", "replace"))
    name, address = folder.text(_SENDER), folder.text(_SENDER_ADDRESS)
    sender = f"{name} <{address}>" if name and "@" in address and address != name else name
    return Message(
        text=_body(folder),
        subject=folder.text(_SUBJECT) or headers.subject,
        sender=sender or headers.sender,
        to=folder.text(_TO) or headers.to,
        cc=folder.text(_CC) or headers.cc,
        sent=headers.sent,
        day=headers.day or folder.day(),
        attachments=tuple(_files(folder)),
    )


def _body(folder: _Folder) -> str:
    text = folder.text(_BODY)
    if text.strip():
        return text
    page = folder.binary(_HTML) or folder.text(_HTML).encode("utf-8", "replace")
    return plain(_decoded(page)) if page else ""


def _files(folder: _Folder) -> Iterator[Attachment]:
    for number, attachment in enumerate(folder.below("__attach_version1.0_"), start=1):
        content = attachment.binary(_DATA)
        if content:
            names = (attachment.text(key) for key in (_LONG_NAME, _SHORT_NAME, _SHOWN_NAME))
            yield Attachment(next(filter(None, names), f"attachment-{number}"), content)


def _attached(folder: _Folder, depth: int = 1) -> Iterator[tuple[str, Message]]:
    """The messages that are attached, and those attached to them."""
    for attachment in folder.below("__attach_version1.0_"):
        for below in attachment.below(f"__substg1.0_{_DATA}{_EMBEDDED}"):
            message = _message(below)
            yield message.subject or "message", message
            if depth < _DEEPEST:
                yield from _attached(below, depth + 1)


def _decoded(data: bytes) -> str:
    try:
        return decode(data) if data else ""
    except ReadError:
        return data.decode("cp1252", "replace")


def _date(ticks: int) -> date:
    """A count of tenths of microseconds since 1601; out of range means a broken file."""
    return (_EPOCH + timedelta(microseconds=min(ticks // 10, 2 * 10**17))).date()
