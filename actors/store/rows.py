"""Records to rows and back. Each pair of functions is the whole truth about one record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields, replace
from typing import Any

from actors.knowledge.own import Known
from actors.store.records import GroupRow, Run
from actors.store.tables import (
    ENTITIES,
    ENTITIES_BY_HAND,
    MENTIONS,
    MENTIONS_BY_HAND,
    RELATIONS,
    SENTENCES,
    STANCES,
    TAKEN_OUT,
    Row,
    TableDefinition,
    clean,
)
from actors.types import (
    Actor,
    Correction,
    Document,
    Entity,
    Extract,
    Judgement,
    Key,
    Mention,
    Relation,
    Settings,
    Skipped,
    Span,
    Stance,
    entity_key,
)

#: The fields of a document that hold free text.
WORDS = ("name", "text", "title", "source", "url", "language", "published_from", "written_in")


def storable(document: Document) -> Document:
    """The document as the study keeps it: lone surrogates replaced, offsets unchanged.

    >>> storable(Document("a", "x\\ud800y")).text
    'x\\ufffdy'
    """
    words = {name: getattr(document, name) for name in WORDS}
    cleaned = {name: clean(value) for name, value in words.items()}
    return document if cleaned == words else replace(document, **cleaned)


def document_row(document: Document) -> Row:
    """A document as its table holds it."""
    body = [{"start_char": start, "end_char": end} for start, end in document.body]
    return (
        document.key, document.name, document.text, document.title, document.source,
        document.url, document.published, document.language, body, document.published_from,
        document.written_in, list(document.notes),
    )  # fmt: skip


def to_document(row: Row) -> Document:
    """The document of a row."""
    _, name, text, title, source, url, published, language, parts, *origin, notes = row
    body = tuple((part["start_char"], part["end_char"]) for part in parts)
    about = (*origin, tuple(notes or ()))
    return Document(name, text, title, source, url, published, language, body, *about)


def to_skipped(row: Row) -> Skipped:
    """The skipped input of a row."""
    return Skipped(*row)


def _sentence_rows(extract: Extract) -> Iterator[Row]:
    """The ranges of a document's sentences, numbered from 0."""
    for number, (start, end) in enumerate(extract.sentences):
        yield extract.document, number, start, end


def mention_rows(extract: Extract) -> Iterator[Row]:
    """A document's mentions, in their order."""
    for position, mention in enumerate(extract.mentions):
        yield (
            extract.document, position, mention.id, mention.span.start, mention.span.end,
            mention.text, mention.kind, mention.level, mention.entity, mention.sentence,
            mention.paragraph, mention.literal, mention.metonymic, mention.subtype,
            mention.confidence, mention.reason,
        )  # fmt: skip


def to_mention(row: Row) -> Mention:
    """The mention of a row."""
    document, _, name, start, end, *fields = row
    return Mention(name, Span(document, start, end), *fields)


def _entity_rows(extract: Extract) -> Iterator[Row]:
    """A document's entities, in their order."""
    for position, entity in enumerate(extract.entities):
        identifiers = _pairs_out(entity.identifiers)
        yield (
            extract.document, position, entity.id, entity.name, entity.kind, entity.subtype,
            identifiers,
        )  # fmt: skip


def correction_rows(
    corrections: Iterable[Correction],
) -> Iterator[tuple[TableDefinition, list[Row]]]:
    """What people corrected, as each of its tables holds it."""
    made = list(corrections)
    read = [Extract(one.document, one.mentions, one.entities) for one in made]
    yield TAKEN_OUT, [(one.document, name) for one in made for name in one.out]
    yield MENTIONS_BY_HAND, [row for each in read for row in mention_rows(each)]
    yield ENTITIES_BY_HAND, [row for each in read for row in _entity_rows(each)]


def to_entity(row: Row) -> Entity:
    """The entity of a row."""
    _, _, name, text, kind, subtype, identifiers = row
    return Entity(name, text, kind, subtype, _pairs_in(identifiers))


def relation_rows(extract: Extract) -> Iterator[Row]:
    """A document's relations, in their order."""
    for position, relation in enumerate(extract.relations):
        trigger = relation.trigger
        yield (
            extract.document, position, relation.id, relation.type, relation.source,
            relation.target, relation.sign, relation.evidence.start, relation.evidence.end,
            trigger.start if trigger else None, trigger.end if trigger else None,
            relation.negated, relation.modality, relation.attributed_to, relation.speaker,
            relation.cue, relation.date, relation.place, relation.confidence, relation.basis,
        )  # fmt: skip


def to_relation(row: Row) -> Relation:
    """The relation of a row."""
    document, _, name, kind, source, target, sign, start, end, cue_start, cue_end, *rest = row
    trigger = None if cue_start is None else Span(document, cue_start, cue_end)
    evidence = Span(document, start, end)
    return Relation(name, kind, source, target, sign, evidence, trigger, *rest)


