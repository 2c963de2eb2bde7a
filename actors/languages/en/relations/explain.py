"""Why a relation was read or not: every statement that was thought of, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import anchor
from actors.languages.en.relations.assemble import considered
from actors.languages.en.relations.claim_selection import each_once, guessed, weighed
from actors.languages.en.relations.confidence import confidence
from actors.languages.en.relations.modality import standing
from actors.languages.en.relations.pair_claims import READER
from actors.languages.en.relations.tiers import event, tier_of
from actors.languages.explanation import ExplainedStatement
from actors.ontology import using

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from actors.languages.en.relations.anchors import Anchors
    from actors.languages.en.relations.claims import Claim
    from actors.languages.en.relations.pair_claims import Reading
    from actors.types import Document, Entity, Mention, Settings

__all__ = ["explain"]


def explain(
    doc: Doc,
    document: Document,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    settings: Settings,
) -> list[ExplainedStatement]:
    """Every statement that the rules or the network think of, in the order of the text.

    Args:
        doc: the parsed ``document.text``.
        document: where the text comes from.
        mentions: all mentions, each given to an entity.
        entities: who the mentions refer to.
        settings: ``recall`` asks for less.
    """
    with using(settings.ontology):
        anchors, tier = anchor(doc, mentions, entities), tier_of(settings)
        thought, known, _ = considered(doc, mentions, anchors)
        tie = (claim for claim in thought if not settings.recall and not event(claim))
        doubtful = {id(claim) for claim in tie if guessed(claim, doc, anchors)}
        clear = [claim for claim in thought if id(claim) not in doubtful]
        told = {id(claim) for claim, _ in weighed(clear, known, doc, anchors, tier)}
        found = []
        for claim in each_once(thought, doc):
            sure, least = confidence(claim, known, anchors), tier.least(claim, anchors)
            taken = id(claim) in told
            why = _why(taken, id(claim) in doubtful, sure < least)
            plain = _explained(claim, doc, known.read.of(claim), anchors)
            found.append(
                plain._replace(confidence=round(sure, 3), asked=least, taken=taken, why=why)
            )
        return found


def _explained(
    claim: Claim, doc: Doc, read: Reading | None, anchors: Anchors
) -> ExplainedStatement:
    """What is told of a statement before it is weighed."""
    predicate = doc[claim.predicate]
    negated, modality = standing(claim, predicate, read)
    return ExplainedStatement(
        sentence=predicate.sent.text.strip(),
        source=_named(claim.source.mention, anchors),
        type=claim.type,
        target=_named(claim.target.mention, anchors),
        negated=negated != claim.negated,
        modality=modality,
        rule="" if claim.rule == READER else claim.rule or "verb or noun",
        network=round(read.probability, 3) if read else 0.0,
        confidence=0.0,
        asked=0.0,
        taken=False,
        why="",
    )


def _named(mention: Mention, anchors: Anchors) -> str:
    """The words of a mention, with the actor that they mean if that is another name."""
    name = anchors.entities[mention.entity].name
    return mention.text if mention.text == name else f"{mention.text} ({name})"


def _why(taken: bool, doubtful: bool, unlikely: bool) -> str:
    if taken:
        return "read"
    if doubtful:
        return "a pronoun may mean another"
    return "too unlikely" if unlikely else "something else is read of the two"
