"""Ties that apposition and copula state: "Ana Lopez, Peru's envoy", "Mr Mora is the head of"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import (
    MODIFIERS,
    Anchors,
    Found,
    conjuncts,
    owners,
    resolve,
)
from actors.languages.en.relations.arguments import agents, passive, slot_tokens
from actors.languages.en.relations.claims import Claim, across
from actors.languages.en.relations.office_ties import office_ties
from actors.languages.en.relations.phrases import is_a, office

if TYPE_CHECKING:
    from spacy.tokens import Token

AT = ("of", "for", "at", "from", "with", "to")
BESIDE = ("compound", "nmod", "amod")
HELD = ("nsubj", "nsubjpass")
TITLING = ("NOUN", "PROPN", "ADJ")
LOCAL = ("mayor", "governor", "premier")
NARROW = ("chief", "director", "head", "boss")
AREAS = ("province", "state", "region", "city", "district", "county", "town")
COPULAS = ("be", "become", "remain", "serve")
APPOINTING = (
    "appoint",
    "name",
    "elect",
    "reelect",
    "nominate",
    "make",
    "install",
    "choose",
    "hire",
)
GIVEN = ("head", "envoy", "minister", "state_head")


def office_claims(noun: Token, anchors: Anchors) -> Iterator[Claim]:
    """What an office noun states about its holder and the body it is held in."""
    held = office(noun)
    if not held or (noun.i in anchors.cover and anchors.cover[noun.i].level == "name"):
        return
    if held in ("head", "state_head") and inner(noun, held, anchors):
        held = "member"
    holders = holders_of(noun, anchors)
    bodies = bodies_of(noun, holders, anchors) if holders else []
    if holders and not bodies and held in GIVEN:
        bodies = appointing(noun, anchors)
    for holder, body in matched(noun, holders, bodies):
        if holder.mention.kind in ("person", "other"):
            yield from office_ties(noun, held, holder, body, anchors)


def inner(noun: Token, held: str, anchors: Anchors) -> bool:
    """ "Peru's bank chief", "Peru's nuclear chief": head of something inside, not of Peru."""
    covered = {child.i: anchors.cover.get(child.i) for child in noun.children}
    named = {i for i, mention in covered.items() if mention is not None and mention.level == "name"}
    beside = [child for child in noun.children if child.i not in named]
    special = noun.lemma_.lower() in NARROW
    return any(
        (child.dep_ == "compound" and (is_a(child, "unit") or (special and narrows(child))))
        or (child.dep_ == "amod" and held == "head" and is_a(child, "field"))
        for child in beside
    )


def narrows(word: Token) -> bool:
    """ "Climate chief", "finance director": a common noun, and none that stands for the whole."""
    return word.pos_ == "NOUN" and not is_a(word, "outfit") and word.text.islower()


def matched(noun: Token, holders: list[Found], bodies: list[Found]) -> list[tuple[Found, Found]]:
    """Holders with bodies: one by one where both are lists ("the leaders of A and B, X and Y")."""
    if noun.tag_ in ("NNS", "NNPS") and noun.dep_ != "attr":
        if len(holders) == len(bodies) > 1:
            return list(zip(holders, bodies, strict=True))
        if len(holders) < 2:
            return []
    return list(across(holders, bodies))


def holders_of(noun: Token, anchors: Anchors) -> list[Found]:
    """The person the noun describes: apposition either way, copula, or the noun itself."""
    found: list[Found] = []
    many = noun.tag_ in ("NNS", "NNPS")
    for child in noun.children:
        if child.dep_ == "appos" and child.i in anchors.heads and child.pos_ != "PRON":
            found += people(child, anchors, many)
    top = noun
    while top.dep_ == "conj" and top.head.pos_ == "NOUN":
        top = top.head
    if top.dep_ == "appos":
        found += [one for one in people(top.head, anchors, many) if one.mention.level == "name"]
    if not found:
        found += misplaced(noun, anchors) or following(noun, anchors)
    if top.dep_ in ("attr", "oprd") and top.head.lemma_ in COPULAS:
        for child in top.head.children:
            if child.dep_ == "nsubj":
                found += people(child, anchors)
    if top.dep_ == "pobj" and top.head.lower_ == "as":
        found += named_as(top.head.head, anchors)
    verb = appointment(noun)
    if not found and verb is not None:
        found = right_before(noun, verb, anchors) or named_as(verb, anchors)
    if not found and noun.i in anchors.heads and anchors.heads[noun.i].level == "nominal":
        found = [Found(anchors.heads[noun.i], 0.95)]
    return found


def misplaced(noun: Token, anchors: Anchors) -> list[Found]:
    """ "The president of A, Ana Lopez": the parser hangs the name on A."""
    return [
        one
        for child in noun.children
        if child.dep_ == "prep"
        for word in child.children
        if word.dep_ == "pobj"
        for low in word.children
        if low.dep_ == "appos" and low.i in anchors.heads
        for one in people(low, anchors)[:1]
    ]


def following(noun: Token, anchors: Anchors) -> list[Found]:
    """ "Peru's prime minister at the time, Ana Lopez, said": the parser takes two subjects."""
    comma = noun.right_edge.i + 1
    if noun.tag_ != "NN" or comma + 1 >= noun.sent.end or noun.doc[comma].text != ",":
        return []
    mention = anchors.cover.get(comma + 1)
    if mention is None or mention.kind != "person" or mention.level != "name":
        return []
    first, last = anchors.spans[mention.id]
    closed = last < noun.sent.end and noun.doc[last].text == ","
    return [Found(mention, 0.9)] if first == comma + 1 and closed else []


def named_as(verb: Token, anchors: Anchors) -> list[Found]:
    """Who "served as", "was elected as", "resigned as"."""
    if verb.lemma_ not in ("serve", "act", "work", "resign", *APPOINTING):
        return []
    active = verb.lemma_ in APPOINTING and not passive(verb)
    return [
        one
        for child in verb.children
        if child.dep_ in (("dobj", "nsubj") if active and child.i > verb.i else HELD)
        for one in people(child, anchors)
    ]


def appointment(noun: Token) -> Token | None:
    """The verb that gives somebody an office: "named A chief executive", "was elected head of"."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "as":
        verb = verb.head
    if verb.pos_ != "VERB" or verb.lemma_ not in APPOINTING or verb.i > noun.i:
        return None
    return verb if noun.dep_ in ("oprd", "dobj", "pobj", "attr", "xcomp") else None


