"""Mentions while a reader works, and the records that they become."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from actors.languages.gazetteer import Fact
from actors.types import Document, Entity, Kind, Level, Mention, Span

__all__ = ["Draft", "Referent", "paragraphs", "readable", "records"]


@dataclass(eq=False, slots=True)
class Draft:
    """A mention that is being read.

    ``kind`` is what the words are (``group`` for an adjective of a state), which may differ from
    the kind of whom they mean. ``stands_for`` says that a place stands for its state or body.
    """

    start: int
    end: int
    text: str
    kind: Kind
    level: Level = "name"
    fact: Fact | None = None
    reason: str = "name"
    subtype: str | None = None
    score: float = 0.9
    stands_for: bool = False
    sentence: int = 0
    id: str = ""


@dataclass(eq=False, slots=True)
class Referent:
    """Who is meant by some mentions of a document: what becomes an `Entity`."""

    name: str
    kind: Kind
    subtype: str | None = None
    identifiers: tuple[tuple[str, str], ...] = ()
    drafts: list[Draft] = field(default_factory=list)

    @property
    def first(self) -> int:
        """Where the text has it first."""
        return min(draft.start for draft in self.drafts)


def records(
    referents: Iterable[Referent], document: Document, sentences: Sequence[tuple[int, int]]
) -> tuple[list[Mention], list[Entity]]:
    """Mentions in the order of the text, and whom they mean, by first mention.

    Each draft is given the id of its mention. A place that stands for a state or a body is an
    entity of its own too.
    """
    ordered = sorted(referents, key=lambda one: (one.first, one.name))
    entities = [
        Entity(f"e{number}", one.name, one.kind, one.subtype, one.identifiers)
        for number, one in enumerate(ordered)
    ]
    places = {one.name: entity.id for one, entity in zip(ordered, entities, strict=True)
              if one.kind == "place"}  # fmt: skip
    drafts = [
        (draft, entity.id)
        for one, entity in zip(ordered, entities, strict=True)
        for draft in one.drafts
    ]
    starts, begun = [start for start, _ in sentences], paragraphs(document.text)
    mentions, key = [], document.key
    for number, (draft, entity) in enumerate(
        sorted(drafts, key=lambda pair: (pair[0].start, -pair[0].end, pair[1]))
    ):
        draft.id = f"m{number}"
        draft.sentence = max(0, bisect_right(starts, draft.start) - 1)
        literal = _literal(draft, places, entities)
        paragraph = max(0, bisect_right(begun, draft.start) - 1)
        mentions.append(_mention(draft, entity, literal, key, paragraph))
    return mentions, entities


def _literal(draft: Draft, places: dict[str, str], entities: list[Entity]) -> str | None:
    """The entity of the place that the words name, where it stands for somebody."""
    if not draft.stands_for or draft.fact is None:
        return None
    name = draft.fact.text
    if name not in places:
        places[name] = f"e{len(entities)}"
        entities.append(Entity(places[name], name, "place"))
    return places[name]


def _mention(
    draft: Draft, entity: str, literal: str | None, document: str, paragraph: int
) -> Mention:
    return Mention(
        id=draft.id,
        span=Span(document, draft.start, draft.end),
        text=draft.text,
        kind=draft.kind,
        level=draft.level,
        entity=entity,
        sentence=draft.sentence,
        paragraph=paragraph,
        literal=literal,
        metonymic=draft.stands_for,
        subtype=draft.subtype,
        confidence=draft.score,
        reason=draft.reason,
    )


def readable(document: Document) -> str:
    r"""The text of a document with what is not read of it blanked, as long as before.

    >>> readable(Document("a", "By us. War ends.", body=((7, 16),)))
    '\n\n\n\n\n\n\nWar ends.'
    """
    if not document.body:
        return document.text
    kept, done = [], 0
    for start, end in document.body:
        kept += ["\n" * (start - done), document.text[start:end]]
        done = end
    return "".join((*kept, "\n" * (len(document.text) - done)))


def paragraphs(text: str) -> list[int]:
    r"""Where the paragraphs of a text begin: after every line that is not empty.

    >>> paragraphs("One.\n\nTwo.")
    [0, 6]
    """
    starts, position = [0], 0
    for line in text.split("\n"):
        if line.strip() and position:
            starts.append(position)
        position += len(line) + 1
    return starts
