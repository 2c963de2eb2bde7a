"""Whose *Congress*, whose *Supreme Court*: names that bodies of several states go by."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actors.extract.drafts import Draft
    from actors.knowledge.organisations import Organisation

SHARE = 1 / 3
"""Of how often the state most spoken of is named, that the state of a known body has to be."""


def tell_homes(drafts: Iterable[Draft]) -> None:
    """Forget the known body behind an ambiguous name where the document is about other states.

    It stays an organisation under the name that the text gives. A document that names no state
    tells nothing, and one that names the body in full means it.
    """
    every = list(drafts)
    bodies = [(draft, body) for draft in every if (body := _body(draft)) is not None]
    plain = {body.id for draft, body in bodies if not _ambiguous(draft)}
    spoken = Counter(
        draft.fact.id for draft in every if draft.fact is not None and draft.fact.kind == "country"
    )
    least = SHARE * max(spoken.values(), default=0)
    for draft, body in bodies:
        elsewhere = body.country and spoken[f"state:{body.country}"] < least
        if elsewhere and _ambiguous(draft) and body.id not in plain:
            draft.fact = None


def _body(draft: Draft) -> Organisation | None:
    from actors.knowledge.organisations import organisation_by_id

    kind, _, key = draft.fact.id.partition(":") if draft.fact is not None else ("", "", "")
    return organisation_by_id(key) if kind == "organisation" else None


def _ambiguous(draft: Draft) -> bool:
    from actors.knowledge.ambiguity import ambiguous

    return ambiguous(draft.text) is not None
