"""Reads Russian documents, step by step: READ THIS FIRST."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from actors.languages.drafts import Draft, readable, records
from actors.languages.leanings import stated_stances
from actors.languages.ru.bodies import read_bodies
from actors.languages.ru.context import Context, free_words
from actors.languages.ru.dates import date_in
from actors.languages.ru.events import read_events
from actors.languages.ru.holders import find_holders
from actors.languages.ru.mentions import NamedMention
from actors.languages.ru.metonymy import read_places
from actors.languages.ru.names import names
from actors.languages.ru.own import read_own
from actors.languages.ru.parsing import NameSpan, ParsedSentence, parsed
from actors.languages.ru.people import turn_surnames
from actors.languages.ru.phrases import read_judgements, read_phrases
from actors.languages.ru.resolving import resolve_mentions
from actors.languages.ru.saying import who_says
from actors.languages.ru.statement import ParsedClaim
from actors.languages.ru.status import status
from actors.languages.ru.titles import read_titles
from actors.languages.ru.who import referents
from actors.ontology import ontology, using
from actors.types import Document, Extract, Relation, Settings, Span

if TYPE_CHECKING:
    from actors.knowledge.own import Known

__all__ = ["read"]

_LIKELY = 0.7
"""What a relation's probability is at least, unless less certain ones are asked for."""


def read(
    documents: Sequence[Document], settings: Settings, known: tuple[Known, ...] = ()
) -> list[Extract]:
    """Read Russian documents: the mentions, entities and relations of each.

    Raises:
        ModelError: the networks of the pack aren't installed.
    """
    with using(settings.ontology):
        return [_read(document, settings) for document in documents]


def _read(document: Document, settings: Settings) -> Extract:
    text = readable(document)
    sentences, spans = parsed(text)
    context = _who_is_who(text, sentences, spans, settings)
    find_holders(context)
    resolve_mentions(context)
    stated = list(_kept(context, settings))
    _drop_idle(context, stated)
    ends = [(sentence.start, sentence.end) for sentence in sentences]
    mentions, entities = records(context.referents, document, ends)
    key = document.key
    relations = tuple(
        _relation(number, one, context, document, key) for number, one in enumerate(stated)
    )
    stances = stated_stances(relations, mentions)
    return Extract(key, tuple(mentions), tuple(entities), relations, tuple(ends), stances)


def _who_is_who(
    text: str, sentences: Sequence[ParsedSentence], spans: Sequence[NameSpan], settings: Settings
) -> Context:
    """The names of a document and who they mean.

    A lone word that is the surname of somebody named in full is that person, whatever the networks
    took it for.
    """
    found = list(names(text, sentences, spans))
    people = [one for one in found if one.draft.kind == "person"]
    alone = [one for one in found if one.last - one.first == 1 and one.draft.fact is None]
    turn_surnames(people, alone)
    found += turn_surnames(people, _free(text, found, sentences))
    found.sort(key=lambda one: (one.draft.start, -one.draft.end))
    if settings.metonymy == "read":
        read_places(found)
    return Context(sentences, found, referents(found))


def _free(
    text: str, found: Sequence[NamedMention], sentences: Sequence[ParsedSentence]
) -> Iterator[NamedMention]:
    """Words that belong to no name, each as the name that it would be."""
    for sentence, word in free_words(found, sentences):
        if word.text[:1].isupper():
            draft = Draft(word.start, word.end, text[word.start : word.end], "other")
            draft.sentence = sentence.number
            yield NamedMention(draft, sentence, word.number, word.number + 1)


def _drop_idle(context: Context, stated: Sequence[ParsedClaim]) -> None:
    """Leave out actors without a name that no statement is about."""
    ends = {id(one.source) for one in stated} | {id(one.target) for one in stated}
    for who in context.nameless.values():
        who.drafts = [draft for draft in who.drafts if id(draft) in ends]
    context.referents = [one for one in context.referents if one.drafts]


def _kept(context: Context, settings: Settings) -> Iterator[ParsedClaim]:
    """What is stated, each once, with negation and modality, likely enough to be kept."""
    seen: set[tuple[int, str, int, int]] = set()
    own = list(read_own(context))
    taken = {one.trigger.start for one in own}
    for one in [*own, *(one for one in _all(context) if one.trigger.start not in taken)]:
        if one.key in seen or one.confidence < (0.0 if settings.recall else _LIKELY):
            continue
        seen.add(one.key)
        if not ontology()[one.type].structural or one.trigger.pos == "VERB":
            one.negated, one.modality = status(one.sentence, one.trigger)
        yield one


def _all(context: Context) -> Iterable[ParsedClaim]:
    yield from read_titles(context)
    yield from read_bodies(context)
    yield from read_events(context)
    yield from read_phrases(context)
    yield from read_judgements(context)


def _relation(
    number: int, one: ParsedClaim, context: Context, document: Document, key: str
) -> Relation:
    sentence = one.sentence
    said = who_says(context, sentence, one.trigger)
    type = ontology()[one.type]
    words = document.text[sentence.start : sentence.end]
    return Relation(
        id=f"r{number}",
        type=one.type,
        source=one.source.id,
        target=one.target.id,
        sign=type.sign,
        evidence=Span(key, sentence.start, sentence.end),
        trigger=Span(key, one.trigger.start, one.trigger.end),
        negated=one.negated,
        modality=one.modality,
        attributed_to=said.draft.id if said and said.draft else None,
        speaker=said.words if said else None,
        cue=said.cue if said else None,
        date=None if type.structural else date_in(words, document.published),
        confidence=one.confidence,
    )
