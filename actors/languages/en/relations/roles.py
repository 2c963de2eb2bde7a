"""What a describing word says of its subject: "a critic of B", "is critical of B", "rival B"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import (
    MODIFIERS,
    Anchors,
    Found,
    included,
    owners,
    parted,
    resolve,
)
from actors.languages.en.relations.arguments import agents, slot_tokens
from actors.languages.en.relations.claims import Claim, across, trigger
from actors.languages.en.relations.events import governed
from actors.languages.en.relations.lexicon import kin, role_frames
from actors.languages.en.relations.own_types import own_nouns
from actors.languages.en.relations.targets import targets

if TYPE_CHECKING:
    from spacy.tokens import Token


TITLES = ("champion", "advocate")
TRADE = ("trading", "trade", "commercial", "sparring", "export", "import")
"""What makes a partner no ally."""


def role_claims(word: Token, anchors: Anchors) -> Iterator[Claim]:
    """The claims of one describing noun or adjective."""
    if word.i in anchors.cover and anchors.cover[word.i].level == "name":
        return
    if past(word):
        return
    if word.lemma_.lower() == "partner" and any(c.lower_ in TRADE for c in word.children):
        return
    known = role_frames().get(word.lemma_.lower(), ())
    if word.dep_ == "compound" and word.lemma_.lower() == "parent":
        word = word.head
    for frame in (*own_nouns(word), *known):
        holders = said_of(word, anchors)
        slots = slot_tokens(word)
        for slot in frame.slots:
            tokens = governed(word) if slot == "arg" else slots.get(slot, [])
            ends = [one for token in tokens for one in targets(token, frame, anchors)]
            ends = ends or [one for token in tokens for one in included(token, anchors, 0)]
            titled = word.lemma_.lower() in TITLES
            if not ends and slot == frame.slots[0] and word.pos_ == "NOUN" and not titled:
                ends = owners(word, anchors)
            ends = ends or possessing(word, holders, anchors)
            if frame.type == "opposed_to":
                ends = [one for one in ends if not compatriot(one, holders, word)]
            pairs = list(across(holders, ends))
            for one, other in pairs:
                if frame.reverse:
                    one, other = other, one
                yield Claim(frame.type, one, other, word.i, trigger(word), frame.confidence)
            if pairs:
                return


def past(word: Token) -> bool:
    """ "The former owner of B", "A and the Salas brothers": no tie, or none of A's."""
    relatives = word.lemma_.lower() in kin()
    many = word.tag_ in ("NNS", "NNPS") and any(c.dep_ == "compound" for c in word.children)
    return many if relatives else parted(word)


def compatriot(end: Found, holders: list[Found], word: Token) -> bool:
    """ "The Jamaican rival Ottey": whose national the rival is, not whose rival."""
    people = any(one.mention.kind == "person" for one in holders)
    beside = any(child.dep_ == "amod" and child.text in end.mention.text for child in word.children)
    return people and beside and end.mention.kind == "group"


def said_of(word: Token, anchors: Anchors) -> list[Found]:
    """Who the word describes: the subject of its copula, its apposition, the name after it."""
    if word.dep_ in ("attr", "acomp", "oprd"):
        subjects = [c for c in word.head.children if c.dep_ == "nsubj"]
        return [one for token in subjects for one in resolve(token, anchors)]
    found = [
        one
        for child in word.children
        if child.dep_ == "appos" and child.doc[child.left_edge.i - 1].lower_ not in ("and", "or")
        for one in resolve(child, anchors)
    ]
    if word.dep_ in ("appos", "conj", *MODIFIERS) and word.head.i in anchors.heads:
        found = found or [Found(anchors.heads[word.head.i])]
    following = word.i + 1
    if not found and following in anchors.cover and word.dep_ != "attr":
        found = [Found(anchors.cover[following], 0.9)]
    return found


def possessing(word: Token, holders: list[Found], anchors: Anchors) -> list[Found]:
    """ "A's son B", "A and her brother B", "A faces his rival B": whose it is."""
    if not holders or (word.pos_ not in ("NOUN", "PROPN") and word.lemma_ != "rival"):
        return []
    holder = word.doc[anchors.roots[holders[0].mention.id]]
    for token in (word, holder):
        owner = next((c for c in token.children if c.dep_ == "poss" and c.i <= word.i), None)
        if owner is None:
            continue
        if owner.i in anchors.heads:
            return [Found(anchors.heads[owner.i])]
        if owner.lower_ in ("his", "her", "its", "their"):
            return before(token, anchors)
    return []


def before(token: Token, anchors: Anchors) -> list[Found]:
    """Who "his" is, where nobody has resolved it: the word it is joined to, or the subject."""
    if token.dep_ in ("conj", "appos") and token.head.i in anchors.heads:
        return [Found(anchors.heads[token.head.i], 0.95)]
    verb = token.head
    if token.dep_ in ("dobj", "pobj") and verb.pos_ in ("VERB", "ADP"):
        verb = verb.head if verb.pos_ == "ADP" else verb
        return [Found(one.mention, 0.85) for w in agents(verb) for one in resolve(w, anchors)][:1]
    return []
