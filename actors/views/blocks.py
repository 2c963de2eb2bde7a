"""What a report is made of: sections of texts, tables, figures and quoted sentences.

A report is written once, as blocks, and rendered twice: `actors.views.report` makes the
page, `actors.views.markdown` the Markdown. Blocks hold plain text, never markup; the
renderers escape all of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from actors.views.payload import legible


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Warn:
    """A paragraph that a hurried reader must not miss."""

    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """A list of short statements."""

    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and what they say."""

    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a caption; ``numbers`` are the columns, from 0, that are set to the right."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure: SVG made by us, what it shows, and in ``alt`` what one would see.

    ``numbers`` are the values drawn. Markdown, which can't hold the picture, shows them.
    """

    svg: str
    caption: str
    alt: str
    numbers: Table | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a document, in three parts: before, in and after the words that matter.

    ``document`` is the name of the document, which ``where`` says to the reader.
    """

    before: str
    words: str
    after: str
    where: str
    notes: str = ""
    document: str = ""

    @property
    def text(self) -> str:
        """The whole sentence."""
        return self.before + self.words + self.after


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation with the sentences that state it; ``more`` are not shown."""

    heading: str
    about: str
    sign: str
    quotes: tuple[Quote, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Beside:
    """Ties of one pair that say opposite things, side by side."""

    heading: str
    left: tuple[Tie, ...]
    right: tuple[Tie, ...]


Block: TypeAlias = Heading | Text | Warn | Points | Facts | Table | Picture | Tie | Beside


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report; ``name`` is what links within the page point to."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A report: what stands on top, then its sections."""

    title: str
    subtitle: str
    sections: tuple[Section, ...] = field(default=())


_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """One line of text without what misleads the reader or can't be written down.

    >>> printable("Emomali\\n Rahmon\\x00\\ud800")
    'Emomali Rahmon'
    """
    return _UNPRINTABLE.sub("", legible(text))


LONGEST = 600
"""Characters of a quoted sentence that are shown; the words that matter are always in them."""


def quote(sentence: Mapping[str, Any]) -> Quote:
    """A sentence of an edge's ``evidence`` as it is quoted.

    >>> found = quote({"text": "Iran hosted talks.", "start": 10, "quote_start": 15,
    ...     "quote_end": 21, "source": "Sample Wire", "date": "2021-07-08", "name": "a.txt"})
    >>> found.words, found.where
    ('hosted', 'Sample Wire, 2021-07-08, a.txt')
    """
    text = str(sentence["text"])
    start = max(0, int(sentence.get("quote_start") or 0) - int(sentence.get("start") or 0))
    end = max(start, int(sentence.get("quote_end") or 0) - int(sentence.get("start") or 0))
    if (start, end) == (0, len(text)) or start >= len(text):
        start, end = 0, 0
    before, words, after = text[:start], text[start:end], text[end:]
    room = max(0, (LONGEST - len(words)) // 2)
    if len(text) > LONGEST:
        before = "…" + before[-room:] if len(before) > room else before
        words, after = words[:LONGEST], after[:room] + "…" if len(after) > room else after
    where = (sentence.get(part) for part in ("source", "date", "name"))
    said = ", ".join(str(one) for one in where if one)
    return Quote(before, words, after, said, _notes(sentence), str(sentence.get("name") or ""))


def _notes(sentence: Mapping[str, Any]) -> str:
    notes = []
    if sentence.get("event_date") and sentence["event_date"] != sentence.get("date"):
        notes.append(f"of {sentence['event_date'].replace('/', ' to ')}")
    if sentence.get("modality") not in (None, "", "asserted"):
        notes.append(str(sentence["modality"]))
    if sentence.get("speaker"):
        notes.append(f"according to {' '.join(str(sentence['speaker']).split())}")
    return "; ".join(notes)
