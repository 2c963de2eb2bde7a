"""A name in a parsed Russian sentence."""

from __future__ import annotations

from dataclasses import dataclass

from actors.languages.drafts import Draft
from actors.languages.gazetteer import Fact
from actors.languages.ru.parsing import ParsedSentence, Word
from actors.types import Kind

__all__ = ["NamedMention", "named", "reason_of"]


@dataclass(eq=False, slots=True)
class NamedMention:
    """A mention by name with the words of its sentence that it holds."""

    draft: Draft
    sentence: ParsedSentence
    first: int
    last: int

    @property
    def words(self) -> tuple[Word, ...]:
        """Its words."""
        return self.sentence.words[self.first : self.last]

    @property
    def head(self) -> Word:
        """The word of it that the rest of it depends on: what stands in the tree for the name."""
        inside = range(self.first, self.last)
        tops = [word for word in self.words if word.head not in inside and word.rel != "punct"]
        return tops[0] if tops else self.words[0]


def named(
    text: str, sentence: ParsedSentence, first: int, last: int, kind: Kind, fact: Fact | None = None
) -> NamedMention:
    """The name that some words of a sentence are, with what is known of it."""
    start, end = sentence.words[first].start, sentence.words[last - 1].end
    draft = Draft(start, end, text[start:end], kind, fact=fact, sentence=sentence.number)
    if fact is not None:
        draft.subtype, draft.score = fact.subtype, 0.95
        draft.reason = reason_of(fact)
    return NamedMention(draft, sentence, first, last)


def reason_of(fact: Fact) -> str:
    """Why a name means an actor of the tables, as an analyst reads it."""
    if fact.form in ("adjective", "people") and fact.kind == "country":
        return f"people or adjective of {fact.name}"
    return (
        "name" if fact.form == "name" and fact.text == fact.name else f"known name of {fact.name}"
    )
