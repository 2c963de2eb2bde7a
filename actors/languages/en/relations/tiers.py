"""How sure a claim has to be: the default tier takes what is likely, the recall tier much more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from actors.languages.en.relations.pair_claims import READER
from actors.ontology import ontology
from actors.types import nameless

if TYPE_CHECKING:
    from actors.languages.en.relations.anchors import Anchors
    from actors.languages.en.relations.claims import Claim
    from actors.types import Settings


class Least(NamedTuple):
    """The least probabilities of a standing tie, of an event, and of either with a nameless end."""

    tie: float
    event: float
    unnamed: float


class Tier(NamedTuple):
    """How likely it has to be what a rule reads, and what the network alone reads.

    What a rule reads follows the definition of its type to the letter, so less is asked of it.
    """

    rule: Least
    network: Least

    def least(self, claim: Claim, anchors: Anchors) -> float:
        """The least probability that lets a claim in."""
        asked = self.network if claim.rule == READER else self.rule
        if unnamed_ends(claim, anchors):
            return asked.unnamed
        return asked.event if event(claim) else asked.tie


DEFAULT = Tier(Least(0.3, 0.25, 0.4), Least(0.6, 0.6, 0.5))
RECALL = Tier(Least(0.0, 0.0, 0.0), Least(0.3, 0.3, 0.3))
CERTAINTY = 0.3
"""Least certainty of the pattern of a claim, in either tier: what it is worth is fitted."""


def tier_of(settings: Settings) -> Tier:
    """The tier that was asked for."""
    return RECALL if settings.recall else DEFAULT


def event(claim: Claim) -> bool:
    """Whether it states something done rather than what two actors are to each other."""
    return not ontology()[claim.type].structural


def unnamed_ends(claim: Claim, anchors: Anchors) -> int:
    """How many of the two have no name."""
    ends = (claim.source, claim.target)
    return sum(nameless(anchors.entities[one.mention.entity]) for one in ends)
