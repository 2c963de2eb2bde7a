"""Bare titles: whose chancellor is "Chancellor Kern"? The state that the document is about.

A title of state with no state beside it is read against the document: the state that is named
clearly most, unless the sentence names others alone. It is inferred, so it is less sure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.knowledge.officeholders import offices_of
from actors.knowledge.states import find_demonym, find_state
from actors.languages.en.relations.anchors import Anchors, Found
from actors.languages.en.relations.claims import Claim, trigger
from actors.languages.en.relations.inside import named_state
from actors.languages.en.relations.office_ties import body_kind, office_ties
from actors.languages.en.relations.organisations import modifiers, seats
from actors.languages.en.relations.phrases import office
from actors.languages.en.relations.titles import bodies, title_noun
from actors.types import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OF_STATE = ("state_head", "minister")
DISCOUNT = 0.65
ORGANS = frozenset({"ministry", "supreme court", "senate", "interior ministry", "foreign office"})
NEAR = 4
TOWARDS = ("to", "with", "at", "on", "against")
VISITS = ("visit", "trip", "arrive", "travel", "fly")
FEWEST = 2
MOST_HEADS = 1
CLEARLY = 1.2
BELOW = ("state", "regional", "provincial", "club", "company", "bank", "vice", "party")


def context_claims(doc: Doc, anchors: Anchors) -> Iterator[Claim]:
    """The ties of people with a bare title of state."""
    states = [m for _, m in sorted(anchors.heads.items()) if is_state(m, anchors)]
    most = Counter(m.entity for m in states).most_common(2)
    if not most or (len(most) > 1 and most[0][1] < CLEARLY * most[1][1]):
        return
    home = most[0][0]
    if most[0][1] < FEWEST or headed(doc, home, anchors):
        return
    others = foreigners(doc, home, anchors)
    for root, mention in sorted(anchors.heads.items()):
        if mention.kind == "person" and mention.level == "name":
            if beside(doc[root], others, anchors) or elsewhere(mention, home, anchors):
                continue
            if _turns_to(doc, mention, home, states, anchors):
                continue
            yield from bare(doc[root], mention, home, states, anchors)
        if mention.kind == "organisation" and mention.level == "name":
            yield from organ(doc, mention, home, states, anchors)


def organ(
    doc: Doc, mention: Mention, home: str, states: list[Mention], anchors: Anchors
) -> Iterator[Claim]:
    """ "The Interior Ministry" is that of the document's state, if no other owns it.

    Nowhere may another be said to own it, and no sentence of it may name the state, which it
    would speak of as of another. Where its sentence names other states alone, it may be of one
    of them. The people of a state (*Chinese foremen*) don't make it the document's.
    """
    token = doc[anchors.roots[mention.id]]
    said = [word.lower() for word in mention.text.split()]
    if not ORGANS & {*said, " ".join(said[-2:])} or "of" in said[2:]:
        return
    again = [m for m in anchors.heads.values() if m.entity == mention.entity and m.level == "name"]
    if any(_owned(doc[anchors.roots[one.id]], one, states, anchors) for one in again):
        return
    if sum(one.entity == home and one.kind == "country" for one in states) < FEWEST:
        return
    if any(_speaks_of(doc[anchors.roots[one.id]], home, states, anchors) for one in again):
        return
    if others_only(token, home, states, anchors):
        return
    body = Found(nearest(token, home, states, anchors), DISCOUNT)
    for type_ in ("based_in", "part_of"):
        yield Claim(type_, Found(mention), body, token.i, trigger(token), 0.8, structural=True)


def _owned(token: Token, mention: Mention, states: list[Mention], anchors: Anchors) -> bool:
    """Whether a mention says whose a body is: by a modifier, in its name, by where it is."""
    named = named_state(mention.text)
    if named and (find_state(named.title()) or find_demonym(named.title())):
        return True
    if named in {m.text.lower() for m in states} or modifiers(token, mention, anchors):
        return True
    return any(True for _ in seats(token, Found(mention), anchors))


def _speaks_of(token: Token, home: str, states: list[Mention], anchors: Anchors) -> bool:
    """Whether a body does something to the document's state: *accused Japan*, *told Japan*."""
    named = [token.doc[anchors.roots[one.id]] for one in states if one.entity == home]
    verb = token.head if token.dep_ in ("nsubj", "nsubjpass") else None
    return verb is not None and any(_done_to(word, verb) for word in named)


def _turns_to(
    doc: Doc, mention: Mention, home: str, states: list[Mention], anchors: Anchors
) -> bool:
    """Whether somebody tells or summons the document's state, and so is of another."""
    again = [m for m in anchors.heads.values() if m.entity == mention.entity and m.level == "name"]
    roots = [doc[anchors.roots[one.id]] for one in again]
    return any(_speaks_of(root, home, states, anchors) for root in roots)


ENVOYS = frozenset({"ambassador", "diplomat", "envoy"})