def _stance_rows(extract: Extract) -> Iterator[Row]:
    """How a document's entities lean towards each other, in their order."""
    for position, stance in enumerate(extract.stances):
        evidence = [{"start_char": span.start, "end_char": span.end} for span in stance.evidence]
        yield (
            extract.document, position, stance.source, stance.target, stance.sign,
            stance.confidence, evidence, list(stance.relations),
        )  # fmt: skip


def to_stance(row: Row) -> Stance:
    """The stance of a row."""
    document, _, source, target, sign, confidence, evidence, relations = row
    spans = tuple(Span(document, part["start_char"], part["end_char"]) for part in evidence)
    return Stance(source, target, sign, confidence, spans, tuple(relations))


#: The tables that an extract is spread over.
ROW_MAKERS = (
    (SENTENCES, _sentence_rows),
    (MENTIONS, mention_rows),
    (ENTITIES, _entity_rows),
    (RELATIONS, relation_rows),
    (STANCES, _stance_rows),
)


def judgement_row(position: int, judgement: Judgement) -> Row:
    """A judgement, with its place in the order."""
    return (
        position, judgement.left, judgement.right, judgement.verdict, judgement.by,
        judgement.why, judgement.score,
    )  # fmt: skip


def to_judgement(row: Row) -> Judgement:
    """The judgement of a row."""
    return Judgement(*row[1:])


def actor_row(actor: Actor) -> Row:
    """An actor without its members."""
    return (
        actor.key, actor.name, actor.kind, actor.subtype, list(actor.aliases),
        _pairs_out(actor.identifiers),
    )  # fmt: skip


def member_rows(actor: Actor) -> Iterator[Row]:
    """The entities that an actor is made of, in their order."""
    for position, member in enumerate(actor.members):
        document, _, entity = member.partition(":")
        yield actor.key, position, document, entity


def to_actor(row: Row, members: tuple[Key, ...]) -> Actor:
    """The actor of a row and its members."""
    key, name, kind, subtype, aliases, identifiers = row
    return Actor(key, name, kind, subtype, tuple(aliases), _pairs_in(identifiers), members)


def to_member(row: Row) -> Key:
    """The key of the entity that belongs to an actor."""
    _, _, document, entity = row
    return entity_key(document, entity)


def group_rows(number: int, group: GroupRow) -> Iterator[Row]:
    """The entities of a group, in their order."""
    for member in group.members:
        document, _, entity = member.partition(":")
        yield number, document, entity


def recognised_row(number: int, group: GroupRow) -> Row:
    """What a list of known actors says of a group."""
    return number, group.name, group.kind, group.subtype, _pairs_out(group.identifiers)


def to_group(named: Row | None, members: Iterable[Row]) -> GroupRow:
    """A group of its entities, and of what the known list says of it."""
    keys = tuple(entity_key(document, entity) for _, document, entity in members)
    if named is None:
        return GroupRow(keys)
    _, name, kind, subtype, identifiers = named
    return GroupRow(keys, name, kind, subtype, _pairs_in(identifiers))


def known_row(position: int, known: Known) -> Row:
    """An actor of the user's list, with its place in it."""
    return (
        position, known.name, known.kind, known.subtype, list(known.acronyms),
        list(known.aliases), known.country, known.wikidata, known.ftm,
    )  # fmt: skip


def to_known(row: Row) -> Known:
    """The known actor of a row."""
    _, name, kind, subtype, acronyms, aliases, *rest = row
    return Known(name, kind, subtype, tuple(acronyms), tuple(aliases), *rest)


def run_row(number: int, run: Run) -> Row:
    """A run and its number; settings are kept as words, so that new ones fit in."""
    settings = {name: str(value) for name, value in asdict(run.settings).items()}
    return (
        number, run.started, run.finished, run.version, settings, dict(run.counts),
        dict(run.seconds), list(run.warnings),
    )  # fmt: skip


def to_run(row: Row) -> Run:
    """The run of a row."""
    _, started, finished, version, settings, counts, seconds, warnings = row
    return Run(
        started, finished, version, _to_settings(settings), tuple(counts.items()),
        tuple(seconds.items()), tuple(warnings),
    )  # fmt: skip


def _to_settings(written: dict[str, str]) -> Settings:
    """Settings from their words; a setting that this version doesn't know is left out."""
    known = {option.name: type(option.default) for option in fields(Settings)}
    return Settings(
        **{name: _from_word(text, known[name]) for name, text in written.items() if name in known}
    )


def _from_word(text: str, kind: type) -> Any:
    return text == "True" if kind is bool else kind(text)


def _pairs_out(identifiers: tuple[tuple[str, str], ...]) -> list[dict[str, str]]:
    return [{"scheme": scheme, "value": value} for scheme, value in identifiers]


def _pairs_in(identifiers: list[dict[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((pair["scheme"], pair["value"]) for pair in identifiers)
