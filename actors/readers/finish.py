"""What is done to every document, whichever reader it comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace

from actors.readers.boilerplate import worth_reading
from actors.readers.files import LONGEST, MEGABYTE
from actors.readers.header import Header, read_header
from actors.readers.language import language_of
from actors.types import Document, Skipped

_UNSTORABLE = re.compile("[\ud800-\udfff\x00]")


def finish(document: Document, languages: Collection[str]) -> Document | Skipped:
    """Read the header, set boilerplate aside, and judge the language.

    What the reader knows (a title column, say) goes before what the header says. A reader
    that fills ``body`` is taken at its word.
    """
    document = replace(document, text=_clean(document.text), title=_clean_line(document.title))
    if not document.text.strip():
        return Skipped(document.name, "empty: there is no text in it")
    if len(document.text) > LONGEST:
        size = f"{LONGEST // MEGABYTE} million"
        return Skipped(document.name, f"too large: more than {size} characters, split it")
    if not document.body:
        header = read_header(document.text)
        if not document.text[header.start :].strip():
            return Skipped(document.name, "empty: there is a header and no text after it")
        document = _with_header(document, header)
    return _judge(document, languages)


def _with_header(document: Document, header: Header) -> Document:
    return replace(
        document,
        title=document.title or _clean_line(header.title),
        source=document.source or header.source,
        url=document.url or header.url,
        published=document.published or header.published,
        language=document.language or header.language,
        body=worth_reading(document.text, header.start),
    )


def _judge(document: Document, languages: Collection[str]) -> Document | Skipped:
    body = document.body or ((0, len(document.text)),)
    found = language_of("\n".join(document.text[start:end] for start, end in body))
    if found and languages and found not in languages:
        asked = ", ".join(sorted(languages))
        reason = f"in another language ({found}) than asked for ({asked}): translate it first"
        return Skipped(document.name, reason)
    return replace(document, language=document.language or found)


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
