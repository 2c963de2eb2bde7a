"""From claims to relations: status, attribution, date, tier, one record a statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

from actors.extract.relations.anchors import Anchors, anchor
from actors.extract.relations.candidates import candidates
from actors.extract.relations.caveats import whose
from actors.extract.relations.claims import Claim, by, tells
from actors.extract.relations.companions import companions
from actors.extract.relations.context import context_claims
from actors.extract.relations.credit import credit
from actors.extract.relations.dating import when, where
from actors.extract.relations.demands import demand_claims
from actors.extract.relations.events import verb_claims
from actors.extract.relations.inside import name_claims
from actors.extract.relations.lexicon import role_frames
from actors.extract.relations.nominal import noun_claims
from actors.extract.relations.offices import office_claims
from actors.extract.relations.own_types import own_nouns
from actors.extract.relations.pledges import promise, refused
from actors.extract.relations.quotes import attributions
from actors.extract.relations.review import (
    CERTAINTY,
    DEFAULT,
    NETWORK,
    RECALL,
    Opinions,
    Tier,
    event,
    missed,
    opinions,
    reviewed,
    untied,
)
from actors.extract.relations.roles import role_claims
from actors.extract.relations.speakers import Voices, speaker
from actors.extract.relations.stance import RECALL_SIDE, RETURNED, SIDE, Leaning, stances, stated
from actors.extract.relations.status import status, tie_status
from actors.extract.relations.structure import structure_claims
from actors.extract.relations.sureness import hopeful
from actors.extract.relations.trust import Backing, backing, trust
from actors.ontology import Ontology, ontology, using
from actors.types import (
    Document,
    Entity,
    Key,
    Mention,
    Relation,
    Settings,
    Sign,
    Span,
    Stance,
    nameless,
)

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan


class Origin(NamedTuple):
    """What relations need to know of their document; its key is a hash of the whole text."""

    key: Key
    published: date | None


def relations(
    doc: Doc,
    document: Document,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    settings: Settings,
) -> list[Relation]:
    """The relations that a document states between its mentions.

    Args:
        doc: the parsed ``document.text``.
        document: where the text comes from; its date anchors "on Wednesday".
        mentions: all mentions, each given to an entity.
        entities: who the mentions refer to.
        settings: ``recall`` lets the less certain tier in.

    Returns:
        One relation for each type, direction and sentence, in the order of the text.
    """
    return reading(doc, document, mentions, entities, settings)[0]


def reading(
    doc: Doc,
    document: Document,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    settings: Settings,
) -> tuple[list[Relation], list[Stance]]:
    """The relations that a document states, and the stances read from it; as `relations`."""
    found, leanings = with_leanings(doc, document, mentions, entities, settings)
    return found, held(leanings, settings)


def held(leanings: Iterable[Leaning], settings: Settings) -> list[Stance]:
    """The stances that are clear enough for the tier."""
    return stances(leanings, *((RECALL_SIDE, RETURNED) if settings.recall else (SIDE,)))


def with_leanings(
    doc: Doc,
    document: Document,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    settings: Settings,
) -> tuple[list[Relation], list[Leaning]]:
    """The relations, and what each sentence says for the sides of its actors."""
    with using(settings.ontology):
        return _read(doc, document, mentions, entities, settings)


def _read(
    doc: Doc,
    document: Document,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    settings: Settings,
) -> tuple[list[Relation], list[Leaning]]:
    anchors = anchor(doc, mentions, entities)
    tier = RECALL if settings.recall else DEFAULT
    read = [c for c in claims(doc, anchors) if c.certainty >= CERTAINTY and allowed(c, anchors)]
    found = candidates(doc, anchors)
    if not settings.recall:
        read = [c for c in read if event(c) or not guessed(c, doc, anchors)]
        found = untied(doc, [c for c in found if hopeful(c, anchors)], read)
    beside = companions(doc, anchors, found, both_ways=settings.recall)
    said = opinions(doc, read, found, beside, anchors)
    read = list(reviewed(doc, read, said, tier))
    read += missed(doc, read, found, said, anchors, tier)
    told = weighed(read, said, doc, anchors, tier)
    voices = Voices(attributions(doc) if told else [])
    about = Origin(document.key, document.published)
    relations = [
        record(f"r{number}", claim, sure, doc, about, anchors, voices)
        for number, (claim, sure) in enumerate(told)
    ]
    read_too = leaning(doc, about.key, mentions, anchors, said)
    return relations, [*stated(relations, mentions), *read_too]


def each_once(read: Iterable[Claim], doc: Doc) -> list[Claim]:
    """The surest claim of every statement, in the order of the text."""
    best: dict[tuple[object, ...], Claim] = {}
    for claim in read:
        key = statement(claim, doc, ontology())
        if key not in best or claim.certainty > best[key].certainty:
            best[key] = claim
    return sorted(
        best.values(),
        key=lambda c: (c.trigger, c.type, c.source.mention.span, c.target.mention.span),
    )


def weighed(
    read: Sequence[Claim], said: Opinions, doc: Doc, anchors: Anchors, tier: Tier
) -> list[tuple[Claim, float]]:
    """Each statement once with its probability; what is too unlikely for the tier goes."""
    backed = backing(read)
    told = [
        (claim, probability(claim, said, backed, doc, anchors)) for claim in each_once(read, doc)
    ]
    return [(claim, sure) for claim, sure in told if sure >= least(claim, anchors, tier)]


def least(claim: Claim, anchors: Anchors, tier: Tier) -> float:
    """The least probability that lets a claim into the tier."""
    if not event(claim):
        return tier.tie
    return tier.unnamed if unnamed_ends(claim, anchors) else tier.likely


def unnamed_ends(claim: Claim, anchors: Anchors) -> int:
    """How many of the two have no name."""
    ends = (claim.source, claim.target)
    return sum(nameless(anchors.entities[one.mention.entity]) for one in ends)


def probability(claim: Claim, said: Opinions, backed: Backing, doc: Doc, anchors: Anchors) -> float:
    """That the claim is right: of a tie, of an event by rule, of one by the classifier alone."""
    if not event(claim):
        return trust(claim, backed, doc, anchors)
    if claim.rule == NETWORK:
        return claim.certainty
    return credit(claim, said.get((claim.source.mention.id, claim.target.mention.id)), doc, anchors)


def leaning(
    doc: Doc, document: str, mentions: Sequence[Mention], anchors: Anchors, said: Opinions
) -> Iterator[Leaning]:
    """What the classifier reads of attitudes between actors that are or may be tied."""
    entity = {mention.id: mention.entity for mention in mentions}
    for (source, target), opinion in said.items():
        plus, minus, _ = opinion.stance
        one, other = anchors.roots[source], anchors.roots[target]
        where = evidence(document, doc[one].sent)
        ahead, subject = one < other, doc[one].dep_ == "nsubj"
        yield Leaning(
            entity[source], entity[target], plus, minus, where, ahead=ahead, subject=subject
        )


def claims(doc: Doc, anchors: Anchors) -> Iterator[Claim]:
    """All claims of all sentences that tell of two actors or more, and of bare titles."""
    yield from by("context", context_claims(doc, anchors))
    yield from by("own name", name_claims(doc, anchors))
    for sentence in doc.sents:
        if not tells(sentence, anchors):
            continue
        used: set[int] = set()
        for token in sentence:
            if token.pos_ == "VERB":
                for claim in verb_claims(token, anchors):
                    used.update(range(*claim.trigger))
                    yield claim
                yield from demand_claims(token, anchors)
        for token in sentence:
            yield from noun_and_structure(token, anchors, used)


def noun_and_structure(token: Token, anchors: Anchors, used: set[int]) -> Iterator[Claim]:
    """What nouns and the build of noun phrases state."""
    if token.pos_ in ("NOUN", "PROPN") and token.i not in used and token.i not in anchors.cover:
        yield from noun_claims(token, anchors)
    if token.pos_ in ("NOUN", "PROPN"):
        yield from by("office", office_claims(token, anchors))
    if token.lemma_.lower() in role_frames() or any(own_nouns(token)):
        yield from by("role", role_claims(token, anchors))
    yield from structure_claims(token, anchors)


def allowed(claim: Claim, anchors: Anchors) -> bool:
    """Different entities, of kinds that the type takes; without a name at most one, of an event."""
    one, other = claim.source.mention, claim.target.mention
    if one.entity == other.entity:
        return False
    if unnamed_ends(claim, anchors) > (0 if claim.structural else 1):
        return False
    if event(claim) and teams(one, other, anchors):
        return False
    return ontology()[claim.type].takes(one.kind, other.kind)


def teams(one: Mention, other: Mention, anchors: Anchors) -> bool:
    """Whether two teams play each other, which is no event."""
    return all(anchors.entities[end.entity].subtype == "team" for end in (one, other))


def guessed(claim: Claim, doc: Doc, anchors: Anchors) -> bool:
    """Whether one end is a pronoun that may as well mean another."""
    return any(whose(one.mention, doc, anchors) for one in (claim.source, claim.target))


def statement(claim: Claim, doc: Doc, known: Ontology) -> tuple[object, ...]:
    """What makes two claims the same statement: type, ends and sentence."""
    one, other = claim.source.mention.entity, claim.target.mention.entity
    predicate = doc[claim.predicate]
    type_ = "agree" if promise(claim, predicate) is not None else claim.type
    if known[type_].symmetric and other < one:
        one, other = other, one
    return type_, one, other, predicate.sent.start


def evidence(document: str, sentence: SpacySpan) -> Span:
    """A sentence without the white space around it, which may stand for text set aside."""
    text = sentence.text
    start = sentence.start_char + len(text) - len(text.lstrip())
    return Span(document, start, start + len(text.strip()))


def record(
    id_: str,
    claim: Claim,
    sure: float,
    doc: Doc,
    about: Origin,
    anchors: Anchors,
    said: Voices,
) -> Relation:
    """The relation of a claim, with what else the sentence says."""
    predicate = doc[claim.predicate]
    read = tie_status if claim.structural else status
    negated, modality = read(predicate)
    sentence = predicate.sent
    first, last = doc[claim.trigger[0]], doc[claim.trigger[1] - 1]
    type_, sign = claim.type, claim.sign or ontology()[claim.type].sign
    pledge = promise(claim, predicate)
    if refused(claim, predicate, negated, modality):
        type_, sign, negated, modality = "reject", "-", False, "asserted"
    elif pledge is not None:
        type_, sign, (negated, modality) = "agree", "+", status(pledge)
    voice = speaker(claim.predicate, said, doc, anchors)
    return Relation(
        id=id_,
        type=type_,
        source=claim.source.mention.id,
        target=claim.target.mention.id,
        sign=cast(Sign, sign),
        evidence=evidence(about.key, sentence),
        trigger=Span(about.key, first.idx, last.idx + len(last)),
        negated=negated != claim.negated,
        modality=modality,
        attributed_to=voice.mention if voice else None,
        speaker=voice.words if voice else None,
        cue=voice.cue if voice else None,
        date=None if claim.structural else when(predicate, sentence, modality, about.published),
        place=None if claim.structural else where(claim, predicate, anchors),
        confidence=round(sure, 3),
    )
