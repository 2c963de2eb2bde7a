"""What is known of places that are no states: their identifiers, and which Georgia is meant."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actors.languages.en.drafts import Draft

LARGE = 100_000
"""Inhabitants of a city that a region's name may mean as well (*New York*, *Zurich*)."""
GEORGIA = "state:GE"
AROUND = frozenset({"state:AM", "state:AZ", "state:RU"})
NEARBY = frozenset({"abkhazia", "caucasus", "south ossetia", "tbilisi"})
_WHOLE = re.compile(
    r"\b(?:island|isle|north and (?:the )?south|south and (?:the )?north|partition) of\s$",
    re.IGNORECASE,
)
"""What stands before the name of a land of which a state is a part."""


def place_identifiers(name: str) -> tuple[tuple[str, str], ...]:
    """The identifier of a region, river or sea; none where a large city or person is called so.

    >>> place_identifiers("Texas"), place_identifiers("New York"), place_identifiers("Springfield")
    ((('wikidata', 'Q1439'),), (), ())
    """
    from actors.knowledge.ambiguity import ambiguous
    from actors.knowledge.places import find_city, find_place

    place = find_place(name)
    if place is None or place.kind == "city" or ambiguous(name) == "person":
        return ()
    city = find_city(name)
    return () if city is not None and city.population >= LARGE else place.identifiers


def tell_georgias(drafts: Iterable[Draft]) -> None:
    """Read *Georgia* as the state of the United States where only that one's neighbours are named.

    Anything that speaks of the Caucasus keeps it the country, and so does a document that tells
    nothing.
    """
    every = list(drafts)
    named = [each for each in every if _is_georgia(each)]
    others = [each for each in every if not _is_georgia(each)]
    if not named or any(map(_caucasian, others)) or not any(map(_american, others)):
        return
    for draft in named:
        draft.fact, draft.kind = None, "place"


def tell_islands(drafts: Iterable[Draft]) -> None:
    """Read the name of a state as the land it shares: *the north and south of Ireland*."""
    from actors.languages.en.facts import Fact
    from actors.languages.en.parsed import text_of

    for draft in drafts:
        fact, start = draft.fact, draft.span.start_char
        if fact is None or fact.kind != "country" or fact.form != "name":
            continue
        before = text_of(draft.doc)[max(0, start - 24) : start]
        if _WHOLE.search(before) and _is_shared(fact.name):
            draft.kind, draft.fact = (
                "place",
                Fact(f"land:{fact.name.casefold()}", f"{fact.name} (island)", "place", form="land"),
            )


@cache
def _is_shared(name: str) -> bool:
    """Whether the north of an island is not of the state that is called like it."""
    from actors.knowledge.places import find_place
    from actors.knowledge.states import find_state

    part = f"Northern {name}"
    return find_place(part) is not None or find_state(part) is not None


def _is_georgia(draft: Draft) -> bool:
    fact = draft.fact
    return fact is not None and (fact.id, fact.form) == (GEORGIA, "name")


def _caucasian(draft: Draft) -> bool:
    known = draft.fact.id if draft.fact is not None else ""
    return known in AROUND or known == GEORGIA or draft.folded in NEARBY


def _american(draft: Draft) -> bool:
    return draft.kind == "place" and draft.folded in _american_places()


@cache
def _american_places() -> frozenset[str]:
    """The states of the United States and the largest cities of this Georgia."""
    from actors.knowledge.folding import fold
    from actors.knowledge.places import regions

    states = {fold(one.name) for one in regions() if one.country == "US" and one.kind == "region"}
    return frozenset(states | {"atlanta", "savannah"}) - {"georgia", "washington"}


__all__ = ["place_identifiers", "tell_georgias", "tell_islands"]
