"""Why a relation was read or not: every statement that was thought of, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from actors.extract.relations.anchors import anchor
from actors.extract.relations.assemble import considered, each_once, guessed, weighed
from actors.extract.relations.confidence import confidence
from actors.extract.relations.modality import standing
from actors.extract.relations.pair_claims import READER
from actors.extract.relations.tiers import event, tier_of
from actors.ontology import using

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from actors.extract.relations.claims import Claim
    from actors.types import Document, Entity, Mention, Modality, Settings

__all__ = ["Explanation", "explain"]


class Explanation(NamedTuple):
    """A statement that was thought of.

    ``rule`` is the family of rules that reads it, "" if none does; ``network`` the probability
    that the network gives it (0: none worth telling); ``confidence`` what both come to, and
    ``asked`` the least that lets it in. ``taken`` tells whether it is read, ``why`` why not.
    """

    sentence: str
    source: str
    type: str
    target: str
    negated: bool
    modality: Modality
    rule: str
    network: float
    confidence: float
    asked: float
    taken: bool
    why: str


def explain(
    doc: Doc,
    document: Document,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    settings: Settings,
) -> list[Explanation]:
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
        open_ends = {
            id(claim)
            for claim in thought
            if not settings.recall and not event(claim) and guessed(claim, doc, anchors)
        }
        sure_of_ends = [claim for claim in thought if id(claim) not in open_ends]
        told = {id(claim) for claim, _ in weighed(sure_of_ends, known, doc, anchors, tier)}
        names = {entity.id: entity.name for entity in entities}
        found = []
        for claim in each_once(thought, doc):
            sure, asked = confidence(claim, known, anchors), tier.least(claim, anchors)
            read = known.read.of(claim)
            predicate = doc[claim.predicate]
            negated, modality = standing(claim, predicate, read)
            ends = [_named(one.mention, names) for one in (claim.source, claim.target)]
            why = _why(claim, id(claim) in told, id(claim) in open_ends, sure, asked)
            found.append(
                Explanation(
                    predicate.sent.text.strip(),
                    ends[0],
                    claim.type,
                    ends[1],
                    negated != claim.negated,
                    modality,
                    "" if claim.rule == READER else claim.rule or "verb or noun",
                    round(read.probability, 3) if read else 0.0,
                    round(sure, 3),
                    asked,
                    id(claim) in told,
                    why,
                )
            )
        return found


def _named(mention: Mention, names: dict[str, str]) -> str:
    """The words of a mention, with the actor that they mean if that is another name."""
    name = names[mention.entity]
    return mention.text if mention.text == name else f"{mention.text} ({name})"


def _why(claim: Claim, taken: bool, open_end: bool, sure: float, asked: float) -> str:
    if taken:
        return "read"
    if open_end:
        return "a pronoun may mean another"
    if sure < asked:
        return "too unlikely"
    return "something else is read of the two"
