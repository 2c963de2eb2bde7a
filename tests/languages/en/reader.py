"""Reading a sentence in a test, and asking who is meant by its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from actors.extract import extract
from actors.types import Document, Extract, Mention, Settings


@dataclass(frozen=True)
class Reading:
    """A text with what was read in it."""

    text: str
    extract: Extract

    def mention(self, words: str, nth: int = 0) -> Mention:
        """The nth mention with these words."""
        return [each for each in self.extract.mentions if each.text == words][nth]

    def who(self, words: str, nth: int = 0) -> str:
        """The name of the actor meant by the nth mention with these words."""
        return self.name(self.mention(words, nth).entity)

    def name(self, entity: str | None) -> str:
        """The name of an entity."""
        return next(each.name for each in self.extract.entities if each.id == entity)

    def why(self, words: str, nth: int = 0) -> str:
        """The reason for which the nth mention with these words was given to its actor."""
        return self.mention(words, nth).reason

    @property
    def words(self) -> list[str]:
        """The words of all mentions."""
        return [each.text for each in self.extract.mentions]

    @property
    def names(self) -> dict[str, str]:
        """Kinds of the entities by name."""
        return {each.name: each.kind for each in self.extract.entities}


def read(text: str, **settings: Any) -> Reading:
    """Read a text with the plain pipeline, so that our own weights may change."""
    chosen = Settings(**{"recogniser": False, **settings})
    [found] = extract([Document("test", text)], chosen)
    return Reading(text, found)
