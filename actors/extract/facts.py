"""What is known about a name before the document is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from actors.knowledge.seats import Seat
    from actors.types import Kind

Form = Literal["name", "demonym", "capital", "seat"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A known actor, and how a word refers to it.

    ``form`` tells whether the word is the actor's name, its people or adjective (*Tajik*), its
    capital (*Dushanbe*) or another seat of its government (*Kremlin*).
    """

    id: str
    name: str
    kind: Kind
    subtype: str | None = None
    identifiers: tuple[tuple[str, str], ...] = ()
    form: Form = "name"
    unsure: bool = False


@lru_cache(maxsize=65536)
def look_up(text: str) -> Fact | None:
    """The known state or organisation that some words mean, if any.

    >>> look_up("Tajik").name, look_up("Tajik").form, look_up("Kremlin").form
    ('Tajikistan', 'demonym', 'seat')
    >>> look_up("Springfield") is None
    True
    """
    return _seat(text) or _state(text) or _organisation(text)


def _state(text: str) -> Fact | None:
    from actors.knowledge import states
    from actors.knowledge.ambiguity import ambiguous

    forms: tuple[tuple[Form, states.State | None], ...] = (
        ("name", states.find_state(text)),
        ("demonym", states.find_demonym(text)),
        ("capital", states.find_capital(text)),
    )
    unsure = ambiguous(text) is not None
    for form, state in forms:
        if state is not None:
            known = (f"state:{state.id}", state.name)
            return Fact(*known, "country", None, state.identifiers, form, unsure)
    return None


def _organisation(text: str) -> Fact | None:
    from actors.knowledge.organisations import find_organisation

    found = find_organisation(text)
    if found is None:
        return None
    known = (f"organisation:{found.id}", found.name)
    return Fact(*known, "organisation", found.subtype or None, found.identifiers)


def _seat(text: str) -> Fact | None:
    from actors.knowledge.ambiguity import ambiguous
    from actors.knowledge.seats import find_seat
    from actors.knowledge.states import State

    seat = find_seat(text)
    if seat is None:
        return None
    if seat.kind not in STANDING:
        return _body(seat) if seat.kind in BODIES else None
    actor = seat.stands_for
    if isinstance(actor, State):
        state = (f"state:{actor.id}", actor.name)
        form: Form = "capital" if seat.kind == "capital" else "seat"
        unsure = ambiguous(text) is not None
        return Fact(*state, "country", None, actor.identifiers, form, unsure)
    body = (f"organisation:{actor.id}", actor.name)
    return Fact(*body, "organisation", actor.subtype or None, actor.identifiers, "capital")


STANDING = frozenset({"executive", "capital", "headquarters"})
"""Seats that stand for their state; ministries and parliaments are actors of their own."""


BODIES = frozenset({"ministry", "parliament"})


def _body(seat: Seat) -> Fact:
    """A ministry or parliament, which acts under its own name."""
    identifiers = (("wikidata", seat.wikidata),) if seat.wikidata else ()
    key = f"seat:{seat.name}:{seat.state.id if seat.state else ''}"
    return Fact(key, seat.name, "organisation", "government", identifiers)
