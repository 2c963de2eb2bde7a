"""Names beside a hyphen, where known names are not looked for: *anti-American*, *Sino-Russian*."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from actors.languages.en.facts import Fact, look_up

if TYPE_CHECKING:
    from actors.languages.en.drafts import Draft
    from actors.types import Kind

__all__ = ["HYPHENS", "PREFIXES", "recalled"]

HYPHENS = frozenset({"-", "–"})
PREFIXES = {
    "anglo": "British",
    "franco": "French",
    "indo": "Indian",
    "russo": "Russian",
    "sino": "Chinese",
}
"""What stands for a demonym before a hyphen (*Sino-Russian*)."""


def recalled(draft: Draft) -> Draft:
    """A recognised name with what is known of it, where it stands after a hyphen.

    Known names are not looked for there (*anti-American*); what a recogniser marked is one.
    """
    fact = _beside_hyphen(draft)
    if fact is None or fact.unsure or fact.form in ("capital", "seat"):
        return draft
    demonym = fact.form == "demonym"
    if demonym != (draft.kind == "group") or draft.kind == "person":
        return draft
    kind: Kind = "group" if demonym else fact.kind
    return replace(draft, kind=kind, subtype=fact.subtype, fact=fact)


def _beside_hyphen(draft: Draft) -> Fact | None:
    doc = draft.doc
    before = doc[draft.start - 1] if draft.start else None
    after = doc[draft.end] if draft.end < len(doc) else None
    if before is not None and before.text in HYPHENS and not before.whitespace_:
        return look_up(draft.text)
    if after is not None and after.text in HYPHENS and not doc[draft.end - 1].whitespace_:
        return look_up(PREFIXES.get(draft.text.lower(), ""))
    return None
