"""Whom it is worth asking about: whether a clause leaves room for something between two actors.

A logistic regression over the shape of the clause. Its weights (``data/sureness.tsv``) were fitted
on events of plv that the rules miss, against pairs of running news, most of which hold none. What
a network said of the pair was weighed too; here it stands at the most that a network ever says,
which is part of the constant.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from math import exp
from typing import TYPE_CHECKING, NamedTuple

from actors.languages.en.relations.anchors import Anchors
from actors.languages.en.relations.candidates import Candidate
from actors.languages.en.relations.lexicon import noun_frames, role_frames, rows, verb_frames
from actors.languages.en.relations.reach import CLAUSAL
from actors.languages.en.reporting import reporting_verbs
from actors.ontology import ontology

if TYPE_CHECKING:
    from spacy.tokens import Token

BESIDE = frozenset(
    {
        *("during", "after", "before", "following", "despite", "amid", "as", "like", "than"),
        *("since", "until", "including", "through", "over"),
    }
)
"""Prepositions of what stands beside an event rather than in it."""
WHERE = frozenset(["in", "at", "near", "across", "on", "around"])
OPEN = frozenset(["xcomp", "acl", "pcomp"])
"""Clauses that share the subject of the one above."""
QUAD = "verbal cooperation"
"""The class of events, that of *consult*, whose words count as known."""
HOPE = 0.6
"""Least probability of a pair that is asked about."""


class Way(NamedTuple):
    """What lies between a predicate and the target; ``joint`` where both do it."""

    joint: bool
    steps: int
    clauses: tuple[str, ...]
    prepositions: tuple[str, ...]
    words: tuple[Token, ...]


def way(one: Candidate, anchors: Anchors) -> Way:
    """From the target up to the predicate."""
    word = one.predicate.doc[anchors.roots[one.target.mention.id]]
    passed = []
    while word != one.predicate and word != word.head:
        passed.append(word)
        word = word.head
    return Way(
        bool(passed) and passed[-1].dep_ == "nsubj",
        len(passed) if word == one.predicate else 9,
        tuple(token.dep_ for token in passed if token.dep_ in CLAUSAL),
        tuple(token.lower_ for token in passed if token.dep_ in ("prep", "agent")),
        (*passed[1:], one.predicate),
    )


def features(one: Candidate, anchors: Anchors) -> Mapping[str, float]:
    """Name -> value of what is weighed."""
    shape = way(one, anchors)
    return {
        "base": 1.0,
        "steps": float(min(shape.steps, 9)),
        **{name: float(holds) for name, holds in plain(one, anchors, shape)},
    }


def plain(one: Candidate, anchors: Anchors, shape: Way) -> Iterator[tuple[str, bool]]:
    """The features that hold or don't."""
    doc, source, target = one.predicate.doc, one.source.mention, one.target.mention
    start, end = doc[anchors.roots[source.id]], doc[anchors.roots[target.id]]
    nearest = shape.prepositions[-1:]
    innermost = shape.prepositions[0] if shape.prepositions else ""
    yield "no preposition", not shape.prepositions
    yield "two prepositions", len(shape.prepositions) > 1
    yield "beside", bool(BESIDE & set(shape.prepositions))
    yield "in a place", innermost in WHERE and target.kind in ("place", "organisation", "person")
    yield "in a country", innermost in WHERE and target.kind in ("country", "group")
    yield "by way of", nearest == ("by",)
    yield "shared clause", bool(set(shape.clauses) & OPEN)
    yield "own clause", bool(set(shape.clauses) - OPEN)
    yield "target pronoun", target.level == "pronoun"
    yield "source pronoun", source.level == "pronoun"
    yield "source place", source.kind == "place"
    yield "target place", target.kind == "place"
    yield "states", {source.kind, target.kind} <= {"country", "group"}
    yield "source possessive", start.dep_ == "poss"
    yield "target possessive", end.dep_ == "poss"
    yield "subject", start.dep_ in ("nsubj", "nsubjpass") and start.head == one.predicate
    yield "main clause", one.predicate.dep_ == "ROOT"
    yield "noun", one.predicate.pos_ == "NOUN"
    yield "copula", one.predicate.pos_ == "AUX"
    yield "known word", known(shape.words)
    yield "sport", one.sport


def known(words: tuple[Token, ...]) -> bool:
    """Whether the lexicon knows a word on the way for an event of the class `QUAD`."""
    return any(
        ontology()[frame.type].quad == QUAD
        for word in words
        for table in (verb_frames(), noun_frames(), role_frames())
        for frame in table.get(word.lemma_.lower(), ())
    )


@functools.cache
def weights() -> Mapping[str, float]:
    """Feature -> weight."""
    return {name: float(weight) for name, weight in rows("sureness.tsv")}


def hopeful(one: Candidate, anchors: Anchors) -> bool:
    """Whether the clause leaves room for an event that is surer than not: else why ask."""
    return not one.reported and sureness(one, anchors) >= HOPE


def sureness(one: Candidate, anchors: Anchors) -> float:
    """The probability of an event, at most."""
    if owner(one, anchors) or (way(one, anchors).joint and told(one.predicate)):
        return 0.0
    given = features(one, anchors)
    return 1 / (1 + exp(-sum(weight * given[name] for name, weight in weights().items())))


def owner(one: Candidate, anchors: Anchors) -> bool:
    """Whether the other actor is who does what a noun tells (*reaffirmed Jordan's support*)."""
    end = one.predicate.doc[anchors.roots[one.target.mention.id]]
    return end.dep_ == "poss" and end.head.lemma_.lower() in noun_frames()


def told(verb: Token) -> bool:
    """ "A and B said": what two say alike they don't say to each other."""
    lemma = verb.lemma_.lower()
    joint = any(mutual(frame.type) for frame in verb_frames().get(lemma, ()))
    return lemma in reporting_verbs("clause") and not joint


def mutual(type_: str) -> bool:
    """Whether two subjects of one verb may do it to each other."""
    return ontology()[type_].symmetric and not ontology()[type_].structural
