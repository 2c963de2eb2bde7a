"""E-mail (.eml), as programs save it and as servers send it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message as Mime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from actors.errors import ReadError
from actors.readers.dates import parse_date
from actors.readers.encoding import detect
from actors.readers.files import read_bytes
from actors.readers.fragment import plain
from actors.readers.message import Attachment, Message, documents
from actors.readers.single import Inside
from actors.types import Document, Skipped

__all__ = ["from_bytes", "header", "read", "text_of"]

_SHOWN = ("text/plain", "text/html")
_ENDINGS = {"text/calendar": ".ics", "message/rfc822": ".eml", "text/html": ".html"}


def read(path: Path, inside: Inside) -> Iterator[Document | Skipped]:
    """The message, then each attachment.

    Raises:
        ReadError: empty, too large, or no message.
    """
    message = from_bytes(read_bytes(path))
    if not (message.sender or message.subject or message.sent):
        raise ReadError(path.name, "not an e-mail: it has no header; if it is prose, name it .txt")
    yield from documents(message, inside)


def from_bytes(data: bytes) -> Message:
    """A message as it was sent.

    >>> from_bytes(b"From: Nadia Feld <n@c.example>\\nSubject: Port\\n\\nWe agree.\\n").subject
    'Port'
    """
    mime = message_from_bytes(data)
    parts = [*_parts(mime)]
    shown = [part for part in parts if _is_shown(part)]
    sent = header(mime, "Date") or header(mime, "Sent")
    return Message(
        text=_body(shown),
        subject=header(mime, "Subject"),
        sender=header(mime, "From"),
        to=header(mime, "To"),
        cc=header(mime, "Cc"),
        sent=sent,
        day=_day(sent),
        attachments=tuple(
            _attachment(part, number)
            for number, part in enumerate((p for p in parts if _is_attached(p, shown)), start=1)
        ),
    )


def header(mime: Mime, name: str) -> str:
    """One line of a header, decoded; empty where it is not there."""
    value = _decoded(str(mime.get(name, "")))
    return " ".join(value.encode("utf-8", "replace").decode("utf-8").split())


def _decoded(value: str) -> str:
    """A value without its encoding; as it is where that is broken."""
    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return value


def text_of(part: Mime) -> str:
    """The text of a part, in whatever encoding it says or has."""
    data = _content(part)
    for encoding in (str(part.get_content_charset() or "ascii"), "utf-8", detect(data) or "cp1252"):
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeError):
            continue  # the declaration is wrong, or there is none
    return data.decode("utf-8", "replace")


def _content(part: Mime) -> bytes:
    try:
        data: Any = part.get_payload(decode=True)
    except (MessageError, ValueError, AssertionError):
        data = None
    return data if isinstance(data, bytes) else b""


def _parts(mime: Mime) -> Iterator[Mime]:
    """The leaves of a message; a message in it is one."""
    below: Any = mime.get_payload()
    if mime.get_content_maintype() == "multipart" and isinstance(below, list):
        for part in below:
            yield from _parts(part)
    else:
        yield mime


def _is_shown(part: Mime) -> bool:
    named = part.get_filename() is not None
    return part.get_content_type() in _SHOWN and not (
        named or part.get_content_disposition() == "attachment"
    )


def _is_attached(part: Mime, shown: list[Mime]) -> bool:
    """Files; pictures that the text shows, such as a logo, are no attachments."""
    if part in shown or part.get_content_maintype() == "multipart":
        return False
    picture = part.get_content_maintype() == "image"
    return not (picture and (part.get("Content-ID") or part.get_content_disposition() == "inline"))


def _body(shown: list[Mime]) -> str:
    """The plain text of a message, or else its HTML as text."""
    texts = [text_of(part) for part in shown if part.get_content_type() == "text/plain"]
    text = "\n\n".join(text for text in texts if text.strip())
    if text:
        return text
    pages = [plain(text_of(part)) for part in shown if part.get_content_type() == "text/html"]
    return "\n\n".join(page for page in pages if page)


def _attachment(part: Mime, number: int) -> Attachment:
    name = part.get_filename()
    ending = _ENDINGS.get(part.get_content_type(), "")
    if part.get_content_type() == "message/rfc822":
        below: Any = part.get_payload()
        first = below[0] if isinstance(below, list) and below else None
        content = first.as_bytes() if first is not None else _content(part)
    else:
        content = _content(part)
    return Attachment(str(name) if name else f"attachment-{number}{ending}", content)


def _day(sent: str) -> date | None:
    try:
        return parsedate_to_datetime(sent).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        return parse_date(sent)
