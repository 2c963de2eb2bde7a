"""Who led which state when, from tables of facts.

The factbook names heads of state and of government in office in 2026 with their first day;
Archigos names effective leaders from 1900 to 2015, often by surname alone. Between the two
there are gaps: an empty answer means "not known", never "nobody".
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache

from actors.knowledge.folding import fold
from actors.knowledge.tables import rows


@dataclass(frozen=True, slots=True)
class Term:
    """A person's time in an office.

    ``state`` is a state's id; ``office`` is head of state, head of government or effective
    leader; ``start`` and ``end`` are ISO dates (a year or month where no more is known),
    ``end`` empty for a term that has no known end; ``source`` names the table.
    """

    state: str
    office: str
    title: str
    name: str
    gender: str
    start: str
    end: str
    source: str

    def covers(self, on: date) -> bool:
        """Whether the person held the office on a day, as far as the source tells.

        Archigos ends in 2015: its terms without an end cover nothing after that.
        """
        day = on.isoformat()
        last = self.end or (LAST_OF_ARCHIGOS if self.source.startswith("Archigos") else day)
        return self.start <= day[: len(self.start)] and day <= last


LAST_OF_ARCHIGOS = "2015-12-31"
MUHAMMAD = frozenset(
    {"mohammed", "mohammad", "mohamed", "mohamad", "muhammed", "muhamed", "muhamad"}
)


def holders(state: str, on: date) -> tuple[Term, ...]:
    """Who led a state on a day; ``state`` is its id (ISO alpha-2).

    >>> [term.name for term in holders("AF", date(2010, 1, 1))]
    ['Hamid Karzai']
    """
    return tuple(term for term in _by_state().get(state, ()) if term.covers(on))


def offices_of(name: str, on: date | None = None) -> tuple[Term, ...]:
    """The offices that a person held, on a day or ever.

    A full name matches whatever the order of its parts (*Xi Jinping*, *Jinping Xi*); a
    surname alone matches too, so a caller with only a surname should give a day.

    >>> {term.state for term in offices_of("Vladimir Putin", date(2013, 5, 1))}
    {'RU'}
    >>> offices_of("Nobody Atall")
    ()
    """
    words = spelled(name)
    if not words:
        return ()
    found = [term for term in _by_word().get(words[-1], ()) if _agree(words, term)]
    found += [term for term in _by_word().get(words[0], ()) if _agree(words, term)]
    terms = tuple(dict.fromkeys(found))
    return tuple(term for term in terms if on is None or term.covers(on))


def spelled(name: str) -> list[str]:
    """The words of a name, the many spellings of *Muhammad* as one.

    >>> spelled("Mohammed bin Salman") == spelled("Muhammad bin Salman")
    True
    """
    return ["muhammad" if word in MUHAMMAD else word for word in fold(name).split()]


def _agree(words: list[str], term: Term) -> bool:
    """Whether one name's words are all among the other's."""
    known = set(spelled(term.name))
    return known <= set(words) or set(words) <= known


@cache
def terms() -> tuple[Term, ...]:
    """All terms of office, by state and start."""
    return tuple(Term(**row) for row in rows("officeholders"))


@cache
def _by_state() -> dict[str, tuple[Term, ...]]:
    found = defaultdict(list)
    for term in terms():
        found[term.state].append(term)
    return {state: tuple(held) for state, held in found.items()}


@cache
def _by_word() -> dict[str, tuple[Term, ...]]:
    found = defaultdict(list)
    for term in terms():
        for word in dict.fromkeys(spelled(term.name)):
            found[word].append(term)
    return {word: tuple(held) for word, held in found.items()}
