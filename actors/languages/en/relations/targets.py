"""The actor in an object: itself, or the one whose decision, base, troops or people it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import (
    Anchors,
    Found,
    conjuncts,
    owners,
    resolve,
    unnamed,
)
from actors.languages.en.relations.arguments import by_phrase, passive, slot_tokens
from actors.languages.en.relations.caveats import against_its_owner
from actors.languages.en.relations.lexicon import Frame, kin, noun_frames, words
from actors.languages.en.relations.reach import ally_or_rival
from actors.ontology import ontology

if TYPE_CHECKING:
    from spacy.tokens import Token

QUALIFIED = 0.6
OBJECTIVE = frozenset(
    ["attack", "invasion", "occupation", "killing", "annexation", "bombing", "treatment", "strike"]
)


def targets(token: Token, frame: Frame, anchors: Anchors) -> list[Found]:
    """The actors that a predicate's object stands for, under the frame's licence."""
    found = resolve(token, anchors)
    if not found and frame.deep:
        words_ = conjuncts(token, anchors)
        found = [one for word in words_ for one in within(word, frame.type, anchors)]
    return found or unnamed(token, anchors)


def within(token: Token, type_: str, anchors: Anchors) -> list[Found]:
    """The actor inside a noun phrase whose head is no actor.

    Not whose side somebody is on, whose war is fought, whose ally is scolded, or whose brother is
    arrested.
    """
    lemma, spoken = token.lemma_.lower(), ontology()[type_].spoken
    if spoken and against_its_owner(token, type_):
        return []
    if ally_or_rival(token):
        return []
    if lemma in words("side") or (type_ == "assault" and lemma in words("warfare")):
        return []
    if lemma in kin():
        return [one for one in owners(token, anchors) if one.mention.kind != "person"]
    if spoken and (lemma in words("speech") or lemma in noun_frames()):
        return weaken(owners(token, anchors) or by_or_of(token, anchors), 0.9)
    if spoken:
        return weaken(of_firm(token, anchors), 0.8 if possessed(token) else QUALIFIED)
    known = lemma in words("people") or lemma in words("asset")
    owned = owners(token, anchors) or of(token, anchors)
    if lemma not in words("asset"):
        owned = [one for one in owned if one.mention.kind != "place"]  # its people aren't the town
    if owned:
        return weaken(owned, 0.85 if known else 0.75)
    return weaken(located(token, anchors), 0.7 if known else 0.6)


def of_firm(token: Token, anchors: Anchors) -> list[Found]:
    """Whose it is; a firm of a town isn't the town."""
    found = owners(token, anchors)
    firm = token.lemma_.lower() in words("firm")
    return [one for one in found if one.mention.kind != "place"] if firm else found


def possessed(token: Token) -> bool:
    """ "B's workers", not "B style": a name that only qualifies a noun says less."""
    people = token.lemma_.lower() in words("people") or token.lemma_.lower() in words("asset")
    return people or any(child.dep_ == "poss" for child in token.children)


def weaken(found: list[Found], by: float) -> list[Found]:
    """The same mentions, less sure."""
    return [Found(one.mention, one.sure * by) for one in found]


def by_or_of(token: Token, anchors: Anchors) -> list[Found]:
    """The doer of an event noun: "the attack by A", "the policy of A"."""
    by = by_phrase(token.children)
    if not by and token.dep_ == "dobj" and not passive(token.head):
        by = [word for word in by_phrase(token.head.children) if word.i > token.i]
    found = [one for word in by for one in resolve(word, anchors)]
    if not found and token.lemma_.lower() in words("adverse"):
        return jailers(token, anchors)
    if found or token.lemma_.lower() in OBJECTIVE:
        return found
    return of(token, anchors)


def jailers(noun: Token, anchors: Anchors) -> list[Found]:
    """ "The arrest of A in B": B's doing, if B is a state."""
    inner = [noun, *slot_tokens(noun).get("of", [])]
    where = [word for one in inner for word in slot_tokens(one).get("in", [])]
    found = [one for word in where for one in resolve(word, anchors)]
    return [one for one in found if one.mention.kind == "country"]


def of(token: Token, anchors: Anchors) -> list[Found]:
    """Whose it is: "the capital of A"."""
    return [
        one
        for child in token.children
        if child.dep_ == "prep" and child.lower_ == "of"
        for word in child.children
        if word.dep_ == "pobj"
        for one in resolve(word, anchors)
    ]


def located(token: Token, anchors: Anchors) -> list[Found]:
    """Where what is acted on lies: "positions in A", "villages along B"."""
    return [
        one
        for child in token.children
        if child.dep_ == "prep" and child.lower_ in ("in", "across", "along")
        for word in child.children
        if word.dep_ == "pobj"
        for one in resolve(word, anchors)
        if one.mention.kind in ("place", "country")
    ]
