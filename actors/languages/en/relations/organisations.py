"""Whose and where an organisation is: "Russian agency Interfax", "Chad's army"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import MODIFIERS, Anchors, Found, owners, resolve
from actors.languages.en.relations.arguments import slot_tokens
from actors.languages.en.relations.claims import Claim, trigger
from actors.languages.en.relations.lexicon import words
from actors.languages.en.relations.office_ties import body_kind
from actors.languages.en.relations.phrases import OFFICES, is_a
from actors.languages.en.relations.status import tie_status
from actors.types import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BODIES = ("government", "military", "parliament", "agency", "ministry", "court")


def organisation_claims(token: Token, anchors: Anchors) -> Iterator[Claim]:
    """The ties of one organisation's name to what stands around it."""
    mention = anchors.heads[token.i]
    if mention.kind != "organisation" or mention.level == "pronoun":
        return
    institution = is_institution(mention)
    for one in modifiers(token, mention, anchors):
        yield from modified(token, mention, one, institution, anchors)
    yield from seats(token, Found(mention), anchors)


def modified(
    token: Token, mention: Mention, one: Found, institution: bool, anchors: Anchors
) -> Iterator[Claim]:
    """What a modifier says: seat for a state or place, whole for an institution."""
    kind = body_kind(one, anchors)
    if one.mention.kind == "person":
        if one.mention.level == "name" and not institution:
            yield Claim(
                "member_of", one, Found(mention), token.i, trigger(token), 0.65, structural=True
            )
        return
    if kind == "folk":
        return
    if kind in ("state", "place") and not is_force(mention):
        yield tie("based_in", mention, one, token, 0.8)
    if institution and kind != "place":
        yield tie("part_of", mention, one, token, 0.82 if kind == "state" else 0.65)
    elif kind == "group" and owned_by(one, mention, token, anchors):
        yield tie("part_of", mention, one, token, 0.55)


def owned_by(one: Found, mention: Mention, token: Token, anchors: Anchors) -> bool:
    """ "The Harbour Union's Sailing Club": one name right before the other."""
    start, end = anchors.spans[mention.id][0], anchors.spans[one.mention.id][1]
    mark = token.doc[start - 1].lower_ in ("'s", "’s", "'", "’")
    named = one.mention.level == "name" and one.mention.kind == "organisation"
    named = named and token.dep_ not in ("compound", "nmod")
    return named and mark and start - end in (0, 1)


def tie(type_: str, mention: Mention, one: Found, token: Token, sure: float) -> Claim:
    """A structural claim about an organisation.

    What stands beside a name is taken for granted: "they are not Peru's Harbour Union" denies
    something else, so a negation of the name's clause is taken back.
    """
    ends, denied = (Found(mention), one), tie_status(token)[0]
    return Claim(type_, *ends, token.i, trigger(token), sure, negated=denied, structural=True)


def modifiers(token: Token, mention: Mention, anchors: Anchors) -> list[Found]:
    """What modifies any word of the name from outside, or the common noun beside it."""
    first, last = anchors.spans[mention.id]
    found: list[Found] = []
    for word in token.doc[first:last]:
        for child in word.children:
            if first <= child.i < last or child.i > first:
                continue
            if child.i in anchors.cover and child.dep_ in MODIFIERS:
                found.append(Found(anchors.cover[child.i]))
            elif child.dep_ in ("compound", "nmod", "appos") and child.tag_ != "VBN":
                found += owners(child, anchors)
    if token.dep_ in ("appos", "compound", "nmod") and beside(token, anchors):
        found += [
            one
            for child in token.head.children
            if child.dep_ in MODIFIERS and child.i < first
            for one in resolve(child, anchors)[:1]
        ]
    found += described(token, anchors)
    found = [one for one in found if not joined(one, mention, token.doc, anchors)]
    found = found or before(token, first, anchors) or before_list(token, anchors)
    return [one for one in found if one.mention.entity != mention.entity][:2]


def described(token: Token, anchors: Anchors) -> list[Found]:
    """ "Norbet, Kenya's largest bookmaker": whose outfit it is, but not whose creditor."""
    return [
        one
        for noun in token.children
        if noun.dep_ == "appos" and noun.i > token.i and is_a(noun, "outfit")
        for one in owners(noun, anchors)
        if noun.i not in anchors.cover or anchors.cover[noun.i].level != "name"
    ]


def joined(one: Found, mention: Mention, doc: Doc, anchors: Anchors) -> bool:
    """Whether two names are items of a list, which own nothing of each other."""
    first, last = anchors.spans[one.mention.id][1], anchors.spans[mention.id][0]
    return any(word.lower_ in ("and", "or", "&", "/") for word in doc[first:last])


