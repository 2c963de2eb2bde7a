"""States, bodies and places by their names in one language, and where a text has them.

A pack lists names by the identifiers of `actors.knowledge`, in four tables of its folder:

================  ============================================================
``states.tsv``    id (ISO 3166), names, adjectives, demonyms, capitals
``bodies.tsv``    id (of ``organisations.tsv``), names, acronyms, people
``seats.tsv``     state, or body by its acronym; names of what stands for it
``places.tsv``    name in English, names, state
================  ============================================================

Several names in a field are parted by ``|``, the usual one first.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal, TypeAlias

from actors.knowledge.organisations import find_organisation, organisation_by_id
from actors.knowledge.states import state_by_id
from actors.types import Kind

__all__ = ["Fact", "Form", "NameTable", "TableMatch", "facts", "rows"]

Form: TypeAlias = Literal["name", "acronym", "adjective", "people", "capital", "seat"]
Keys: TypeAlias = Callable[[str], Collection[str]]


@dataclass(frozen=True, slots=True)
class Fact:
    """Who a name means: an actor that tables know, or a place.

    ``name`` is what the actor is called in the language, ``text`` the name that was listed.
    ``form`` says what the name is: a capital or a seat may stand for the actor, or be a place.
    """

    kind: Kind
    name: str
    text: str
    form: Form
    identifiers: tuple[tuple[str, str], ...] = ()
    subtype: str | None = None


@dataclass(frozen=True, slots=True)
class TableMatch:
    """Some words of a text that a table has: the numbers of the first and behind the last."""

    first: int
    last: int
    fact: Fact


@lru_cache(maxsize=64)
def rows(folder: Path, table: str, room: str = "names") -> tuple[Mapping[str, str], ...]:
    """The rows of a table of a pack; none where the pack doesn't have it.

    Args:
        folder: of the pack
        table: its file without ``.tsv``
        room: the folder of the table
    """
    path = folder / room / f"{table}.tsv"
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        read = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple({key: value or "" for key, value in row.items()} for row in read)


def facts(folder: Path) -> Iterator[Fact]:
    """Everything that the tables of a pack name, states first.

    Raises:
        KeyError: a table has an identifier that `actors.knowledge` doesn't know.
    """
    usual = {}
    for row in rows(folder, "states"):
        for fact in _state(row):
            usual[fact.identifiers] = fact.name
            yield fact
    for row in rows(folder, "bodies"):
        for fact in _body(row):
            usual[fact.identifiers] = fact.name
            yield fact
    for row in rows(folder, "seats"):
        for fact in _seats(row):
            yield replace(fact, name=usual.get(fact.identifiers, fact.name))
    for row in rows(folder, "places"):
        for text in _items(row["names"]):
            yield Fact("place", _items(row["names"])[0], text, "name")


def _items(field: str) -> list[str]:
    return [item for item in field.split("|") if item]


def _state(row: Mapping[str, str]) -> Iterator[Fact]:
    names = _items(row["names"])
    one = Fact("country", names[0], names[0], "name", state_by_id(row["id"]).identifiers)
    for text in names:
        short = text.isupper() and " " not in text
        yield replace(one, text=text, form="acronym" if short else "name")
    for text in _items(row["adjectives"]):
        yield replace(one, text=text, form="adjective")
    for text in _items(row["demonyms"]):
        yield replace(one, text=text, form="people")
    for text in _items(row["capitals"]):
        yield replace(one, text=text, form="capital")


def _body(row: Mapping[str, str]) -> Iterator[Fact]:
    names, short = _items(row["names"]), _items(row["acronyms"])
    known = organisation_by_id(row["id"])
    usual = (names or short)[0]
    one = Fact("organisation", usual, usual, "name", known.identifiers, known.subtype)
    for text in names:
        yield replace(one, text=text, form="acronym" if text.isupper() else "name")
    for text in short:
        yield replace(one, text=text, form="acronym")
    for text in _items(row["people"]):
        yield replace(one, text=text, form="people")


def _seats(row: Mapping[str, str]) -> Iterator[Fact]:
    body = find_organisation(row["state"])
    if body is not None:
        one = Fact("organisation", body.name, "", "seat", body.identifiers, body.subtype)
    else:
        state = state_by_id(row["state"])
        one = Fact("country", state.name, "", "seat", state.identifiers)
    for text in _items(row["names"]):
        yield replace(one, text=text)


class NameTable:
    """Finds names in a text, each word compared by the keys that a language gives it.

    Args:
        listed: what can be found
        words: cuts a name into words
        keys: in what a word is compared: base forms, or small letters
        listed_keys: the same for the words of listed names, where fewer of them are right

    >>> kabul = Fact("country", "Afghanistan", "Kabul", "capital")
    >>> found = NameTable([kabul], str.split, lambda word: {word.casefold()})
    >>> [(one.first, one.last) for one in found.matches("In Kabul they spoke".split())]
    [(1, 2)]
    """

    def __init__(
        self,
        listed: Iterable[Fact],
        words: Callable[[str], Sequence[str]],
        keys: Keys,
        listed_keys: Keys | None = None,
    ) -> None:
        self._keys = keys
        listed_keys = listed_keys or keys
        self._by_first: dict[str, list[tuple[tuple[str, ...], list[Collection[str]], Fact]]] = {}
        for fact in listed:
            parts = tuple(words(fact.text))
            entry = (parts, [listed_keys(part) for part in parts], fact)
            for key in entry[1][0]:
                self._by_first.setdefault(key, []).append(entry)

    def matches(self, words: Sequence[str]) -> Iterator[TableMatch]:
        """What is found in the words of a sentence, the longest first where two begin alike."""
        position = 0
        while position < len(words):
            found = self.at(words, position)
            if found:
                yield found[0]
            position = found[0].last if found else position + 1

    def at(self, words: Sequence[str], position: int) -> list[TableMatch]:
        """All that begins at a word, the longest first."""
        found = [
            TableMatch(position, position + len(parts), fact)
            for key in self._keys(words[position])
            for parts, keys, fact in self._by_first.get(key, ())
            if self._fits(words, position, parts, keys, fact)
        ]
        unique = {(one.last, one.fact.form, one.fact.identifiers): one for one in found}
        return sorted(unique.values(), key=lambda one: (-one.last, _ORDER[one.fact.form]))

    def _fits(
        self,
        words: Sequence[str],
        position: int,
        parts: tuple[str, ...],
        keys: Sequence[Collection[str]],
        fact: Fact,
    ) -> bool:
        there = words[position : position + len(parts)]
        if len(there) < len(parts):
            return False
        if fact.form == "acronym":
            return tuple(there) == parts
        return _written_so(there, parts) and all(
            not set(self._keys(word)).isdisjoint(known)
            for word, known in zip(there, keys, strict=True)
        )


_FORMS: tuple[Form, ...] = ("acronym", "capital", "seat", "name", "people", "adjective")
_ORDER = {form: number for number, form in enumerate(_FORMS)}
"""What goes before what, where a table has two of the same words."""


def _written_so(words: Sequence[str], listed: Sequence[str]) -> bool:
    """Whether the first word has a capital where the table has one, and not all are small."""
    return not listed[0][:1].isupper() or words[0][:1].isupper()
