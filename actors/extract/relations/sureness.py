"""How sure an event is that the classifier reads and no rule: two logistic regressions.

The classifier was trained on sentences that were chosen for their events; in running text most
pairs hold none. So its log odds are weighed with the shape of the clause that ties the pair. The
weights (``data/sureness.tsv``) were fitted on pairs of plv that the rules miss, read by networks
that had not seen them, against pairs of running news: they tell who is worth asking about, and what
is worth weighing. How likely what is then read is to be right is another matter, and is fitted on
events in news that were judged by us (``data/chance.tsv``); ``docs/model-card.md``.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

from actors.extract.relations.anchors import Anchors
from actors.extract.relations.candidates import Candidate
from actors.extract.relations.classifier import Judgement
from actors.extract.relations.lexicon import noun_frames, role_frames, rows, verb_frames, words
from actors.extract.relations.reach import CLAUSAL
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
PLACED = WHERE - {"on"}
OPEN = frozenset(["xcomp", "acl", "pcomp"])
"""Clauses that share the subject of the one above."""


HOPE = 0.6
"""Least sureness, were the classifier as sure as it ever is, of a pair that it is asked about."""


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


def odds(share: float) -> float:
    """Log odds of a probability, kept from infinity."""
    share = min(max(share, 1e-4), 1 - 1e-4)
    return log(share / (1 - share))


def features(one: Candidate, said: Judgement, anchors: Anchors) -> Mapping[str, float]:
    """Name -> value of what is weighed."""
    shape = way(one, anchors)
    return {
        "base": 1.0,
        "event": odds(1 - said.none),
        "type": odds(said.types[said.best]),
        "steps": float(min(shape.steps, 9)),
        **{name: float(holds) for name, holds in plain(one, said, anchors, shape)},
    }


def plain(
    one: Candidate, said: Judgement, anchors: Anchors, shape: Way
) -> Iterator[tuple[str, bool]]:
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
    yield "known word", known(shape.words, said.best)
    yield "planned agreement", said.best == "agree" and ahead(one.predicate)
    yield "sport", one.sport


def ahead(verb: Token) -> bool:
    """Whether it is told as what will be."""
    return any(c.dep_ == "aux" and c.lower_ in ("will", "would", "'ll") for c in verb.children)


def known(words: tuple[Token, ...], type_: str) -> bool:
    """Whether the lexicon knows a word on the way for an event of the same class."""
    quad = ontology()[type_].quad
    return any(
        ontology()[frame.type].quad == quad
        for word in words
        for table in (verb_frames(), noun_frames(), role_frames())
        for frame in table.get(word.lemma_.lower(), ())
    )


@functools.cache
def weights() -> Mapping[str, float]:
    """Feature -> weight."""
    return {name: float(weight) for name, weight in rows("sureness.tsv")}


BEST = Judgement(0.003, {"consult": 0.99}, 1.0)


def hopeful(one: Candidate, anchors: Anchors) -> bool:
    """Whether the clause leaves room for an event that is surer than not: else why ask."""
    return not one.reported and sureness(one, BEST, anchors) >= HOPE


def owner(one: Candidate, anchors: Anchors) -> bool:
    """Whether the other actor is who does what a noun tells (*reaffirmed Jordan's support*)."""
    end = one.predicate.doc[anchors.roots[one.target.mention.id]]
    return end.dep_ == "poss" and end.head.lemma_.lower() in noun_frames()


def where(one: Candidate, type_: str, anchors: Anchors) -> bool:
    """Whether an actor is but the place where it happens (*arrested two men in Jeddah*).

    An attack or aid in a place is for it; who crosses into one, flees or leaves it has done nothing
    to it.
    """
    source, target = one.source.mention, one.target.mention
    start = one.predicate.doc[anchors.roots[source.id]]
    if source.kind == "place" and start.dep_ not in ("nsubj", "poss", "pobj"):
        return True
    if one.predicate.lemma_.lower() in words("motion"):
        return True
    innermost = way(one, anchors).prepositions[:1]
    return "local" not in ontology()[type_].traits and (
        target.kind == "place" or bool(PLACED & {*innermost})
    )


def told(verb: Token) -> bool:
    """ "A and B said": what two say alike they don't say to each other."""
    lemma = verb.lemma_.lower()
    joint = any(mutual(frame.type) for frame in verb_frames().get(lemma, ()))
    return lemma in words("report", "cues.tsv") and not joint


def mutual(type_: str) -> bool:
    """Whether two subjects of one verb may do it to each other."""
    return ontology()[type_].symmetric and not ontology()[type_].structural


def sureness(one: Candidate, said: Judgement, anchors: Anchors) -> float:
    """The probability that the clause states the event that the classifier reads."""
    joint = way(one, anchors).joint
    if (joint and (not mutual(said.best) or told(one.predicate))) or owner(one, anchors):
        return 0.0
    given = features(one, said, anchors)
    return 1 / (1 + exp(-sum(weight * given[name] for name, weight in weights().items())))
