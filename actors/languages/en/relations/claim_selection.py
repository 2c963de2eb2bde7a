"""Which claims are kept: those that may be, each statement once, what is likely, what agrees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import Anchors
from actors.languages.en.relations.caveats import whose
from actors.languages.en.relations.claims import Claim
from actors.languages.en.relations.confidence import Evidence, confidence
from actors.languages.en.relations.embedding import disapproved, wished
from actors.languages.en.relations.misplaced import ruled_out
from actors.languages.en.relations.pair_claims import READER
from actors.languages.en.relations.pledges import promise
from actors.languages.en.relations.tiers import Tier, event, unnamed_ends
from actors.ontology import Ontology, ontology
from actors.types import (
    Mention,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc


SERVING = ("represents", "works_for")
"""What who leads a body does for it anyway."""


def fits(claim: Claim, doc: Doc, anchors: Anchors) -> bool:
    """Whether a claim is allowed, and no wish, called wrong or ruled out by the words around."""
    end = doc[anchors.roots[claim.target.mention.id]]
    if claim.structural:
        void = wished(end, doc[claim.predicate])
    else:
        void = disapproved(doc[anchors.roots[claim.source.mention.id]], end)
    return allowed(claim, anchors) and not void and not ruled_out(claim, doc, anchors)


def allowed(claim: Claim, anchors: Anchors) -> bool:
    """Different entities, of kinds that the type takes; of a standing tie one has a name."""
    one, other = claim.source.mention, claim.target.mention
    if one.entity == other.entity:
        return False
    if unnamed_ends(claim, anchors) > (1 if claim.structural else 2):
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


def statement(claim: Claim, doc: Doc, known: Ontology) -> tuple[object, ...]:
    """What makes two claims the same statement: type, ends and sentence."""
    one, other = claim.source.mention.entity, claim.target.mention.entity
    predicate = doc[claim.predicate]
    type_ = "agree" if promise(claim, predicate) is not None else claim.type
    if known[type_].symmetric and other < one:
        one, other = other, one
    return type_, one, other, predicate.sent.start


def weighed(
    thought: Sequence[Claim], known: Evidence, doc: Doc, anchors: Anchors, tier: Tier
) -> list[tuple[Claim, float]]:
    """Each statement once with its probability; what is too unlikely for the tier goes."""
    told = [(claim, confidence(claim, known, anchors)) for claim in each_once(thought, doc)]
    likely = [(claim, sure) for claim, sure in told if sure >= tier.least(claim, anchors)]
    return list(compatible(likely))


def compatible(told: Sequence[tuple[Claim, float]]) -> Iterator[tuple[Claim, float]]:
    """All but what the network reads beside something better of the same two in the sentence.

    That is an event that a rule reads or a likelier one, for an event; a likelier tie that a rule
    reads, for a tie; a type of the user's own, for both. Who leads a body needs no other office.
    """
    own = {beside(claim)[:2] for claim, _ in told if ontology()[claim.type].own}
    led = {beside(claim)[:2] for claim, _ in told if claim.rule != READER and claim.type == "leads"}
    best: dict[tuple[object, ...], float] = {}
    for claim, sure in told:
        best[beside(claim)] = max(_weight(claim, sure), best.get(beside(claim), 0.0))
    for claim, sure in told:
        pair = beside(claim)[:2]
        office = claim.type in SERVING and claim.target.mention.kind == "organisation"
        better = pair in own or sure < best[beside(claim)] or (office and pair in led)
        if claim.rule != READER or not better:
            yield claim, sure


def _weight(claim: Claim, sure: float) -> float:
    """What a claim counts against those of the network: of ties, only what rules read counts."""
    if claim.rule == READER:
        return sure if event(claim) else 0.0
    return 1.0 if event(claim) else sure


def beside(claim: Claim) -> tuple[object, ...]:
    """The sentence, the two actors, whichever way round, and whether it is an event."""
    one, other = claim.source.mention, claim.target.mention
    return one.sentence, frozenset((one.entity, other.entity)), event(claim)
