"""Decisions about single mentions, applied to the reading of one document: records in and out.

A decision names its document, the characters and the words that stand there. Where a document has
changed since, other words stand there: the decision is told, and not applied. What was read is not
changed: `difference` says what holds instead of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from actors.resolve.records import Candidate
from actors.types import (
    Actor,
    Correction,
    Document,
    Entity,
    Extract,
    Key,
    Kind,
    Level,
    Mention,
    Rule,
    Span,
    entity_key,
)

__all__ = [
    *("Corrected", "about_mention", "correct", "corrected", "difference", "named_after"),
    "place_of",
]

_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Corrected:
    """A reading after decisions about its mentions.

    ``placed`` are those that say whom a mention means, each with the decision as
    `actors.resolve.decisions` takes it: about a `Candidate` of its own. ``warnings`` tell which
    could not be applied.
    """

    extract: Extract
    placed: tuple[tuple[Rule, Rule], ...] = ()
    warnings: tuple[str, ...] = ()


def about_mention(rule: Rule) -> bool:
    """Whether a decision is about one mention of one document.

    >>> about_mention(Rule("ignore", {"document": "may.txt", "at": "0-5", "words": "Ghani"}))
    True
    >>> about_mention(Rule("ignore", "Ghani"))
    False
    """
    return isinstance(rule.about, Mapping) and "words" in rule.about


def place_of(text: str) -> tuple[int, int]:
    """The first character and the end of a place as decisions write it; (0, 0) if it is none.

    >>> place_of("120-126"), place_of("126-120")
    ((120, 126), (0, 0))
    """
    found = _PLACE.fullmatch(text.strip())
    start, end = (int(found[1]), int(found[2])) if found else (0, 0)
    return (start, end) if start < end else (0, 0)


def correct(
    document: Document, extract: Extract, rules: Iterable[Rule], paragraphs: Sequence[int] = (0,)
) -> Corrected:
    """Apply decisions about single mentions to what was read in a document, in their order.

    Args:
        document: with the text as it is now
        extract: what was read in it
        rules: decisions about its mentions; others are passed over
        paragraphs: the offsets at which the paragraphs of the text start

    >>> text = "Moscow will help."
    >>> read = Extract("d1", (), (), (), ((0, 17),))
    >>> about = {"document": "may.txt", "at": "0-6", "words": "Moscow"}
    >>> rule = Rule("add_mention", about, {"to": "Russia"})
    >>> correct(Document("may.txt", text), read, [rule]).extract.mentions[0].entity
    'hand0-6'
    """
    state = _State(document, extract, paragraphs)
    for rule in filter(about_mention, rules):
        problem = state.apply(rule)
        if problem:
            state.warnings.append(f"{rule.place or rule.verb}: {rule.verb}: {problem}")
    return state.corrected()


class _State:
    """The mentions of a document while decisions are applied to them."""

    def __init__(self, document: Document, extract: Extract, paragraphs: Sequence[int]) -> None:
        self.document, self.extract, self.paragraphs = document, extract, paragraphs
        self.mentions = {one.id: one for one in extract.mentions}
        self.entities: dict[str, Entity] = {}
        self.placed: list[tuple[Rule, Rule]] = []
        self.warnings: list[str] = []

    def apply(self, rule: Rule) -> str:
        """Apply a decision; return why it can't be applied, nothing if it was."""
        start, end = place_of(str(rule.about["at"]))
        words = " ".join(str(rule.about["words"]).split())
        there = " ".join(self.document.text[start:end].split())
        if there != words:
            where = f"characters {start}-{end} of {self.document.name}"
            return f"not applied, the text is another: {where} are “{there[:80]}”, not “{words}”"
        found = next(
            (one for one in self.mentions.values() if one.span.start == start and
             one.span.end == end), None,
        )  # fmt: skip
        if rule.verb == "add_mention" and found is None:
            return self._add(rule, start, end)
        if found is None:
            return f"not applied: nobody is mentioned at {start}-{end} of {self.document.name}"
        if rule.verb == "ignore":
            del self.mentions[found.id]
        else:
            self._mean(rule, found)
        return ""

    def _add(self, rule: Rule, start: int, end: int) -> str:
        number = bisect_right(self.extract.sentences, (start, len(self.document.text))) - 1
        if number < 0 or self.extract.sentences[number][1] <= start:
            return f"not applied: {start}-{end} of {self.document.name} stand in no sentence"
        self._mean(
            rule,
            Mention(
                id=f"hand{start}-{end}",
                span=Span(self.extract.document, start, end),
                text=self.document.text[start:end],
                kind="other",
                level=_level(self.document.text[start:end]),
                entity="",
                sentence=number,
                paragraph=bisect_right(self.paragraphs, start) - 1,
            ),
        )
        return ""

    def _mean(self, rule: Rule, mention: Mention) -> None:
        """Give a mention an entity of its own, which the decision says who it is."""
        start, end = mention.span.start, mention.span.end
        kind: Kind = rule.says.get("kind", mention.kind)
        name = str(rule.says["to"])
        entity = Entity(f"hand{start}-{end}", name, kind)
        literal = mention.literal or (mention.entity if mention.kind == "place" else None)
        self.mentions[mention.id] = replace(
            mention, entity=entity.id, kind=kind, subtype=None, literal=literal, metonymic=False,
            confidence=1.0, reason=rule.reason,
        )  # fmt: skip
        self.entities[entity.id] = entity
        candidate = Candidate(
            entity_key(self.extract.document, entity.id),
            self.extract.document,
            name,
            kind,
            names=((name, 1),),
            published=self.document.published,
        )
        self.placed.append((rule, replace(rule, about=candidate)))

    def corrected(self) -> Corrected:
        mentions = sorted(self.mentions.values(), key=lambda one: (one.span.start, -one.span.end))
        meant = {one.entity for one in mentions}
        added = (one for name, one in self.entities.items() if name in meant)
        extract = replace(
            self.extract, mentions=tuple(mentions), entities=(*self.extract.entities, *added)
        )
        kept = {entity_key(self.extract.document, name) for name in meant}
        placed = tuple(pair for pair in self.placed if pair[1].about.key in kept)
        return Corrected(extract, placed, tuple(self.warnings))


