"""What somebody says that another must do: "A said B must leave", "A demanded that B resign"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import Anchors, resolve
from actors.languages.en.relations.arguments import agents, passive
from actors.languages.en.relations.claims import Claim, across, trigger
from actors.languages.en.reporting import reporting_verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

DUTY = ("must", "should", "ought")
ASKING = ("demand", "insist", "urge", "request", "require", "ask", "propose", "recommend")
SAYING = 0.75
"""How sure it is that an opinion of what another must do is put to that other."""


def demand_claims(verb: Token, anchors: Anchors) -> Iterator[Claim]:
    """The demands of a verb of saying or asking on the subject of its clause."""
    lemma = verb.lemma_.lower()
    asking = lemma in ASKING
    if not asking and (lemma not in reporting_verbs("clause") or passive(verb)):
        return
    for clause in verb.children:
        if clause.dep_ != "ccomp" or not (asking or due(clause)):
            continue
        asked = [word for word in agents(clause) if word.pos_ != "PRON"]
        if asking and not due(clause) and not subjunctive(clause):
            continue
        doers = [one for word in agents(verb) for one in resolve(word, anchors)]
        ends = [one for word in asked for one in resolve(word, anchors)]
        for one, other in across(doers, ends):
            yield Claim("request", one, other, verb.i, trigger(verb), 0.8 if asking else SAYING)


def due(clause: Token) -> bool:
    """Whether a clause says what has to be done: "must leave", "has to leave"."""
    if any(c.dep_ == "aux" and c.lower_ in DUTY for c in clause.children):
        return not any(c.dep_ == "aux" and c.lower_ == "have" for c in clause.children)
    forced = clause.lemma_ in ("have", "need", "ought") and clause.tag_ in ("VBZ", "VBP", "MD")
    return forced and any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in clause.children)


def subjunctive(clause: Token) -> bool:
    """Whether a clause has a bare verb: "that B resign"."""
    helped = any(c.dep_ in ("aux", "auxpass") and c.tag_ != "VB" for c in clause.children)
    return clause.tag_ in ("VB", "VBP") and not helped
