"""From claims to relations: status, attribution, date, tier, one record a statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, cast

from actors.languages.en.networks import pair_scorer
from actors.languages.en.parsed import text_of
from actors.languages.en.relations.anchors import Anchors, anchor
from actors.languages.en.relations.attitudes import Opinions, attitudes
from actors.languages.en.relations.candidates import Candidate, candidates
from actors.languages.en.relations.claim_selection import fits, guessed, weighed
from actors.languages.en.relations.claims import Claim
from actors.languages.en.relations.confidence import Evidence, evidence_of, matched
from actors.languages.en.relations.dating import when, where
from actors.languages.en.relations.misplaced import spoken_against
from actors.languages.en.relations.modality import standing
from actors.languages.en.relations.pair_claims import Readings, pair_claims, readings
from actors.languages.en.relations.pledges import promise, refused
from actors.languages.en.relations.quotes import attributions
from actors.languages.en.relations.rule_claims import claims
from actors.languages.en.relations.speakers import Voices, speaker
from actors.languages.en.relations.stance import (
    RECALL_SIDE,
    RETURNED,
    SIDE,
    Leaning,
    stances,
    stated,
)
from actors.languages.en.relations.status import status
from actors.languages.en.relations.tiers import CERTAINTY, event, tier_of
from actors.languages.en.sentences import sentences
from actors.ontology import ontology, using
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
)

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan


class Around(NamedTuple):
    """What relations need to know of their document; its key is a hash of the whole text.

    ``read`` is what the network thinks, ``voices`` who says what.
    """

    key: Key
    published: date | None
    anchors: Anchors
    read: Readings
    voices: Voices


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
    tier = tier_of(settings)
    thought, known, found = considered(doc, mentions, anchors)
    if not settings.recall:
        thought = [c for c in thought if event(c) or not guessed(c, doc, anchors)]
    told = weighed(thought, known, doc, anchors, tier)
    voices = Voices(attributions(doc) if told else [])
    around = Around(document.key, document.published, anchors, known.read, voices)
    relations = [
        record(f"r{number}", claim, sure, doc, around) for number, (claim, sure) in enumerate(told)
    ]
    stated_claims = [claim for claim, _ in told]
    said = attitudes(doc, stated_claims, found, anchors, known.read, recall=settings.recall)
    read_too = leaning(doc, document.key, mentions, anchors, said)
    return relations, [*stated(relations, mentions), *read_too]


def considered(
    doc: Doc, mentions: Sequence[Mention], anchors: Anchors
) -> tuple[list[Claim], Evidence, list[Candidate]]:
    """What rules and network think of, what is known beside, and whom one clause may tie."""
    scorer = pair_scorer()
    scores = scorer.score(text_of(doc), list(sentences(doc)), mentions)
    read = readings(scores, scorer.labels["types"] if scores else [], anchors)
    sure = (claim for claim in claims(doc, anchors) if claim.certainty >= CERTAINTY)
    ruled = [c for c in sure if fits(c, doc, anchors) and not spoken_against(c, doc, anchors)]
    found = candidates(doc, anchors)
    known = evidence_of(read, found, ruled)
    more = (claim for claim in pair_claims(doc, read, anchors) if not matched(claim, known))
    fitting = (claim for claim in more if fits(claim, doc, anchors))
    return [*ruled, *(doubted(claim, doc, anchors) for claim in fitting)], known, found


def doubted(claim: Claim, doc: Doc, anchors: Anchors) -> Claim:
    """A claim of the network, with whether the words around its ends speak against it."""
    return replace(claim, doubted=spoken_against(claim, doc, anchors))


def leaning(
    doc: Doc, document: str, mentions: Sequence[Mention], anchors: Anchors, said: Opinions
) -> Iterator[Leaning]:
    """What the classifier reads of attitudes between actors that are or may be tied."""
    entity = {mention.id: mention.entity for mention in mentions}
    for (source, target), opinion in said.items():
        plus, minus, _ = opinion
        one, other = anchors.roots[source], anchors.roots[target]
        where = evidence(document, doc[one].sent)
        ahead, subject = one < other, doc[one].dep_ == "nsubj"
        yield Leaning(
            entity[source], entity[target], plus, minus, where, ahead=ahead, subject=subject
        )


def evidence(document: str, sentence: SpacySpan) -> Span:
    """A sentence without the white space around it, which may stand for text set aside."""
    text = sentence.text
    start = sentence.start_char + len(text) - len(text.lstrip())
    return Span(document, start, start + len(text.strip()))


def record(id_: str, claim: Claim, sure: float, doc: Doc, around: Around) -> Relation:
    """The relation of a claim, with what else the sentence says."""
    predicate = doc[claim.predicate]
    negated, modality = standing(claim, predicate, around.read.of(claim))
    sentence = predicate.sent
    first, last = doc[claim.trigger[0]], doc[claim.trigger[1] - 1]
    type_, sign = claim.type, claim.sign or ontology()[claim.type].sign
    pledge = promise(claim, predicate)
    if refused(claim, predicate, negated, modality):
        type_, sign, negated, modality = "reject", "-", False, "asserted"
    elif pledge is not None:
        type_, sign, (negated, modality) = "agree", "+", status(pledge)
    voice = speaker(claim.predicate, around.voices, doc, around.anchors)
    return Relation(
        id=id_,
        type=type_,
        source=claim.source.mention.id,
        target=claim.target.mention.id,
        sign=cast(Sign, sign),
        evidence=evidence(around.key, sentence),
        trigger=Span(around.key, first.idx, last.idx + len(last)),
        negated=negated != claim.negated,
        modality=modality,
        attributed_to=voice.mention if voice else None,
        speaker=voice.words if voice else None,
        cue=voice.cue if voice else None,
        date=None if claim.structural else when(predicate, sentence, modality, around.published),
        place=None if claim.structural else where(claim, predicate, around.anchors),
        confidence=round(sure, 3),
    )
