"""ProQuest, plain text: records between lines of underscores.

Each has its title on the first line, then lines such as ``Author: ...`` and ``Full text: ...``;
the text goes on until the next label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from actors.readers.databases.article import Article, clean, day_in

SEPARATOR = re.compile(r"^[ \t]*_{40,}[ \t]*$", re.MULTILINE)
SIGNS = (
    re.compile(r"^Full text: ", re.MULTILINE | re.IGNORECASE),
    re.compile(r"^Publication title: ", re.MULTILINE),
    re.compile(r"^Publication (?:date|info): ", re.MULTILINE),
    re.compile(r"^ProQuest document ID: |^Document URL: .*proquest", re.MULTILINE),
    re.compile(r"^Database: ", re.MULTILINE),
)
_STRONG = (
    *("Business indexing term", "Company / organization", "Copyright", "Country of publication"),
    *("Database", "Document URL", "Document feature", "Document type", "Full text availability"),
    *("Identifier / keyword", "ISSN", "Language of publication", "Last updated", "Location"),
    *("People", "Place of publication", "ProQuest document ID", "Publication date"),
    *("Publication info", "Publication subject", "Publication title", "Publication year"),
    *("Publisher", "Source attribution", "Source type", "Subject", "Title"),
)
_WEAK = (
    *("Abstract", "Alternate title", "Author", "Author affiliation", "Author e-mail", "Column"),
    *("Classification", "Company", "Correspondence author", "Credit", "DOI", "Dateline", "Edition"),
    *("First page", "Full text", "Issue", "Language", "Last page", "Links", "Notes", "Pages"),
    *("Person", "Product name", "Section", "Source", "Start page", "Sub-title", "Subtitle"),
    *("Supplement", "Volume", "Year"),
)
"""Labels that prose has too: in a text they count only where another label follows them."""
_LABEL = re.compile(rf"({'|'.join(map(re.escape, _STRONG + _WEAK))}):(?:[ \t]+(.*)|[ \t]*)")
_PLACE = re.compile(r"Document \d+ of \d+")
_NO_TEXT = re.compile(r"(?:Full text )?(?:not available|unavailable)\b.{0,80}", re.IGNORECASE)
_LONGEST_TITLE = 400


def split(text: str) -> Iterator[Article]:
    """The articles of an export; parts without a publication are its cover or its end."""
    for chunk in SEPARATOR.split(text):
        article = _article([line.strip() for line in chunk.split("\n")])
        if article is not None:
            yield article


def _article(lines: list[str]) -> Article | None:
    first, fields = _fields(lines)
    if not any(label in fields for label in ("Publication title", "Publication info")):
        return None
    body = fields.get("Full text", "")
    if not body or _NO_TEXT.fullmatch(body):
        body = fields.get("Abstract", "")
    where = fields.get("Publication title") or fields.get("Publication info", "")
    when = fields.get("Publication date") or fields.get("Publication info", "")
    return Article(
        body=body,
        title=clean(fields.get("Title")) or first,
        source=clean(re.split(r"\s*[;\[]", where, maxsplit=1)[0]),
        published=day_in(when.rsplit("]", 1)[-1]),
        url=clean(fields.get("Document URL")),
        head="\n".join(
            [first or "", *(f"{key}: {text}" for key, text in fields.items() if text != body)]
        ).strip(),
    )


def _fields(lines: list[str]) -> tuple[str | None, dict[str, str]]:
    """The first line, and what each label says; a label given twice counts once."""
    fields: dict[str, list[str]] = {}
    first: str | None = None
    here: list[str] | None = None
    for i, line in enumerate(lines):
        match = _LABEL.fullmatch(line)
        if match and not (here is fields.get("Full text") and _is_prose(lines, i, match.group(1))):
            here = fields.setdefault(match.group(1), [])
            line = match.group(2) or ""
        if here is not None:
            here.append(line)
        elif line and first is None and not _PLACE.fullmatch(line):
            first = line[:_LONGEST_TITLE]
    return first, {label: _joined(text) for label, text in fields.items()}


def _is_prose(lines: list[str], i: int, label: str) -> bool:
    """Whether a line of a text only looks like a label: what follows it has none."""
    after = (line for line in lines[i + 1 :] if line)
    return label in _WEAK and not _LABEL.fullmatch(next(after, ""))


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip()