def _level(words: str) -> Level:
    """Whether words that a person selected are a name: they have a capital, or their script none.

    >>> _level("Abdul Ghani"), _level("the envoy"), _level("莫斯科")
    ('name', 'nominal', 'name')
    """
    first = [word[0] for word in words.split()]
    caseless = words.lower() == words.upper()
    return "name" if caseless or any(letter.isupper() for letter in first) else "nominal"


def difference(before: Extract, after: Extract) -> Correction:
    """What holds of one reading and not of another of the same document."""
    was, now = ({one.id: one for one in each.mentions} for each in (before, after))
    known = {one.id for one in before.entities}
    return Correction(
        before.document,
        tuple(name for name, one in was.items() if now.get(name) != one),
        tuple(one for name, one in now.items() if was.get(name) != one),
        tuple(one for one in after.entities if one.id not in known),
        tuple(sorted({one.entity for one in was.values()} - {one.entity for one in now.values()})),
    )


def named_after(correction: Correction, actors: Mapping[Key, Actor]) -> Correction:
    """A correction whose mentions are of the kind of the actor that they mean.

    A place that stands for a state or a body does so in the place of the place that it names.

    Args:
        correction: of one document
        actors: the actor of each entity that has one
    """
    found = {
        one.id: actors.get(entity_key(correction.document, one.id)) for one in correction.entities
    }
    return replace(
        correction,
        mentions=tuple(_of_kind(one, found.get(one.entity)) for one in correction.mentions),
        entities=tuple(_called(one, found[one.id]) for one in correction.entities),
    )


def _of_kind(mention: Mention, actor: Actor | None) -> Mention:
    if actor is None:
        return mention
    acts = mention.literal is not None and actor.kind != "place"
    return replace(
        mention,
        kind=actor.kind,
        subtype=actor.subtype,
        metonymic=acts,
        literal=mention.literal if acts else None,
    )


def _called(entity: Entity, actor: Actor | None) -> Entity:
    if actor is None:
        return entity
    return replace(entity, name=actor.name, kind=actor.kind, subtype=actor.subtype)


def corrected(extract: Extract, correction: Correction) -> Extract:
    """A reading as it holds after its correction: the other way round from `difference`.

    Args:
        extract: as it was read
        correction: of the same document
    """
    out = set(correction.out)
    kept = (one for one in extract.mentions if one.id not in out)
    mentions = sorted(
        (*kept, *correction.mentions), key=lambda one: (one.span.start, -one.span.end)
    )
    entities = (*extract.entities, *correction.entities)
    return replace(extract, mentions=tuple(mentions), entities=entities)
