"""Ties stated by the build of the noun phrase, and by verbs that name a standing tie."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.extract.relations.anchors import Anchors, Found, conjuncts, owners, resolve
from actors.extract.relations.arguments import slot_tokens
from actors.extract.relations.claims import Claim, across, trigger
from actors.extract.relations.lexicon import words
from actors.extract.relations.phrases import OFFICES
from actors.extract.relations.standing import standing_claims

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
        yield from hyphenated(token, anchors)
    if token.pos_ in ("VERB", "AUX"):
        yield from standing_claims(token, anchors)
    if token.i in anchors.heads:
        yield from organisation_claims(token, anchors)
    if token.lemma_.lower() == "member" or token.lower_ == "members":
        yield from member_claims(token, anchors)


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
    above = token.head
    if token.dep_ not in ("amod", "acl", "compound", "nmod"):
        return
    for one, other in across(ends, resolve(above, anchors)):
        if reverse:
            one, other = other, one
        yield Claim(type_, one, other, above.i, trigger(token), sure, structural=True)


def organisation_claims(token: Token, anchors: Anchors) -> Iterator[Claim]:
    """An organisation's owner, adjective or place: "Russian agency Interfax", "Chad's army"."""
    mention = anchors.heads[token.i]
    if mention.kind != "organisation" or mention.level == "pronoun":
        return
    institution = is_institution(token, anchors)
    for one in modifiers(token, anchors):
        kind = one.mention.kind
        if kind in ("country", "group", "place"):
            yield Claim(
                "based_in", Found(mention), one, token.i, trigger(token), 0.8, structural=True
            )
            if institution and kind != "place":
                yield Claim(
                    "part_of", Found(mention), one, token.i, trigger(token), 0.82, structural=True
                )
        elif kind == "organisation" and institution:
            yield Claim(
                "part_of", Found(mention), one, token.i, trigger(token), 0.65, structural=True
            )
    yield from seats(token, mention_found=Found(mention), anchors=anchors)


def modifiers(token: Token, anchors: Anchors) -> list[Found]:
    """What stands before an organisation's name, and before the common noun beside it."""
    found = owners(token, anchors)
    if not found and token.dep_ == "appos":
        found = owners(token.head, anchors)
    if not found and token.dep_ in ("compound", "nmod") and token.head.i not in anchors.cover:
        found = []
    if not found:
        for child in token.children:
            if child.dep_ in ("compound", "nmod", "amod", "appos") and child.i not in anchors.cover:
                found = owners(child, anchors)
                if found:
                    break
    return [one for one in found if one.mention.entity != anchors.heads[token.i].entity]


def is_institution(token: Token, anchors: Anchors) -> bool:
    """Whether the organisation is a body of a state or of a larger one."""
    mention = anchors.heads[token.i]
    if mention.subtype in ("government", "military", "parliament", "agency", "ministry", "court"):
        return True
    said = {word.strip(".,'’s").lower() for word in mention.text.split()}
    said |= {word.lower() for word in mention.text.split()}
    return bool(said & words("institution", OFFICES))


def seats(token: Token, mention_found: Found, anchors: Anchors) -> Iterator[Claim]:
    """Where it is: "the Institute in Oslo"."""
    for word in slot_tokens(token).get("in", []):
        for one in resolve(word, anchors):
            if one.mention.kind in ("place", "country"):
                yield Claim(
                    "based_in", mention_found, one, token.i, trigger(token), 0.7, structural=True
                )


def member_claims(token: Token, anchors: Anchors) -> Iterator[Claim]:
    """ "A, a member of B", "NATO member A", "members of B such as A"."""
    bodies = [one for word in slot_tokens(token).get("of", []) for one in resolve(word, anchors)]
    bodies = bodies or owners(token, anchors)
    holders: list[Found] = []
    if token.dep_ in ("attr", "appos", "compound", "nmod"):
        subject = token.head
        if token.dep_ == "attr":
            subject = next((c for c in token.head.children if c.dep_ == "nsubj"), token)
        holders = resolve(subject, anchors) if subject is not token else []
    for child in token.children:
        if child.dep_ == "appos" and child.i in anchors.heads:
            holders += [
                Found(anchors.heads[w.i]) for w in conjuncts(child, anchors) if w.i in anchors.heads
            ]
    for one, other in across(holders, bodies):
        if other.mention.kind in ("organisation", "other"):
            yield Claim("member_of", one, other, token.i, trigger(token), 0.85, structural=True)