def _done_to(word: Token, verb: Token) -> bool:
    """Whether a word is an object of a verb, or the subject of what is said by it."""
    if word.dep_ in ("dobj", "dative", "iobj"):
        return bool(word.head == verb)
    of = word.head.head if word.dep_ == "pobj" and word.head.lower_ == "of" else word.head
    if of.lemma_.lower() in ENVOYS and of.dep_ == "dobj":
        return bool(of.head == verb)
    if word.dep_ == "pobj":
        return bool(word.head.head == verb and word.head.lower_ in TOWARDS)
    clause = word.head
    return bool(word.dep_ == "nsubj" and clause.dep_ == "ccomp" and clause.head == verb)


def others_only(token: Token, home: str, states: list[Mention], anchors: Anchors) -> bool:
    """Whether a word's sentence names other states, and not the document's."""
    start, end = token.sent.start, token.sent.end
    here = {one.entity for one in states if start <= anchors.roots[one.id] < end}
    return bool(here) and home not in here


def nearest(token: Token, home: str, states: list[Mention], anchors: Anchors) -> Mention:
    """The mention of the document's state that stands nearest."""
    return min(
        (m for m in states if m.entity == home),
        key=lambda m: (abs(anchors.roots[m.id] - token.i), anchors.roots[m.id]),
    )


def of_a_state(noun: Token) -> bool:
    """Not "State Premier", not "Presidents A of B, C of D", not a pope."""
    low = noun.i > noun.sent.start and noun.nbor(-1).lower_ in BELOW
    return not low and noun.tag_ not in ("NNS", "NNPS") and noun.lemma_.lower() != "pope"


def placed(token: Token, anchors: Anchors) -> bool:
    """Whether the name itself says whose: "President Lopez of Malta"."""
    if any(child.dep_ == "poss" and child.i in anchors.cover for child in token.children):
        return True
    return any(
        word.i in anchors.cover
        for child in token.children
        if child.dep_ == "prep"
        for word in child.children
    )


def headed(doc: Doc, home: str, anchors: Anchors) -> bool:
    """Whether two people are named as its heads: then the other titles are of other states."""
    heads: set[str] = set()
    for root, mention in sorted(anchors.heads.items()):
        if mention.kind != "person" or mention.level != "name":
            continue
        noun = title_noun(doc[root], anchors.spans[mention.id][0], anchors)
        if noun is not None and office(noun) == "state_head":
            held = {body.mention.entity for body, _ in bodies(noun, anchors)}
            heads |= {mention.entity} if home in held or not held else set()
    return len(heads) > MOST_HEADS


def foreigners(doc: Doc, home: str, anchors: Anchors) -> set[str]:
    """Those whom the document gives an office of another state, or who pay this one a visit."""
    found: set[str] = set(visitors(doc, home, anchors))
    for root, mention in sorted(anchors.heads.items()):
        if mention.kind == "person" and mention.level == "name":
            noun = title_noun(doc[root], anchors.spans[mention.id][0], anchors)
            if noun is not None and office(noun) in OF_STATE:
                held = states_before(noun, anchors)
                found |= {mention.entity} if held and home not in held else set()
    return found


def visitors(doc: Doc, home: str, anchors: Anchors) -> Iterator[str]:
    """Who is named in a sentence that tells of a visit to the state: "his visit to Peru"."""
    for root, mention in sorted(anchors.heads.items()):
        if mention.entity != home:
            continue
        before = doc[max(doc[root].sent.start, root - NEAR) : anchors.spans[mention.id][0]]
        words = [word.lemma_.lower() for word in before]
        if set(words) & set(VISITS) and (words[-1] == "visit" or "to" in words or "in" in words):
            for word in doc[root].sent:
                if word.i in anchors.heads and anchors.heads[word.i].kind == "person":
                    yield anchors.heads[word.i].entity


def beside(token: Token, others: set[str], anchors: Anchors) -> bool:
    """Whether one of them stands in the same sentence: the bare title may be of that state."""
    return any(anchors.cover[t.i].entity in others for t in token.sent if t.i in anchors.cover)


def states_before(noun: Token, anchors: Anchors) -> set[str]:
    """The states whose office a title names."""
    return {
        one.mention.entity for one, _ in bodies(noun, anchors) if is_state(one.mention, anchors)
    }


def elsewhere(mention: Mention, home: str, anchors: Anchors) -> bool:
    """Whether the table of office-holders knows a full name, and of other states alone."""
    name = anchors.entities[mention.entity].name
    known = {term.state for term in offices_of(name)} if " " in name else set()
    codes = dict(anchors.entities[home].identifiers).get("iso3166")
    return bool(known) and codes is not None and codes not in known


def is_state(mention: Mention, anchors: Anchors) -> bool:
    """Whether a mention names a state."""
    return mention.level == "name" and body_kind(Found(mention), anchors) == "state"


def bare(
    token: Token, mention: Mention, home: str, states: list[Mention], anchors: Anchors
) -> Iterator[Claim]:
    """The ties of one person to the state of the document, if the title names no other."""
    noun = title_noun(token, anchors.spans[mention.id][0], anchors)
    if noun is None or office(noun) not in OF_STATE or not of_a_state(noun):
        return
    if any(True for _ in bodies(noun, anchors)) or placed(token, anchors):
        return
    if others_only(token, home, states, anchors):
        return
    body = Found(nearest(token, home, states, anchors), DISCOUNT)
    yield from office_ties(noun, office(noun), Found(mention), body, anchors)
