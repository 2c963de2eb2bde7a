"""Nouns that say what somebody is to a state, a body or a person: *глава*, *член*, *брат*."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from actors.languages.ru.lemmas import is_known_noun
from actors.languages.ru.names import word_set
from actors.languages.ru.parsing import ParsedSentence, Word
from actors.languages.ru.who import table

__all__ = ["RoleNoun", "is_former", "role_of", "roles"]


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """What a noun says of whoever holds it."""

    types: tuple[str, ...]
    head: bool


_ANYBODY = RoleNoun(("citizen_of",), False)
"""What any other noun for a human says of its holder: whose he or she is."""


@cache
def roles() -> Mapping[str, RoleNoun]:
    """The nouns of ``lexicon/roles.tsv``."""
    return {
        row["word"]: RoleNoun(tuple(row["types"].split("|")), row["class"] == "head")
        for row in table("roles")
    }


def role_of(word: Word) -> RoleNoun | None:
    """What a noun says of its holder; *экс-президент* and *вице-президент* by their own entry."""
    if word.pos not in ("NOUN", "PROPN"):
        return None
    noun = word.lemma.replace("ё", "е")
    known = roles().get(noun.removeprefix("экс-"))
    human = word.feats.get("Animacy") == "Anim" and word.pos == "NOUN"
    return known or (_ANYBODY if human and is_known_noun(noun) else None)


def is_former(sentence: ParsedSentence, word: Word) -> bool:
    """Whether an office is no longer held."""
    told = {one.lemma.replace("ё", "е") for one in sentence.of(word, "amod")}
    return bool(told & word_set("former")) or word.text.casefold().startswith("экс-")
