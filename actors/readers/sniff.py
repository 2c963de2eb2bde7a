"""Which reader is for a file: its suffix says, or else its first bytes."""

from __future__ import annotations

import re
from pathlib import Path

from actors import plugins
from actors.errors import ReadError
from actors.readers.encoding import detect, is_binary

_SAMPLE = 4096
_MAGIC = ((b"%PDF-", ".pdf"), (b"PAR1", ".parquet"))
_SAYS_SOMETHING = re.compile(r"\.[A-Za-z]\w{0,9}")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.I | re.S,
)
_INSTEAD = {
    **dict.fromkeys((".doc", ".odt", ".rtf", ".pages", ".wps"), "save it as .docx or PDF"),
    **dict.fromkeys((".xls", ".xlsx", ".ods"), "save it as .csv"),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".epub", ".djvu", ".ps"), "save it as PDF or text"),
    **dict.fromkeys(
        (".zip", ".gz", ".bz2", ".xz", ".7z", ".rar", ".tar", ".tgz"), "unpack it first"
    ),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp"), "run OCR on it first"
    ),
    **dict.fromkeys((".mp3", ".mp4", ".wav", ".m4a", ".mov", ".avi"), "transcribe it first"),
    **dict.fromkeys((".eml", ".msg", ".mbox"), "save the message as text or HTML"),
}


def suffix_for(path: Path) -> str:
    """The suffix whose reader is for a file: its own where there is a reader for it.

    A suffix that says nothing, such as none or ``.2021``, leaves it to the content.

    Raises:
        ReadError: no reader is for such a file; the reason says what to do instead.
    """
    suffix = path.suffix.lower()
    if suffix in plugins.names("readers"):
        return suffix
    if suffix in _INSTEAD:
        raise ReadError(path.name, f"there is no reader for {suffix} files: {_INSTEAD[suffix]}")
    with path.open("rb") as file:
        start = file.read(_SAMPLE)
    found = sniff(start)
    if not start:
        raise ReadError(path.name, "empty: the file holds nothing")
    if found is None:
        raise ReadError(path.name, "binary data of an unknown kind: convert it to text or PDF")
    if found == ".txt" and _SAYS_SOMETHING.fullmatch(suffix):
        raise ReadError(path.name, f"no reader is for {suffix} files: if it is prose, name it .txt")
    return found


def sniff(start: bytes) -> str | None:
    """The suffix that suits the first bytes of a file; None for binary data.

    >>> sniff(b"%PDF-1.7 ..."), sniff(b"<html><body>"), sniff(b'{"text": "Talks."}\\n')
    ('.pdf', '.html', '.jsonl')
    >>> sniff(b"Ministers met."), sniff(bytes(range(32)))
    ('.txt', None)
    """
    for magic, suffix in _MAGIC:
        if start.startswith(magic):
            return suffix
    if start.startswith(b"PK\x03\x04"):
        return ".docx" if b"word/" in start or b"[Content_Types].xml" in start else None
    text = _text(start)
    if text is None:
        return None
    if _HTML.match(text):
        return ".html"
    bare = text.lstrip("\ufeff \t\r\n")
    if re.match(r'\{\s*"', bare):
        return ".jsonl" if re.match(r'\{\s*"', bare.split("\n", 1)[0]) else ".json"
    return ".json" if re.match(r'\[\s*\{\s*"', bare) else ".txt"


def _text(start: bytes) -> str | None:
    encoding = detect(start)
    if encoding is None or start.startswith(b"PK"):
        return None
    text = start.decode(encoding, "replace")
    return None if is_binary(text) else text
