"""Who else stands in a sentence: pairs that the classifier is asked about for their stance alone.

No clause need tie the two ("Diaz, whom Lopez has long despised, ..."), so this is wider than
`candidates`, and says nothing about events. Attitudes mostly go from who is named first and stands
in a subject: by default only these are asked about the others, since every question takes time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations
from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import Anchors, Found
from actors.languages.en.relations.candidates import Candidate
from actors.languages.en.relations.lexicon import words
from actors.types import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

PLACE = "place"
JOINED = frozenset(["conj", "appos"])
INNER = frozenset(["compound", "amod", "nmod", "poss", "appos", "conj"])
"""How a word hangs on the noun phrase that it is a part of."""
SUBJECTS = frozenset(["nsubj", "ROOT"])
CROWD, RECALL_CROWD = 3, 6
"""More actors in a sentence are mostly a list, and every pair of them would cost a question."""

Pairing = tuple[Found, Found]


def companions(
    doc: Doc, anchors: Anchors, found: Iterable[Candidate], *, both_ways: bool
) -> list[Pairing]:
    """Pairs of actors with a name that share a sentence and are no candidates there.

    Args:
        doc: the parse.
        anchors: who stands where.
        found: the candidates, which are asked about anyway.
        both_ways: whether the one named later is a source too, and who stands in no subject.
    """
    known = {
        (one.predicate.sent.start, one.source.mention.entity, one.target.mention.entity)
        for one in found
    }
    return [
        (Found(one), Found(other))
        for sentence in doc.sents
        for one, other in within(sentence, anchors, both_ways)
        if (sentence.start, one.entity, other.entity) not in known
    ]


def within(
    sentence: SpacySpan, anchors: Anchors, both_ways: bool
) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of one sentence, each actor by its first mention there."""
    first: dict[str, Token] = {}
    for word in sentence:
        mention = anchors.heads.get(word.i)
        if mention is not None and mention.kind != PLACE:
            first.setdefault(mention.entity, word)
    if len(first) > (RECALL_CROWD if both_ways else CROWD):
        return
    for one, other in permutations(first.values(), 2):
        if not (both_ways or (one.i < other.i and in_subject(one))) or side_by_side(one, other):
            continue
        if not another_acts(one, other, anchors):
            yield anchors.heads[one.i], anchors.heads[other.i]


def in_subject(word: Token) -> bool:
    """ "Diaz", "the Diaz camp" or "Diaz's friends" before a verb, but not "a friend of Diaz"."""
    named = word.dep_ in JOINED
    while word.head != word:
        if word.dep_ == "pobj" and (named or inside(word.head)):
            word = word.head.head
        elif word.dep_ in INNER:
            word = word.head
        else:
            break
    return word.dep_ in SUBJECTS


def inside(preposition: Token) -> bool:
    """ "Two of the ministers", "leaders such as Diaz": those who are meant."""
    if preposition.lower_ in ("as", "like", "including"):
        return preposition.head.pos_ in ("NOUN", "PROPN")
    return preposition.lower_ == "of" and preposition.head.lemma_.lower() in words("container")


def side_by_side(one: Token, other: Token) -> bool:
    """ "Ana Diaz of Peru", "Peru and Chile": joined, so that nobody says what they think."""
    return any(b.head == a and b.dep_ in JOINED for a, b in ((one, other), (other, one)))


def another_acts(one: Token, other: Token, anchors: Anchors) -> bool:
    """ "El Faro wrote that Spain condemned Italy": what Italy is to be blamed for, Spain says."""
    word = other
    while word.head != word and not word.head.is_ancestor(one):
        word = word.head
        if word.pos_ == "VERB" and any(
            child.dep_ == "nsubj" and child.i in anchors.heads and child != other
            for child in word.children
        ):
            return True
    return False
