"""How likely a claim is to be right: a logistic regression for ties, and one for events.

What the network thinks of the pair is weighed with what the rules say of it, and with what is known
to go wrong: who a pronoun means, actors without a name, places that are but visited. The weights
(``data/confidence.tsv``) were fitted on documents that neither the network nor the rules were made
with: ``training/reader/calibrate.py``; how well they hold: ``docs/model-card.md``.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import exp, log, log2
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from actors.languages.en.relations.lexicon import rows
from actors.languages.en.relations.pair_claims import READER
from actors.ontology import ontology
from actors.types import nameless

if TYPE_CHECKING:
    from actors.languages.en.relations.anchors import Anchors
    from actors.languages.en.relations.candidates import Candidate
    from actors.languages.en.relations.claims import Claim
    from actors.languages.en.relations.pair_claims import Pair, Readings
    from actors.types import Mention

TIE, EVENT = "tie", "event"
LITTLE = 0.02
"""The probability that stands for all below it."""


class Evidence(NamedTuple):
    """What is known of the pairs of a document beside a claim.

    ``read`` is what the network thinks; ``clauses`` are the pairs that one clause may tie, and
    whether the one only tells of the other; ``ruled`` what the rules read of each pair; ``doers``
    and ``goals`` who, by the rules, does an event of a type, or has it done to them, in a sentence.
    """

    read: Readings
    clauses: Mapping[Pair, bool]
    ruled: Mapping[Pair, frozenset[str]]
    doers: Mapping[tuple[int, str, str], frozenset[str]]
    goals: Mapping[tuple[int, str, str], frozenset[str]]


def evidence_of(read: Readings, found: Iterable[Candidate], ruled: Iterable[Claim]) -> Evidence:
    """What is known of the pairs of a document.

    Args:
        read: what the network thinks
        found: pairs that one clause may tie
        ruled: what the rules read
    """
    clauses: dict[Pair, bool] = {}
    for one in found:
        pair = _pair(one.source.mention, one.target.mention)
        clauses[pair] = one.reported and clauses.get(pair, True)
    types: dict[Pair, set[str]] = defaultdict(set)
    doers: dict[tuple[int, str, str], set[str]] = defaultdict(set)
    goals: dict[tuple[int, str, str], set[str]] = defaultdict(set)
    for claim in ruled:
        sentence, source, target = pair = _pair(claim.source.mention, claim.target.mention)
        types[pair].add(claim.type)
        doers[sentence, claim.type, target].add(source)
        goals[sentence, claim.type, source].add(target)
    return Evidence(read, clauses, _frozen(types), _frozen(doers), _frozen(goals))


def matched(claim: Claim, known: Evidence) -> bool:
    """Whether the rules give a type's source and its target in the sentence to two others.

    "The leaders of A and B, X and Y": X leads A, so X does not lead B, which Y leads.
    """
    sentence, source, target = _pair(claim.source.mention, claim.target.mention)
    others = known.doers.get((sentence, claim.type, target), frozenset({source}))
    elsewhere = known.goals.get((sentence, claim.type, source), frozenset({target}))
    return source not in others and target not in elsewhere


_Key = TypeVar("_Key")


def _frozen(found: Mapping[_Key, set[str]]) -> dict[_Key, frozenset[str]]:
    return {key: frozenset(some) for key, some in found.items()}


def _pair(source: Mention, target: Mention) -> Pair:
    return source.sentence, source.entity, target.entity


def confidence(claim: Claim, known: Evidence, anchors: Anchors) -> float:
    """The probability that the text states the claim.

    Of a negated claim, that it speaks of this relation. Who is meant by a name is taken for
    granted. A type of the user's own is as sure as its pattern: the network does not know it.
    """
    if ontology()[claim.type].own:
        return claim.certainty
    given = features(claim, known, anchors)
    weight = weights()[sort(claim)]
    return 1 / (1 + exp(-sum(weight.get(name, 0.0) * value for name, value in given.items())))


def sort(claim: Claim) -> str:
    """Whether a claim is a standing tie or an event."""
    return TIE if ontology()[claim.type].structural else EVENT


def features(claim: Claim, known: Evidence, anchors: Anchors) -> Mapping[str, float]:
    """Name -> value of what is weighed."""
    same, any_, back = thought(claim, known.read)
    ruled = claim.rule != READER
    return {
        "base": 1.0,
        "network": odds(same),
        "network, any type": odds(any_),
        "network, reverse": odds(back),
        "rule, certainty": odds(claim.certainty) if ruled else 0.0,
        "apart": log2(1 + apart(claim, anchors)),
        f"rule {claim.rule}": 1.0,
        f"type {claim.type}": 1.0,
        **{name: float(holds) for name, holds in plain(claim, known, anchors)},
    }


def plain(claim: Claim, known: Evidence, anchors: Anchors) -> Iterator[tuple[str, bool]]:
    """The features that hold or don't."""
    source, target = claim.source.mention, claim.target.mention
    sentence, one, other = pair = _pair(source, target)
    yield "rule", claim.rule != READER
    yield "pronoun", "pronoun" in (source.level, target.level)
    yield "noun", "nominal" in (source.level, target.level)
    yield "unnamed", any(nameless(anchors.entities[end]) for end in (one, other))
    yield "target place", target.kind == "place"
    yield "clause", pair in known.clauses
    yield "clause, reverse", (sentence, other, one) in known.clauses
    yield "reported", known.clauses.get(pair, False)
    yield "words against", claim.doubted
    yield "rule, another type", bool(known.ruled.get(pair, frozenset()) - {claim.type})
    yield "rule, another source", one not in known.doers.get((sentence, claim.type, other), {one})
    yield "rule, another target", other not in known.goals.get((sentence, claim.type, one), {other})


def apart(claim: Claim, anchors: Anchors) -> int:
    """How many words stand between the two."""
    one, other = (anchors.spans[end.mention.id] for end in (claim.source, claim.target))
    return max(0, max(one[0], other[0]) - min(one[1], other[1]))


def thought(claim: Claim, read: Readings) -> tuple[float, float, float]:
    """What the network thinks of this type, of any type, and of any type the other way round."""
    sentence, source, target = pair = _pair(claim.source.mention, claim.target.mention)
    found = read.of(claim)
    return (
        found.probability if found else 0.0,
        read.likeliest.get(pair, 0.0),
        read.likeliest.get((sentence, target, source), 0.0),
    )


def odds(share: float) -> float:
    """Log odds of a probability, none below `LITTLE`.

    >>> odds(0.5), odds(0.0) == odds(LITTLE)
    (0.0, True)
    """
    share = min(max(share, LITTLE), 1 - LITTLE)
    return log(share / (1 - share))


@functools.cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """Tie or event -> feature -> weight."""
    found: dict[str, dict[str, float]] = {TIE: {}, EVENT: {}}
    for of, name, weight in rows("confidence.tsv"):
        found[of][name] = float(weight)
    return found
