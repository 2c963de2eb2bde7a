"""Names that a recogniser marks and that are no actors: party labels, leaks, weapons, datelines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from actors.languages.en import lexicon
from actors.languages.en.facts import look_up

if TYPE_CHECKING:
    from actors.languages.en.drafts import Draft

__all__ = ["no_actor"]

_LABEL = re.compile(r"[RDI]-[A-Z][\w.]*(?: [A-Z][\w.]*)*")
_LEAKS = frozenset({"Papers", "Files", "Leaks", "Tapes", "Cables"})
_DASHES = frozenset({"—", "–", "--"})
_REACH = 5
"""Words after a comma in which an apposition says what something is."""


def no_actor(draft: Draft) -> bool:
    """Whether a name, unless it is known, is that of a thing, or a place that opens a report."""
    if _LABEL.fullmatch(draft.text):
        return True
    if draft.fact is not None:
        return False
    return _leak(draft) or _weapon(draft) or _dateline(draft)


def _leak(draft: Draft) -> bool:
    """*The Panama Papers* are documents."""
    many = len(draft.span) > 1 and draft.kind != "person"
    return many and draft.span[-1].text in _LEAKS


def _weapon(draft: Draft) -> bool:
    """*Shahed drones*, *the Borei, a submarine*; who is an organisation may own what follows."""
    doc, known = draft.doc, lexicon.words("weapons")
    if draft.kind == "organisation" and not _of_a_people(draft):
        return False
    following = doc[draft.end : draft.end + 1]
    if following.text.lower() in known:
        return doc[draft.end - 1].lower_ not in lexicon.POSSESSIVE
    if following.text != "," or doc[draft.end + 1 : draft.end + 2].text not in ("a", "an"):
        return False
    apposition = doc[draft.end + 2 : draft.end + _REACH]
    head = next((word for word in apposition if word.pos_ == "NOUN" and word.dep_ == "appos"), None)
    return head is not None and head.lower_ in known


def _of_a_people(draft: Draft) -> bool:
    """*French Rafale jets*: a make, where a body would come with its own jets."""
    fact = look_up(draft.doc[draft.start - 1].text) if draft.start else None
    return len(draft.span) == 1 and fact is not None and fact.form == "demonym"


def _dateline(draft: Draft) -> bool:
    """*MADISON — A jury ...*: capitals before a dash, taken for a person or body.

    Reading may have put a line break for the dash.
    """
    from actors.knowledge.places import find_place

    after = draft.doc[draft.end : draft.end + 1].text
    opens = draft.start == 0 or draft.span[0].is_sent_start or draft.doc[draft.start - 1].is_space
    body = draft.kind in ("person", "organisation")
    if not (opens and body and draft.text.isupper() and (after in _DASHES or "\n" in after)):
        return False
    town = find_place(draft.text.title()) is not None
    return town or (draft.kind == "person" and after in _DASHES)
