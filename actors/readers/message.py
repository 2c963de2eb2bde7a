"""One message: what its header says, the writer's own words, and its attachments."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from actors.knowledge.names import is_given_name
from actors.readers.boilerplate import worth_reading
from actors.readers.databases.article import paragraphs
from actors.readers.replies import own_lines
from actors.readers.single import Inside
from actors.types import Document, Skipped

__all__ = ["Attachment", "Message", "documents"]

_LISTED = re.compile(r"\s*(?:[-*•>|]|\d+[.)])\s")
_ADDRESS = re.compile(r"\s*<[^<>]*>")
_CORRESPONDENTS = re.compile(r"^(From|To|Cc): (.+)$", re.MULTILINE)
_WORD = r"[^\W\d_][\w'’.-]*"
_PERSON = re.compile(
    rf"(?:^|[;,>]) ?[\"']?(?P<name>{_WORD}(?: {_WORD}){{1,3}})[\"']?(?= ?(?:[<;,]|$))"
)
"""A name of two words or more, of which the first is a given name: no address, no office."""
_MOST_RECIPIENTS = 20
_RE = re.compile(r"^(?:\s*(?:re|fw|fwd|aw|wg|tr|sv)\s*:\s*)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """What every format of messages has; names and addresses as they were written."""

    text: str
    subject: str = ""
    sender: str = ""
    to: str = ""
    cc: str = ""
    sent: str = ""
    day: date | None = None
    attachments: tuple[Attachment, ...] = ()


def documents(message: Message, inside: Inside, name: str = "") -> Iterator[Document | Skipped]:
    """The message as a document, then what each attachment gives.

    Its header, quoted replies and signatures are in the text, outside the body, but for the names
    of who writes and to whom.
    """
    yield _document(message, name)
    for attachment in message.attachments:
        for item in inside.read(attachment.name, io.BytesIO(attachment.content)):
            yield item if not name else _under(name, item)


def _document(message: Message, name: str) -> Document | Skipped:
    header = _header(message)
    text, own = _laid_out(f"{header}\n\n" if header else "", message)
    body = [part for start, end in own for part in _worth(text, start, end)]
    people = list(_people(header))
    if not body:
        attached = " besides its attachments" if message.attachments else ""
        return Skipped(name, f"empty: the message says nothing of its own{attached}")
    return Document(
        name=name,
        text=text,
        title=_RE.sub("", message.subject).strip() or None,
        source=_named(message.sender),
        published=message.day,
        body=(*people, *body),
    )


def _people(header: str) -> Iterator[tuple[int, int]]:
    """Where a header names people: who writes, and to whom where they are no long list."""
    found = {line[1]: list(_names(line)) for line in _CORRESPONDENTS.finditer(header)}
    yield from found.pop("From", ())
    others = sorted(span for spans in found.values() for span in spans)
    if len(others) <= _MOST_RECIPIENTS:
        yield from others


def _names(line: re.Match[str]) -> Iterator[tuple[int, int]]:
    for match in _PERSON.finditer(line[2]):
        if is_given_name(match["name"].split()[0]):
            yield line.start(2) + match.start("name"), line.start(2) + match.end("name")


def _header(message: Message) -> str:
    said = {"From": message.sender, "To": message.to, "Cc": message.cc}
    said |= {"Date": message.sent, "Subject": message.subject}
    return "\n".join(f"{key}: {value}" for key, value in said.items() if value)


def _laid_out(text: str, message: Message) -> tuple[str, list[tuple[int, int]]]:
    """The text of a message with its paragraphs joined, and the ranges of its own words."""
    lines = message.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = own_lines(lines, _named(message.sender) or "")
    own: list[tuple[int, int]] = []
    for is_own, block in _runs(lines, kept):
        joined = paragraphs(_unlisted(block)) if is_own else "\n".join(block).strip("\n")
        if is_own and joined:
            own.append((len(text), len(text) + len(joined)))
        text += f"{joined}\n\n" if joined else ""
    return text.rstrip("\n"), own


def _runs(lines: list[str], kept: list[bool]) -> Iterator[tuple[bool, list[str]]]:
    start = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or kept[i] != kept[start]:
            yield kept[start], lines[start:i]
            start = i


def _unlisted(lines: Iterable[str]) -> Iterator[str]:
    """Lines with an empty one before each item of a list, which is a paragraph of its own."""
    for line in lines:
        if _LISTED.match(line):
            yield ""
        yield line


def _worth(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if text[start:end].strip():
        yield from worth_reading(text[:end], start) or ((start, end),)


def _named(sender: str) -> str | None:
    """The name of a sender, or else the address."""
    return _ADDRESS.sub("", sender).strip(" \"'") or sender.strip("<> ") or None


def _under(name: str, item: Document | Skipped) -> Document | Skipped:
    return replace(item, name=name + item.name) if item.name.startswith("#") else item
