"""Who speaks for whom, and when: from what documents state, then from tables of facts.

A person speaks for the body that a sentence says the person represents, leads, works for or
belongs to. Where sentences name several bodies, those of the year nearest to the day count,
then the closer tie, the one said of a name rather than of *the president*, and the one that
the tables of office-holders know. Citizens do not speak for
their state. An organ of a state (a ministry, an army) acts for the state it is part of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from actors.knowledge.calendar import span
from actors.knowledge.folding import fold
from actors.knowledge.name_words import function_words
from actors.knowledge.officeholders import Term, offices_of
from actors.knowledge.organisations import organisation_by_id
from actors.knowledge.seats import find_seat
from actors.knowledge.states import State, find_demonym, find_state, state_by_id
from actors.network.views import happened
from actors.ontology import ontology
from actors.types import Evidence, Key, TieAttributes

if TYPE_CHECKING:
    import networkx as nx

_ORGANS = ("government", "military")
#: What never acts for a state, whatever it is part of or based in.
OWN_WILL = ("igo", "ngo", "armed_group", "company", "media", "party")
UNDATED = 10_000
"""Years between a day and a sentence without a date: it counts after any with one."""


@dataclass(frozen=True, slots=True)
class Role:
    """One actor speaks for another, its ``body``, and how that is known.

    ``type`` is the relation (``represents``, ``part_of`` ...), ``since`` the first day on
    which a document says so, ISO or empty; ``why`` the sentence, or the fact where
    ``evidence`` is empty.
    """

    body: Key
    type: str
    why: str
    since: str = ""
    evidence: tuple[Evidence, ...] = ()


def roles(graph: nx.MultiDiGraph[Key], on: date | None = None) -> dict[Key, Role]:
    """For whom the persons and the organs of states in a network speak.

    Args:
        graph: what `actors.network.build.build_graph` gives, with the stated layer
        on: the day that matters where an actor had several roles; if left out, the role
            that most sentences state
    """
    states = _states(graph)
    found: dict[Key, Role] = {}
    for key, about in graph.nodes(data=True):
        role: Role | None = None
        if about["kind"] == "person":
            role = _person(graph, key, states, on)
        elif about["kind"] == "organisation" and about["subtype"] not in OWN_WILL:
            role = _organ(graph, key, states, on)
        if role:
            found[key] = role
    return found


@cache
def _closeness() -> Mapping[str, int]:
    """How close a tie is: whoever represents a body speaks for it more than a mere member."""
    known = ontology("").items()
    return {name: type_.speaks_for for name, type_ in known if type_.speaks_for is not None}


def _states(graph: nx.MultiDiGraph[Key]) -> dict[str, Key]:
    """The states that are nodes, by ISO code."""
    return {
        value: key
        for key, identifiers in graph.nodes(data="identifiers")
        for scheme, value in identifiers
        if scheme == "iso3166" and graph.nodes[key]["kind"] == "country"
    }


def _person(
    graph: nx.MultiDiGraph[Key], key: Key, states: dict[str, Key], on: date | None
) -> Role | None:
    name = str(graph.nodes[key]["name"])
    words = set(fold(name).split())
    known = {states.get(term.state) for term in _terms(name, None)}

    def rank(tie: _Tie) -> tuple[object, ...]:
        days = tie.days_from(on)
        surer = (not tie.names(words), tie.body not in known)
        return (days // 365, _closeness()[tie.type], *surer, days, -tie.weight, tie.type, tie.body)

    ties = [
        tie
        for tie in _ties(graph, key, _closeness())
        if graph.nodes[tie.body]["kind"] in ("country", "organisation")
    ]
    return min(ties, key=rank).role() if ties else _office(graph, key, name, states, on)


def _office(
    graph: nx.MultiDiGraph[Key], key: Key, name: str, states: dict[str, Key], on: date | None
) -> Role | None:
    """What tables of office-holders know, where they know one state; on the last day if none."""
    days = [days for *_, tie in _edges(graph, key) if (days := span(str(tie["last"])))]
    day = on or max((last for _, last in days), default=None)
    terms = [term for term in _terms(name, day) if term.state in states] if day else []
    if len({term.state for term in terms}) != 1:
        return None
    term = terms[0]
    why = f"{term.name}, {term.title or term.office} of {state_by_id(term.state).name}"
    return Role(states[term.state], "leads", f"{why} since {term.start} ({term.source})")


def _terms(name: str, on: date | None) -> list[Term]:
    """The offices of a full name; a surname alone would find namesakes."""
    words = fold(name).split()
    if len(words) < 2:
        return []
    return [term for term in offices_of(name, on) if len(fold(term.name).split()) > 1]


def _organ(
    graph: nx.MultiDiGraph[Key], key: Key, states: dict[str, Key], on: date | None
) -> Role | None:
    ties = [
        tie
        for tie in _ties(graph, key, ("part_of",))
        if graph.nodes[tie.body]["kind"] == "country" or graph.nodes[tie.body]["subtype"] in _ORGANS
    ]
    if ties:
        order = sorted(ties, key=lambda tie: (tie.days_from(on), -tie.weight, tie.body))
        return order[0].role()
    about = graph.nodes[key]
    if about["subtype"] not in _ORGANS:
        return None
    state = _owner(about["name"], about["identifiers"])
    if state is None or state.id not in states:
        return None
    return Role(states[state.id], "part_of", f"{about['name']} is an organ of {state.name}")


def _owner(name: str, identifiers: Iterable[tuple[str, str]]) -> State | None:
    """The state of a ministry or an army: as the tables say, else as its name says.

    >>> _owner("Russian Central Military District", ()).id
    'RU'
    >>> _owner("Ministry of Defence of Tajikistan", ()).id, _owner("Pentagon", ()).id
    ('TJ', 'US')
    """
    for scheme, value in identifiers:
        if scheme == "actors" and (code := organisation_by_id(value).country):
            return state_by_id(code)
    if seat := find_seat(name):
        return seat.state
    words = name.split()
    starts = (find_demonym(" ".join(words[:count])) for count in (2, 1))
    owner = max(
        (at for at, word in enumerate(words) if word in function_words("owner")), default=-1
    )
    return next((state for state in starts if state), None) or find_state(
        " ".join(words[owner + 1 :])
    )


@dataclass(frozen=True, slots=True)
class _Tie:
    """Sentences that say that an actor belongs to a body."""

    body: Key
    type: str
    weight: float
    evidence: tuple[Evidence, ...]

    def days_from(self, on: date | None) -> int:
        """Days between a day and the nearest sentence."""
        if on is None:
            return 0
        known = [days for one in self.evidence if (days := span(happened(one)))]
        return min((_apart(on, *days) for days in known), default=UNDATED * 365)

    def names(self, words: set[str]) -> bool:
        """Whether a sentence calls the actor by one of its names, not just *the president*."""
        return any(words & set(fold(one["text"]).split()) for one in self.evidence)

    def role(self) -> Role:
        """The role that the sentences state."""
        since = min(filter(None, map(happened, self.evidence)), default="")
        return Role(self.body, self.type, self.evidence[0]["text"], since, self.evidence)


def _apart(on: date, first: date, last: date) -> int:
    """Days between a day and the nearest of some days; 0 within them."""
    return max((first - on).days, (on - last).days, 0)


def _ties(graph: nx.MultiDiGraph[Key], key: Key, types: Iterable[str]) -> Iterator[_Tie]:
    for _, body, tie in graph.out_edges(key, data=True):
        if tie["layer"] == "stated" and tie["type"] in types and not tie["negated"]:
            said = tuple(one for one in tie["evidence"] if one["modality"] == "asserted")
            if said:
                yield _Tie(body, tie["type"], tie["weight"], said)


def _edges(graph: nx.MultiDiGraph[Key], key: Key) -> Iterator[tuple[Key, Key, TieAttributes]]:
    yield from graph.out_edges(key, data=True)
    yield from graph.in_edges(key, data=True)
