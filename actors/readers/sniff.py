"""Which reader is for a file: its suffix and its content are both looked at."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from zipfile import BadZipFile, ZipFile

from actors import plugins
from actors.errors import ReadError
from actors.formats import FORMATS, Format, format_of, missing
from actors.readers.encoding import detect, is_binary

_SAMPLE = 4096
_SAYS_SOMETHING = re.compile(r"\.[A-Za-z]\w{0,9}")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ARCHIVES = "actors.readers.archive"

INSTEAD: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys((".pages", ".wps", ".wpd"), "save it as .docx or PDF"),
        **dict.fromkeys((".numbers",), "save it as .xlsx or .csv"),
        **dict.fromkeys((".ppt", ".key"), "save it as .pptx or PDF"),
        **dict.fromkeys((".djvu", ".ps", ".mobi", ".azw3"), "save it as PDF or text"),
        **dict.fromkeys((".7z", ".rar"), "unpack it first"),
        **dict.fromkeys(
            (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp"), "run OCR on it first"
        ),
        **dict.fromkeys((".mp3", ".mp4", ".wav", ".m4a", ".mov", ".avi"), "transcribe it first"),
        **dict.fromkeys((".pst", ".ost"), "export the folder as .mbox or .eml"),
    }
)
"""What to do with files that cannot be read, by suffix."""


def suffix_for(path: Path) -> str:
    """The suffix whose reader is for a file.

    Content that is clearly of one format goes before a suffix that says another: an RTF
    named ``.txt`` is RTF. A suffix that says nothing, such as none or ``.2021``, leaves it
    to the content.

    Raises:
        ReadError: no reader is for such a file, or a package that it needs is missing; the
            reason says what to do.
    """
    suffix = path.suffix.lower()
    if suffix in INSTEAD:
        raise ReadError(path.name, f"there is no reader for {suffix} files: {INSTEAD[suffix]}")
    with path.open("rb") as file:
        start = file.read(_SAMPLE)
    if not start:
        raise ReadError(path.name, "empty: the file holds nothing")
    chosen = _choose(suffix, path, start)
    _check_needs(path, chosen)
    return chosen


def sniff(start: bytes) -> str | None:
    """The suffix that suits the first bytes of a file; None for binary data.

    >>> sniff(b"%PDF-1.7 ..."), sniff(b"<html><body>"), sniff(b'{"text": "Talks."}\\n')
    ('.pdf', '.html', '.jsonl')
    >>> sniff(b"Ministers met."), sniff(bytes(range(32)))
    ('.txt', None)
    """
    text = _text(start)
    found = _by_beginning(start, text)
    if found is not None:
        return found.suffixes[0]
    if text is None:
        return None
    bare = text.lstrip("\ufeff \t\r\n")
    if re.match(r'\{\s*"', bare):
        return ".jsonl" if re.match(r'\{\s*"', bare.split("\n", 1)[0]) else ".json"
    return ".json" if re.match(r'\[\s*\{\s*"', bare) else ".txt"


def _choose(suffix: str, path: Path, start: bytes) -> str:
    found = _held(path, start) or _by_beginning(start, _text(start))
    if format_of(suffix) or suffix in plugins.names("readers"):
        return _agree(suffix, found, start)
    if found is not None:
        return found.suffixes[0]
    guess = sniff(start)
    if guess is None:
        raise ReadError(path.name, "binary data of an unknown kind: convert it to text or PDF")
    if guess == ".txt" and _SAYS_SOMETHING.fullmatch(suffix):
        raise ReadError(path.name, f"no reader is for {suffix} files: if it is prose, name it .txt")
    return guess


def _agree(suffix: str, found: Format | None, start: bytes) -> str:
    """One suffix out of what a file is called and what it looks like."""
    own = format_of(suffix)
    if own is None or found is own:
        return suffix
    if found is None:
        return own.plain if own.plain and _text(start) is not None else suffix
    general = found.reader.startswith(_ARCHIVES)
    if general and (own.holds or own.magic):
        return suffix if own.reader != "actors.readers.archive:read_zip" else found.suffixes[0]
    if own.name == "Web page" and found.name == "XML":
        return suffix
    return found.suffixes[0]


def _by_beginning(start: bytes, text: str | None) -> Format | None:
    for each in FORMATS:
        if each.begins(start) or (text is not None and each.opens(text)):
            return each
    return None


def _held(path: Path, start: bytes) -> Format | None:
    """The format of a container, by what it holds."""
    if start.startswith(b"PK\x03\x04"):
        names = _zip_names(path)
    elif start.startswith(_OLE):
        names = _ole_names(path)
    else:
        return None
    return next((each for each in FORMATS if not names.isdisjoint(each.holds)), None)


def _zip_names(path: Path) -> frozenset[str]:
    try:
        with ZipFile(path) as archive:
            return frozenset(archive.namelist())
    except (BadZipFile, ValueError, NotImplementedError):
        return frozenset()


def _ole_names(path: Path) -> frozenset[str]:
    """Streams and storages at the root of an OLE file; none where it is broken."""
    from olefile import OleFileIO

    try:
        with OleFileIO(path) as container:
            return frozenset(entry[0] for entry in container.listdir(streams=True, storages=True))
    except Exception:  # noqa: BLE001 - a broken container raises anything; its reader says what
        return frozenset()


def _check_needs(path: Path, suffix: str) -> None:
    chosen = format_of(suffix)
    absent = missing(chosen) if chosen else ()
    if absent:
        packages = " ".join(need.package for need in absent)
        reason = f"reading {suffix} needs a package that is not installed: pip install {packages}"
        raise ReadError(path.name, reason)


def _text(start: bytes) -> str | None:
    encoding = detect(start)
    if encoding is None or start.startswith(b"PK"):
        return None
    text = start.decode(encoding, "replace")
    return None if is_binary(text) else text
