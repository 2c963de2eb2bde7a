"""How sure a claim has to be: the default tier takes what is likely, the recall tier much more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from actors.ontology import ontology
from actors.types import nameless

if TYPE_CHECKING:
    from actors.extract.relations.anchors import Anchors
    from actors.extract.relations.claims import Claim


class Tier(NamedTuple):
    """The least probabilities of a standing tie, of an event, and of one with a nameless end."""

    tie: float
    event: float
    unnamed: float

    def least(self, claim: Claim, anchors: Anchors) -> float:
        """The least probability that lets a claim in."""
        if not event(claim):
            return self.tie
        return self.unnamed if unnamed_ends(claim, anchors) else self.event


DEFAULT = Tier(0.5, 0.5, 0.55)
RECALL = Tier(0.2, 0.2, 0.25)
CERTAINTY = 0.3
"""Least certainty of the pattern of a claim, in either tier: what it is worth is fitted."""


def event(claim: Claim) -> bool:
    """Whether it states something done rather than what two actors are to each other."""
    return not ontology()[claim.type].structural


def unnamed_ends(claim: Claim, anchors: Anchors) -> int:
    """How many of the two have no name."""
    ends = (claim.source, claim.target)
    return sum(nameless(anchors.entities[one.mention.entity]) for one in ends)
