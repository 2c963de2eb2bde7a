"""What is known about a name before the document is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from actors.knowledge.own import Known
    from actors.knowledge.seats import Seat
    from actors.types import Kind

_own: ContextVar[Mapping[str, Known]] = ContextVar("own", default=MappingProxyType({}))

Form = Literal["name", "demonym", "capital", "seat", "team", "market", "land"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A known actor, and how a word refers to it.

    ``form`` tells whether the word is the actor's name, its people or adjective (*Tajik*), its
    capital (*Dushanbe*), another seat of its government (*Kremlin*), the name that its team
    goes by in a report of sport, that its market goes by, or the island that a state shares.
    """

    id: str
    name: str
    kind: Kind
    subtype: str | None = None
    identifiers: tuple[tuple[str, str], ...] = ()
    form: Form = "name"
    unsure: bool = False


@contextmanager
def knowing(known: tuple[Known, ...]) -> Iterator[None]:
    """Let the actors of a user's own table be looked up too, before all others."""
    before = _own.set(indexed(known))
    try:
        yield
    finally:
        _own.reset(before)


def look_up(text: str) -> Fact | None:
    """The known actor that some words mean, if any: of the user's table, else of ours.

    >>> look_up("Tajik").name, look_up("Tajik").form, look_up("Kremlin").form
    ('Tajikistan', 'demonym', 'seat')
    >>> look_up("Springfield") is None
    True
    """
    return own_fact(text, _own.get()) or _ours(text)


@lru_cache(maxsize=65536)
def _ours(text: str) -> Fact | None:
    return _seat(text) or _state(text) or organisation(text)


def indexed(known: tuple[Known, ...]) -> Mapping[str, Known]:
    """The entries of a table by their names, folded, and by their acronyms, as they are.

    Of a person only full names are taken: a surname alone may be anyone's.
    """
    from actors.knowledge.folding import fold

    found: dict[str, Known] = {}
    for entry in known:
        for name in (entry.name, *entry.aliases):
            if entry.kind != "person" or " " in name.strip():
                found.setdefault(fold(name), entry)
        for short in entry.acronyms:
            found.setdefault(short, entry)
    return found


def own_fact(text: str, table: Mapping[str, Known]) -> Fact | None:
    """The actor of the user's table that some words mean; acronyms keep their capitals."""
    if not table:
        return None
    from actors.knowledge.folding import acronym, capitalised, fold

    entry = table.get(acronym(text)) or (table.get(fold(text)) if capitalised(text) else None)
    if entry is None:
        return None
    about = (entry.kind, entry.subtype or None, entry.identifiers)
    return Fact(f"own:{fold(entry.name)}", entry.name, *about)


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


def organisation(text: str) -> Fact | None:
    """The known body that some words name."""
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
