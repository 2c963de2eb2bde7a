"""How likely an event that a rule reads is right: a logistic regression, as `trust` is for ties.

The certainty that the patterns carry was set by hand, and the classifier has an opinion of its own
on whether an event ties the two, and which. Both are weighed here with what is known to go wrong:
who a pronoun means, actors without a name, places that are but visited. The weights
(``data/credit.tsv``) were fitted on events in news that were read and judged:
``training/relations/credit.py``, ``docs/model-card.md``.
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
from actors.extract.relations.pledges import promise
from actors.extract.relations.status import status
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
        "same event": agreement(claim, said, doc) if said and claim.type in said.types else 0.0,
        "target place": float(target.kind == "place"),
        "visit": float(target.kind == "place" and claim.type == "consult"),
        "pronoun": float("pronoun" in (source.level, target.level)),
        "unnamed": float(any(map(nameless, ends))),
        "noun": float(doc[claim.predicate].pos_ == "NOUN"),
    }


def agreement(claim: Claim, said: Judgement, doc: Doc) -> float:
    """Log odds that the classifier reads this event, or what a refusal or a promise makes of it.

    It has not learnt to tell what is denied: there it has no say.
    """
    predicate = doc[claim.predicate]
    negated, modality = status(predicate)
    if modality == "denied":
        return 0.0
    same = [claim.type]
    if negated != claim.negated:
        same.append("reject")
    if modality == "planned" or promise(claim, predicate) is not None:
        same.append("agree")
    return odds((1 - said.none) * max(said.types[name] for name in same))


@functools.cache
def weights() -> Mapping[str, float]:
    """Feature -> weight."""
    return {name: float(weight) for name, weight in rows("credit.tsv")}
