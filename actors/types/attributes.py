"""What nodes, ties and sentences of a network hold (``docs/format.md`` says what each key means).

A network is a plain networkx graph, and these are the dictionaries that it keeps for its nodes and
edges. A graph that was made elsewhere may lack some keys, so readers ask with a default.
"""

from __future__ import annotations

from typing import TypedDict

from actors.types.keys import Key, Sign


class EvidenceRow(TypedDict, total=False):
    """One sentence behind an edge.

    ``start`` and ``end`` are the sentence's offsets in the document, ``quote_start`` and
    ``quote_end`` those of the words that state the relation. ``date`` is the day of the
    document, ``event_date`` when it happened as far as the text says, a day, month, year or
    interval of them (`actors.knowledge.calendar`); both are ISO 8601 or empty.
    ``relation`` is the id of the relation in its document, empty for a co-occurrence.
    ``story`` is the key of the first document that tells the same story, ``origin`` names the
    sentence: it is the same for all its printings in a story.
    """

    document: Key
    name: str
    title: str
    source: str
    url: str
    date: str
    start: int
    end: int
    text: str
    quote_start: int
    quote_end: int
    modality: str
    speaker: str
    negated: bool
    confidence: float
    relation: str
    event_date: str
    story: Key
    origin: str


class Evidence(EvidenceRow, total=False):
    """A sentence behind an edge; ``decided`` is the reason of a decision about it alone."""

    decided: str


class NodeAttributes(TypedDict, total=False):
    """An actor of a network; the second part is what pages and files add."""

    name: str
    kind: str
    subtype: str
    aliases: tuple[str, ...]
    identifiers: tuple[tuple[str, str], ...]
    mentions: int
    documents: int

    community: int
    speaks_for: str
    speakers: tuple[str, ...]
    x: float
    y: float
    size: float
    color: str


class TieAttributes(TypedDict, total=False):
    """A tie of a network; the second part is what views, files and the page add."""

    layer: str
    type: str
    sign: Sign
    directed: bool
    negated: bool
    weight: float
    reprints: int
    documents: int
    stories: int
    first: str
    last: str
    confidence: float
    denials: int
    decided: str
    evidence: tuple[Evidence, ...]

    status: str
    through: tuple[str, ...]
    color: str
