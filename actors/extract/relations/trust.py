"""How likely a structural tie is to be right: a logistic regression over the claim and its ends.

The certainties that the patterns carry were set by hand: they rank, and decide what is let in, but
a certainty of 0.8 is not four in five. Here they are one feature beside the kinds and levels of
both ends, lists, and whether another family of patterns says the same. What the classifier reads
of the pair was tried and left out: it added nothing. The weights (``data/trust.tsv``) come from
``training/relations/trust.py``; corpora and scores are in ``docs/model-card.md``.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from math import exp
from typing import TYPE_CHECKING, TypeAlias

from actors.extract.relations.anchors import Anchors
from actors.extract.relations.claims import Claim
from actors.extract.relations.lexicon import rows
from actors.extract.relations.sureness import odds

if TYPE_CHECKING:
    from spacy.tokens import Doc

Backing: TypeAlias = Mapping[tuple[str, frozenset[str]], frozenset[str]]
"""Type and the two entities -> the families of patterns that tie them so, anywhere in a text."""


def trust(claim: Claim, backing: Backing, doc: Doc, anchors: Anchors) -> float:
    """The probability that the text ties the two so.

    Of a negated claim, that it speaks of this tie; who is meant by a name is taken for granted.
    """
    given = features(claim, backing, doc, anchors)
    return 1 / (1 + exp(-sum(weight * given[name] for name, weight in weights().items())))


def features(claim: Claim, backing: Backing, doc: Doc, anchors: Anchors) -> Mapping[str, float]:
    """Name -> value of what is weighed."""
    return {
        "base": 1.0,
        "certainty": odds(claim.certainty),
        **{name: float(holds) for name, holds in plain(claim, backing, doc, anchors)},
    }


def plain(claim: Claim, backing: Backing, doc: Doc, anchors: Anchors) -> Iterator[tuple[str, bool]]:
    """The features that hold or don't."""
    source, target = claim.source.mention, claim.target.mention
    yield "citizen_of", claim.type == "citizen_of"
    yield "leads", claim.type == "leads"
    yield "source other", source.kind == "other"
    yield "target other", target.kind == "other"
    yield "source place", source.kind == "place"
    yield "target group", target.kind == "group"
    yield "target pronoun", target.level == "pronoun"
    yield "nominal", "nominal" in (source.level, target.level)
    yield "source listed", doc[anchors.roots[source.id]].dep_ == "conj"
    yield "indirect", claim.source.sure * claim.target.sure < 1
    yield "seconded", len(backing[stated(claim)]) > 1


def backing(claims: Iterable[Claim]) -> Backing:
    """Which families of patterns state each tie of a text."""
    found: dict[tuple[str, frozenset[str]], set[str]] = {}
    for claim in claims:
        found.setdefault(stated(claim), set()).add(claim.rule)
    return {tie: frozenset(rules) for tie, rules in found.items()}


def stated(claim: Claim) -> tuple[str, frozenset[str]]:
    """The type of a claim and the entities that it ties."""
    return claim.type, frozenset((claim.source.mention.entity, claim.target.mention.entity))


@functools.cache
def weights() -> Mapping[str, float]:
    """Feature -> weight."""
    return {name: float(weight) for name, weight in rows("trust.tsv")}
