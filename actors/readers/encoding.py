"""From bytes to text: byte order marks, UTF-16 without one, and older encodings."""

from __future__ import annotations

import codecs
import re

from actors.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 1 << 16
_FEW = 0.03


def decode(data: bytes, name: str = "input") -> str:
    """The text of some bytes, in whatever encoding they are; line ends as they are.

    Raises:
        ReadError: the bytes are no text.

    >>> decode("Душанбе и Москва обсудили границу".encode("cp1251"))
    'Душанбе и Москва обсудили границу'
    """
    encoding = detect(data)
    try:
        text = data.decode(encoding or "utf-8", "strict" if encoding is None else "replace")
    except UnicodeDecodeError as error:
        raise ReadError(name, _BINARY) from error
    if is_binary(text):
        raise ReadError(name, _BINARY)
    return text


_BINARY = "not text but binary data: convert it to a format that `actors formats` lists"


def detect(data: bytes) -> str | None:
    """The name of the encoding, or None where nothing fits."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    return _wide(data) or _utf8(data) or _legacy(data)


def is_binary(text: str) -> bool:
    """Whether decoded characters are no text: zeros, or many control characters.

    >>> is_binary("PK\\x03\\x04\\x14\\x00"), is_binary("Minutes of the meeting")
    (True, False)
    """
    sample = text[:_SAMPLE]
    return "\x00" in sample or len(_CONTROLS.findall(sample)) > len(sample) / 100


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of plain letters and spaces is zero."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 2:
        return None
    if sample[1::2].count(0) > half * 0.4 and sample[0::2].count(0) < half * 0.05:
        return "utf-16-le"
    if sample[0::2].count(0) > half * 0.4 and sample[1::2].count(0) < half * 0.05:
        return "utf-16-be"
    return None


def _utf8(data: bytes) -> str | None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _legacy(data: bytes) -> str | None:
    """One byte a character, mostly. Quotes and accents among ASCII are Windows-1252.

    Detection by statistics needs more than a few letters to go by, so it is kept for
    texts that are mostly written in something else than ASCII.
    """
    high = sum(byte > 127 for byte in data[:_SAMPLE])
    if high <= _FEW * len(data[:_SAMPLE]) and b"\x00" not in data:
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best else None
