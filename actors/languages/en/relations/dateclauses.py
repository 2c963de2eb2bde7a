"""Which time dates which clause, where it doesn't hang on the verb itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.languages.en.relations.dateforms import Time
from actors.languages.en.relations.lexicon import noun_frames, words

if TYPE_CHECKING:
    from spacy.tokens import Token

BESIDE = ("nummod", "amod", "compound", "nmod", "poss")
SINGULAR = ("NN", "NNP")
DURING = ("in", "during", "at", "on")
MADE_PUBLIC = frozenset(
    ["publish", "release", "post", "issue", "air", "broadcast", "deliver", "send", "write", "give"]
)
TEXTS = ("interview", "speech", "remark", "appearance", "broadcast", "debate")
NEAR = 4


def told_by(token: Token, predicate: Token) -> bool:
    """Whether a clause belongs to a time or to something dated.

    "In February, when A met B", "the May call in which A met B", "the June rally attended
    by A", "A praised B in a letter published on Monday".
    """
    clause = predicate
    while clause.dep_ in ("conj", "xcomp") and clause.head.pos_ in ("VERB", "AUX"):
        clause = clause.head
    described = clause.head
    if clause.dep_ in ("relcl", "acl") and token.head == described and token.dep_ in BESIDE:
        return True
    if clause.dep_ == "relcl" and described == token:
        return True
    link = linking(clause)
    if link is not None:
        return link.i - NEAR <= token.i < link.i
    return published(token, predicate)


def linking(clause: Token) -> Token | None:
    """The "when" or "in which" that joins a clause to what stands before it."""
    for child in clause.children:
        if child.lower_ == "when" and clause.dep_ in ("relcl", "advcl"):
            return child
        if child.dep_ == "prep" and any(low.lower_ == "which" for low in child.children):
            return child
    return None


def published(token: Token, predicate: Token) -> bool:
    """What somebody says in a text is said on the day the text comes out."""
    return any(
        verb in (token.head, token.head.head)
        for link in predicate.children
        if link.dep_ == "prep" and link.lower_ == "in"
        for noun in link.children
        if noun.lemma_.lower() in (*TEXTS, *words("text"))
        for verb in noun.children
        if verb.dep_ in ("acl", "relcl") and verb.lemma_ in MADE_PUBLIC
    )


def bare_year(text: str, time: Time) -> bool:
    """A year with no word before it that makes it a time ("the 2006 race")."""
    return text[time.start : time.end].isdigit()


def dating_noun(token: Token, predicate: Token) -> bool:
    """Whether the noun of a bare year is the event, or is what it happened in."""
    noun = token.head
    if token.dep_ not in BESIDE or noun.tag_ not in SINGULAR:
        return False
    if noun == predicate or told_by(token, predicate):
        return True
    if noun.dep_ == "nsubj" and noun.head == predicate and noun.lemma_.lower() in noun_frames():
        return True
    held = noun.head.head
    held_by_event = held == predicate or held.pos_ in ("VERB", "AUX")
    return noun.dep_ == "pobj" and noun.head.lower_ in DURING and held_by_event


def titled(text: str, time: Time) -> bool:
    """The "Today" or "Sunday" in the name of a programme, right before a closing quote."""
    if text[time.end : time.end + 1] not in ('"', "”", "’", "'"):
        return False
    before = text[: time.start].rstrip()
    last = before.split()[-1:] or [""]
    return before.endswith(('"', "“", "‘", "'")) or last[0].lstrip('"“‘')[:1].isupper()
