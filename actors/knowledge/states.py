"""States of the world: their names, codes, adjectives, demonyms, capitals and seats.

A state is a member or observer of the United Nations, Taiwan or Kosovo, or a historical
state that documents still speak of (the Soviet Union). Territories and parts of states are
`actors.knowledge.places`. Sources and dates: docs/knowledge.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from actors.knowledge.ambiguity import ambiguous as ambiguous
from actors.knowledge.folding import acronym, capitalised, fold
from actors.knowledge.tables import TableRow, items, rows


@dataclass(frozen=True, slots=True)
class State:
    """A state, present or past.

    ``id`` is the ISO 3166-1 alpha-2 code, for a historical state the alpha-4 code of ISO
    3166-3 or one of our own. ``start`` and ``end`` are ISO dates, empty for present states.
    """

    id: str
    name: str
    official: str
    iso3: str
    wikidata: str
    names: tuple[str, ...]
    abbreviations: tuple[str, ...]
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    start: str
    end: str
    successors: tuple[str, ...]

    @property
    def historical(self) -> bool:
        """Whether the state is no more."""
        return bool(self.end)

    @property
    def identifiers(self) -> tuple[tuple[str, str], ...]:
        """(scheme, value) pairs as `actors.types.Entity` carries them.

        >>> state_by_id("TJ").identifiers
        (('iso3166', 'TJ'), ('wikidata', 'Q863'))
        """
        return (("iso3166", self.id), ("wikidata", self.wikidata))


@cache
def states() -> tuple[State, ...]:
    """All states, present ones first, by code.

    >>> len([state for state in states() if not state.historical])
    197
    """
    return tuple(_state(row) for row in rows("states"))


def _state(row: TableRow) -> State:
    return State(
        id=row["id"],
        name=row["name"],
        official=row["official"],
        iso3=row["iso3"],
        wikidata=row["wikidata"],
        names=items(row["names"]),
        abbreviations=items(row["abbreviations"]),
        adjectives=items(row["adjectives"]),
        demonyms=items(row["demonyms"]),
        capitals=items(row["capitals"]),
        start=row["start"],
        end=row["end"],
        successors=items(row["successors"]),
    )


def state_by_id(code: str) -> State:
    """The state with an ISO code, two or three letters (or ours, for historical states).

    Raises ``KeyError`` for a code that is no state's.

    >>> state_by_id("AFG").name
    'Afghanistan'
    """
    return _by_code()[code.upper()]


@lru_cache(maxsize=50_000)
def find_state(text: str) -> State | None:
    """The state that a name means: full, short or official, or an abbreviation in capitals.

    >>> find_state("the U.S.").id, find_state("Côte d’Ivoire").id, find_state("us")
    ('US', 'CI', None)
    """
    return _acronyms().get(acronym(text)) or _first(_by_name(), text)


def find_demonym(text: str) -> State | None:
    """The state whose people, or whose adjective, a word names.

    Where several states share the word, the most populous; see `find_demonyms`.

    >>> find_demonym("Tajiks").id, find_demonym("South Korean").id, find_demonym("polish")
    ('TJ', 'KR', None)
    """
    return _first(_by_demonym(), text)


def find_demonyms(text: str) -> tuple[State, ...]:
    """All states that a demonym or adjective can mean, the most populous first.

    >>> [state.id for state in find_demonyms("Congolese")]
    ['CD', 'CG']
    """
    return _by_demonym().get(fold(text), ()) if capitalised(text) else ()


def find_capital(text: str) -> State | None:
    """The state whose capital (or seat of government) a city is.

    >>> find_capital("Dushanbe").id, find_capital("Bonn")
    ('TJ', None)
    """
    return _first(_by_capital(), text)


def _first(index: dict[str, tuple[State, ...]], text: str) -> State | None:
    if not capitalised(text):
        return None
    found = index.get(fold(text), ())
    return found[0] if found else None


# Where two states share a word, the one that a reader means without more.
_RANK = ("CD", "DO", "KR", "GN", "US", "MK")


def _index(pairs: Iterable[tuple[str, State]]) -> dict[str, tuple[State, ...]]:
    index: dict[str, tuple[State, ...]] = {}
    for name, state in pairs:
        known = index.get(fold(name), ())
        if state not in known:
            index[fold(name)] = (state, *known) if state.id in _RANK else (*known, state)
    return index


@cache
def _by_code() -> dict[str, State]:
    codes = {state.id: state for state in states()}
    return codes | {state.iso3: state for state in states() if state.iso3}


@cache
def _by_name() -> dict[str, tuple[State, ...]]:
    named = _index(
        (name, state) for state in states() for name in (state.name, state.official, *state.names)
    )
    both = (_by_code()["CD"], _by_code()["CG"])
    return named | {"congo": both}


@cache
def _acronyms() -> dict[str, State]:
    return {acronym(word): state for state in states() for word in state.abbreviations}


@cache
def _by_demonym() -> dict[str, tuple[State, ...]]:
    return _index(
        (word, state)
        for state in states()
        for word in (*state.adjectives, *state.demonyms)
        if word not in state.abbreviations
    )


@cache
def _by_capital() -> dict[str, tuple[State, ...]]:
    return _index(
        (city, state) for state in states() if not state.historical for city in state.capitals
    )
