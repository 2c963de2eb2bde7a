"""What sort of person or body a noun says that somebody is, and whom it means when it is alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from actors.languages.gazetteer import rows
from actors.languages.ru.lemmas import participle
from actors.languages.ru.names import RUSSIAN
from actors.languages.ru.parsing import Word

__all__ = ["NounSort", "headed", "noun_of", "sorts"]


@dataclass(frozen=True, slots=True)
class NounSort:
    """What a noun says of those who are called so, and whom it may mean when it stands alone."""

    kind: str
    sorts: frozenset[str]
    means: frozenset[str]


@cache
def sorts() -> Mapping[str, NounSort]:
    """The nouns of ``lexicon/sorts.tsv``."""
    return {
        row["word"].casefold(): NounSort(row["kind"], _parts(row["sorts"]), _parts(row["means"]))
        for row in _table("sorts")
    }


@cache
def headed() -> Mapping[str, frozenset[str]]:
    """Whom *глава* of a noun means, by ``lexicon/heads.tsv``."""
    return {row["word"]: _parts(row["means"]) for row in _table("heads")}


def _parts(told: str) -> frozenset[str]:
    return frozenset(told.split("|")) - {""}


def _table(name: str) -> list[dict[str, str]]:
    found = rows(RUSSIAN, name, "lexicon")
    return [{**row, "word": row["word"].replace("ё", "е")} for row in found]


def noun_of(word: Word) -> str:
    """The base form of a noun, or of a participle that stands for one, as tables have it."""
    noun = word.lemma.casefold().replace("ё", "е")
    if noun in sorts() or word.pos not in ("VERB", "ADJ", "NOUN", "PROPN"):
        return noun
    return (participle(word.text) or word.lemma).casefold().replace("ё", "е")
