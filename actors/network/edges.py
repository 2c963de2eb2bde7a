"""An edge on its way from the study's tables into a networkx graph."""

from __future__ import annotations

from dataclasses import dataclass

from actors.network.evidence import plain
from actors.types import Evidence, Key, Sign, TieAttributes


@dataclass(frozen=True, slots=True)
class Edge:
    """Everything known of one kind of tie between two actors.

    ``weight`` is a number of sentences, a strength; ``confidence`` that of the surest of them.
    Documents that reprint one another are one of the ``stories``; sentences that repeat
    another of the story are counted in ``reprints`` alone.
    """

    source: Key
    target: Key
    layer: str
    type: str
    sign: Sign
    directed: bool
    negated: bool
    weight: int
    reprints: int
    documents: int
    stories: int
    first: str | None
    last: str | None
    confidence: float
    evidence: tuple[Evidence, ...]

    @property
    def key(self) -> str:
        """What tells it from the other edges of the same two actors.

        >>> Edge("a", "b", "stated", "aid", "+", True, True, 1, 0, 1, 1, None, None, 1.0, ()).key
        'stated:aid:+:not'
        """
        return f"{self.layer}:{self.type}:{self.sign}" + (":not" if self.negated else "")

    def attributes(self) -> TieAttributes:
        """The attributes that the edge has in the graph."""
        return {
            "layer": self.layer,
            "type": self.type,
            "sign": self.sign,
            "directed": self.directed,
            "negated": self.negated,
            "weight": float(self.weight),
            "reprints": self.reprints,
            "documents": self.documents,
            "stories": self.stories,
            "first": str(plain(self.first)),
            "last": str(plain(self.last)),
            "confidence": self.confidence,
            "evidence": self.evidence,
        }
