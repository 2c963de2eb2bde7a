r"""Word 97 to 2003 (.doc): the text of the document, as [MS-DOC] says where it is.

A file lists the pieces that its text is in, each in one byte a character or two. Cells end in
``\x07``, fields stand between ``\x13`` and ``\x15`` with their code first. Characters that
were deleted while changes were tracked have a property of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from struct import error, unpack_from
from typing import NamedTuple

from actors.errors import ReadError
from actors.readers.ole import opened, stream
from actors.readers.spacing import spaced
from actors.types import Document

_WHAT = "a Word file"
_WORD = 0xA5EC
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_FLAGS, _LENGTHS, _CHARACTERS, _PIECES = 0x0A, 0x4C, 0xFA, 0x1A2
_BOXES = 6
_DELETED = 0x0800
_PAGE = 512
_OPERANDS = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
"""Bytes that follow a property, by the kind of property."""
_FIELD_CODE = re.compile(r"\x13[^\x13\x14\x15]*(?:\x14|(?=\x15))")
_MARKS = str.maketrans(
    {"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x1e": "-", "\x07": "\t", "\uf0b7": "•"}
    | dict.fromkeys("\x00\x01\x02\x03\x04\x05\x06\x08\x0e\x14\x15\x1f", "")
)


class _Piece(NamedTuple):
    start: int
    end: int
    at: int
    wide: bool


def read(path: Path) -> Iterator[Document]:
    """One document: a paragraph a line, a blank line between; a row of a table a line.

    Raises:
        ReadError: not such a file, of Word 95 or older, encrypted, broken, or without text.
    """
    with opened(path, _WHAT) as container:
        main = stream(container, "WordDocument")
        about = container.get_metadata()
        try:
            text = _text(path.name, main, stream(container, _table(path.name, main)))
        except (error, IndexError, ValueError) as broken:
            reason = "broken: open it in a word processor and save it as .docx"
            raise ReadError(path.name, reason) from broken
    if not text:
        raise ReadError(path.name, "no text in it: open it in a word processor and look at it")
    yield Document(name="", text=text, title=_title(about.title))


def _table(name: str, main: bytes) -> str:
    """The stream that says where the text is."""
    if len(main) < _PIECES + 8 or unpack_from("<H", main)[0] != _WORD:
        raise ReadError(name, "a Word file older than Word 97, or broken: save it as .docx")
    (flags,) = unpack_from("<H", main, _FLAGS)
    if flags & _ENCRYPTED:
        raise ReadError(name, "encrypted: save it without its password and try again")
    return "1Table" if flags & _TABLE_1 else "0Table"


def _text(name: str, main: bytes, table: bytes) -> str:
    lengths = unpack_from("<8i", main, _LENGTHS)
    if any(length < 0 for length in lengths):
        raise ReadError(name, "broken: open it in a word processor and save it as .docx")
    before = sum(lengths[:_BOXES])
    deleted = [*_deleted(main, table)]
    pieces = [*_pieces(main, table)]
    parts = ((0, lengths[0]), (before, before + lengths[_BOXES]))
    texts = (_clean("".join(_range(main, pieces, deleted, *part))) for part in parts)
    return "\n\n".join(text for text in texts if text)


def _pieces(main: bytes, table: bytes) -> Iterator[_Piece]:
    """The pieces that the text is in, with the characters that each holds."""
    start, length = unpack_from("<Ii", main, _PIECES)
    data = table[start : start + max(length, 0)]
    at = 0
    while at < len(data) and data[at] == 1:
        at += 3 + unpack_from("<H", data, at + 1)[0]
    (size,) = unpack_from("<I", data, at + 1)
    plc = data[at + 5 : at + 5 + size]
    count = (len(plc) - 4) // 12
    ends = unpack_from(f"<{count + 1}I", plc)
    for i in range(count):
        (where,) = unpack_from("<I", plc, 4 * (count + 1) + 8 * i + 2)
        narrow = bool(where & 0x40000000)
        where &= 0x3FFFFFFF
        yield _Piece(ends[i], ends[i + 1], where // 2 if narrow else where, not narrow)


def _range(
    main: bytes, pieces: list[_Piece], deleted: list[tuple[int, int]], first: int, last: int
) -> Iterator[str]:
    """The characters from one place of the text to another, without the deleted ones."""
    for piece in pieces:
        start, end = max(first, piece.start), min(last, piece.end)
        if start >= end:
            continue
        width = 2 if piece.wide else 1
        begin = piece.at + (start - piece.start) * width
        finish = min(piece.at + (end - piece.start) * width, len(main))
        for kept in _kept(begin, finish, deleted):
            yield main[slice(*kept)].decode("utf-16-le" if piece.wide else "cp1252", "replace")


def _kept(start: int, end: int, deleted: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, last in deleted:
        if last > start and first < end:
            yield start, max(first, start)
            start = min(last, end)
    yield start, end


def _deleted(main: bytes, table: bytes) -> Iterator[tuple[int, int]]:
    """Where in the file characters are that a tracked change deleted, in order."""
    start, length = unpack_from("<Ii", main, _CHARACTERS)
    count = (min(max(length, 0), len(table)) - 4) // 8
    if count < 1:
        return
    numbers = unpack_from(f"<{count}I", table, start + 4 * (count + 1))
    for number in numbers:
        page = main[number * _PAGE : (number + 1) * _PAGE]
        if len(page) == _PAGE:
            yield from _deleted_of_page(page)


def _deleted_of_page(page: bytes) -> Iterator[tuple[int, int]]:
    runs = min(page[-1], 101)
    places = unpack_from(f"<{runs + 1}I", page)
    for i in range(runs):
        at = 2 * page[4 * (runs + 1) + i]
        if at and _has_deletion(page[at + 1 : at + 1 + page[at]]):
            yield places[i], places[i + 1]


def _has_deletion(properties: bytes) -> bool:
    at = 0
    while at + 3 <= len(properties):
        (code,) = unpack_from("<H", properties, at)
        if code == _DELETED:
            return bool(properties[at + 2])
        kind = code >> 13
        at += 2 + (_OPERANDS[kind] if kind in _OPERANDS else properties[at + 2] + 1)
    return False


def _clean(text: str) -> str:
    while _FIELD_CODE.search(text):
        text = _FIELD_CODE.sub("", text)
    text = text.replace("\x07\x07", "\r").translate(_MARKS)
    return spaced(line.strip(" \t") for line in text.split("\n"))


def _title(title: bytes | None) -> str | None:
    """A title as the file has it: in UTF-8 or Windows-1252."""
    try:
        text = (title or b"").decode("utf-8")
    except UnicodeDecodeError:
        text = (title or b"").decode("cp1252", "replace")
    return text.strip("\x00 ") or None
