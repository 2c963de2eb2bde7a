"""What is read in documents: the records that travel between the rooms.

They are frozen, slotted dataclasses: hashable, picklable, small. Keys are content hashes, so a
second run over the same input adds nothing. Offsets are characters of ``Document.text``, 0-based,
end-exclusive, and always refer to the original text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from actors.types.keys import Basis, Key, Kind, Level, Modality, Sign, Verdict, content_key


@dataclass(frozen=True, slots=True)
class Document:
    """One text to read, with what is known about where it comes from.

    ``name`` is what the user knows it by (a path, a row, a gold id) and is unique in a
    study. ``text`` is what offsets refer to: the text as a reader gives it, with wrapped lines
    joined and damaged characters mended. ``body`` holds the ranges of it that are worth
    reading; a header and boilerplate stay in ``text`` but lie outside. Empty ``body`` means
    all of it. ``published_from`` says where the date was found (``"header"``, ``"dateline"``,
    ``"file name"`` ...) and whether it is a guess, ``written_in`` the place of its dateline,
    ``notes`` what an analyst should know of how it was read.

    A reader sets ``exact`` for a text that others' offsets may refer to, such as a row of a
    table: its lines are not joined and its marks not taken out.
    """

    name: str
    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: date | None = None
    language: str | None = None
    body: tuple[tuple[int, int], ...] = ()
    published_from: str | None = None
    written_in: str | None = None
    notes: tuple[str, ...] = ()
    exact: bool = field(default=False, compare=False, repr=False)

    @property
    def key(self) -> Key:
        """Hash of the name and everything that could change what is read from it."""
        when = self.published.isoformat() if self.published else ""
        about = (self.title or "", self.source or "", self.url or "", when)
        return content_key(self.name, self.text, *about, repr(self.body))


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The evidence for everything: a range of characters of one document."""

    document: Key
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that refers to an actor.

    ``entity`` is the id, in the same `Extract`, of who is meant as read; ``literal`` the id
    of the place that the words name, where a place stands for its government
    (``metonymic``). ``sentence`` and ``paragraph`` count from 0 in the document.
    ``reason`` says, in words an analyst reads, why the mention was given to its entity.
    """

    id: str
    span: Span
    text: str
    kind: Kind
    level: Level
    entity: str
    sentence: int
    paragraph: int
    literal: str | None = None
    metonymic: bool = False
    subtype: str | None = None
    confidence: float = 1.0
    reason: str = "name"


@dataclass(frozen=True, slots=True)
class Entity:
    """Who is who inside one document: what its mentions there refer to.

    ``identifiers`` are (scheme, value) pairs such as ``("iso3166", "TJ")``,
    ``("wikidata", "Q863")``, ``("igo", "CSTO")``.
    """

    id: str
    name: str
    kind: Kind
    subtype: str | None = None
    identifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """What a document states (or facts imply) between two of its mentions.

    ``source`` and ``target`` are mention ids of the same `Extract`. What else the sentence
    says is kept in fields of its own, never folded into the type: a negated cooperation
    has its type and ``negated=True``. ``attributed_to`` is the id of the mention that says
    so, ``speaker`` its words, ``cue`` the reporting word. ``date`` is when it happened, as
    precise as the text says and no more: ISO 8601, ``2012``, ``2012-03``, ``2012-03-04`` or an
    interval of two (``2012-03-05/2012-03-11``). ``basis`` tells what was stated from what a
    table of facts implies.
    """

    id: str
    type: str
    source: str
    target: str
    sign: Sign
    evidence: Span
    trigger: Span | None = None
    negated: bool = False
    modality: Modality = "asserted"
    attributed_to: str | None = None
    speaker: str | None = None
    cue: str | None = None
    date: str | None = None
    place: str | None = None
    confidence: float = 1.0
    basis: Basis = "stated"


@dataclass(frozen=True, slots=True)
class Stance:
    """How one entity of a document leans towards another, over all that the document says.

    It is read, not stated: ``sign`` is "+" (support), "-" (oppose) or "0" (neither is clear),
    ``confidence`` the probability of that. ``evidence`` are the sentences behind it, the clearest
    first; ``relations`` the ids of the stated relations among what it was read from.
    """

    source: str
    target: str
    sign: Sign
    confidence: float
    evidence: tuple[Span, ...] = ()
    relations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extract:
    """All that one document gives, and all that leaves a worker."""

    document: Key
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    stances: tuple[Stance, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What decisions about single mentions change of the reading of one document.

    ``out`` are the ids of mentions that don't hold as they were read. ``mentions`` take their
    places, or are added; ``entities`` are whom they mean. ``gone`` are the ids of entities of
    which no mention is left.
    """

    document: Key
    out: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two entities, or an entity and an actor, are the same, different, or it is unsure.

    ``left`` and ``right`` are entity keys (`entity_key`) or actor keys; ``by`` is
    ``"rule:<name>"`` or ``"person"``; ``why`` is what an analyst reads.
    """

    left: Key
    right: Key
    verdict: Verdict
    by: str
    why: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Actor:
    """A node of the network: one country, organisation, person or group of the corpus.

    ``members`` are the entity keys that it is made of.
    """

    key: Key
    name: str
    kind: Kind
    subtype: str | None = None
    aliases: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    members: tuple[Key, ...] = ()


UNNAMED = "unnamed"
"""The scheme of what stands for an identifier where an actor has no name: its noun."""


SAME_NOUN = "rule:same-noun"
"""Who joins actors without a name that are called by one noun; nobody is asked about those."""


def nameless(one: Entity | Actor) -> bool:
    """Whether no document gives an actor a name, only a noun (*the police*, *protesters*).

    >>> nameless(Entity("e0", "protesters", "group", None, (("unnamed", "protester"),)))
    True
    """
    return any(scheme == UNNAMED for scheme, _ in one.identifiers)


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that gave no document, and the reason, in words that say what to do."""

    name: str
    reason: str
