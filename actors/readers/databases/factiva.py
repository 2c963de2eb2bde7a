"""Factiva, as text (RTF, DOCX, TXT) or as a page, in its plain and its indexed layout.

Plain: headline, by-line, ``115 words``, date, source, code, language, copyright, paragraphs,
and a last line ``Document SMPL000...``. Indexed: rows of a two-letter code and its content,
``HD`` the headline, ``PD`` the date, ``SN`` the source, ``LP`` and ``TD`` the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from actors.readers.databases.article import Article, clean, day_in
from actors.readers.trees import Element, blocks, children, first, said, text

SEPARATOR = re.compile(r"^[ \t]*(?:Document|Dokument|Documento) (?=\w*\d)[A-Z]\w{7,}[ \t]*$", re.M)
SIGNS = (
    re.compile(r"^[ \t]*\d[\d,.]* (?:words|Wörter|mots|palabras|parole)[ \t]*$", re.MULTILINE),
    re.compile(r"^[ \t]*(?:\(c\)|©|Copyright) ?\d{4}", re.MULTILINE | re.IGNORECASE),
    re.compile(r"^[ \t]*(?:English|German|French|Spanish|Russian|Englisch|Anglais)[ \t]*$", re.M),
    re.compile(r"^[ \t]*\d{1,2} [^\W\d_]{3,12} \d{4}[ \t]*$", re.MULTILINE),
)
INDEXED = re.compile(r"^[ \t]*HD(?:[ \t]{2,}|\t|[ \t]*$)", re.MULTILINE)
INDEX_SIGNS = tuple(
    re.compile(rf"^[ \t]*{code}(?:[ \t]{{2,}}|\t|[ \t]*$)", re.MULTILINE)
    for code in ("PD", "SN", "LP", "TD", "WC", "AN")
)
_WORDS = re.compile(r"\d[\d,.]* (?:words|Wörter|mots|palabras|parole)")
_RIGHTS = re.compile(r"(?:\(c\)|©|Copyright\b|All Rights Reserved)", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?: \w+)?")
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}")
_LANGUAGE = re.compile(r"(?:English|German|French|Spanish|Russian|Englisch|Anglais)", re.I)
_CODES = (
    *("SE", "HD", "CR", "BY", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP"),
    *("TD", "CT", "RF", "CO", "IN", "NS", "RE", "IPD", "IPC", "PUB", "AN", "ART", "CLM", "CX"),
)
_FIELD = re.compile(rf"[ \t]*({'|'.join(_CODES)})(?:\t[ \t]*|[ \t]{{2,}}|[ \t]*$)(.*)")
_BYLINE = re.compile(r"by\b", re.IGNORECASE)
_SHORT = 6
_JOINS = ("and", "in", "de", "van", "von", "al", "bin")


def split(text: str) -> Iterator[Article]:
    """The articles of an export in the plain layout."""
    start = 0
    for match in SEPARATOR.finditer(text):
        lines = [line.strip() for line in text[start : match.start()].split("\n") if line.strip()]
        start = match.end()
        if lines:
            yield _plain(lines, match.group().strip())


def _plain(lines: Sequence[str], last: str) -> Article:
    words = next((i for i, line in enumerate(lines) if _WORDS.fullmatch(line)), 0)
    dated = next((i for i in range(words, len(lines)) if day_in(lines[i])), words)
    named = dated + 1
    while named < len(lines) and _TIME.fullmatch(lines[named]):
        named += 1
    first = _first_of_body(lines, named)
    return Article(
        body="\n\n".join(lines[first:]),
        title=_headline(lines[:words]),
        source=clean(lines[named]) if named < len(lines) else None,
        published=day_in(lines[dated]),
        head="\n".join(lines[:first]),
        tail=last,
    )


def _first_of_body(lines: Sequence[str], named: int) -> int:
    """After the copyright, or else after the code and the language."""
    near = range(named + 1, min(named + 7, len(lines)))
    rights = [i for i in near if _RIGHTS.match(lines[i])]
    if rights:
        return rights[-1] + 1
    first = named + 1
    while first < len(lines) and (
        _CODE.fullmatch(lines[first])
        or _LANGUAGE.fullmatch(lines[first])
        or lines[first].isdecimal()
    ):
        first += 1
    return first


def _headline(lines: Sequence[str]) -> str | None:
    """The headline among a section, a headline and a by-line, of which any may be missing."""
    rest = list(lines[-3:])
    if len(rest) > 1 and _is_byline(rest[-1], rest[-2]):
        rest.pop()
    return clean(rest[-1]) if rest else None


def _is_byline(line: str, before: str) -> bool:
    """Names, each word of them with a capital, under a longer line."""
    words = line.split()
    names = all(word[0].isupper() or word in _JOINS for word in words)
    short = len(words) <= _SHORT and len(words) < len(before.split())
    return bool(_BYLINE.match(line)) or (names and short)


def split_indexed(text: str) -> Iterator[Article]:
    """The articles of an export in the indexed layout."""
    for fields in _records(text):
        yield _from_fields(fields)


def _records(text: str) -> Iterator[dict[str, str]]:
    record: dict[str, list[str]] = {}
    code = ""
    for line in text.split("\n"):
        match = _FIELD.fullmatch(line)
        if match:
            code = match.group(1)
            if code in record and code in ("SE", "HD"):
                yield {key: "\n\n".join(lines) for key, lines in record.items()}
                record = {}
            line = match.group(2)
        if code and line.strip() and not SEPARATOR.fullmatch(line):
            record.setdefault(code, []).append(line.strip())
    if "HD" in record:
        yield {key: "\n\n".join(lines) for key, lines in record.items()}


def _from_fields(fields: Mapping[str, str]) -> Article:
    """An article of the indexed layout.

    >>> fields = {"HD": "Talks", "PD": "5 July 2021", "SN": "Sample Wire", "LP": "A."}
    >>> article = _from_fields(fields)
    >>> article.title, article.source, article.body
    ('Talks', 'Sample Wire', 'A.')
    """
    body = "\n\n".join(fields[code] for code in ("LP", "TD") if fields.get(code))
    head = [f"{code}  {value}" for code, value in fields.items() if code not in ("LP", "TD")]
    return Article(
        body=body,
        title=clean(fields.get("HD", "").replace("\n", " ")),
        source=clean(fields.get("SN")),
        published=day_in(fields.get("PD", "")),
        head="\n".join(head),
    )


def in_page(page: Element) -> Iterator[Article]:
    """The articles of a page that Factiva saved (an lxml tree), in either layout."""
    for element in page.xpath("//div[contains(concat(' ', @class, ' '), ' article ')]"):
        rows = element.xpath(".//tr[count(td) = 2]")
        fields = {_text(row[0]).upper(): _cell(row[1]) for row in rows}
        yield _from_fields(fields) if "HD" in fields else _of_page(element)


def _of_page(element: Element) -> Article:
    texts = element.xpath(".//p[contains(@class, 'articleParagraph')]")
    divs = element.xpath(".//div[not(.//div) and not(.//p)] | .//span[@class and not(ancestor::p)]")
    lines = list(dict.fromkeys(_text(div) for div in divs if _text(div)))
    headline = element.xpath(".//span[contains(@class, 'eadline')] | .//div[@id='hd']")
    title = clean(_text(headline[0])) if headline else None
    article = _plain([*lines, ""], "")
    return Article(
        body="\n\n".join(_text(text) for text in texts),
        title=title or article.title,
        source=article.source,
        published=article.published,
        head="\n".join(lines),
    )


def in_xml(root: Element) -> Iterator[Article]:
    """The articles of Factiva's XML."""
    for lead in children(root, "leadParagraph"):
        element = lead.getparent()
        later = first(element, "tailParagraphs")
        parts = (lead,) if later is None else (lead, later)
        yield Article(
            body="\n\n".join(
                line for part in parts for line in (*blocks(part, ("paragraph",)),) or (text(part),)
            ),
            title=said(element, "headline"),
            source=said(element, "sourceName"),
            published=day_in(said(element, "publicationDate") or ""),
            head="\n".join(filter(None, (said(element, "headline"), said(element, "byline")))),
        )


def _cell(cell: Element) -> str:
    texts = [_text(part) for part in cell.xpath(".//p")] or [_text(cell)]
    return "\n\n".join(text for text in texts if text)


def _text(element: Element) -> str:
    return " ".join(" ".join(element.itertext()).split())
