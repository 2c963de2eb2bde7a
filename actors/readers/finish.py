"""What is done to every document, whichever reader it comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date

from actors.languages.choice import DEFAULT_LANGUAGE, reading_language, refusal, script_language
from actors.readers.asides import cut_out
from actors.readers.boilerplate import worth_reading
from actors.readers.dateline import Dateline, find_dateline
from actors.readers.dates import Day, Order
from actors.readers.files import LONGEST, MEGABYTE
from actors.readers.header import Header, read_header
from actors.readers.language import language_of
from actors.readers.layout import tidy
from actors.readers.marks import marks
from actors.readers.opening import Opening, read_opening
from actors.readers.origins import GUESSED, dated
from actors.readers.references import message_parts, references
from actors.readers.rows import rows
from actors.readers.speech import labels
from actors.types import Document, Skipped

_UNSTORABLE = re.compile("[\ud800-\udfff\x00]")


def finish(
    document: Document, languages: Collection[str], order: Order | None = None
) -> Document | Skipped:
    """Mend the text, read the header, set boilerplate aside, and judge the language.

    What the reader knows (a title column, say) goes before what the header says. Where a
    reader fills ``body``, the text stays as it is and nothing outside it is read. ``order``
    is that of day and month in the corpus, where one of its dates gives it away.
    """
    document = replace(document, text=_clean(document.text), title=_clean_line(document.title))
    if not document.text.strip():
        return Skipped(document.name, "empty: there is no text in it")
    if len(document.text) > LONGEST:
        size = f"{LONGEST // MEGABYTE} million"
        return Skipped(document.name, f"too large: more than {size} characters, split it")
    if not document.body:
        text = document.text if document.exact else tidy(document.text)
        document = replace(document, text=text)
    header = read_header(document.text, order) if _begins(document) else Header()
    if not document.text[header.start :].strip():
        return Skipped(document.name, "empty: there is a header and no text after it")
    return _judge(_opened(document, header, order), languages)


def _begins(document: Document) -> bool:
    """Whether the body is the beginning of the text, which may have a header of its own."""
    return len(document.body) < 2 and all(start == 0 for start, _ in document.body)


def _opened(document: Document, header: Header, order: Order | None) -> Document:
    """A document with what its header, first lines and dateline say, and its body."""
    text = document.text
    start = document.body[0][0] if document.body else header.start
    opening = read_opening(text, start, order)
    dateline = find_dateline(text, start)
    body = document.body
    if _begins(document):
        end = body[0][1] if body else len(text)
        body = worth_reading(text[:end], header.start) or body
    within = text[: body[-1][1]] if body else text
    cuts = _asides(within, start, bool(header.people), opening, dateline)
    body = cut_out(text, body, cuts, header.people)
    document = replace(
        document,
        title=document.title or _clean_line(header.title or opening.title),
        source=document.source or header.source,
        url=document.url or header.url,
        language=document.language or header.language,
        written_in=document.written_in or (dateline.place if dateline else None),
        body=body,
    )
    return dated(document, _days(header, opening, dateline))


def _days(
    header: Header, opening: Opening, dateline: Dateline | None
) -> Iterator[tuple[str, Day | date | None]]:
    yield GUESSED.format("header") if header.doubtful else "header", header.published
    yield "first lines", opening.day
    yield "dateline", dateline.day if dateline else None


def _asides(
    text: str, start: int, letter: bool, opening: Opening, dateline: Dateline | None
) -> Iterator[tuple[int, int]]:
    """What is not read of the body: agencies, dates, labels, separators, references, marks."""
    if opening.aside:
        yield opening.aside
    if dateline:
        yield dateline.said, dateline.lead
    yield from message_parts(text, start, letter)
    yield from labels(text, start)
    yield from references(text, start)
    yield from rows(text, start)
    yield from marks(text)


def _judge(document: Document, languages: Collection[str]) -> Document | Skipped:
    body = document.body or ((0, len(document.text)),)
    read = "\n".join(document.text[start:end] for start, end in body)
    found = language_of(read) or script_language(read)
    code = found or reading_language(document, languages)
    reason = refusal(code, languages)
    if reason:
        return Skipped(document.name, reason)
    told = document.language if reading_language(document) == code else None
    return replace(document, language=told or found or (code if code != DEFAULT_LANGUAGE else None))


def _clean(text: str) -> str:
    """Halves of surrogate pairs and zeros cannot be stored; the length stays the same."""
    return _UNSTORABLE.sub("\ufffd", text)


def _clean_line(line: str | None) -> str | None:
    return _clean(" ".join(line.split())) if line else None


def unique_names() -> Callable[[str], str]:
    """A function that gives each name once: a second ``a.txt`` becomes ``a.txt~2``.

    >>> name = unique_names()
    >>> name("a.txt"), name("b.txt"), name("a.txt")
    ('a.txt', 'b.txt', 'a.txt~2')
    """
    given: dict[str, int] = {}

    def unique(name: str) -> str:
        wanted = name
        while wanted in given:
            given[name] += 1
            wanted = f"{name}~{given[name]}"
        given[wanted] = 1
        return wanted

    return unique
