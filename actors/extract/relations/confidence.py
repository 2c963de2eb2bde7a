"""How likely a claim is to be right: a logistic regression for ties, and one for events.

What the network thinks of the pair is weighed with what the rules say of it, and with what is known
to go wrong: who a pronoun means, actors without a name, places that are but visited. The weights
(``data/confidence.tsv``) were fitted on documents that neither the network nor the rules were made
with: ``training/reader/calibrate.py``; how well they hold: ``docs/model-card.md``.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from math import exp, log
from typing import TYPE_CHECKING

from actors.extract.relations.lexicon import rows
from actors.extract.relations.pair_claims import READER
from actors.ontology import ontology
from actors.types import nameless

if TYPE_CHECKING:
    from actors.extract.relations.anchors import Anchors
    from actors.extract.relations.claims import Claim
    from actors.extract.relations.pair_claims import Readings

TIE, EVENT = "tie", "event"
LITTLE = 0.02
"""The probability that stands for all below it."""


def confidence(claim: Claim, read: Readings, anchors: Anchors) -> float:
    """The probability that the text states the claim.

    Of a negated claim, that it speaks of this relation. Who is meant by a name is taken for
    granted. A type of the user's own is as sure as its pattern: the network does not know it.
    """
    if ontology()[claim.type].own:
        return claim.certainty
    given = features(claim, read, anchors)
    weight = weights()[sort(claim)]
    return 1 / (1 + exp(-sum(weight.get(name, 0.0) * value for name, value in given.items())))


def sort(claim: Claim) -> str:
    """Whether a claim is a standing tie or an event."""
    return TIE if ontology()[claim.type].quad == "structural" else EVENT


def features(claim: Claim, read: Readings, anchors: Anchors) -> Mapping[str, float]:
    """Name -> value of what is weighed."""
    source, target = claim.source.mention, claim.target.mention
    ruled = claim.rule != READER
    ends = [anchors.entities[one.entity] for one in (source, target)]
    same, any_, back = thought(claim, read)
    return {
        "base": 1.0,
        "network": odds(same),
        "network, any type": odds(any_),
        "network, reverse": odds(back),
        "rule": float(ruled),
        "rule, certainty": odds(claim.certainty) if ruled else 0.0,
        f"rule {claim.rule}": 1.0,
        f"type {claim.type}": 1.0,
        "pronoun": float("pronoun" in (source.level, target.level)),
        "noun": float("nominal" in (source.level, target.level)),
        "unnamed": float(any(map(nameless, ends))),
        "target place": float(target.kind == "place"),
    }


def thought(claim: Claim, read: Readings) -> tuple[float, float, float]:
    """What the network thinks of this type, of any type, and of any type the other way round."""
    source, target = claim.source.mention, claim.target.mention
    pair = source.sentence, source.entity, target.entity
    found = read.found.get((pair, claim.type))
    back = source.sentence, target.entity, source.entity
    return (
        found.probability if found else 0.0,
        read.likeliest.get(pair, 0.0),
        read.likeliest.get(back, 0.0),
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
