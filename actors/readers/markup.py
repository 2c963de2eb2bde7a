"""Is a page safe to parse? Extraction takes time that grows faster than some pages do."""

from __future__ import annotations

import re

from actors.errors import ReadError
from actors.readers.files import MEGABYTE, check_length

LONGEST_PAGE = 10 * MEGABYTE
MOST_TAGS = 100_000
DEEPEST = 200
MOST_INLINE = 5_000
"""Tags inside one paragraph: their number counts squared."""

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)[^<>]*?(/?)>")
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "li", "link", "meta", "p"}
    | {"source", "track", "wbr"}
)
_BLOCK = frozenset(
    {"article", "blockquote", "body", "dd", "div", "dl", "dt", "figure", "footer", "form"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "li", "main", "nav"}
    | {"ol", "p", "section", "table", "tbody", "td", "th", "tr", "ul"}
)
_EMBEDDED = re.compile(r"data:[\w/+.-]{1,40};base64,[A-Za-z0-9+/=]+")


def prepare(page: str, name: str) -> str:
    """A page without the files embedded in it, if it is no larger than articles are.

    Raises:
        ReadError: more characters, tags, or depth than extraction manages in seconds.
    """
    page = _EMBEDDED.sub("data:,", page)
    check_length(name, len(page), LONGEST_PAGE)
    if _is_monstrous(page):
        reason = "more tags, or deeper, than any article has: save the text alone and read that"
        raise ReadError(name, reason)
    return page


def _is_monstrous(page: str) -> bool:
    depth = inline = 0
    for count, tag in enumerate(_TAG.finditer(page)):
        closing, word, empty = tag.groups()
        word = word.lower()
        inline = 0 if word in _BLOCK else inline + 1
        if not empty and word not in _VOID:
            depth = max(0, depth - 1) if closing else depth + 1
        if depth > DEEPEST or inline > MOST_INLINE or count > MOST_TAGS:
            return True
    return False
