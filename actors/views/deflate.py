"""Long texts made small for the page."""

from __future__ import annotations

import base64
import zlib

__all__ = ["deflated"]


def deflated(text: str) -> str:
    """A text in a third to a half of its room, as letters that mean nothing in markup.

    Documents are most of a page; `data.js` unpacks them after the first picture. Raw DEFLATE
    (RFC 1951) in Base64 is what browsers unpack by themselves.

    >>> packed = base64.b64decode(deflated("Tajikistan " * 99))
    >>> zlib.decompress(packed, wbits=-zlib.MAX_WBITS) == b"Tajikistan " * 99, len(packed) < 50
    (True, True)
    """
    packing = zlib.compressobj(level=9, wbits=-zlib.MAX_WBITS)
    packed = packing.compress(text.encode()) + packing.flush()
    return base64.b64encode(packed).decode("ascii")
