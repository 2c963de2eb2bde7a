"""Ties stated by the build of the noun phrase, and by verbs that name a standing tie."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import (
    Anchors,
    Found,
    conjuncts,
    resolve,
    stands_for,
)
from actors.languages.en.relations.claims import Claim, across, by, trigger
from actors.languages.en.relations.local_titles import local_title_claims
from actors.languages.en.relations.organisations import organisation_claims
from actors.languages.en.relations.parts import facility_claims, part_claims
from actors.languages.en.relations.standing import standing_claims
from actors.languages.en.relations.titles import title_claims

if TYPE_CHECKING:
    from spacy.tokens import Token

COMPOUNDS = {
    "led": ("leads", False, 0.9),
    "dominated": ("leads", False, 0.6),
    "backed": ("support", False, 0.85),
    "supported": ("support", False, 0.85),
    "sponsored": ("support", False, 0.8),
    "funded": ("aid", False, 0.8),
    "trained": ("aid", False, 0.8),
    "armed": ("aid", False, 0.8),
    "aligned": ("allied_with", False, 0.75),
    "allied": ("allied_with", False, 0.75),
    "based": ("based_in", True, 0.9),
    "headquartered": ("based_in", True, 0.9),
    "owned": ("owns", False, 0.85),
    "controlled": ("owns", False, 0.55),
}


def structure_claims(token: Token, anchors: Anchors) -> Iterator[Claim]:
    """The ties that stand at one token."""
    if token.lower_ in COMPOUNDS:
        yield from by("compound", hyphenated(token, anchors))
    if token.pos_ in ("VERB", "AUX"):
        yield from by("verb", standing_claims(token, anchors))
    if token.i in anchors.heads:
        yield from by("organisation", organisation_claims(token, anchors))
        yield from by("title", title_claims(token, anchors))
        yield from by("context", local_title_claims(token, anchors))
        yield from by("part", facility_claims(token, anchors))
    yield from by("part", part_claims(token, anchors))


def hyphenated(token: Token, anchors: Anchors) -> Iterator[Claim]:
    """ "Moscow-led bloc", "Iran-backed rebels", "London-based charity"."""
    type_, reverse, sure = COMPOUNDS[token.lower_]
    left = [c for c in token.children if c.i < token.i and c.dep_ != "punct"]
    ends = [one for child in left for one in resolve(child, anchors)]
    if not ends and token.i > 1 and token.nbor(-1).text == "-":
        mention = anchors.cover.get(token.i - 2)
        ends = [Found(mention)] if mention else []
    if not ends or token.nbor(-1).text not in ("-", "–"):
        return
    for one, other in across(ends, modified(token, anchors)):
        if reverse:
            one, other = other, one
        yield Claim(type_, one, other, token.i, trigger(token), sure, structural=True)


def modified(token: Token, anchors: Anchors) -> list[Found]:
    """What the compound describes: its head, or the next name where the parse lost it."""
    if token.dep_ in ("amod", "acl", "compound", "nmod") and token.head.i > token.i:
        found = [
            one
            for word in conjuncts(token.head, anchors)
            if word == token.head or not determined(word)
            for one in stands_for(word, anchors)
        ]
        if found:
            return found
    for word in token.doc[token.i + 1 : min(token.i + 7, token.sent.end)]:
        if word.i in anchors.cover:
            mention = anchors.cover[word.i]
            return [Found(mention, 0.9)] if mention.kind in ("organisation", "group") else []
        if word.pos_ not in ("NOUN", "PROPN", "ADJ"):
            return []
    return []


def determined(noun: Token) -> bool:
    """Whether a noun has an article of its own: in "the A-led B and the C" nothing is said of C."""
    return any(child.dep_ == "det" for child in noun.children)
