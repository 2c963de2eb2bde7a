"""Finding the names of our tables in running text: longest match first, in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import Literal, TypeAlias

from actors.knowledge.ambiguity import ambiguous
from actors.knowledge.folding import acronym, capitalised, fold
from actors.knowledge.organisations import Organisation, name_key, organisations, spellings
from actors.knowledge.own import Known
from actors.knowledge.places import Place, regions
from actors.knowledge.seats import Seat, find_seat, seats
from actors.knowledge.states import State, states

_Sense: TypeAlias = Literal["state", "demonym", "organisation", "seat", "place", "own"]
Record: TypeAlias = State | Organisation | Seat | Place | Known
_Words: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name of the gazetteer means: ``sense`` says how, ``record`` whom.

    ``other`` is what else the name may well mean (see `ambiguous`), or None.
    """

    sense: _Sense
    record: Record
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens ``start`` to ``end`` (exclusive) are a name of the gazetteer."""

    start: int
    end: int
    entry: Entry


class Gazetteer:
    """Names by their first word; built once, then read only.

    >>> found = gazetteer().find("The U.S. and Costa Rican envoys left the Kremlin".split())
    >>> [(match.start, match.end, match.entry.sense) for match in found]
    [(1, 2, 'state'), (3, 5, 'demonym'), (8, 9, 'seat')]
    >>> gazetteer().find("They told us who can turkey".split())
    []
    """

    def __init__(self, names: Iterable[tuple[str, Entry]], acronyms: Iterable[tuple[str, Entry]]):
        self._names: dict[str, list[tuple[_Words, Entry]]] = {}
        self._acronyms: dict[str, Entry] = {}
        for name, entry in names:
            self._add(name, entry)
        for short, entry in acronyms:
            self._acronyms.setdefault(acronym(short), entry)
        for found in self._names.values():
            found.sort(key=lambda pair: -len(pair[0]))

    def find(self, tokens: Sequence[str]) -> list[Match]:
        """The names in a sequence of tokens, none overlapping another, from left to right.

        Tokens may be cut anywhere a tokenizer likes to (``al``, ``-``, ``Qaeda``). A name
        needs a capital somewhere; an acronym must be written in its own capitals.
        """
        words = [_pieces(token) for token in tokens]
        matches = []
        position = 0
        while position < len(tokens):
            match = self._longest(tokens, words, position)
            if match:
                matches.append(match)
            position = match.end if match else position + 1
        return matches

    def _add(self, name: str, entry: Entry) -> None:
        key = name_key(name)
        # A tokenizer may cut "Co-operation" in two.
        for form in dict.fromkeys((key, key.replace("cooperation", "co operation"))):
            words = tuple(form.split())
            found = self._names.setdefault(words[0], [])
            if all(known != words for known, _ in found):
                found.append((words, entry))

    def _longest(self, tokens: Sequence[str], words: list[_Words], start: int) -> Match | None:
        if not words[start]:
            return None
        short = self._acronyms.get(acronym(tokens[start]))
        for name, entry in self._names.get(words[start][0], ()):
            end = _follow(words, start, name)
            if end > start + bool(short) and any(map(capitalised, tokens[start:end])):
                return Match(start, end, entry)
        return Match(start, start + 1, short) if short else None


@cache
def gazetteer(own: tuple[Known, ...] = ()) -> Gazetteer:
    """The gazetteer of all states, demonyms, organisations, seats and big regions.

    ``own`` are a user's additions, which go before ours.

    >>> mine = (Known("Pamir Relief", "organisation"),)
    >>> [match.entry.sense for match in gazetteer(mine).find(["Pamir", "Relief", "and", "NATO"])]
    ['own', 'organisation']
    """
    names = [(name, Entry("own", known)) for known in own for name in (known.name, *known.aliases)]
    shorts = [(short, Entry("own", known)) for known in own for short in known.acronyms]
    return Gazetteer(chain(names, _names()), chain(shorts, _acronyms()))


def _follow(words: list[_Words], start: int, name: _Words) -> int:
    """The token after a name that begins at ``start``; 0 if the tokens say something else."""
    taken: list[str] = []
    for position in range(start, len(words)):
        taken.extend(words[position])
        if len(taken) >= len(name):
            return position + 1 if tuple(taken) == name else 0
        if taken != list(name[: len(taken)]):
            return 0
    return 0


@lru_cache(maxsize=65536)
def _pieces(text: str) -> _Words:
    return tuple(fold(text).split())


def _names() -> Iterator[tuple[str, Entry]]:
    for state in states():
        for name in (state.name, state.official, *state.names):
            yield name, Entry("state", state, ambiguous(name))
    for organisation in organisations():
        for name in (organisation.name, *organisation.aliases):
            entry = Entry("organisation", organisation, ambiguous(name))
            for spelling in spellings(name):
                yield spelling, entry
    yield from _demonyms()
    yield from _seats()
    for region in regions():
        for name in (region.name, *region.aliases):
            yield name, Entry("place", region, ambiguous(name))


def _demonyms() -> Iterator[tuple[str, Entry]]:
    for first in (lambda state: state.id in ("CD", "DO", "KR"), lambda state: True):
        for state in filter(first, states()):
            for word in (*state.adjectives, *state.demonyms):
                if word not in state.abbreviations:
                    yield word, Entry("demonym", state, ambiguous(word))


def _seats() -> Iterator[tuple[str, Entry]]:
    for seat in seats():
        for name in (seat.name, *seat.aliases):
            yield name, Entry("seat", seat, ambiguous(name))
    for state in states():
        for city in state.capitals:
            found = find_seat(city)
            if found:
                yield city, Entry("seat", found, ambiguous(city))


def _acronyms() -> Iterator[tuple[str, Entry]]:
    for state in states():
        for short in state.abbreviations:
            yield short, Entry("state", state, ambiguous(short))
    for organisation in organisations():
        for short in organisation.acronyms:
            yield short, Entry("organisation", organisation, ambiguous(short))
