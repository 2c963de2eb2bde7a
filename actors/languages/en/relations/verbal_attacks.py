"""Verbs of violence that are meant as words: attacked in a speech, fighting in court."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import Found
from actors.languages.en.relations.arguments import (
    objects,
    slot_tokens,
)
from actors.languages.en.relations.lexicon import words
from actors.languages.en.reporting import reporting_verbs

if TYPE_CHECKING:
    from spacy.tokens import Token


_OVER = ("for", "over", "as")
_VIVID = ("attack", "hit", "hammer", "pound", "savage", "assail")
_TIMES = ("weekend", "week", "month", "year", "decade", "day", "night", "hour", "minute", "time")


def verbal(verb: Token, one: Found, other: Found) -> bool:
    """Whether an attack of one on another is made with words, or in a court."""
    return _litigation(verb) or _in_words(verb) or _blaming(verb, one) or _quarrel(verb, one, other)


def _litigation(verb: Token) -> bool:
    """ "Is fighting B in court": by law, not by force."""
    courts = ("court", "tribunal", "courtroom")
    near = (verb, *objects(verb))
    where = [w for one in near for name in ("in", "at") for w in slot_tokens(one).get(name, [])]
    return verb.lemma_ in ("fight", "battle") and any(w.lemma_.lower() in courts for w in where)


def _in_words(verb: Token) -> bool:
    """ "Attacked him in a speech", "attacked it for its silence": an attack with words."""
    if verb.lemma_ not in _VIVID:
        return False
    slots = slot_tokens(verb)
    if any(_spoken(word) for word in objects(verb)):
        return True
    said = any(word.lemma_.lower() in words("text") for word in slots.get("in", []))
    beside = [*verb.children, *(verb.head.children if verb.dep_ == "xcomp" else ())]
    claims = any(
        c.dep_ == "advcl" and c.lemma_.lower() in reporting_verbs("clause") for c in beside
    )
    return said or claims or any(_about(word) for n in _OVER for word in slots.get(n, []))


def _spoken(noun: Token) -> bool:
    """ "Attacked B's decision": what no weapon hits."""
    lemma = noun.lemma_.lower()
    whose = any(child.dep_ == "poss" or child.lower_ == "of" for child in noun.children)
    return whose and lemma in words("speech") and lemma not in words("asset")


def _blaming(verb: Token, one: Found) -> bool:
    """ "The minister attacked her rival for failing to ...": a person gives a reason."""
    return (
        one.mention.kind == "person"
        and verb.lemma_ in _VIVID
        and any(
            low.dep_ == "pcomp"
            for child in verb.children
            if child.dep_ == "prep" and child.lower_ in _OVER
            for low in child.children
        )
    )


def _quarrel(verb: Token, one: Found, other: Found) -> bool:
    """ "The minister clashed with her rival over the budget": two people, and a matter."""
    people = {one.mention.kind, other.mention.kind} == {"person"}
    return people and verb.lemma_ in ("clash", "fight") and "over" in slot_tokens(verb)


def _about(word: Token) -> bool:
    """ "Over his silence" is a reason, "over the weekend" and "for two days" are times."""
    return word.lemma_.lower() not in _TIMES
