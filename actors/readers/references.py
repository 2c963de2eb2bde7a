"""What a text lists at its end, or adds to a message: references, links, handles, letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

Range = tuple[int, int]

_HEADING = re.compile(
    r"^[ \t]*(?:#{1,6}[ \t]*)?(?:\*\*)?(?:\d{1,2}\.?[ \t]+)?(?:References|REFERENCES"
    r"|Bibliography|BIBLIOGRAPHY|Works [Cc]ited|Literature [Cc]ited|Further [Rr]eading"
    r"|End ?[Nn]otes|ENDNOTES|Foot ?[Nn]otes|FOOTNOTES"
    r"|External [Ll]inks|Sources [Cc]ited)(?:\*\*)?:?[ \t]*$",
    re.MULTILINE,
)
_NEXT_HEADING = re.compile(
    r"^[ \t]*(?:#{1,6}[ \t]+\S|(?:Appendix|APPENDIX|Annex|ANNEX|Acknowledge?ments)\b)"
    r".{0,80}$",
    re.MULTILINE,
)
_ENTRY = re.compile(
    r"\((?:19|20)\d\d[a-z]?\)|\b(?:19|20)\d\d[a-z]?[.,;)]|\b(?:19|20)\d\d\s*$"
    r"|^\s*(?:\[\d{1,3}\]|\^|↑)|\bpp?\.\s?\d|\bdoi\b"
    r"|https?://|\bet al\b|\bvol\.|\bIbid\b|\bed(?:s|\.)|\b[A-Z]\.,? (?:&|and)\b"
    r"|\bRetrieved\b|\bISBN\b",
    re.IGNORECASE | re.MULTILINE,
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_MOST_OTHER = 0.4
_NOTE = re.compile(
    r"^[ \t]*(?:\[\d{1,3}\]:?|\d{1,3}|[¹²³⁰⁴-⁹]+)[ \t]+"
    r"(?:See\b|Ibid|Cf\.|Interview with|Id\.|Op\. cit|[^\n]*?"
    r"(?:\bpp?\. ?\d|https?://|\bdoi:|\((?:19|20)\d\d\)))[^\n]*$",
    re.MULTILINE,
)
_RETWEET = re.compile(r"^[ \t]*(?:RT|MT)[ \t]+@\w{1,30}:?[ \t]*", re.MULTILINE)
_REPLY = re.compile(r"^[ \t]*\.?(?:@\w{1,30}[ \t]+)+(?=[A-Z])", re.MULTILINE)
_TAGS = re.compile(r"(?:[ \t]{1,4}#\w{1,60}){1,12}[ \t]*(?=$|[ \t]+(?:https?://|#))", re.MULTILINE)
_HASH = re.compile(r"(?<=\s)#(?=[^\W\d_])|^#(?=[^\W\d_])", re.MULTILINE)
_LINK = re.compile(r"https?://\S+")
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+[^\n]*$", re.MULTILINE)
_EARLIER = re.compile(
    r"^[ \t]*-{2,}[ \t]*(?:Original Message|Forwarded message|Original-Nachricht"
    r"|Message d'origine)[ \t]*-{2,}"
    r"(?s:.*)\Z|^On [^\n]{5,120}\bwrote:[ \t]*$(?=\s*^[ \t]*>)",
    re.MULTILINE,
)
_DISCLAIMER = re.compile(
    r"^[^\n]*\b(?:intended (?:solely|only) for the (?:addressee|use|person|individual|recipient)"
    r"|(?:e-?mail|message|communication)[^\n]{0,60}\bconfidential"
    r"|received this (?:e-?mail|message)[^\n]{0,20} in error)"
    r"[^\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_PHONE = re.compile(
    r"^[^\n]{0,40}?(?:\b(?:[TMFP]|Tel|Phone|Mobile|Fax|Cell)[.:]+[ \t]*)?\+?\(?\d[\d ()./-]{7,20}\d"
    r"(?:[ \t]*\|[^\n]{0,60})?$",
    re.MULTILINE,
)


def references(text: str, start: int = 0) -> Iterator[Range]:
    """Lists of references under their heading, and notes that cite.

    >>> text = "It failed.\\n\\nReferences\\n\\nQuick, J.C. (1997), Preventive Stress, Washington."
    >>> [text[start:end][:10] for start, end in references(text)]
    ['References']
    """
    read = start
    for heading in _HEADING.finditer(text, start):
        if heading.start() < read:
            continue
        following = _NEXT_HEADING.search(text, heading.end())
        end = read = following.start() if following else len(text)
        lines = [match.group() for match in _LINE.finditer(text, heading.end(), end)]
        other = sum(not _ENTRY.search(line) and len(line) > 40 for line in lines)
        if lines and other <= _MOST_OTHER * len(lines):
            yield heading.start(), end
    yield from (match.span() for match in _NOTE.finditer(text, start))


def message_parts(text: str, start: int, letter: bool) -> Iterator[Range]:
    """What a message holds that is nobody's sentence: handles, tags, links, earlier letters.

    Args:
        letter: the text has the header of a letter, so that lines of ``>`` are quoted in it
    """
    for pattern in (_RETWEET, _REPLY, _LINK):
        yield from (match.span() for match in pattern.finditer(text, start))
    tags = [match.span() for match in _TAGS.finditer(text, start)]
    yield from tags
    if not re.search(r"^#{1,6} ", text, re.MULTILINE):
        yield from (match.span() for match in _HASH.finditer(text, start))
    if letter:
        for pattern in (_EARLIER, _QUOTED, _DISCLAIMER, _PHONE):
            yield from (match.span() for match in pattern.finditer(text, start))
