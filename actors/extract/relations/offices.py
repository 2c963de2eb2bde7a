"""Ties that titles, appositions, copulas and possessives state: "Ana Lopez, Peru's envoy"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.extract.relations.anchors import MODIFIERS, Anchors, Found, conjuncts, resolve
from actors.extract.relations.claims import Claim, across, trigger
from actors.extract.relations.phrases import office

if TYPE_CHECKING:
    from spacy.tokens import Token

TIES = {
    ("state_head", "state"): (("leads", 0.9), ("represents", 0.85), ("citizen_of", 0.85)),
    ("state_head", "group"): (("leads", 0.9), ("member_of", 0.85)),
    ("head", "state"): (("leads", 0.8), ("represents", 0.75), ("citizen_of", 0.8)),
    ("head", "group"): (("leads", 0.88), ("member_of", 0.85)),
    ("head", "place"): (("leads", 0.85),),
    ("state_head", "place"): (("leads", 0.8),),
    ("minister", "state"): (("represents", 0.88), ("citizen_of", 0.85)),
    ("minister", "group"): (("member_of", 0.75),),
    ("minister", "place"): (("represents", 0.8),),
    ("envoy", "state"): (("represents", 0.88), ("citizen_of", 0.7)),
    ("envoy", "group"): (("represents", 0.88), ("member_of", 0.8)),
    ("envoy", "place"): (("represents", 0.8),),
    ("member", "group"): (("member_of", 0.85),),
    ("citizen", "state"): (("citizen_of", 0.8),),
}
AT = ("of", "for", "at", "from", "with", "to", "in")


def office_claims(noun: Token, anchors: Anchors) -> Iterator[Claim]:
    """What an office noun states about its holder and the body it is held in."""
    held = office(noun)
    if not held:
        return
    holders = holders_of(noun, anchors)
    if not holders:
        return
    bodies = bodies_of(noun, holders, anchors)
    for holder, body in across(holders, bodies):
        if holder.mention.kind in ("person", "other"):
            yield from ties(noun, held, holder, body)


def ties(noun: Token, held: str, holder: Found, body: Found) -> Iterator[Claim]:
    """The relations that an office entails, by the kind of body."""
    kind = body_kind(body)
    for type_, sure in TIES.get((held, kind), ()):
        yield Claim(type_, holder, body, noun.i, trigger(noun), sure, structural=True)
    if kind == "state" and (held in ("member", "") or held == "citizen"):
        yield Claim("citizen_of", holder, body, noun.i, trigger(noun), 0.8, structural=True)


def body_kind(body: Found) -> str:
    """State, place or group: what an office is held in."""
    kind = body.mention.kind
    if kind in ("country", "group"):
        return "state"
    return "place" if kind == "place" else "group"


def holders_of(noun: Token, anchors: Anchors) -> list[Found]:
    """The person the noun describes: apposition either way, title before the name, copula."""
    found: list[Found] = []
    for child in noun.children:
        if child.dep_ == "appos" and child.i in anchors.heads:
            found += people(child, anchors)
    if noun.dep_ in ("appos", "compound", "nmod", "amod", "conj"):
        above = noun.head
        while above.dep_ in ("appos", "conj") and above.i not in anchors.heads:
            above = above.head
        found += people(above, anchors)
    if noun.dep_ in ("attr", "oprd") and noun.head.lemma_ in ("be", "become", "remain"):
        for child in noun.head.children:
            if child.dep_ == "nsubj":
                found += people(child, anchors)
    if not found and noun.i in anchors.heads and anchors.heads[noun.i].level == "nominal":
        found = [Found(anchors.heads[noun.i], 0.95)]
    return found


def people(token: Token, anchors: Anchors) -> list[Found]:
    """The person mentions headed by a token."""
    return [
        Found(anchors.heads[word.i])
        for word in conjuncts(token, anchors)
        if word.i in anchors.heads and anchors.heads[word.i].kind in ("person", "other")
    ][:1]


def bodies_of(noun: Token, holders: list[Found], anchors: Anchors) -> list[Found]:
    """What the office is held in: owner, adjective, or the object of "of", "for", "at"."""
    taken = {one.mention.id for one in holders}
    found: list[Found] = []
    for child in noun.children:
        if child.dep_ in MODIFIERS and child.i < noun.i:
            found += body(child, anchors)
        if child.dep_ == "prep" and child.lower_ in AT:
            for word in child.children:
                if word.dep_ == "pobj":
                    found += body(word, anchors)
    return [one for one in found if one.mention.id not in taken]


def body(token: Token, anchors: Anchors) -> list[Found]:
    """The organisations, states and places a modifier names."""
    return [one for one in resolve(token, anchors) if one.mention.kind != "person"]
