"""What resolving reads and what it gives.

A `Candidate` is one entity of one document with the evidence that its document holds: the
names it goes by there, its roles, whom it belongs to, who stands beside it, and when.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from actors.languages.latin import latin_name
from actors.ontology import having, ontology
from actors.types import (
    Actor,
    Correction,
    Document,
    Entity,
    Extract,
    Judgement,
    Key,
    Kind,
    Mention,
    Relation,
    Rule,
    entity_key,
    nameless,
)


class HomeDocument(NamedTuple):
    """The document of an entity: its key, its story, and its day."""

    key: Key
    story: Key
    published: date | None

    @property
    def scope(self) -> Key:
        """The story that the document tells, or the document itself where none is known."""
        return self.story or self.key


@dataclass(frozen=True, slots=True)
class Repeats:
    """More entities with the name and the evidence of a candidate: where each is, by its key.

    Two columns of objects that others hold too, since there are millions.
    """

    homes: tuple[HomeDocument, ...] = ()
    ids: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.ids)

    def entity_keys(self) -> Iterator[Key]:
        """The keys of the entities."""
        return (entity_key(home.key, name) for home, name in zip(self.homes, self.ids, strict=True))


_NO_REPEATS = Repeats()


@dataclass(frozen=True, slots=True)
class Candidate:
    """One entity of one document, with the evidence for who it is.

    ``names`` are the names it goes by in the document, each with its number of mentions.
    ``story`` groups documents that report the same thing (by default each its own).
    ``roles`` are the words that describe it ("Kremlin envoy"), ``affiliations`` the names
    of bodies that the document ties it to, ``neighbours`` the names in its sentences.
    ``repeats`` are entities of other documents that are called alike and have the same evidence,
    so that one candidate stands for all; its own key is the first of theirs.
    """

    key: Key
    document: Key
    name: str
    kind: Kind
    subtype: str | None = None
    identifiers: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, int], ...] = ()
    story: Key = ""
    published: date | None = None
    roles: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()
    repeats: Repeats = _NO_REPEATS

    @property
    def scope(self) -> Key:
        """The story that the candidate belongs to, or its document where none is known."""
        return self.story or self.document

    @property
    def times(self) -> int:
        """How many entities it stands for."""
        return 1 + len(self.repeats)

    def homes(self) -> Iterator[HomeDocument]:
        """The document of each entity that it stands for."""
        yield HomeDocument(self.document, self.story, self.published)
        yield from self.repeats.homes

    def entity_keys(self) -> Iterator[Key]:
        """The key of each entity that it stands for."""
        yield self.key
        yield from self.repeats.entity_keys()

    def singles(self) -> Iterator[Candidate]:
        """Each entity that it stands for as a candidate of its own."""
        if not self.repeats:
            yield self
            return
        for key, home in zip(self.entity_keys(), self.homes(), strict=True):
            yield self.standing_for(key, home)

    def standing_for(
        self, key: Key, home: HomeDocument, repeats: Repeats = _NO_REPEATS
    ) -> Candidate:
        """The candidate, for another entity and its repeats."""
        document, story, published = home
        return replace(
            self, key=key, document=document, story=story, published=published, repeats=repeats
        )


@dataclass(frozen=True)
class Resolution:
    """Who is who in the corpus: the decisions, the actors, and who belongs to which.

    ``warnings`` tell what could not be applied (a person's decision that matches nothing).
    ``corrections`` are those of single mentions, ``unplaced`` the decisions about mentions whose
    actor is not there.
    """

    judgements: tuple[Judgement, ...]
    actors: tuple[Actor, ...]
    warnings: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    unplaced: tuple[Rule, ...] = ()

    @cached_property
    def members(self) -> Mapping[Key, Key]:
        """The key of every entity to the key of its actor."""
        return {entity: actor.key for actor in self.actors for entity in actor.members}


def candidates(
    extracts: Iterable[Extract],
    documents: Iterable[Document] = (),
    stories: Mapping[Key, Key] | None = None,
) -> Iterator[Candidate]:
    """The entities of some extracts, each with the evidence its document holds.

    ``documents`` give the dates; ``stories`` maps the key of a document to that of its story.

    >>> entity = Entity("e0", "Zamir Kabulov", "person")
    >>> [c.name for c in candidates([Extract("d1", (), (entity,))])]
    ['Zamir Kabulov']
    """
    published = {document.key: document.published for document in documents}
    for extract in extracts:
        when = published.get(extract.document)
        story = (stories or {}).get(extract.document, extract.document)
        evidence = _Evidence(extract)
        for entity in extract.entities:
            yield evidence.candidate(entity, story, when)


def named(
    document: Key, entity: Entity, published: date | None, texts: Iterable[tuple[str, int]]
) -> Candidate:
    """An entity with its names and nothing else: enough for decisions, which ask no more.

    ``texts`` are the mentions that name it, as they are written, each with its times.

    >>> named("d1", Entity("e0", "Kabulov", "person"), None, [("Mr\\nKabulov", 2)]).names
    (('Mr Kabulov', 2),)
    """
    names: Counter[str] = Counter()
    for text, times in texts:
        names[" ".join(text.split())] += times
    return Candidate(
        key=entity_key(document, entity.id),
        document=document,
        name=entity.name,
        kind=entity.kind,
        subtype=entity.subtype,
        identifiers=tuple(sorted(entity.identifiers)),
        names=tuple(sorted(names.items())) or ((entity.name, 1),),
        published=published,
    )


class _Evidence:
    """One extract, read once, to answer what it says about each of its entities."""

    def __init__(self, extract: Extract) -> None:
        self.document = extract.document
        self.title = {
            one.id: latin_name(one.name, one.kind, one.identifiers)
            for one in extract.entities
            if not nameless(one)
        }
        self.entity = {mention.id: mention.entity for mention in extract.mentions}
        self.names: dict[str, Counter[str]] = {}
        self.roles: dict[str, set[str]] = {}
        self.affiliations: dict[str, set[str]] = {}
        self.neighbours: dict[str, set[str]] = {}
        self.affiliating = having("affiliation", ontology(""))
        for mention in extract.mentions:
            self._read_mention(mention)
        self._read_sentences(extract.mentions)
        for relation in extract.relations:
            self._read_relation(relation)

    def _read_mention(self, mention: Mention) -> None:
        text = " ".join(mention.text.split())
        if mention.level == "name" and not mention.metonymic and mention.kind != "group":
            self.names.setdefault(mention.entity, Counter())[text] += 1
        elif mention.level == "nominal":
            self.roles.setdefault(mention.entity, set()).add(text)

    def _read_sentences(self, mentions: Iterable[Mention]) -> None:
        together: dict[int, set[str]] = {}
        for mention in mentions:
            together.setdefault(mention.sentence, set()).add(mention.entity)
        for entities in together.values():
            for entity in entities:
                others = {self.title[one] for one in entities - {entity} if one in self.title}
                self.neighbours.setdefault(entity, set()).update(others)

    def _read_relation(self, relation: Relation) -> None:
        if relation.type not in self.affiliating or relation.negated:
            return
        source, target = self.entity.get(relation.source), self.entity.get(relation.target)
        if source is not None and target in self.title:
            self.affiliations.setdefault(source, set()).add(self.title[target])

    def candidate(self, entity: Entity, story: Key, when: date | None) -> Candidate:
        """The entity with everything that the extract says about it."""
        names = self.names.get(entity.id, Counter())
        return Candidate(
            key=entity_key(self.document, entity.id),
            document=self.document,
            name=entity.name,
            kind=entity.kind,
            subtype=entity.subtype,
            identifiers=tuple(sorted(entity.identifiers)),
            names=tuple(sorted(names.items())) or ((entity.name, 1),),
            story=story,
            published=when,
            roles=tuple(sorted(self.roles.get(entity.id, ()))),
            affiliations=tuple(sorted(self.affiliations.get(entity.id, ()))),
            neighbours=tuple(sorted(self.neighbours.get(entity.id, ()))),
        )