def before_list(token: Token, anchors: Anchors) -> list[Found]:
    """The noun before a list is said of all: "German carmakers Audi, Opel and BMW"."""
    run = anchors.lists.get(token.i, [])
    if not run or run[0] == token.i:
        return []
    first = anchors.heads.get(run[0])
    if first is None:
        return []
    start = anchors.spans[first.id][0]
    if start and token.doc[start - 1].tag_ == "NNS":
        return before(token.doc[run[0]], start, anchors)
    return []


def before(token: Token, first: int, anchors: Anchors) -> list[Found]:
    """The surface before the name where the parse lost it: "German carmaker Norwagen", "German
    weekly, Die Post, ...".
    """
    place, least = first - 1, max(token.sent.start, first - 5)
    last = token.right_edge.i if token.right_edge.text == "," else token.i + 1
    if place > least and token.doc[place].text == "," and token.doc[last : last + 1].text == ",":
        place -= 1
    if place < least or token.doc[place].lemma_.lower() not in words("outfit", OFFICES):
        return []
    while place >= least:
        if place in anchors.cover:
            return [Found(anchors.cover[place], 0.9)]
        if token.doc[place].pos_ not in ("NOUN", "ADJ", "PROPN"):
            return []
        place -= 1
    return []


def beside(token: Token, anchors: Anchors) -> bool:
    """Whether the head is the common noun of the name: "Russian RIA news agency"."""
    noun = token.head
    named = noun.i in anchors.cover and anchors.cover[noun.i].level == "name"
    if named or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    between = token.doc[min(noun.i, token.i) : max(noun.i, token.i)]
    if any(word.pos_ in ("VERB", "AUX") for word in between):
        return False
    return token.dep_ == "appos" or noun.lemma_.lower() in words("outfit", OFFICES)


def is_institution(mention: Mention) -> bool:
    """Whether the organisation is a body of a state or of a larger one."""
    if mention.subtype in BODIES:
        return True
    said = {word.strip(".,'’").lower() for word in mention.text.split()}
    return bool(said & words("institution", OFFICES))


def is_force(mention: Mention) -> bool:
    """Whether it is armed, and so may stand anywhere."""
    said = {word.strip(".,'’").lower() for word in mention.text.split()}
    return mention.subtype == "military" or bool(said & words("force", OFFICES))


def seats(token: Token, mention: Found, anchors: Anchors) -> Iterator[Claim]:
    """Where it is: "the Institute in Oslo", "OMV of Austria"."""
    slots = slot_tokens(token)
    if is_a(token.head.head, "gathering") and token.dep_ == "pobj":
        slots = {**slots, "in": []}
    yield from right_behind(token, mention, slots, anchors)
    for name in ("in", "of"):
        ends = [
            one
            for word in slots.get(name, [])
            for one in resolve(word, anchors) + capital_of(word, anchors) + wider(word, anchors)
        ]
        states = any(body_kind(one, anchors) == "state" for one in ends)
        for one in ends:
            kind = body_kind(one, anchors)
            if states and kind == "place" and is_force(mention.mention):
                continue  # troops stand in a state, be it in its capital
            place = kind == "place" or one.sure < 1
            if kind in ("place", "state"):
                sure = 0.65 if place else 0.6 if name == "of" else 0.52
                yield tie("based_in", mention.mention, one, token, sure)
            if name == "of" and one.mention.kind == "country" and is_institution(mention.mention):
                yield tie("part_of", mention.mention, one, token, 0.75)


def right_behind(
    token: Token, body: Found, slots: Mapping[str, list[Token]], anchors: Anchors
) -> Iterator[Claim]:
    """ "A in Oslo and B in Bergen": where the parser hangs Bergen on another name than B."""
    link = anchors.spans[body.mention.id][1]
    if link + 1 >= token.sent.end or token.doc[link].lower_ not in ("in", "of"):
        return
    place = anchors.heads.get(link + 1)
    held = {word.i for some in slots.values() for word in some}
    above = token.doc[link].head
    astray = above.i in anchors.cover and above.i != token.i
    if place is not None and link + 1 not in held and astray and place.kind == "place":
        yield tie("based_in", body.mention, Found(place), token, 0.65)


def wider(word: Token, anchors: Anchors) -> list[Found]:
    """ "In Lima, Peru": the state or region that follows the town."""
    if word.i not in anchors.heads or anchors.heads[word.i].kind != "place":
        return []
    return [
        Found(anchors.heads[child.i], 0.95)
        for child in word.children
        if child.dep_ in ("appos", "npadvmod", "conj")
        and child.i in anchors.heads
        and child.nbor(-1).text == ","
        and anchors.heads[child.i].kind in ("country", "place")
        and not any(low.dep_ == "cc" for low in word.children)
    ]


def capital_of(word: Token, anchors: Anchors) -> list[Found]:
    """ "In Peru's capital Lima" is in Peru too."""
    if not any(child.lower_ == "capital" for child in (word, *word.children)):
        return []
    below = [child for child in word.children if child.lower_ == "capital"]
    found = owners(word, anchors) or [o for child in below for o in owners(child, anchors)]
    return [Found(one.mention, 0.95) for one in found]
