"""Wings and arms: "Dawn Front's armed wing, the Sons of Dawn", "A, the youth wing of B"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import Anchors, Found, owners, resolve
from actors.languages.en.relations.arguments import slot_tokens
from actors.languages.en.relations.claims import Claim, across, trigger
from actors.languages.en.relations.phrases import is_a

if TYPE_CHECKING:
    from spacy.tokens import Token


def part_claims(noun: Token, anchors: Anchors) -> Iterator[Claim]:
    """What a word for a part states: the name beside it is part of the one that it is of."""
    if noun.i in anchors.cover or not is_a(noun, "part"):
        return
    whole = [one for one in owners(noun, anchors) if one.mention.kind == "organisation"]
    whole = whole or [
        one
        for word in slot_tokens(noun).get("of", [])
        for one in resolve(word, anchors)
        if one.mention.kind == "organisation"
    ]
    for part, body in across(named_part(noun, anchors), whole):
        yield Claim("part_of", part, body, noun.i, trigger(noun), 0.8, structural=True)


def facility_claims(token: Token, anchors: Anchors) -> Iterator[Claim]:
    """ "Delta Steel's Cobre Alto mine": whose mine, works or field it is."""
    place = anchors.heads[token.i]
    noun = token if is_a(token, "facility") else token.head
    if place.kind != "place" or not is_a(noun, "facility"):
        return
    if token not in (noun, *noun.children):
        return
    holders = [c for word in (noun, token) for c in word.children if c.dep_ == "poss"]
    for owner in (one for word in holders for one in resolve(word, anchors)):
        if owner.mention.kind == "organisation":
            yield Claim("owns", owner, Found(place), noun.i, trigger(noun), 0.8, structural=True)
            return


def named_part(noun: Token, anchors: Anchors) -> list[Found]:
    """The organisation that the noun is: in apposition either way, or by "is"."""
    near = [child for child in noun.children if child.dep_ == "appos"]
    near += [
        low
        for child in noun.children
        if child.dep_ == "prep"
        for word in child.children
        for low in word.children
        if low.dep_ == "appos" and low.i > noun.i
    ]
    if noun.dep_ in ("appos", "compound", "nmod"):
        near.append(noun.head)
    if noun.dep_ == "attr":
        near += [child for child in noun.head.children if child.dep_ == "nsubj"]
    return [
        Found(anchors.heads[word.i])
        for word in near
        if word.i in anchors.heads and anchors.heads[word.i].kind == "organisation"
    ]
