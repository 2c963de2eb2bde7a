"""LexisNexis, plain text: articles between lines such as ``12 of 300 DOCUMENTS``.

Each has the newspaper and the date, centred; a headline; lines such as ``BYLINE: ...``;
the text, wrapped at 78 columns; lines such as ``LOAD-DATE: ...``; and a copyright.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from actors.readers.databases.article import RIGHTS, Article, blocks, clean, day_in, paragraphs

SEPARATOR = re.compile(
    r"^[ \t]*(?:\d+ (?:of|von|de|van|di|из) \d+ (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?)"
    r"|(?:Document|Dokument|Documento|Документ) \d+ (?:of|von|de|van|di|из) \d+)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
SIGNS = (
    re.compile(r"^LENGTH: |^LÄNGE: |^LONGUEUR: |^LENGTE: |^LONGITUD: ", re.MULTILINE),
    re.compile(r"^(?:BYLINE|SECTION|HEADLINE|DATELINE|AUTOR|RUBRIK|RUBRIQUE|AUTEUR): ", re.M),
    re.compile(r"^(?:LOAD-DATE|UPDATE|DATE-CHARGEMENT|LANGUAGE|SPRACHE|LANGUE): ", re.MULTILINE),
    re.compile(r"^(?:PUBLICATION-TYPE|JOURNAL-CODE|ZEITUNGS-CODE|TYPE-PUBLICATION): ", re.M),
    re.compile(r"^[ \t]*Copyright \d{4} ", re.MULTILINE),
    re.compile(r"^(?:Download Request|Terms|Send To): ?", re.MULTILINE),
)
_HEAD = re.compile(
    r"(?:BYLINE|SECTION|LENGTH|DATELINE|HIGHLIGHT|HEADLINE|BODY|SERIES|SOURCE|EDITION|PAGE|AUTHOR"
    r"|AUTOR|RUBRIK|LÄNGE|ÜBERSCHRIFT|QUELLE|AUTEUR|RUBRIQUE|LONGUEUR|TITRE|ORIGINE|SECTIE|LENGTE"
    r"|ENCART|PREGUNTA|LONGITUD|SECCIÓN):(?:\s|$)"
)
_TAIL = re.compile(
    r"(?:LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|JOURNAL-CODE|DOCUMENT-TYPE|SUBJECT|GEOGRAPHIC|COUNTRY"
    r"|CITY|STATE|COMPANY|ORGANI[SZ]ATION|PERSON|TICKER|INDUSTRY|GRAPHIC|CORRECTION-DATE|NOTES?"
    r"|ACC-NO|PUB-TYPE|CORRECTION|UPDATE|SPRACHE|ZEITUNGS-CODE|GRAFIK|DATE-CHARGEMENT|LANGUE"
    r"|TYPE-PUBLICATION|TYPE|IDIOMA):\s|Copyright(?: \(c\)| ©)? \d{4}|©\s?\d{4}"
)
_TITLE = re.compile(r"(?:HEADLINE|ÜBERSCHRIFT|TITRE):\s*")
_BODY = re.compile(r"BODY:\s*")
_DATE_WITHIN = 5


def split(text: str) -> Iterator[Article]:
    """The articles of an export; what stands before the first is its cover."""
    for chunk in SEPARATOR.split(text)[1:]:
        yield _article([*blocks(chunk.split("\n"))])


def _article(parts: Sequence[list[str]]) -> Article:
    dated = _dated(parts)
    first = _first_of_body(parts, dated + 1)
    last = next((i for i in range(first, len(parts)) if _TAIL.match(parts[i][0].strip())), None)
    head = parts[:first]
    return Article(
        body=_text(parts[first:last]),
        title=_title(head, dated),
        source=_source(head[: dated + 1]),
        published=next((day for part in head for line in part if (day := day_in(line))), None),
        head=_lines(head),
        tail=_lines(parts[last:]) if last is not None else "",
    )


def _dated(parts: Sequence[list[str]]) -> int:
    """The block that holds the date, or the first one, where none of the first does."""
    early = range(min(_DATE_WITHIN, len(parts)))
    return next((i for i in early if any(map(day_in, parts[i]))), 0)


def _first_of_body(parts: Sequence[list[str]], first: int) -> int:
    """The block that the text begins with: after the last labelled line, or the headline."""
    labelled = [i for i in range(first, len(parts)) if _HEAD.match(parts[i][0].strip())]
    tail = next((i for i in range(first, len(parts)) if _TAIL.match(parts[i][0].strip())), None)
    run = [i for i in labelled if tail is None or i < tail]
    body = next((i for i in run if _BODY.match(parts[i][0].strip())), None)
    if body is not None:
        return body if _after_label(parts[body]) else body + 1
    end = first
    for i in run:
        if i > end + 3:
            break
        end = i
    return min(end + 1, len(parts))


def _after_label(part: list[str]) -> bool:
    return len(part) > 1 or bool(_BODY.sub("", part[0].strip(), count=1))


def _text(parts: Sequence[list[str]]) -> str:
    if parts and (label := _BODY.match(parts[0][0].strip())):
        first = [parts[0][0].strip()[label.end() :], *parts[0][1:]]
        parts = [[line for line in first if line], *parts[1:]]
    return paragraphs(line for part in parts for line in (*part, ""))


def _title(head: Sequence[list[str]], dated: int) -> str | None:
    for part in head:
        if label := _TITLE.match(part[0].strip()):
            return clean(" ".join([part[0].strip()[label.end() :], *part[1:]]))
    after = [part for part in head[dated + 1 :] if not _HEAD.match(part[0].strip())]
    after = [part for part in after if not RIGHTS.match(part[0])]
    return clean(" ".join(after[0])) if after else None


def _source(head: Sequence[list[str]]) -> str | None:
    lines = (line for part in head for line in part)
    return next((clean(line) for line in lines if not RIGHTS.match(line)), None)


def _lines(parts: Sequence[list[str]]) -> str:
    return "\n\n".join("\n".join(line.strip() for line in part) for part in parts)
