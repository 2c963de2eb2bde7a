"""The recall tier's second reading of events: another type for some, and some that were missed.

The path decides that an event is stated and in which direction, the classifier which one. It also
reads subjects and what stands behind their verb, where no word of the lexicon ties them. The
default tier keeps the types of the lexicon, which follow our definitions to the letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from actors.extract.relations.anchors import Anchors, Found
from actors.extract.relations.claims import Claim
from actors.extract.relations.classifier import Ends, Judgement, classifier
from actors.extract.relations.ontology import ontology
from actors.extract.relations.status import status

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from actors.types import Mention

SURE, DOUBTED = 0.75, 0.2
"""Least probability of the new type and most of the old one, for a change."""
CERTAINTY = 0.45
"""Of a missed event that the classifier is sure of: below the default tier."""
STEPS = 3
"""Longest way from a verb down to the other actor."""
DOWN = ("dobj", "dative", "prep", "pobj", "poss", "amod", "compound", "nmod", "xcomp")


def reviewed(doc: Doc, claims: Sequence[Claim], anchors: Anchors) -> Iterator[Claim]:
    """The claims in order, events with the type that the classifier gives them."""
    pairs = [ends(claim.source, claim.target, anchors) for claim in claims if event(claim)]
    judged = iter(classifier().judge(doc, pairs) if pairs else [])
    for claim in claims:
        said = next(judged) if event(claim) else None
        yield settled(doc, claim, said) if said else claim


def event(claim: Claim) -> bool:
    """Whether it states something done rather than what two actors are to each other."""
    return ontology()[claim.type].quad != "structural"


def ends(source: Found, target: Found, anchors: Anchors) -> Ends:
    """The tokens of both ends."""
    return anchors.spans[source.mention.id], anchors.spans[target.mention.id]


def settled(doc: Doc, claim: Claim, said: Judgement) -> Claim:
    """The claim with the classifier's type, if it is sure and the path allows it.

    The class (verbal or material, cooperation or conflict) is never changed. Mutual events keep
    their type, which the build of the clause decides, and so does what is negated, planned or
    merely possible.
    """
    known, best = ontology(), said.best
    old, new = known[claim.type], known[best]
    kinds = claim.source.mention.kind, claim.target.mention.kind
    if said.types[best] < SURE or said.types[claim.type] > DOUBTED or not new.takes(*kinds):
        return claim
    if old.quad != new.quad or old.sign != new.sign or old.symmetric or new.symmetric:
        return claim
    if claim.negated or status(doc[claim.predicate]) != (False, "asserted"):
        return claim
    return replace(claim, type=best)


def missed(doc: Doc, claims: Sequence[Claim], anchors: Anchors) -> Iterator[Claim]:
    """Events between a subject and an actor behind its verb that no claim ties (recall tier)."""
    tied = {tie(claim.source.mention, claim.target.mention) for claim in claims}
    found = [
        (verb, Found(one), Found(other))
        for verb, one, other in candidates(doc, anchors)
        if tie(one, other) not in tied
    ]
    pairs = [ends(one, other, anchors) for _, one, other in found]
    judged = classifier().judge(doc, pairs) if pairs else []
    for (verb, one, other), said in zip(found, judged, strict=True):
        if said is not None:
            sure = CERTAINTY * (1 - said.none) * said.types[said.best]
            yield Claim(said.best, one, other, verb.i, (verb.i, verb.i + 1), sure)


def tie(one: Mention, other: Mention) -> frozenset[str]:
    """Two actors, whichever way round."""
    return frozenset((one.entity, other.entity))


def candidates(doc: Doc, anchors: Anchors) -> Iterator[tuple[Token, Mention, Mention]]:
    """A verb, the actor that is its subject, and each actor below the verb in the same clause."""
    roots = sorted(anchors.heads)
    for at in roots:
        verb = doc[at].head
        if doc[at].dep_ != "nsubj" or verb.pos_ != "VERB":
            continue
        for below in roots:
            if below > verb.i and within(doc[below], verb):
                yield verb, anchors.heads[at], anchors.heads[below]


def within(token: Token, verb: Token) -> bool:
    """Whether a token hangs on the verb by a few steps that stay in its clause."""
    for _ in range(STEPS):
        if token.dep_ not in DOWN:
            return False
        if token.head == verb:
            return True
        token = token.head
    return False
