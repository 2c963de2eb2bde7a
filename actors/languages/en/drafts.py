"""What is known of a name while a document is being read; records are made of it at the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from actors.languages.en.facts import Fact
    from actors.types import Kind, Level


_QUOTES = frozenset('"“”„«»')


@dataclass(slots=True, eq=False)
class Draft:
    """A mention in the making: tokens ``start`` to ``end`` of a parsed document.

    ``fact`` is what is known of the name before reading; ``link`` the cluster it was given to
    and ``reason`` why. ``metonymic`` and ``literal`` are set when places have been read;
    ``other`` marks a name that the text gives as a former or second one.
    """

    doc: Doc = field(repr=False)
    start: int
    end: int
    kind: Kind
    level: Level = "name"
    subtype: str | None = None
    score: float = 1.0
    fact: Fact | None = None
    reason: str = "name"
    metonymic: bool = False
    other: bool = False
    _span: Span | None = field(default=None, init=False, repr=False)
    _text: str = field(default="", init=False, repr=False)

    @property
    def span(self) -> Span:
        """The tokens of the mention."""
        span = self._span
        if span is None or span.end != self.end:
            span = self._span = self.doc[self.start : self.end]
            self._text = ""
        return span

    @property
    def text(self) -> str:
        """The words of the mention, as written."""
        span = self.span
        if not self._text:
            self._text = str(span.text)
        return self._text

    @property
    def folded(self) -> str:
        """The words in the form that spellings share; of a person, the given name first."""
        from actors.knowledge.folding import fold

        return fold(self.name)

    @property
    def name(self) -> str:
        """The words as running text has them: *Doran, Eliza* is Eliza Doran."""
        from actors.knowledge.names import is_given_name

        if self.kind != "person":
            return self.text
        surname, comma, given = self.text.partition(", ")
        if comma and is_given_name(given.split(" ")[0].split("-")[0]):
            return f"{given} {surname}"
        quoted = self.text[0] in _QUOTES
        return "".join(c for c in self.text if c not in _QUOTES) if quoted else self.text

    @property
    def demonym(self) -> bool:
        """Whether this is a people or an adjective of a state, as in *Tajik troops*."""
        return self.kind == "group" and self.fact is not None and self.fact.kind == "country"


@dataclass(slots=True, eq=False)
class Cluster:
    """The mentions of one document that refer to one actor.

    ``called`` is its name with a form of address, where a surname alone would mean two people.
    """

    kind: Kind
    name: str
    subtype: str | None = None
    fact: Fact | None = None
    mentions: list[Draft] = field(default_factory=list)
    gender: str | None = None
    called: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()

    @property
    def first(self) -> int:
        """The token where the actor is first mentioned."""
        return min(draft.start for draft in self.mentions)
