"""Why a relation was read in a document or not: what a pack that can explain itself tells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from actors.types import Document, Modality, Settings

__all__ = ["ExplainedStatement", "Explainer"]


class ExplainedStatement(NamedTuple):
    """A statement that was thought of.

    ``rule`` is the family of rules that reads it, "" if none does; ``network`` the probability
    that the network gives it (0: none worth telling); ``confidence`` what both come to, and
    ``asked`` the least that lets it in. ``taken`` tells whether it is read, ``why`` why not.
    """

    sentence: str
    source: str
    type: str
    target: str
    negated: bool
    modality: Modality
    rule: str
    network: float
    confidence: float
    asked: float
    taken: bool
    why: str


class Explainer(Protocol):
    """Tells what is thought of in a document of one language."""

    def __call__(self, document: Document, settings: Settings) -> Sequence[ExplainedStatement]:
        """Every statement that is thought of, in the order of the text."""
