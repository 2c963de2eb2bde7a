"""Characters that were damaged on the way: wrong encodings, entities, invisible marks.

What is mended here stands for nothing else in a text: UTF-8 that was read as Windows-1252 (ftfy
knows it), entities of HTML outside HTML, soft hyphens and characters without width, ligatures.
"""

from __future__ import annotations

import html
import re

_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200c\u200d\u2060\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_CUT = re.compile("(?<=[^\\W\\d_])\u00ad[ \t]*\n[ \t]*(?=[^\\W\\d_])")
_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_BREAKS = re.compile("\r\n?|[\x85\u2028\u2029\x0b]")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z][a-zA-Z0-9]{1,20});")
_SUSPECT = re.compile(
    "[\u00c2\u00c3\u00c5\u00d0\u00d1\u00e2\u00e3\u00ef\u00f0][\u0080-\u00bf\u0152-\u2122]"
)
_LOST_QUOTE = re.compile("â€\x9d?(?=[\\s,.;:!?)]|$)", re.MULTILINE)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_JOINED = re.compile("[\u0600-\u08ff\u0900-\u0dff\U0001f000-\U0001faff]")
"""Scripts and pictures in which a joiner without width has a meaning."""


def repair(text: str) -> str:
    r"""A text without what was done to its characters on the way.

    >>> repair("JosÃ© met Jan Ko\u00adwalski of Marsh &amp; Alder at the oﬃce.")
    'José met Jan Kowalski of Marsh & Alder at the office.'
    """
    text = _BREAKS.sub("\n", text)
    if "&" in text:
        text = entities(text)
    if _SUSPECT.search(text):
        text = _mojibake(text)
    text = _CUT.sub("", text)
    if not _JOINED.search(text):
        text = _INVISIBLE.sub("", text)
    text = _LIGATURES.sub(lambda match: _LETTERS[match.group()], text)
    return _CONTROLS.sub("", _BLANKS.sub(" ", text))


_LETTERS = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


def entities(text: str) -> str:
    """Entities decoded, also those that were encoded twice.

    >>> entities("Marsh &amp;amp; Alder, Vera&nbsp;Lund&#39;s, AT&T;")
    "Marsh & Alder, Vera\\xa0Lund's, AT&T;"
    """
    for _ in range(2):
        decoded = _ENTITY.sub(lambda match: html.unescape(match.group()), text)
        if decoded == text:
            break
        text = decoded
    return text


def _mojibake(text: str) -> str:
    """UTF-8 that somebody read in another encoding, line by line; quotes stay as they are.

    >>> _mojibake("CÃ´te dâ€™Ivoire")
    'Côte d’Ivoire'
    """
    import ftfy

    config = ftfy.TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )
    lines = (
        ftfy.fix_text(line, config) if _SUSPECT.search(line) else line
        for line in _LOST_QUOTE.sub("”", text).split("\n")
    )
    return "\n".join(lines)


_TAG = re.compile(
    r"</?(?:a|abbr|article|b|blockquote|br|center|cite|code|dd|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr"
    r"|i|img|li|ol|p|pre|q|s|section|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_BLOCK = re.compile(
    r"(?:p|br|div|li|h[1-6]|tr|blockquote|dd|dt|hr|section|article|table|ul|ol)\b", re.I
)
_HIDDEN = re.compile(
    r"<(script|style)\b[^<>]{0,2000}>.{0,100000}?</\1\s*>|<!--.{0,100000}?-->", re.I | re.S
)


def repair_field(text: str) -> str:
    r"""The text of a field of a table: mended, and without markup where there is some.

    Other people's offsets may refer to it, so that it is left alone where nothing is wrong.

    >>> repair_field("Marsh &amp; Alder sued.<br/><p>Vera <b>Lund</b> left.</p>")
    'Marsh & Alder sued.\n\nVera Lund left.'
    """
    if _TAG.search(text):
        text = _HIDDEN.sub(" ", text)
        text = _TAG.sub(lambda tag: "\n" if _BLOCK.match(tag.group().strip("</")) else "", text)
        text = re.sub(r"\n{3,}", "\n\n", text).strip()
    return repair(text) if _DAMAGED.search(text) else text


_DAMAGED = re.compile(
    f"{_SUSPECT.pattern}|{_ENTITY.pattern}|[\u00ad\u200b-\u200d\u2060\ufeff\ufb00-\ufb06]"
)
