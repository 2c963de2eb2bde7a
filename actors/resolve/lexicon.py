"""The word lists that names are read with; data files, read once when first asked for."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from actors.knowledge.name_words import legal_forms, particles, spellings
from actors.knowledge.roles import words_before_names
from actors.resolve.spelling import folded


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words in names, folded; what each list is for is said in the data files."""

    honorifics: frozenset[str]
    address: Mapping[str, str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    pet_names: Mapping[str, str]
    legal_forms: frozenset[str]
    leading_forms: frozenset[str]
    small_words: frozenset[str]
    descriptors: tuple[str, ...]
    spellings: Mapping[str, str]
    offices: frozenset[str]
    common: frozenset[str]
    phrases: Mapping[str, str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lists, read from ``data/names.toml`` and ``data/bodies.toml``.

    >>> "dr" in lexicon().honorifics, lexicon().pet_names["bill"]
    (True, 'william')
    """
    names, bodies = read_table("names"), read_table("bodies")
    return Lexicon(
        honorifics=frozenset(map(folded, words_before_names("corpus"))),
        address={folded(word): sex[0] for word, sex in words_before_names("gender").items()},
        suffixes=frozenset(names["suffixes"].split()),
        particles=particles("corpus"),
        pet_names=dict(_pairs(names["pet_names"])),
        leading_forms=legal_forms("front"),
        legal_forms=legal_forms("end"),
        small_words=frozenset(bodies["small_words"].split()),
        descriptors=tuple(sorted(bodies["descriptors"], key=lambda words: (-len(words), words))),
        spellings=spellings("body"),
        offices=frozenset(bodies["offices"].split()),
        common=frozenset(_common(bodies["common"])),
        phrases=dict(line.split("|") for line in bodies["phrases"]),
    )


def read_table(name: str) -> dict[str, Any]:
    """A TOML file of this room's ``data`` folder."""
    text = files(__package__).joinpath(f"data/{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@lru_cache(maxsize=1)
def other_names() -> Mapping[tuple[str, str], str]:
    """Names that one actor has had or has in other languages, each with the one we keep.

    >>> other_names()["place", "bombay"]
    'Mumbai'
    """
    text = files(__package__).joinpath("data/other_names.tsv").read_text(encoding="utf-8")
    known: dict[tuple[str, str], str] = {}
    for line in text.splitlines()[1:]:
        kind, names = line.split("\t")
        kept, *others = names.split("|")
        known.update({(kind, folded(name)): kept for name in (kept, *others)})
    return known


def _pairs(groups: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Each pet name with the first name of its group; a name in two groups keeps the first."""
    seen: set[str] = set()
    for group in groups:
        first, *others = group.split()
        for name in (first, *others):
            if name not in seen:
                seen.add(name)
                yield name, first


def _common(text: str) -> Iterable[str]:
    """Single words on the first line, phrases between bars after it."""
    singles, _, phrases = text.strip().partition("\n")
    yield from singles.split()
    yield from (" ".join(phrase.split()) for phrase in phrases.split("|"))
