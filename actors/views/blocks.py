"""What a report is made of: sections of texts, tables, figures and quoted sentences.

A report is written once, as blocks, and rendered in several ways: `actors.views.report` makes
the page, `actors.views.markdown` the Markdown, `actors.views.word` a document to edit. Blocks
hold plain text, never markup; the renderers escape all of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from actors.views.safe_text import legible


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
class Claim:
    """A statement, and the numbers of the sentences in the annex that it rests on."""

    text: str
    sentences: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Claims:
    """Statements under each other; ``ranked`` ones are numbered."""

    claims: tuple[Claim, ...]
    ranked: bool = False


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


class Drawing(NamedTuple):
    """A figure as an ``<svg>`` element for pages, and as PNG for documents."""

    svg: str
    png: bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure made by us, what it shows, and in ``alt`` what one would see.

    ``numbers`` are the values drawn. Markdown, which can't hold the picture, shows them.
    """

    drawing: Drawing
    caption: str
    alt: str
    numbers: Table | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a document, in three parts: before, in and after the words that matter.

    ``document`` is the name of the document, which ``where`` says to the reader; ``number`` that
    of the sentence in the annex, 0 if it has none.
    """

    before: str
    words: str
    after: str
    where: str
    notes: str = ""
    document: str = ""
    number: int = 0

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


@dataclass(frozen=True, slots=True)
class Profile:
    """An actor on half a page: who it is, two lists side by side, what is quoted of it."""

    name: str
    kind: str
    facts: tuple[Claim, ...]
    left: tuple[str, tuple[Claim, ...]]
    right: tuple[str, tuple[Claim, ...]]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """A tie in the annex: what is said, and its sentences; ``again`` are printed elsewhere."""

    words: str
    about: str
    sign: str
    quotes: tuple[Quote, ...]
    again: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """All ties of a pair in the annex."""

    heading: str
    ties: tuple[Stated, ...]


Block: TypeAlias = (
    Heading
    | Text
    | Warn
    | Points
    | Claims
    | Facts
    | Table
    | Picture
    | Tie
    | Beside
    | Profile
    | Entry
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report.

    ``name`` is what links within the page point to; ``annex`` holds what is looked up, not read.
    """

    name: str
    title: str
    blocks: tuple[Block, ...]
    annex: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands above a report; ``logo`` is a PNG or a JPEG."""

    author: str = ""
    client: str = ""
    logo: bytes = b""

    @property
    def made_for(self) -> str:
        """A line for the reader.

        >>> Cover("R. Quint", "Danube Trust").made_for, Cover().made_for
        ('For Danube Trust, by R. Quint', '')
        """
        parts = (("for", self.client), ("by", self.author))
        line = ", ".join(f"{word} {name}" for word, name in parts if name)
        return line[:1].upper() + line[1:]


@dataclass(frozen=True, slots=True)
class Report:
    """A report: what stands on top, then its sections."""

    title: str
    subtitle: str
    sections: tuple[Section, ...] = field(default=())
    cover: Cover = field(default=Cover())


_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """One line of text without what misleads the reader or can't be written down.

    >>> printable("Emomali\\n Rahmon\\x00\\ud800")
    'Emomali Rahmon'
    """
    return _UNPRINTABLE.sub("", legible(text))
