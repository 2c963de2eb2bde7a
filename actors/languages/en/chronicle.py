"""States of other centuries, in columns of what happened on a day in history.

*1822 - Brazil proclaimed independence*: the Brazil of that entry is no state of today, and what it
did is nothing that a network of today should hold against one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from actors.languages.en.facts import Fact
from actors.languages.en.parsed import text_of
from actors.languages.en.sport import NATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from actors.languages.en.drafts import Draft

BEFORE = 1914
"""The first year whose states are taken for those of today."""
ENTRIES = 3
"""Dated entries that make a chronicle."""
_ENTRY = re.compile(
    r"(?:^|(?<=[.!?\"”]) |\n)[ \t]*(\d{3,4})[ \t]*(?:[-\u2013\u2014]|:)[ \t]+(?=[A-Z])"
)


def read_past(doc: Doc, drafts: Iterable[Draft]) -> None:
    """In a chronicle, tell the states of entries before 1914 from those of today."""
    entries = [(match.start(), int(match[1])) for match in _ENTRY.finditer(text_of(doc))]
    years = [year for _, year in entries]
    if len(entries) < ENTRIES or years != sorted(years):
        return
    starts = [start for start, _ in entries]
    for draft in drafts:
        entry = bisect_right(starts, draft.span.start_char) - 1
        if entry >= 0 and years[entry] < BEFORE and _is_state(draft):
            draft.fact = _of_the_past(draft)


def _is_state(draft: Draft) -> bool:
    fact = draft.fact
    named = fact is not None and fact.kind == "country" and fact.form in ("name", "demonym")
    return named or draft.folded in NATIONS


def _of_the_past(draft: Draft) -> Fact:
    fact = draft.fact or Fact(draft.folded, draft.text, draft.kind)
    name = f"{fact.name} (before {BEFORE})"
    return replace(fact, id=f"past:{fact.id}", name=name, identifiers=())
