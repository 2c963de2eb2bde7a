"""From claims to relations: status, attribution, date, tier, one record a statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

from actors.extract.relations.anchors import Anchors, anchor
from actors.extract.relations.attitudes import Opinions, attitudes
from actors.extract.relations.candidates import Candidate, candidates
from actors.extract.relations.caveats import whose
from actors.extract.relations.claims import Claim, by, tells
from actors.extract.relations.confidence import Evidence, confidence, evidence_of, matched
from actors.extract.relations.context import context_claims
from actors.extract.relations.dating import when, where
from actors.extract.relations.demands import demand_claims
from actors.extract.relations.embedding import wished
from actors.extract.relations.events import verb_claims
from actors.extract.relations.inside import name_claims
from actors.extract.relations.lexicon import role_frames
from actors.extract.relations.misplaced import misplaced
from actors.extract.relations.modality import standing
from actors.extract.relations.nominal import noun_claims
from actors.extract.relations.offices import office_claims
from actors.extract.relations.own_types import own_nouns
from actors.extract.relations.pair_claims import READER, Readings, pair_claims, readings
from actors.extract.relations.pair_scorer import pair_scorer
from actors.extract.relations.pledges import promise, refused
from actors.extract.relations.quotes import attributions
from actors.extract.relations.roles import role_claims
from actors.extract.relations.speakers import Voices, speaker
from actors.extract.relations.stance import RECALL_SIDE, RETURNED, SIDE, Leaning, stances, stated
from actors.extract.relations.status import status
from actors.extract.relations.structure import structure_claims
from actors.extract.relations.tiers import CERTAINTY, Tier, event, tier_of, unnamed_ends
from actors.extract.sentences import sentences
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
)

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc, Token
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
    said = attitudes(doc, [claim for claim, _ in told], found, anchors, recall=settings.recall)
    read_too = leaning(doc, document.key, mentions, anchors, said)
    return relations, [*stated(relations, mentions), *read_too]


def considered(
    doc: Doc, mentions: Sequence[Mention], anchors: Anchors
) -> tuple[list[Claim], Evidence, list[Candidate]]:
    """What rules and network think of, what is known beside, and whom one clause may tie."""
    scorer = pair_scorer()
    scores = scorer.score(doc.text, list(sentences(doc)), mentions)
    read = readings(scores, scorer.labels["types"] if scores else [], anchors)
    ruled = [c for c in claims(doc, anchors) if c.certainty >= CERTAINTY and fits(c, doc, anchors)]
    found = candidates(doc, anchors)
    known = evidence_of(read, found, ruled)
    more = (claim for claim in pair_claims(doc, read, anchors) if not matched(claim, known))
    return [*ruled, *(claim for claim in more if fits(claim, doc, anchors))], known, found


def each_once(read: Iterable[Claim], doc: Doc) -> list[Claim]:
    """Every statement once, in the order of the text: as the surest rule has it, if one has."""
    best: dict[tuple[object, ...], Claim] = {}
    for claim in read:
        key = statement(claim, doc, ontology())
        if key not in best or rank(claim) > rank(best[key]):
            best[key] = claim
    return sorted(
        best.values(),
        key=lambda c: (c.trigger, c.type, c.source.mention.span, c.target.mention.span),
    )


def rank(claim: Claim) -> tuple[bool, float]:
    """Which of two claims of one statement to keep: that of a rule, the surer."""
    return claim.rule != READER, claim.certainty


def weighed(
    thought: Sequence[Claim], known: Evidence, doc: Doc, anchors: Anchors, tier: Tier
) -> list[tuple[Claim, float]]:
    """Each statement once with its probability; what is too unlikely for the tier goes."""
    told = [(claim, confidence(claim, known, anchors)) for claim in each_once(thought, doc)]
    likely = [(claim, sure) for claim, sure in told if sure >= tier.least(claim, anchors)]
    return list(compatible(likely))


def compatible(told: Sequence[tuple[Claim, float]]) -> Iterator[tuple[Claim, float]]:
    """All but what the network reads beside something better of the same two in the sentence.

    That is what a rule reads, ties beside ties and events beside events; a type of the user's own
    beside both; or a likelier event.
    """
    own = {beside(claim)[:2] for claim, _ in told if ontology()[claim.type].own}
    best: dict[tuple[object, ...], float] = {}
    for claim, sure in told:
        weight = 1.0 if claim.rule != READER else sure if event(claim) else 0.0
        best[beside(claim)] = max(weight, best.get(beside(claim), 0.0))
    for claim, sure in told:
        better = beside(claim)[:2] in own or sure < best[beside(claim)]
        if claim.rule != READER or not better:
            yield claim, sure


def beside(claim: Claim) -> tuple[object, ...]:
    """The sentence, the two actors, whichever way round, and whether it is an event."""
    one, other = claim.source.mention, claim.target.mention
    return one.sentence, frozenset((one.entity, other.entity)), event(claim)


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


def fits(claim: Claim, doc: Doc, anchors: Anchors) -> bool:
    """Whether a claim is allowed, and neither a wish nor taken back by the words around it."""
    end = doc[anchors.roots[claim.target.mention.id]]
    hoped = claim.structural and wished(end, doc[claim.predicate])
    return allowed(claim, anchors) and not hoped and not misplaced(claim, doc, anchors)


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
