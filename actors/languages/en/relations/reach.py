"""Whom a clause reaches: the actors below a predicate, without those it only seems to reach."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import Anchors, Found
from actors.languages.en.relations.arguments import has_subject
from actors.languages.en.relations.lexicon import kin, role_frames, words
from actors.languages.en.reporting import reporting_verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

    from actors.types import Mention

STEPS, CLAUSES = 8, 2
TIED = ("allied_with", "opposed_to")
CLAUSAL = frozenset(["ccomp", "advcl", "relcl", "acl", "xcomp", "pcomp"])
DOWN = CLAUSAL | {
    *("dobj", "obj", "dative", "prep", "pobj", "poss", "amod", "compound", "nmod", "agent"),
    *("attr", "acomp", "appos", "conj", "oprd", "advmod", "nsubj", "nsubjpass", "npadvmod"),
    "nummod",
}


def hyphenated(token: Token) -> bool:
    """ "Called on a *Russian*-led bloc": what the name does to the noun, the word behind says."""
    behind = token.doc[token.i + 1 : token.i + 3]
    return len(behind) == 2 and behind[0].text == "-" and behind[1].pos_ != "PROPN"


def aside(token: Token, mention: Mention) -> bool:
    """Whether a name only tells whose brother, ally or rival it is, whose side somebody is on, or
    which war; or what is only just being founded."""
    outer = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token.head
    lemma = outer.lemma_.lower()
    if lemma in kin():
        return mention.kind == "person" and outer != token
    if token.dep_ == "dobj" and lemma in words("creation"):
        return True
    qualifies = token.dep_ in ("poss", "compound", "amod", "nmod")
    inner = (qualifies or outer != token.head) and outer.dep_ not in ("attr", "oprd", "ROOT")
    if inner and ally_or_rival(outer):
        return True
    return qualifies and (lemma in words("side") or lemma in words("warfare"))


def ally_or_rival(noun: Token) -> bool:
    """Whether a noun tells only whose ally or rival somebody is."""
    return any(frame.type in TIED for frame in role_frames().get(noun.lemma_.lower(), ()))


def put_behind(verb: Token) -> bool:
    """ "A expects B to pay, C said": no part of what A expects, though some parses have it so."""
    says = verb.dep_ == "ccomp" and verb.lemma_.lower() in reporting_verbs("clause")
    empty = not any(child.dep_ in ("ccomp", "dobj", "xcomp") for child in verb.children)
    return says and empty and has_subject(verb)


def below(tokens: Sequence[Token], anchors: Anchors, clauses: int) -> list[Found]:
    """The actors under some words, in the order of the text.

    A verb joined by "and" is not entered, and who something is known from has no part in it.
    """
    found: dict[int, Found] = {}
    queue = [(token, 1, clauses) for token in tokens]
    while queue:
        token, steps, left = queue.pop()
        left -= token.dep_ in CLAUSAL
        joined = token.dep_ == "conj" and token.pos_ in ("VERB", "AUX")
        if token.dep_ not in DOWN or steps > STEPS or left < 0 or joined:
            continue
        if token.lower_ == "according" or put_behind(token):
            continue
        held = anchors.heads.get(token.i) or anchors.unnamed.get(token.i)
        if held is not None and not (hyphenated(token) or aside(token, held)):
            found[token.i] = Found(held)
        queue += [(child, steps + 1, left) for child in token.children]
    return [found[at] for at in sorted(found)]
