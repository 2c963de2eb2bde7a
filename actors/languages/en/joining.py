"""Make one reading of a long document out of the readings of its parts.

Actors that go by one name or identifier in several parts are one, and so are a person's surname and
the one full name that it fits in the other parts. What a part kept apart stays apart, and actors
without a name (*the police*) are nobody's from another part.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from actors.knowledge.folding import fold
from actors.languages.en.coreference.surnames import core, short_form, words
from actors.languages.en.relations.stance import Leaning
from actors.types import Entity, Key, Mention, Relation, Span, nameless

__all__ = ["Read", "joined"]

Place = tuple[int, str]
"""An entity of a part: the number of the part, and the entity's id in it."""


class Read(NamedTuple):
    """What was read in a document, or in a part of it."""

    mentions: list[Mention]
    entities: list[Entity]
    relations: list[Relation]
    leanings: list[Leaning]
    sentences: list[tuple[int, int]]


@dataclass(slots=True, eq=False)
class _Who:
    """One actor of the whole document: its entities in the parts, in order."""

    entities: list[Entity] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    @property
    def best(self) -> Entity:
        """The entity with the fullest name."""
        return max(self.entities, key=lambda entity: len(entity.name.split()))

    def add(self, place: Place, entity: Entity) -> None:
        """Take an entity of another part in."""
        self.entities.append(entity)
        self.places.append(place)


def joined(
    read: Sequence[Read], starts: Sequence[int], paragraphs: Sequence[int], key: Key
) -> Read:
    """One reading of a document, numbered in the order of the text.

    Args:
        read: what each part gave.
        starts: how many characters of the document lie before each part.
        paragraphs: the offsets at which the paragraphs of the document start.
        key: the key of the document.
    """
    actors = _actors(read)
    ids = {place: f"e{number}" for number, who in enumerate(actors) for place in who.places}
    whole = Read([], [_entity(who, f"e{n}") for n, who in enumerate(actors)], [], [], [])
    for number, (part, start) in enumerate(zip(read, starts, strict=True)):
        own = {entity.id: ids[number, entity.id] for entity in part.entities}
        _add(whole, _Shift(start, key, own, whole), part, paragraphs)
    return whole


def _entity(who: _Who, name: str) -> Entity:
    best = who.best
    subtype = next((one.subtype for one in who.entities if one.subtype), None)
    return replace(best, id=name, subtype=best.subtype or subtype)


class _Shift:
    """From the offsets and numbers of a part to those of the document."""

    def __init__(self, start: int, key: Key, ids: Mapping[str, str], before: Read) -> None:
        self.start, self.key, self.ids = start, key, ids
        self.sentences = len(before.sentences)
        self.mentions, self.relations = len(before.mentions), len(before.relations)

    def span(self, span: Span) -> Span:
        return Span(self.key, span.start + self.start, span.end + self.start)

    def mention(self, name: str) -> str:
        return f"m{int(name[1:]) + self.mentions}"

    def relation(self, name: str) -> str:
        return f"r{int(name[1:]) + self.relations}"


def _add(whole: Read, shift: _Shift, part: Read, paragraphs: Sequence[int]) -> None:
    whole.mentions.extend(_mention(one, shift, paragraphs) for one in part.mentions)
    whole.relations.extend(_relation(one, shift) for one in part.relations)
    whole.leanings.extend(_leaning(one, shift) for one in part.leanings)
    whole.sentences.extend((a + shift.start, b + shift.start) for a, b in part.sentences)


def _mention(one: Mention, shift: _Shift, paragraphs: Sequence[int]) -> Mention:
    span = shift.span(one.span)
    return replace(
        one,
        id=shift.mention(one.id),
        span=span,
        entity=shift.ids[one.entity],
        literal=shift.ids[one.literal] if one.literal else None,
        sentence=one.sentence + shift.sentences,
        paragraph=bisect_right(paragraphs, span.start) - 1,
    )


def _relation(one: Relation, shift: _Shift) -> Relation:
    return replace(
        one,
        id=shift.relation(one.id),
        source=shift.mention(one.source),
        target=shift.mention(one.target),
        evidence=shift.span(one.evidence),
        trigger=shift.span(one.trigger) if one.trigger else None,
        attributed_to=shift.mention(one.attributed_to) if one.attributed_to else None,
    )


def _leaning(one: Leaning, shift: _Shift) -> Leaning:
    return replace(
        one,
        source=shift.ids[one.source],
        target=shift.ids[one.target],
        sentence=shift.span(one.sentence),
        relation=shift.relation(one.relation) if one.relation else "",
    )


def _actors(read: Sequence[Read]) -> list[_Who]:
    """The actors of all parts, each once, by first mention."""
    found: dict[tuple[object, ...], _Who] = {}
    for number, part in enumerate(read):
        times = Counter(map(_identity, part.entities))
        for entity in part.entities:
            identity = _identity(entity)
            alone = nameless(entity) or times[identity] > 1
            known = (number, entity.id) if alone else identity
            found.setdefault(known, _Who()).add((number, entity.id), entity)
    return _by_surname(list(found.values()))


def _identity(entity: Entity) -> tuple[object, ...]:
    """What entities of several parts have in common where they are one actor."""
    return (entity.kind, entity.identifiers or fold(entity.name))


def _by_surname(actors: list[_Who]) -> list[_Who]:
    """The actors, with persons joined to the one fuller name that theirs is a form of."""
    people = [(words(who.best.name), who) for who in actors if who.best.kind == "person"]
    people = [pair for pair in people if not nameless(pair[1].best)]
    known: dict[str, list[tuple[list[str], _Who]]] = {}
    gone: set[int] = set()
    for name, who in sorted(people, key=lambda pair: -len(pair[0])):
        fuller = list(_fuller(name, who, known))
        if len(fuller) == 1:
            for place, entity in zip(who.places, who.entities, strict=True):
                fuller[0].add(place, entity)
            gone.add(id(who))
            continue
        for word in sorted({*core(name)}):
            known.setdefault(word, []).append((name, who))
    return [who for who in actors if id(who) not in gone]


def _fuller(
    name: list[str], who: _Who, known: Mapping[str, Iterable[tuple[list[str], _Who]]]
) -> Iterator[_Who]:
    """Those whose names this is a shorter form of; none where a part tells them apart."""
    sharing = {id(one): (full, one) for word in core(name) for full, one in known.get(word, ())}
    fuller = [one for full, one in sharing.values() if short_form(name, full)]
    here = {number for number, _ in who.places}
    return iter([] if any(here & {n for n, _ in one.places} for one in fuller) else fuller)
