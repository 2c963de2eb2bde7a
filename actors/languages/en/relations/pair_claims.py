"""What the network reads between two actors of a sentence, as claims: the likeliest of each pair.

The network scores every ordered pair of mentions. Several mentions of one actor speak for it
together: the surest counts. Of two events that exclude each other (one type in both directions, two
types in one direction) the likelier is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from actors.languages.en.relations.anchors import Anchors, Found
from actors.languages.en.relations.claims import Claim
from actors.neural.pair_scorer import PairScores
from actors.ontology import ontology

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from actors.types import Mention

READER = "reader"
"""The `Claim.rule` of what the network reads and no rule."""
THOUGHT, LEAST = 0.02, 0.1
"""Probability below which a reading is no evidence, and below which it is no claim."""


OFFICES, OPEN = ("leads", "represents"), 0.7
"""Types that mostly have one holder, and the share of its probability at which another may too."""


class Reading(NamedTuple):
    """A type between two mentions with its probability; what the network makes of the statement.

    ``modalities`` are the probabilities in the order of the network's labels.
    """

    type: str
    source: Mention
    target: Mention
    probability: float
    negated: float
    modalities: tuple[float, ...]


Pair: TypeAlias = tuple[int, str, str]
"""A sentence, and the entities of a source and a target in it."""


class Readings(NamedTuple):
    """The surest reading of each type of each pair; symmetric types stand both ways round.

    ``likeliest`` is the highest probability of any type of a pair, ``event`` that of any event.
    """

    found: Mapping[tuple[Pair, str], Reading]
    likeliest: Mapping[Pair, float]
    event: Mapping[Pair, float]

    def of(self, claim: Claim) -> Reading | None:
        """What the network thinks of a claim, if anything."""
        source, target = claim.source.mention, claim.target.mention
        return self.found.get(((source.sentence, source.entity, target.entity), claim.type))


def readings(scores: Iterable[PairScores], types: list[str], anchors: Anchors) -> Readings:
    """Every type of every two actors of a sentence that is likelier than `THOUGHT`."""
    best: dict[tuple[Pair, str], Reading] = {}
    for one in scores:
        usable = [mention.id in anchors.spans for mention in one.mentions]
        for row, column, number in zip(*(one.types >= THOUGHT).nonzero(), strict=True):
            source, target = one.mentions[row], one.mentions[column]
            if source.entity == target.entity or not (usable[row] and usable[column]):
                continue
            type_, sure = types[number], float(one.types[row, column, number])
            denied = float(one.negated[row, column])
            moods = tuple(map(float, one.modality[row, column]))
            found = Reading(type_, source, target, sure, denied, moods)
            ends = (source.entity, target.entity)
            both = (ends, ends[::-1]) if ontology()[type_].symmetric else (ends,)
            for pair in both:
                key = (source.sentence, *pair), type_
                if key not in best or best[key].probability < sure:
                    best[key] = found
    events = {key: one for key, one in best.items() if ontology()[key[1]].quad != "structural"}
    return Readings(best, _likeliest(best), _likeliest(events))


def _likeliest(found: Mapping[tuple[Pair, str], Reading]) -> dict[Pair, float]:
    """The highest probability of each pair."""
    likeliest: dict[Pair, float] = {}
    for (pair, _), one in found.items():
        likeliest[pair] = max(likeliest.get(pair, 0.0), one.probability)
    return likeliest


def pair_claims(doc: Doc, read: Readings, anchors: Anchors) -> Iterator[Claim]:
    """The claims of the readings that no likelier reading excludes, in the order of the text."""
    for found in sorted(_kept(read), key=_place):
        at = predicate(doc, anchors.roots[found.source.id], anchors.roots[found.target.id])
        structural = ontology()[found.type].quad == "structural"
        ends = Found(found.source), Found(found.target)
        yield Claim(
            *(found.type, *ends, at.i, (at.i, at.i + 1), found.probability),
            structural=structural,
            rule=READER,
        )


def _kept(read: Readings) -> Iterator[Reading]:
    """Each reading once; of the events of two actors in a sentence, the likeliest each way."""
    for (pair, type_), found in read.found.items():
        sentence, source, target = pair
        if found.source.entity != source or found.probability < LEAST:
            continue
        if ontology()[type_].quad != "structural" and found.probability < read.event[pair]:
            continue
        back = read.found.get(((sentence, target, source), type_))
        turned = back is not None and back.probability > found.probability
        if not turned and not (type_ in OFFICES and _crossed(found, read)):
            yield found


def _crossed(found: Reading, read: Readings) -> bool:
    """Whether each end may as well belong to another: two holders, two offices, who holds which?"""
    sentence, source, target = found.source.sentence, found.source.entity, found.target.entity
    others = [
        (pair[1] == source, pair[2] == target)
        for (pair, type_), one in read.found.items()
        if pair[0] == sentence
        and type_ == found.type
        and one.probability > OPEN * found.probability
    ]
    return (True, False) in others and (False, True) in others


def _place(found: Reading) -> tuple[int, int, int, str]:
    return found.source.sentence, found.source.span.start, found.target.span.start, found.type


def predicate(doc: Doc, one: int, other: int) -> Token:
    """The word that governs two others in the parse: where their statement is made.

    If one of the two governs the other, it is the word between them that hangs on it, or itself.
    """
    above = [doc[one], *doc[one].ancestors]
    known = {token.i for token in above}
    below = doc[other]
    for token in (doc[other], *doc[other].ancestors):
        if token.i in known:
            return below if token.i in (one, other) and below.i not in (one, other) else token
        below = token
    return doc[other]
