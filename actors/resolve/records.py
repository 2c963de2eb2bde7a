"""What resolving reads and what it gives.

A `Candidate` is one entity of one document with the evidence that its document holds: the
names it goes by there, its roles, whom it belongs to, who stands beside it, and when.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

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


@dataclass(frozen=True, slots=True)
class Candidate:
    """One entity of one document, with the evidence for who it is.

    ``names`` are the names it goes by in the document, each with its number of mentions.
    ``story`` groups documents that report the same thing (by default each its own).
    ``roles`` are the words that describe it ("Kremlin envoy"), ``affiliations`` the names
    of bodies that the document ties it to, ``neighbours`` the names in its sentences.
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

    @property
    def scope(self) -> Key:
        """The story that the candidate belongs to, or its document where none is known."""
        return self.story or self.document


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who in the corpus: the decisions, the actors, and who belongs to which.

    ``members`` maps the key of every entity to the key of its actor. ``warnings`` tell what
    could not be applied (a person's decision that matches nothing). ``corrections`` are those of
    single mentions, ``unplaced`` the decisions about mentions whose actor is not there.
    """

    judgements: tuple[Judgement, ...]
    actors: tuple[Actor, ...]
    members: Mapping[Key, Key]
    warnings: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    unplaced: tuple[Rule, ...] = ()


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
