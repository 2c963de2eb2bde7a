"""The word lists behind relations, read once from the tables in ``data/``.

Every table is tab-separated, ``#`` starts a comment, and a multiword entry is written with
underscores ("carry_out": a verb and its particle or preposition; "make_peace": with its noun).
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

from actors.languages.en import lexicon


@dataclass(frozen=True, slots=True)
class Frame:
    """What a trigger word states, and in which slots its target stands."""

    type: str
    slots: tuple[str, ...]
    symmetric: bool = False
    sign: str | None = None
    confidence: float = 0.8
    deep: bool = False
    group: str = ""
    intransitive: bool = False
    reverse: bool = False
    clause: bool = False


@dataclass(frozen=True, slots=True)
class Combination:
    """What a class of verbs and a class of nouns say together ("lift" + "sanctions")."""

    type: str
    sign: str
    slots: tuple[str, ...]
    reverse: bool = False


def rows(name: str) -> Iterator[list[str]]:
    """The rows of one table, split at tabs, without comments."""
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


def frame(type_: str, slots: str, options: str) -> Frame:
    """A frame from its three columns.

    >>> frame("accuse", "obj", "deep,conf=0.7").confidence
    0.7
    """
    given = dict(option.partition("=")[::2] for option in options.split(",") if option)
    return Frame(
        type_,
        tuple(slots.split("|")),
        "sym" in given,
        given.get("sign"),
        float(given.get("conf", 0.8)),
        "deep" in given,
        given.get("class", ""),
        "intr" in given,
        "rev" in given,
        "clause" in given,
    )


@functools.cache
def verb_frames() -> Mapping[str, tuple[Frame, ...]]:
    """Verb (with its particle) -> what it may state, the most specific first."""
    return frames("verbs.tsv")


@functools.cache
def role_frames() -> Mapping[str, tuple[Frame, ...]]:
    """Describing noun or adjective ("critic", "critical") -> what it says of its subject."""
    return frames("roles.tsv")


@functools.cache
def noun_frames() -> Mapping[str, tuple[Frame, ...]]:
    """Event noun -> what it may state."""
    return frames("nouns.tsv")


def frames(name: str) -> Mapping[str, tuple[Frame, ...]]:
    """Word -> frames, in the order of the table."""
    found: dict[str, list[Frame]] = {}
    for type_, slots, options, words in rows(name):
        read = frame(type_, slots, options)
        for word in words.split():
            found.setdefault(word, []).append(read)
    return {word: tuple(some) for word, some in found.items()}


@functools.cache
def classes(part: str) -> Mapping[str, frozenset[str]]:
    """Word -> its classes, for verbs (``"verb"``) or nouns (``"noun"``)."""
    found: dict[str, set[str]] = {}
    for kind, name, words in rows("classes.tsv"):
        for word in words.split() if kind == part else ():
            found.setdefault(word, set()).add(name)
    if part == "noun":
        for word, some in noun_frames().items():
            found.setdefault(word, set()).update(one.group for one in some)
    return {word: frozenset(some) for word, some in found.items()}


@functools.cache
def combinations() -> Mapping[tuple[str, str], Combination]:
    """(verb class, noun class) -> what they say together."""
    return {
        (verb, noun): Combination(type_, sign, tuple(slots.split("|")), "rev" in options)
        for verb, noun, type_, sign, slots, *options in rows("combos.tsv")
    }


def kin() -> frozenset[str]:
    """Nouns for relatives, as coreference has them."""
    return lexicon.words("kin")


@functools.cache
def words(name: str, table: str = "actors.tsv") -> frozenset[str]:
    """The words of one class of a two-column table."""
    found: set[str] = set()
    for kind, some in rows(table):
        found.update(some.split() if kind == name else ())
    return frozenset(found)
