"""Pairs of actors that one clause may tie, whatever its verb: what the classifier is asked about.

Wider than the lexicon: who does it, and every other actor below the verb or event noun, through
at most `CLAUSES` clauses that have no other subject of interest. Most hold no event; the
classifier says which.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from actors.knowledge.roles import find_nominal
from actors.languages.en.relations.anchors import Anchors, Found, owners, resolve
from actors.languages.en.relations.arguments import (
    by_phrase,
    has_subject,
    objects,
    passive,
    slot_tokens,
)
from actors.languages.en.relations.caveats import soured, sport_words, sporting
from actors.languages.en.relations.claims import among, tells
from actors.languages.en.relations.events import sources
from actors.languages.en.relations.lexicon import role_frames, verb_frames, words
from actors.languages.en.relations.reach import CLAUSES, below
from actors.languages.en.reporting import reporting_verbs
from actors.ontology import ontology
from actors.types import nameless

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


WHERE = ("in", "at", "near", "across", "around")


class Candidate(NamedTuple):
    """A predicate with one actor that may do it and one that it may be done to.

    ``reported`` where the second stands in what the first says of somebody: that may show an
    attitude, but it is no act of the one against the other. ``sport`` where the sentence is about
    that.
    """

    predicate: Token
    source: Found
    target: Found
    reported: bool = False
    sport: bool = False


def candidates(doc: Doc, anchors: Anchors) -> list[Candidate]:
    """Every ordered pair of different actors that some clause may tie, each once a sentence."""
    sport = sport_words(doc)
    found: list[Candidate] = []
    for sentence in doc.sents:
        if tells(sentence, anchors):
            played = sporting(sentence, sport)
            found += (one._replace(sport=played) for one in in_sentence(sentence, anchors))
    return found


def in_sentence(sentence: Span, anchors: Anchors) -> Iterable[Candidate]:
    """The same of one sentence."""
    found: dict[tuple[str, str], Candidate] = {}
    for token in sentence:
        for one, other in sides(token, anchors):
            pair = one.mention.entity, other.mention.entity
            if not apart(one, other, anchors) or (pair in found and not found[pair].reported):
                continue
            found[pair] = Candidate(token, one, other, reported(token, other, anchors))
    return found.values()


def apart(one: Found, other: Found, anchors: Anchors) -> bool:
    """Whether two are different actors, of whom at least one has a name."""
    ends = [anchors.entities[found.mention.entity] for found in (one, other)]
    return ends[0] is not ends[1] and not all(nameless(end) for end in ends)


def sides(token: Token, anchors: Anchors) -> Iterator[tuple[Found, Found]]:
    """Doer and other actor of one verb or event noun."""
    if token.pos_ == "VERB" or (token.pos_ == "AUX" and predicative(token)):
        yield from of_verb(token, anchors)
    elif token.pos_ == "NOUN" and token.i not in anchors.cover and not holder(token):
        yield from of_noun(token, anchors)


def holder(noun: Token) -> bool:
    """ "The Kremlin envoy on Afghanistan": who holds an office does nothing by that."""
    known = find_nominal(noun.text)
    return known is not None and known.kind == "person" and noun.lemma_ not in role_frames()


def reported(verb: Token, other: Found, anchors: Anchors) -> bool:
    """Whether an actor stands in what is said, or in what another is brought to do, or at the
    other end of strained ties.
    """
    if soured(verb) or any(soured(word) for word in objects(verb)):
        return True
    word = verb.doc[anchors.roots[other.mention.id]]
    while word != verb and word != word.head:
        lemma = word.head.lemma_.lower()
        told = lemma in reporting_verbs("clause") or lemma in words("assurance")
        if word.dep_ == "ccomp" and has_subject(word) and told:
            return True
        if (
            word.dep_ in ("xcomp", "ccomp")
            and word.tag_ == "VB"
            and lemma in words("control", "cues.tsv")
        ):
            return has_subject(word) or bool(objects(word.head))
        word = word.head
    return False


def predicative(verb: Token) -> bool:
    """ "Is critical of", "was a backer of": a copula."""
    return any(child.dep_ in ("attr", "acomp") for child in verb.children)


def of_verb(verb: Token, anchors: Anchors) -> Iterator[tuple[Found, Found]]:
    """Who does it with everybody below."""
    doers = sources(verb, anchors)
    if passive(verb):
        yield from of_passive(verb, doers, anchors)
        return
    ends = below([c for c in verb.children if c.dep_ not in ("nsubj", "csubj")], anchors, CLAUSES)
    yield from among(doers)
    yield from product(doers, ends)


def of_passive(verb: Token, doers: list[Found], anchors: Anchors) -> Iterator[tuple[Found, Found]]:
    """Who does it with the patient; without "by", the place where somebody is arrested."""
    patients = actors(objects(verb), anchors)
    patients += below([c for c in verb.children if c.dep_ == "nsubjpass"], anchors, 0)
    left_out = ("nsubj", "csubj", "agent", "nsubjpass")
    others = below([c for c in verb.children if c.dep_ not in left_out], anchors, CLAUSES)
    frames = verb_frames().get(verb.lemma_.lower(), ())
    harm = any("harm" in ontology()[frame.type].traits for frame in frames)
    if doers:
        yield from among(doers)
        yield from product(doers, [*patients, *others])
    elif harm:
        held = {one.mention.id for one in patients}
        yield from product([one for one in others if one.mention.id not in held], patients)


def of_noun(noun: Token, anchors: Anchors) -> Iterator[tuple[Found, Found]]:
    """Whose it is with everybody in its prepositions; the two sides of "between"."""
    slots = slot_tokens(noun)
    doers = owners(noun, anchors) + actors(by_phrase(noun.children), anchors)
    inside = [c for c in noun.children if c.dep_ in ("prep", "dative", "acl")]
    ends = below([c for c in inside if c.lower_ not in WHERE], anchors, 0)
    if doers:
        yield from product(doers, ends)
        return
    for slot in ("between", "among"):
        yield from among(actors(slots.get(slot, []), anchors))
    doers = actors(slots.get("of", []), anchors)
    held = {one.mention.id for one in doers}
    yield from ((one, other) for one in doers for other in ends if other.mention.id not in held)


def actors(words: Sequence[Token], anchors: Anchors) -> list[Found]:
    """The actors that some words stand for."""
    return [one for word in words for one in resolve(word, anchors)]
