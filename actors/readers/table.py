"""A row a document: which columns hold what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from itertools import islice

from actors.errors import ReadError, SettingsError
from actors.readers.dates import Order, column_date, is_doubtful, order_of, parse_date
from actors.readers.fragment import readable
from actors.readers.origins import GUESSED
from actors.readers.repair import repair_field
from actors.types import Document, Skipped

USUAL: Mapping[str, tuple[str, ...]] = {
    "text": (
        *("text", "body", "content", "article", "full_text", "fulltext", "article_text"),
        *("article_body", "articlebody", "maintext", "main_text", "body_text", "raw_text"),
        *("story", "document", "transcript", "message", "bodytext", "story_text", "content_text"),
        *("content_html", "texte", "texto", "testo", "tekst", "inhalt", "contenu", "текст"),
        *("abstract", "abstract_note", "abstractnote", "summary", "description", "notes"),
        *("lead_paragraph", "excerpt", "snippet"),
    ),
    "title": (
        *("title", "headline", "heading", "subject", "webtitle", "article_title", "titel"),
        *("überschrift", "titre", "título", "titulo", "titolo", "kop", "заголовок"),
    ),
    "published": (
        *("published", "date", "published_at", "publishedat", "publication_date", "pub_date"),
        *("pubdate", "publish_date", "date_published", "datetime", "timestamp", "created_at"),
        *("webpublicationdate", "published_date", "publisheddate", "seendate", "event_date"),
        *("issued", "datum", "fecha", "data", "дата"),
    ),
    "source": (
        *("source", "outlet", "publisher", "publication", "site", "site_name", "sitename"),
        *("source_name", "newspaper", "media", "media_name", "publication_title"),
        *("publicationtitle", "container_title", "journal", "quelle", "zeitung", "journal_title"),
        *("fuente", "fonte", "bron", "источник", "clean_url", "domain"),
    ),
    "url": ("url", "link", "href", "permalink", "web_url", "weburl", "source_url", "external_url"),
    "name": ("id", "name", "doc_id", "docid", "document_id", "article_id", "uid", "guid"),
    "language": ("language", "lang"),
}
"""What a document needs, and the usual names of columns for it, best first."""

Columns = Mapping[str, str]

EVENTS = (
    "a table of coded events (GDELT, ICEWS) without text: read the articles that it was made "
    "from, such as those at its SOURCEURL, or name a column of text with --column text=NAME"
)
"""What is said of a table of events."""

_EVENTS = {"globaleventid", "sqldate", "eventbasecode", "cameo_code", "goldsteinscale"}
_ANNOTATION = {"mentions", "annotations", "attributions", "spans", "entities", "label", "labels"}
_NAMES = ("name", "title", "main", "default", "text", "uri")
_SERVICES = {"webpublicationdate": "The Guardian"}
_CUT_OFF = re.compile(r"(?:…|\.\.\.)?\s*\[\+\d+ chars\]\s*$")
"""What a news service writes where it cuts an article off."""


_PARTS = {"id": "name", "date": "published"}
"""Other names of the parts of a document, as they may be given by hand."""


def check_columns(columns: Columns | None) -> dict[str, str]:
    """Column names given by hand: ``{"text": "body"}``, with ``id`` and ``date`` too.

    Raises:
        SettingsError: a document has no such part.

    >>> check_columns({"text": "corps", "id": "numéro", "date": "jour"})
    {'text': 'corps', 'name': 'numéro', 'published': 'jour'}
    """
    given = {_PARTS.get(key, key): column for key, column in (columns or {}).items()}
    unknown = sorted(set(given) - set(USUAL))
    if unknown:
        known = ", ".join(USUAL)
        raise SettingsError(f"no part of a document is called {unknown[0]!r}; there are: {known}")
    return given


def find_columns(found: Iterable[str], columns: Columns | None = None) -> dict[str, str]:
    """Which of the columns found holds which part of a document; ``columns`` goes first.

    >>> find_columns(["ID", "Headline", "Body", "views"])
    {'text': 'Body', 'title': 'Headline', 'name': 'ID'}
    """
    names: dict[str, str] = {}
    for name in found:
        names.setdefault(_plain(name), name)
    given = check_columns(columns)
    chosen: dict[str, str] = {}
    for part, usual in USUAL.items():
        wanted = (given[part],) if part in given else usual
        here = next((names[_plain(name)] for name in wanted if _plain(name) in names), None)
        if here is not None:
            chosen[part] = here
    return chosen


def require_text(file: str, found: Iterable[str], columns: Columns | None) -> dict[str, str]:
    """The columns of a whole table.

    Raises:
        ReadError: none of them holds the text.
    """
    found = list(found)
    chosen = find_columns(found, columns)
    if "text" not in chosen:
        raise ReadError(file, no_text(found, "column"))
    return chosen


def no_text(found: Iterable[str], what: str) -> str:
    """Why a table is not read, in words that say what to do.

    >>> no_text(["url", "title"], "column")[:48]
    'no column holds the text (columns: url, title); '
    """
    names = [str(name) for name in found]
    there = ", ".join(names[:12]) or "none"
    if is_events(names):
        return EVENTS
    said = f"no {what} holds the text ({what}s: {there}); name it with --column text=NAME"
    title = find_columns(names).get("title")
    return f"{said}, or read headlines alone with --column text={title}" if title else said


def is_events(found: Iterable[str]) -> bool:
    """Whether columns are those of a table of coded events."""
    return not _EVENTS.isdisjoint(map(_plain, found))


def row_document(
    row: Mapping[str, object], chosen: Columns, number: int, order: Order | None = None
) -> Document | Skipped:
    """One row as a document; without an id its name is ``#number``.

    ``order`` is that of day and month in the column of dates.
    """
    values = {part: row.get(column) for part, column in chosen.items()}
    name = _string(values.get("name")) or f"#{number}"
    text = _text(row, chosen)
    if text is None:
        column = chosen.get("text", "text")
        return Skipped(f"#{number}", f"empty: no text in the column {column!r} of this row")
    published = _date(values.get("published"), order)
    return Document(
        name=name,
        text=text,
        title=_line(values.get("title")),
        source=_line(values.get("source")) or _service(row),
        url=_string(values.get("url")),
        published=published,
        published_from=_where(values.get("published"), chosen, order) if published else None,
        language=_string(values.get("language")),
        exact=True,
    )


_MOST_DATES = 50_000


def column_order(rows: Iterable[Mapping[str, object]], chosen: Columns) -> Order | None:
    """The order of day and month in the column of dates, where one of its rows gives it away.

    >>> column_order([{"date": "07/08/2021"}, {"date": "07/13/2021"}], {"published": "date"})
    'month first'
    """
    column = chosen.get("published")
    return order_of(row.get(column) for row in islice(rows, _MOST_DATES)) if column else None


def _where(value: object, chosen: Columns, order: Order | None) -> str:
    where = f"column {chosen['published']}"
    return GUESSED.format(where) if order is None and is_doubtful(value) else where


def _text(row: Mapping[str, object], chosen: Columns) -> str | None:
    """The first column of the usual ones that has text; markup and entities are taken out.

    Text that comes with annotation is kept exactly, so that its offsets hold.
    """
    named = {_plain(name): name for name in row}
    usual = [named[name] for name in USUAL["text"] if name in named]
    for column in dict.fromkeys((chosen.get("text", "text"), *usual)):
        text = row.get(column)
        if isinstance(text, str) and text.strip():
            annotated = _ANNOTATION & named.keys()
            return text if annotated else _CUT_OFF.sub("", repair_field(readable(text)))
    return None


def _service(row: Mapping[str, object]) -> str | None:
    """The newspaper whose own service names its columns so."""
    names = {_plain(name) for name in row}
    return next((source for name, source in _SERVICES.items() if name in names), None)


def _date(value: object, order: Order | None) -> date | None:
    """A day, also as bibliographies have it: ``{"date-parts": [[2021, 7, 5]]}``."""
    if isinstance(value, Mapping):
        parts = value.get("date-parts")
        first = parts[0] if isinstance(parts, list) and parts else None
        if isinstance(first, list) and len(first) == 3:
            return parse_date("-".join(str(part) for part in first))
        value = value.get("raw") or value.get("literal") or value.get("$date")
    return column_date(value, order)


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return "_".join(str(name).strip().lower().replace("-", " ").replace("_", " ").split())


def _string(value: object) -> str | None:
    """Names and titles; news services nest them: ``{"source": {"name": "..."}}``."""
    if isinstance(value, list):
        value = value[0] if len(value) == 1 else None
    if isinstance(value, Mapping):
        value = next((value[key] for key in _NAMES if isinstance(value.get(key), str)), None)
    if value is None or isinstance(value, float | bool | list | Mapping):
        return None
    return " ".join(str(value).split()) or None


def _line(value: object) -> str | None:
    """A title or a newspaper, without markup."""
    line = _string(value)
    return " ".join(readable(line).split()) or None if line else None
