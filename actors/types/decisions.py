"""What a person decides about actors and relations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

RELATION_VERBS = frozenset({"reject", "confirm", "retype_relation", "add_relation"})
"""Decisions about relations; all others are about actors."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One decision of a person in ``curation.yaml``: what, about what, and why.

    ``says`` holds everything else in the item; ``place`` is for messages ("curation.yaml,
    line 3"); ``on`` is when it was decided, as the file has it.
    """

    verb: str
    about: Any
    says: Mapping[str, Any] = field(default_factory=dict)
    because: str = ""
    by: str = ""
    place: str = ""
    on: str = ""

    @property
    def reason(self) -> str:
        """What an analyst reads as the reason of a judgement."""
        who = f" ({self.by})" if self.by else ""
        return (self.because or f"{self.verb}, decided by hand") + who
