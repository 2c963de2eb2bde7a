"""What holding an office entails, by the class of the office and the kind of body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.extract.relations.anchors import Anchors, Found
from actors.extract.relations.claims import Claim, trigger
from actors.extract.relations.phrases import is_a

if TYPE_CHECKING:
    from spacy.tokens import Token

TIES = {
    ("state_head", "state"): (("leads", 0.9), ("represents", 0.85), ("citizen_of", 0.85)),
    ("state_head", "group"): (("leads", 0.9), ("member_of", 0.85)),
    ("state_head", "place"): (("leads", 0.8), ("represents", 0.6)),
    ("state_head", "folk"): (("leads", 0.6),),
    ("head", "state"): (("leads", 0.75), ("represents", 0.7), ("citizen_of", 0.8)),
    ("head", "group"): (("leads", 0.88), ("member_of", 0.85)),
    ("head", "place"): (("leads", 0.85),),
    ("head", "folk"): (("leads", 0.6),),
    ("minister", "state"): (("represents", 0.88), ("citizen_of", 0.85)),
    ("minister", "group"): (("member_of", 0.75),),
    ("minister", "place"): (("represents", 0.8),),
    ("envoy", "state"): (("represents", 0.88), ("citizen_of", 0.7)),
    ("envoy", "group"): (("represents", 0.88), ("member_of", 0.8)),
    ("envoy", "place"): (("represents", 0.8),),
    ("member", "group"): (("member_of", 0.85),),
    ("member", "state"): (("citizen_of", 0.8),),
    ("citizen", "state"): (("citizen_of", 0.8),),
}
RULING = ("leader", "head", "chief", "chairman", "commander")
ADJECTIVAL = ("us", "u.s.", "uk", "u.k.", "eu", "un", "u.n.")


def office_ties(
    noun: Token, held: str, holder: Found, body: Found, anchors: Anchors
) -> Iterator[Claim]:
    """The relations that an office entails."""
    kind = body_kind(body, anchors)
    if kind == "state":
        held = over_state(noun, held)
        if stands_outside(noun, held, body, anchors):
            return
    for type_, sure in TIES.get((held, kind), ()):
        yield Claim(type_, holder, body, noun.i, trigger(noun), sure, structural=True)


def over_state(noun: Token, held: str) -> str:
    """A state has leaders and heads; its directors and editors are only its nationals."""
    if held == "head" and noun.lemma_.lower() not in RULING:
        return "citizen"
    return held


def stands_outside(noun: Token, held: str, body: Found, anchors: Anchors) -> bool:
    """ "Syria expert": who studies a country needn't be of it."""
    mention = body.mention
    if held not in ("member", "citizen") or not is_a(noun, "watcher"):
        return False
    root = noun.doc[anchors.roots[mention.id]]
    return mention.kind == "country" and root.dep_ != "poss" and root.lower_ not in ADJECTIVAL


def body_kind(body: Found, anchors: Anchors) -> str:
    """State, place, folk (a people without a state) or group: what an office is held in."""
    kind = body.mention.kind
    entity = anchors.entities.get(body.mention.entity)
    if kind == "group":
        return "state" if entity is not None and entity.kind == "country" else "folk"
    if kind == "country":
        return "state"
    return "place" if kind == "place" else "group"
