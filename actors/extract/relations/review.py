"""The classifier's reading of events: another type for some, and some that the lexicon misses.

The parse decides who may be tied (`candidates`), the classifier whether an event is stated, which
one, and in which direction. The default tier takes what it is very sure of, the recall tier more.
The lexicon's own readings keep their type unless the classifier is sure of another of the same
class: their definitions are followed to the letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from actors.extract.relations.anchors import Anchors, Found
from actors.extract.relations.candidates import Candidate
from actors.extract.relations.caveats import opposed, played
from actors.extract.relations.claims import Claim
from actors.extract.relations.classifier import Ends, Judgement, classifier
from actors.extract.relations.companions import Pairing
from actors.extract.relations.status import status
from actors.extract.relations.sureness import chance, sureness, where
from actors.ontology import ontology

if TYPE_CHECKING:
    from spacy.tokens import Doc

Opinions: TypeAlias = Mapping[tuple[str, str], Judgement]
"""(Source, target), as mention ids -> what the classifier says of the two."""


class Tier(NamedTuple):
    """How sure it has to be.

    ``type`` is the least share of another type, for a change; ``local`` where the place of an event
    that no rule states may be a party to it; ``likely``, ``unnamed`` and ``tie``
    are the least probabilities of an event, of one with somebody who has no name, and of a
    standing tie.
    """

    type: float
    local: bool
    likely: float
    unnamed: float
    tie: float


DEFAULT = Tier(0.9, False, 0.45, 0.5, 0.5)
RECALL = Tier(0.75, True, 0.0, 0.0, 0.0)
CERTAINTY = 0.3
"""Least certainty of the pattern of a claim, in either tier: what it is worth is fitted."""
READ = 0.3
"""Least sureness of an event that the classifier reads and no rule."""
NETWORK = "network"
"""The `Claim.rule` of an event that the classifier reads and no rule."""
TYPED = 0.6
"""Least probability of the type of an event that no rule states."""
DOUBTED = 0.2
"""Most probability of the old type, for a change."""


def opinions(
    doc: Doc,
    claims: Iterable[Claim],
    found: Iterable[Candidate],
    beside: Iterable[Pairing],
    anchors: Anchors,
) -> Opinions:
    """What the classifier says of every pair that is or may be tied, or stands side by side.

    Each pair is asked once.
    """
    sides = [(one.source, one.target) for one in claims if event(one)]
    sides += [(one.source, one.target) for one in found]
    pairs = {(a.mention.id, b.mention.id): ends(a, b, anchors) for a, b in sides}
    others = {(a.mention.id, b.mention.id): ends(a, b, anchors) for a, b in beside}
    others = {pair: where for pair, where in others.items() if pair not in pairs}
    judged = classifier().judge(doc, list(pairs.values()), list(others.values()))
    named = zip([*pairs, *others], judged, strict=True)
    return {pair: said for pair, said in named if said is not None}


def event(claim: Claim) -> bool:
    """Whether it states something done rather than what two actors are to each other."""
    return not ontology()[claim.type].structural


def ends(source: Found, target: Found, anchors: Anchors) -> Ends:
    """The tokens of both ends."""
    return anchors.spans[source.mention.id], anchors.spans[target.mention.id]


def reviewed(doc: Doc, claims: Iterable[Claim], said: Opinions, tier: Tier) -> Iterator[Claim]:
    """The claims in order, events with the type that the classifier gives them."""
    for claim in claims:
        opinion = said.get((claim.source.mention.id, claim.target.mention.id))
        asked = opinion is not None and claim.type in opinion.types and event(claim)
        yield settled(doc, claim, opinion, tier) if opinion and asked else claim


def settled(doc: Doc, claim: Claim, said: Judgement, tier: Tier) -> Claim:
    """The claim with the classifier's type, if it is sure and the path allows it.

    The class (verbal or material, cooperation or conflict) is never changed. Mutual events keep
    their type, which the build of the clause decides, and so does what is negated, planned or
    merely possible.
    """
    known, best = ontology(), said.best
    old, new = known[claim.type], known[best]
    kinds = claim.source.mention.kind, claim.target.mention.kind
    if said.types[best] < tier.type or said.types[claim.type] > DOUBTED or not new.takes(*kinds):
        return claim
    if old.quad != new.quad or old.sign != new.sign or old.symmetric or new.symmetric:
        return claim
    if claim.negated or status(doc[claim.predicate]) != (False, "asserted"):
        return claim
    return replace(claim, type=best)


def missed(
    doc: Doc,
    claims: Sequence[Claim],
    found: Iterable[Candidate],
    said: Opinions,
    anchors: Anchors,
    tier: Tier,
) -> Iterator[Claim]:
    """Events that no claim states, of each two actors of a sentence the likelier direction."""
    best: dict[tuple[object, ...], Claim] = {}
    taken = {tie(claim, doc) for claim in claims}
    acts = {act(claim) for claim in claims}
    for one in (one for one in found if not one.reported):
        opinion = said.get((one.source.mention.id, one.target.mention.id))
        claim = read(one, opinion, anchors) if opinion and opinion.types else None
        if claim is None or act(claim) in acts:
            continue
        if not tier.local and where(one, claim.type, anchors):
            continue
        key = tie(claim, doc)
        if key in taken or (*key[:1], None) in taken:
            continue
        if key not in best or best[key].confidence < claim.confidence:
            best[key] = claim
    yield from best.values()


def untied(doc: Doc, found: Iterable[Candidate], claims: Sequence[Claim]) -> list[Candidate]:
    """The pairs that no rule ties in their sentence, nor for good."""
    taken = {tie(claim, doc) for claim in claims}
    kept = []
    for one in found:
        both = frozenset((one.source.mention.entity, one.target.mention.entity))
        if not taken & {(both, None), (both, one.predicate.sent.start)}:
            kept.append(one)
    return kept


def act(claim: Claim) -> tuple[str, int, str]:
    """Who does what by which word: the rules have read to whom."""
    return claim.source.mention.entity, claim.predicate, claim.type


def tie(claim: Claim, doc: Doc) -> tuple[object, ...]:
    """Two actors, whichever way round, with the sentence of an event; for all of it if standing."""
    both = frozenset((claim.source.mention.entity, claim.target.mention.entity))
    return both, doc[claim.predicate].sent.start if event(claim) else None


def read(one: Candidate, said: Judgement, anchors: Anchors) -> Claim | None:
    """The event that the classifier reads; a refusal, once read, isn't negated again."""
    type_, share = said.best, said.types[said.best]
    known = ontology()[type_]
    if share < TYPED or sureness(one, said, anchors) < READ:
        return None
    if not known.takes(one.source.mention.kind, one.target.mention.kind):
        return None
    verb = one.predicate
    if known.sign == "+" and opposed(verb.doc[anchors.roots[one.target.mention.id]], verb):
        return None
    if played(verb, type_):
        return None
    undone = known.quad.endswith("conflict") and status(verb)[0]
    source, target = Found(one.source.mention), Found(one.target.mention)
    sure = chance(one, said, anchors)
    where = verb.i, verb.i + 1
    return Claim(type_, source, target, verb.i, where, sure, negated=undone, rule=NETWORK)
