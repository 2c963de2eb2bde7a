"""A relation while it is read."""

from __future__ import annotations

from dataclasses import dataclass

from actors.languages.drafts import Draft
from actors.languages.ru.parsing import ParsedSentence, Word
from actors.types import Modality

__all__ = ["ParsedClaim"]


@dataclass(slots=True)
class ParsedClaim:
    """Who does what to whom in a sentence, and the word that says so."""

    source: Draft
    type: str
    target: Draft
    sentence: ParsedSentence
    trigger: Word
    confidence: float
    negated: bool = False
    modality: Modality = "asserted"

    @property
    def key(self) -> tuple[int, str, int, int]:
        """What makes it the same statement."""
        return (id(self.source), self.type, id(self.target), self.sentence.number)