def right_before(noun: Token, verb: Token, anchors: Anchors) -> list[Found]:
    """Whose name stands between the verb and the words of the office."""
    place = noun.i - 1
    while place > verb.i and place not in anchors.cover and noun.doc[place].pos_ in TITLING:
        place -= 1
    mention = anchors.cover.get(place)
    if place <= verb.i or mention is None or mention.kind != "person" or mention.level != "name":
        return []
    return [Found(mention, 0.95)]


def appointing(noun: Token, anchors: Anchors) -> list[Found]:
    """The body that gives the office: "the board of B named A chairman"."""
    verb = appointment(noun)
    if verb is None:
        return []
    doers = agents(verb) or ([verb.head] if verb.dep_ == "acl" else [])
    found = [one for word in doers for one in employers(word, anchors)]
    return [one for one in found if one.mention.kind in ("organisation", "country")]


def employers(word: Token, anchors: Anchors) -> list[Found]:
    """ "B", "the board of B", "B's directors": B."""
    if word.lemma_.lower() in ("board", "director", "member", "shareholder"):
        inner = [low for low in slot_tokens(word).get("of", []) if low.i in anchors.heads]
        return owners(word, anchors) or [Found(anchors.heads[low.i]) for low in inner]
    return resolve(word, anchors)


def people(token: Token, anchors: Anchors, many: bool = True) -> list[Found]:
    """The person mentions headed by a token and, for an office of many, its conjuncts.

    "A, leader of B, and C, chief of D": A leads B, and C doesn't.
    """
    return [
        Found(anchors.heads[word.i])
        for word in (conjuncts(token, anchors) if many else (token,))
        if word.i in anchors.heads and anchors.heads[word.i].kind in ("person", "other")
    ]


def bodies_of(noun: Token, holders: list[Found], anchors: Anchors) -> list[Found]:
    """What the office is held in: owner, adjective, or the object of "of", "for", "at".

    The "Asia director at B" directs a part of B, not Asia, and "Peru's Asia envoy" isn't of Asia.
    """
    taken = {one.mention.id for one in holders}
    before: list[Found] = []
    fields: list[Found] = []
    behind: list[Found] = []
    for child in noun.children:
        if child.dep_ in MODIFIERS and child.i < noun.i:
            before += body(child, anchors)
            fields += body(child, anchors) if child.dep_ in BESIDE else []
        if child.dep_ == "prep" and joins(noun, child.lower_, bool(before)):
            for word in child.children:
                word = past_board(word)
                if word.dep_ == "pobj" and whole(word, anchors):
                    behind += body(word, anchors)
    regions = [one for one in fields if one.mention.kind not in ("organisation", "group")]
    kept = [one for one in before if one not in regions]
    owned = any(one.mention.kind in ("organisation", "country") for one in kept + behind)
    if (owned or is_a(noun, "desk")) and noun.lemma_.lower() not in LOCAL:
        before = kept
    return [one for one in before + behind if one.mention.id not in taken]


def past_board(word: Token) -> Token:
    """ "Chair of the board of B": what the board is of."""
    if word.lemma_.lower() != "board":
        return word
    return next(iter(slot_tokens(word).get("of", [])), word)


def whole(word: Token, anchors: Anchors) -> bool:
    """A body, not only a unit of one: "of the Harbour union", not "of Kenya's union"."""
    if word.i in anchors.cover or not is_a(word, "unit"):
        return True
    return any(
        child.dep_ == "compound" and anchors.cover[child.i].kind == "organisation"
        for child in word.children
        if child.i in anchors.cover
    )


def joins(noun: Token, preposition: str, owned: bool) -> bool:
    """Whether a preposition names the body: an envoy "to" or "at" another's isn't of it."""
    if office(noun) == "envoy" and (preposition == "to" or owned):
        return False
    if preposition == "from" and office(noun) in ("head", "state_head"):
        return False
    if preposition == "to" and office(noun) == "citizen":
        return False
    seated = preposition in ("in", "on") and (is_a(noun, "seated") or office(noun) == "seat")
    return preposition in AT or seated


def body(token: Token, anchors: Anchors) -> list[Found]:
    """The organisations, states and places a modifier names."""
    found = resolve(token, anchors)
    if not found and is_a(token, "outfit"):
        found = [one for one in owners(token, anchors) if one.mention.kind == "organisation"]
    if not found and token.lemma_.lower() in AREAS:
        found = [one for one in owners(token, anchors) if one.mention.kind == "place"]
    return [one for one in found if one.mention.kind != "person"]
