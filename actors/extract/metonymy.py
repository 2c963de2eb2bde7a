"""Whether a place acts, and so stands for its government, or is a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actors.extract.drafts import Draft

SAID = frozenset({"nsubj", "agent"})


def read_places(drafts: Iterable[Draft]) -> None:
    """Mark the places that act for their government."""
    for draft in drafts:
        place = draft.kind in ("place", "country") and draft.level == "name"
        draft.metonymic = place and acts(draft)


def acts(draft: Draft) -> bool:
    root = draft.span.root
    return root.dep_ in SAID
