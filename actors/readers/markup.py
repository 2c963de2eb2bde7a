"""Is a page safe to parse? Extraction takes time that grows faster than some pages do.

Only what is content counts: scripts, styles, drawings and embedded files go first, and so do the
attributes of a tag that is longer than any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from actors.errors import ReadError
from actors.readers.files import MEGABYTE, check_length

LONGEST_PAGE = 10 * MEGABYTE
MOST_TAGS = 100_000
DEEPEST = 200
MOST_INLINE = 5_000
"""Tags inside one paragraph: their number counts squared."""
LONGEST_TAG = 10_000
"""Characters of a tag above which its attributes are no more read."""

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
_LONG = re.compile(rf"<(/?[A-Za-z][A-Za-z0-9]*)[^<>]{{{LONGEST_TAG},}}(?:>|(?=<)|\Z)")
_NO_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
    r"|&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01])|[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]))(?![0-9a-fA-F]);?"
)
"""Characters that XML knows none of, as they are or by number: parsers refuse a page with one."""
_HIDDEN = re.compile(
    r"<(?P<close>/?)(?P<tag>script|style|svg|template|math|select|datalist)\b(?P<about>[^>]{0,2000})>"
    r"|(?P<begin><!--)|(?P<end>-->)",
    re.IGNORECASE,
)


def prepare(page: str, name: str) -> str:
    """A page without scripts, drawings and embedded files, if it is no larger than articles are.

    What a page says of itself in JSON-LD is kept.

    Raises:
        ReadError: more characters, tags, or depth than extraction manages in seconds.
    """
    page = _NO_TEXT.sub(" ", page)
    page = _EMBEDDED.sub("data:,", page)
    page = _LONG.sub(r"<\1>", page)
    page = "".join(_shown(page))
    check_length(name, len(page), LONGEST_PAGE)
    if _is_monstrous(page):
        reason = "more tags, or deeper, than any article has: save the text alone and read that"
        raise ReadError(name, reason)
    return page


def _shown(page: str) -> Iterator[str]:
    """The parts of a page that lie outside scripts, styles, drawings and comments.

    What is opened and never closed hides nothing but its own tag.
    """
    position = 0
    opened: re.Match[str] | None = None
    for match in _HIDDEN.finditer(page):
        if opened is None:
            if match["begin"] or (match["tag"] and not match["close"] and not _is_kept(match)):
                opened = match
        elif _closes(opened, match):
            yield page[position : opened.start()]
            position, opened = match.end(), None
    yield page[position:]


def _is_kept(match: re.Match[str]) -> bool:
    """JSON-LD, which holds the date and title, and a tag that closes itself."""
    return "ld+json" in match["about"].lower() or match["about"].rstrip().endswith("/")


def _closes(opened: re.Match[str], match: re.Match[str]) -> bool:
    if opened["begin"]:
        return bool(match["end"])
    return bool(match["close"]) and match["tag"].lower() == opened["tag"].lower()


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
