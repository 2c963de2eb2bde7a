"""Whether a place acts, and so stands for its government, or is a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.extract.metonymy.features import leading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actors.extract.drafts import Draft

THRESHOLD = 0.5
"""Log odds above which a place is read as acting: a wrong actor is worse than a missed one."""
SEAT = -1.5
"""The same for seats of government, which are seldom spoken of as places."""
LEADING = frozenset({"led", "backed", "brokered", "sponsored", "controlled", "allied", "mediated"})
EVENTS = frozenset(
    "meeting summit talk conference forum congress session gathering ceremony visit trip attack"
    " bombing blast explosion shooting massacre siege battle fire crash airport station hotel street"
    " suburb district square stadium mosque church hospital university embassy olympics games"
    " marathon festival fair exhibition agreement accord treaty protocol declaration".split()
)
"""Nouns that a place name before them locates: *the Dushanbe meeting*."""
WHERE = frozenset({"in", "at", "near", "outside", "inside", "around", "into", "through", "across"})


def read_places(drafts: Iterable[Draft]) -> None:
    """Mark the places that act: of a state it is said that the state acts, of a capital or
    another seat of government that it stands for its state."""
    for draft in drafts:
        if draft.kind in ("place", "country") and draft.level == "name":
            draft.metonymic = acts(draft)


def acts(draft: Draft) -> bool:
    """Whether a place name is used for who governs the place.

    *Moscow-led* always is; *in Moscow* is not, unless the model is sure of it.
    """
    from actors.extract.metonymy.model import model

    doc, end = draft.doc, draft.end
    if doc[end : end + 1].text in ("-", "–") and doc[end + 1 : end + 2].text in LEADING:
        return True
    if _locates(draft):
        return False
    seat = draft.fact is not None and draft.fact.form == "seat"
    return model().score(draft.span) > (SEAT if seat and not _where(draft) else THRESHOLD)


def _locates(draft: Draft) -> bool:
    root = draft.span.root
    city = draft.fact is None or draft.fact.form in ("capital", "seat")
    return city and root.dep_ in ("compound", "nmod") and root.head.lemma_.lower() in EVENTS


def _where(draft: Draft) -> bool:
    word = leading(draft.span.root)
    return word.dep_ == "pobj" and word.head.lower_ in WHERE
