"""A claim: a relation as the patterns find it, before status, attribution and date are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import Anchors, Found

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


@dataclass(frozen=True, slots=True)
class Claim:
    """Who does what to whom, by which word, and how sure the pattern is.

    ``predicate`` is the index of the token whose clause carries negation, modality and
    date; ``trigger`` the tokens shown as evidence. ``negated`` and ``modality`` are set
    where the pattern itself fixes them. ``rule`` is the family of patterns that made it.
    ``doubted`` are claims whose ends the words around them speak against.
    """

    type: str
    source: Found
    target: Found
    predicate: int
    trigger: tuple[int, int]
    confidence: float
    sign: str | None = None
    negated: bool = False
    structural: bool = False
    rule: str = ""
    doubted: bool = False

    @property
    def certainty(self) -> float:
        """Confidence of the pattern times that of the ways to both ends."""
        return self.confidence * self.source.sure * self.target.sure


def by(rule: str, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims, with the family of patterns that made them."""
    return (replace(claim, rule=rule) for claim in claims)


def trigger(*tokens: Token) -> tuple[int, int]:
    """The token range that covers some trigger words."""
    return min(t.i for t in tokens), max(t.i for t in tokens) + 1


def parties(sentence: Span, anchors: Anchors) -> set[str]:
    """The entities that a sentence mentions, with a name or without."""
    words, cover, unnamed = range(sentence.start, sentence.end), anchors.cover, anchors.unnamed
    heads = anchors.heads  # of "his brother" too, where "his" is another
    found = {some[at].entity for at in words for some in (cover, heads) if at in some}
    return found | {unnamed[at].entity for at in words if at in unnamed}


MOST = 50
"""Actors of one sentence; one that names more is a list, and its pairs would be thousands."""


def tells(sentence: Span, anchors: Anchors) -> bool:
    """Whether a sentence names two actors or more, and is no endless list of them."""
    return 1 < len(parties(sentence, anchors)) <= MOST


def across(left: Iterable[Found], right: Iterable[Found]) -> Iterator[tuple[Found, Found]]:
    """All pairs of two sides that are not the same entity."""
    others = list(right)
    for one in left:
        for other in others:
            if one.mention.entity != other.mention.entity:
                yield one, other


def among(members: list[Found]) -> Iterator[tuple[Found, Found]]:
    """All unordered pairs within one plural ("A, B and C met")."""
    for place, one in enumerate(members):
        for other in members[place + 1 :]:
            if one.mention.entity != other.mention.entity:
                yield one, other
