"""How likely an event that a rule reads is right: a logistic regression, as `trust` is for ties.

The certainty that the patterns carry was set by hand, and the classifier has an opinion of its own
on whether any event ties the two. Both are weighed here with what is known to go wrong: who a
pronoun means, and actors without a name. The weights (``data/credit.tsv``) were fitted on events
in news that were read and judged by us: ``training/relations/credit.py``, ``docs/model-card.md``.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from math import exp
from typing import TYPE_CHECKING

from actors.extract.relations.anchors import Anchors
from actors.extract.relations.claims import Claim
from actors.extract.relations.classifier import Judgement
from actors.extract.relations.lexicon import rows
from actors.extract.relations.sureness import odds
from actors.types import nameless

if TYPE_CHECKING:
    from spacy.tokens import Doc


def credit(claim: Claim, said: Judgement | None, doc: Doc, anchors: Anchors) -> float:
    """The probability that the sentence states the event; ``said`` is None where nobody asked."""
    given = features(claim, said, doc, anchors)
    return 1 / (1 + exp(-sum(weight * given[name] for name, weight in weights().items())))


def features(
    claim: Claim, said: Judgement | None, doc: Doc, anchors: Anchors
) -> Mapping[str, float]:
    """Name -> value of what is weighed."""
    source, target = claim.source.mention, claim.target.mention
    ends = [anchors.entities[one.entity] for one in (source, target)]
    return {
        "base": 1.0,
        "certainty": odds(claim.certainty),
        "event": odds(1 - said.none) if said is not None and said.types else 0.0,
        "pronoun": float("pronoun" in (source.level, target.level)),
        "unnamed": float(any(map(nameless, ends))),
        "noun": float(doc[claim.predicate].pos_ == "NOUN"),
    }


@functools.cache
def weights() -> Mapping[str, float]:
    """Feature -> weight."""
    return {name: float(weight) for name, weight in rows("credit.tsv")}
