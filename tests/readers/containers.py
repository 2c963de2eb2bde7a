"""OLE containers by hand, to make .doc, .msg and .xls files of our own words in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from struct import pack
from typing import TypeAlias

Tree: TypeAlias = "Mapping[str, bytes | Tree]"

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def ole(tree: Tree) -> bytes:
    """A container of streams (bytes) and storages (mappings), as [MS-CFB] has it."""
    return _Container(tree).bytes()


class _Container:
    def __init__(self, tree: Tree) -> None:
        self.sectors: list[bytes] = []
        self.fat: list[int] = []
        self.mini = b""
        self.mini_fat: list[int] = []
        self.entries: list[list[object]] = [["Root Entry", 5, _FREE, _FREE, 0, 0]]
        self.entries[0][3] = self._add(tree)

    def _add(self, tree: Tree) -> int:
        """Entries for all that a storage holds; the first of them. Each points at the next."""
        before = first = _FREE
        for name, content in tree.items():
            here = len(self.entries)
            if isinstance(content, bytes):
                self.entries.append([name, 2, _FREE, _FREE, self._store(content), len(content)])
            else:
                entry: list[object] = [name, 1, _FREE, _FREE, 0, 0]
                self.entries.append(entry)
                entry[3] = self._add(content)
            if before == _FREE:
                first = here
            else:
                self.entries[before][2] = here
            before = here
        return first

    def _store(self, data: bytes) -> int:
        if len(data) >= _CUTOFF:
            return self._chain(data)
        start = len(self.mini_fat)
        count = max(1, -(-len(data) // _MINI))
        self.mini += data.ljust(count * _MINI, b"\x00")
        self.mini_fat += [*range(start + 1, start + count), _END]
        return start

    def _chain(self, data: bytes) -> int:
        start = len(self.sectors)
        count = max(1, -(-len(data) // _SECTOR))
        padded = data.ljust(count * _SECTOR, b"\x00")
        self.sectors += [padded[i : i + _SECTOR] for i in range(0, len(padded), _SECTOR)]
        self.fat += [*range(start + 1, start + count), _END]
        return start

    def bytes(self) -> bytes:
        self.entries[0][4] = self._chain(self.mini)
        self.entries[0][5] = len(self.mini)
        mini_fat = self._chain(_numbers(self.mini_fat))
        directory = self._chain(b"".join(map(_entry, self._even())))
        first_fat = len(self.sectors)
        size = 1
        while (first_fat + size) * 4 > size * _SECTOR:
            size += 1
        self.fat += [_FAT] * size
        self.sectors += [b""] * size
        table = _numbers(self.fat).ljust(size * _SECTOR, b"\xff")
        for i in range(size):
            self.sectors[first_fat + i] = table[i * _SECTOR : (i + 1) * _SECTOR]
        mini_sectors = -(-len(self.mini_fat) * 4 // _SECTOR)
        listed = [*range(first_fat, first_fat + size)]
        header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
        header += pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, size, directory, 0, _CUTOFF,
                       mini_fat, max(1, mini_sectors), _END, 0)  # fmt: skip
        header += _numbers(listed + [_FREE] * (109 - size))
        return header + b"".join(self.sectors)

    def _even(self) -> Iterator[list[object]]:
        yield from self.entries
        yield from [["", 0, _FREE, _FREE, 0, 0]] * (-len(self.entries) % 4)


def _entry(entry: list[object]) -> bytes:
    name, kind, after, child, start, size = entry
    encoded = (str(name) + "\x00").encode("utf-16-le") if name else b""
    return encoded.ljust(64, b"\x00") + pack(
        "<HBBIII36xIII", len(encoded), kind, 1, _FREE, after, child, start, size, 0
    )


def _numbers(numbers: list[int]) -> bytes:
    return pack(f"<{len(numbers)}I", *numbers)


def doc(text: str, deleted: tuple[int, int] | None = None) -> bytes:
    r"""A Word 97 file: one piece of text, ``\r`` ends a paragraph; a range may be deleted."""
    encoded = text.encode("utf-16-le")
    at = 2048
    page = _run_page(at, len(encoded), deleted)
    main = bytearray(at) + encoded
    main += bytes(-len(main) % 512)
    number = len(main) // 512
    main += page
    pieces = pack("<II", 0, len(text)) + pack("<HIH", 0, at, 0)
    clx = b"\x02" + pack("<I", len(pieces)) + pieces
    runs = pack("<II", at, at + len(encoded)) + pack("<I", number)
    for where, value in ((0, pack("<HH", 0xA5EC, 0xC1)), (0x0A, pack("<H", 0x0200))):
        main[where : where + len(value)] = value
    main[0x4C:0x50] = pack("<i", len(text))
    main[0x1A2:0x1AA] = pack("<II", 0, len(clx))
    main[0xFA:0x102] = pack("<II", len(clx), len(runs))
    return ole({"WordDocument": bytes(main), "1Table": clx + runs})


def _run_page(at: int, length: int, deleted: tuple[int, int] | None) -> bytes:
    first, last = deleted or (0, 0)
    places = [at, at + 2 * first, at + 2 * last, at + length]
    page = bytearray(512)
    page[:16] = pack("<4I", *places)
    if deleted:
        page[17] = 200
        page[400:404] = b"\x03" + pack("<HB", 0x0800, 1)
    page[511] = 3
    return bytes(page)


def msg(
    subject: str,
    body: str,
    sender: str = "Nadia Feld",
    ticks: int = 0,
    files: Mapping[str, bytes] | None = None,
    inner: Tree | None = None,
) -> bytes:
    """An Outlook message with files attached, and another message."""
    return ole(message_tree(subject, body, sender, ticks, files, inner))


def message_tree(
    subject: str,
    body: str,
    sender: str = "Nadia Feld",
    ticks: int = 0,
    files: Mapping[str, bytes] | None = None,
    inner: Tree | None = None,
) -> Tree:
    table = bytes(32) + pack("<HHIQ", 0x0040, 0x0039, 6, ticks)
    tree: dict[str, bytes | Tree] = {"__properties_version1.0": table}
    for number, text in (("0037", subject), ("1000", body), ("0C1A", sender), ("0E04", "Omar")):
        tree[f"__substg1.0_{number}001F"] = text.encode("utf-16-le")
    for i, (name, content) in enumerate((files or {}).items()):
        tree[f"__attach_version1.0_#{i:08X}"] = {
            "__substg1.0_3707001F": name.encode("utf-16-le"),
            "__substg1.0_37010102": content,
        }
    if inner is not None:
        tree["__attach_version1.0_#000000FF"] = {"__substg1.0_3701000D": inner}
    return tree


def xls(rows: list[list[str]]) -> bytes:
    """An Excel 97 workbook of one sheet of text."""
    strings = [cell for row in rows for cell in row]
    parts = [pack("<II", len(strings), len(strings))]
    for string in map(_string, strings):
        if len(parts[-1]) + len(string) > 8224:
            parts.append(b"")  # a record holds no more; the next begins with a whole string
        parts[-1] += string
    bof = _record(0x0809, pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    sst = b"".join(_record(0x003C if i else 0x00FC, part) for i, part in enumerate(parts))
    name = b"Sheet1"
    bound = 4 + 8 + len(name)
    start = len(bof) + bound + len(sst) + 4
    head = bof + _record(0x0085, pack("<IHBB", start, 0, len(name), 0) + name) + sst
    head += _record(0x000A, b"")
    sheet = _record(0x0809, pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    sheet += _record(0x0200, pack("<IIHHH", 0, len(rows), 0, len(rows[0]), 0))
    place = 0
    for r, row in enumerate(rows):
        for c in range(len(row)):
            sheet += _record(0x00FD, pack("<HHHI", r, c, 0, place))
            place += 1
    return ole({"Workbook": (head + sheet + _record(0x000A, b"")).ljust(_CUTOFF, b"\x00")})


def _string(text: str) -> bytes:
    return pack("<HB", len(text), 1) + text.encode("utf-16-le")


def _record(number: int, data: bytes) -> bytes:
    return pack("<HH", number, len(data)) + data
