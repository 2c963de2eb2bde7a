"""What the tables call an actor: its other names, its adjectives, and where it sits.

An actor is known to the tables by its identifiers. Documents may never write these names; an
analyst who looks for the actor does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from actors.knowledge.organisations import Organisation, organisations
from actors.knowledge.own import Known
from actors.knowledge.seats import Seat, seats
from actors.knowledge.states import State, states

_Pair = tuple[str, str]
Sort = Literal["name", "short", "code", "adjective", "capital", "seat"]


@dataclass(frozen=True, slots=True)
class Called:
    """What an actor is called: ``sort`` says in which way.

    A ``name`` is written out, ``short`` is an acronym, ``code`` an ISO code; an ``adjective``
    (*Tajik*) also names its people (*Tajiks*); a ``capital`` or ``seat`` is a place that stands
    for the actor.
    """

    text: str
    sort: Sort


def called(identifiers: Iterable[_Pair], known: Iterable[Known] = ()) -> tuple[Called, ...]:
    """Everything that the tables call an actor, each once.

    Args:
        identifiers: (scheme, value) pairs of the actor
        known: actors of the user's list, whose names count too

    >>> found = {one.text: one.sort for one in called([("iso3166", "TJ")])}
    >>> found["Republic of Tajikistan"], found["Tajiks"], found["Dushanbe"], found["TJK"]
    ('name', 'adjective', 'capital', 'code')
    >>> [one.text for one in called([("igo", "CSTO")]) if one.sort == "short"]
    ['CSTO']
    """
    pairs = tuple(identifiers)
    found = [one for pair in pairs for one in _table().get(pair, ())]
    found += [one for entry in known if {*pairs} & {*entry.identifiers} for one in _listed(entry)]
    return tuple(dict.fromkeys(found))


@cache
def _table() -> dict[_Pair, tuple[Called, ...]]:
    """What is called how, by each of its identifiers."""
    table: dict[_Pair, list[Called]] = {}
    entries = (
        *((state.identifiers, _state(state)) for state in states()),
        *((body.identifiers, _organisation(body)) for body in organisations()),
        *(((("wikidata", seat.wikidata),), _own_names(seat)) for seat in seats() if seat.wikidata),
        *((seat.stands_for.identifiers, _sits(seat)) for seat in seats()),
    )
    for pairs, names in entries:
        named = tuple(names)
        for pair in pairs:
            table.setdefault(pair, []).extend(named)
    return {pair: tuple(dict.fromkeys(names)) for pair, names in table.items()}


def _state(state: State) -> Iterator[Called]:
    for name in (state.name, state.official, *state.names):
        yield Called(name, "name")
    for short in state.abbreviations:
        yield Called(short, "short")
    for code in (state.iso3, state.id):
        if code and code not in state.abbreviations:
            yield Called(code, "code")
    for word in (*state.adjectives, *state.demonyms):
        if word not in state.abbreviations:
            yield Called(word, "adjective")
    for city in () if state.historical else state.capitals:
        yield Called(city, "capital")


def _organisation(body: Organisation) -> Iterator[Called]:
    for name in (body.name, *body.aliases):
        yield Called(name, "name")
    for short in body.acronyms:
        yield Called(short, "short")


def _own_names(seat: Seat) -> Iterator[Called]:
    """What a seat is called that is an actor of its own (*Pentagon*)."""
    return (Called(name, "name") for name in (seat.name, *seat.aliases))


def _sits(seat: Seat) -> Iterator[Called]:
    return (Called(name, "seat") for name in (seat.name, *seat.aliases))


def _listed(entry: Known) -> Iterator[Called]:
    for name in (entry.name, *entry.aliases):
        yield Called(name, "name")
    for short in entry.acronyms:
        yield Called(short, "short")
