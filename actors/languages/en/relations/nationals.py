"""Whose national: "German aid worker Ute Kern", "Norwegian Jan Berg", "Kern, Austrian winner"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import Anchors, Found
from actors.languages.en.relations.claims import Claim, trigger
from actors.languages.en.relations.lexicon import noun_frames, role_frames
from actors.languages.en.relations.office_ties import body_kind
from actors.languages.en.relations.phrases import is_a, office
from actors.languages.en.relations.titles import bodies
from actors.types import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

NOBODY = ("institution", "outfit", "unit", "owned", "ally", "foe", "kin", "nobody")


def national_claims(token: Token, anchors: Anchors) -> Iterator[Claim]:
    """The state whose adjective describes somebody by any word, or says what an outfit is.

    Offices and professions are read elsewhere; this is for the words that no list holds.
    """
    mention = anchors.heads[token.i]
    if mention.level != "name" or mention.kind not in ("person", "organisation"):
        return
    found = list(called(token, mention, anchors))
    if mention.kind == "person":
        found += before(token, anchors.spans[mention.id][0], anchors)
        found += after(token, anchors)
    type_ = "citizen_of" if mention.kind == "person" else "based_in"
    for state, word in found:
        sure = 0.6 if word.dep_ == "appos" else 0.7
        yield Claim(type_, Found(mention), state, word.i, trigger(word), sure, structural=True)


def called(token: Token, mention: Mention, anchors: Anchors) -> Iterator[tuple[Found, Token]]:
    """ "Ana Lopez was an important Peruvian town planner", "Norhaven is a Danish company"."""
    if token.dep_ != "nsubj" or token.head.lemma_ != "be":
        return
    for noun in token.head.children:
        if noun.dep_ != "attr" or noun.i in anchors.cover:
            continue
        fits = someone(noun) if mention.kind == "person" else is_a(noun, "outfit")
        if fits:
            yield from described(noun, anchors)


def described(noun: Token, anchors: Anchors) -> Iterator[tuple[Found, Token]]:
    """The states whose adjectives stand before a noun."""
    for word in noun.children:
        state = anchors.heads.get(word.i)
        beside = word.dep_ in ("amod", "compound", "nmod") and word.i < noun.i
        if (
            state is not None
            and beside
            and state.kind == "group"
            and is_state(Found(state), anchors)
        ):
            yield Found(state), noun


def before(token: Token, start: int, anchors: Anchors) -> Iterator[tuple[Found, Token]]:
    """ "Norwegian Jan Berg", "German aid worker Ute Kern"."""
    if start <= token.sent.start:
        return
    word = token.doc[start - 1]
    if word.i in anchors.cover:
        state = Found(anchors.cover[word.i])
        if state.mention.kind == "group" and is_state(state, anchors):
            yield state, token
    elif someone(word):
        for state, _ in bodies(word, anchors):
            if is_state(state, anchors):
                yield state, word
            break


def after(token: Token, anchors: Anchors) -> Iterator[tuple[Found, Token]]:
    """ "Ute Kern, Austrian winner of the cup"."""
    for noun in token.children:
        if noun.dep_ == "appos" and noun.i not in anchors.cover and someone(noun):
            yield from described(noun, anchors)


def someone(noun: Token) -> bool:
    """A common noun in the singular that may stand for a person, and for no office."""
    if noun.tag_ != "NN" or office(noun) or any(is_a(noun, name) for name in NOBODY):
        return False
    lemma = noun.lemma_.lower()
    return lemma not in noun_frames() and lemma not in role_frames()


def is_state(found: Found, anchors: Anchors) -> bool:
    """Whether a mention names a state or its people."""
    return body_kind(found, anchors) == "state"
