"""The words of a language that tables of its pack list: forms of verbs, prepositions, sets.

For packs whose relations are read without a parser. In ``lexicon/``:

===================  =====================================================================
``endings.tsv``      infinitive (its ending), form, endings: how regular verbs are conjugated
``irregular.tsv``    word (an infinitive), form, forms
``verbs.tsv``        word, type, targets: ``-`` for an object, else prepositions
``nouns.tsv``        word, type, targets: prepositions
``phrases.tsv``      word, object, type, targets: a verb and its object
``roles.tsv``        word, types: nouns for who holds an office
``modals.tsv``       word, modality: verbs before an infinitive
``prepositions.tsv`` word, preposition: which one a contracted one is
``words.tsv``        set, word
===================  =====================================================================

Forms of a verb are ``finite``, ``participle``, ``infinitive``, ``gerund``, ``future`` and
``conditional``; several words in a field are parted by ``|``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from actors.languages.gazetteer import rows

__all__ = ["TableEntry", "WordTables", "word_tables"]


@dataclass(frozen=True, slots=True)
class TableEntry:
    """What a word states, and behind which prepositions its targets stand."""

    type: str
    targets: tuple[str, ...]


@dataclass(frozen=True)
class WordTables:
    """The tables of one pack; each is read when it is first asked."""

    folder: Path

    def words(self, name: str) -> frozenset[str]:
        """The words of a set."""
        return self._sets.get(name, frozenset())

    @cached_property
    def _sets(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for row in rows(self.folder, "words", "lexicon"):
            found.setdefault(row["set"], set()).add(row["word"])
        return {name: frozenset(words) for name, words in found.items()}

    @cached_property
    def prepositions(self) -> Mapping[str, str]:
        """A preposition by each of its forms."""
        listed = rows(self.folder, "prepositions", "lexicon")
        return {row["word"]: row["preposition"] for row in listed}

    @cached_property
    def verbs(self) -> Mapping[str, list[TableEntry]]:
        """What verbs state, by infinitive."""
        return self._entries("verbs")

    @cached_property
    def nouns(self) -> Mapping[str, list[TableEntry]]:
        """What nouns of acts state."""
        return self._entries("nouns")

    @cached_property
    def phrases(self) -> Mapping[tuple[str, str], TableEntry]:
        """What a verb and its object state."""
        return {
            (row["word"], row["object"]): TableEntry(row["type"], tuple(row["targets"].split("|")))
            for row in rows(self.folder, "phrases", "lexicon")
        }

    @cached_property
    def roles(self) -> Mapping[str, tuple[str, ...]]:
        """What nouns say of who holds them."""
        listed = rows(self.folder, "roles", "lexicon")
        return {row["word"]: tuple(row["types"].split("|")) for row in listed}

    @cached_property
    def modals(self) -> Mapping[str, str]:
        """How sure an infinitive is behind a verb."""
        return {row["word"]: row["modality"] for row in rows(self.folder, "modals", "lexicon")}

    def _entries(self, table: str) -> Mapping[str, list[TableEntry]]:
        found: dict[str, list[TableEntry]] = {}
        for row in rows(self.folder, table, "lexicon"):
            entry = TableEntry(row["type"], tuple(row["targets"].split("|")))
            found.setdefault(row["word"], []).append(entry)
        return found

    @cached_property
    def forms(self) -> Mapping[str, Mapping[str, str]]:
        """The verbs that a word may be a form of: their infinitives, by form."""
        found: dict[str, dict[str, str]] = {}
        infinitives = {*self.verbs, *self.modals, *(word for word, _ in self.phrases)}
        for word in sorted(infinitives | self.words("light_verb") | self.words("speech")):
            for form, text in (*self._regular(word), *self._irregular.get(word, ())):
                found.setdefault(text, {}).setdefault(form, word)
        return found

    @cached_property
    def _irregular(self) -> Mapping[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = {}
        for row in rows(self.folder, "irregular", "lexicon"):
            told = [(row["form"], each) for each in row["forms"].split("|")]
            found.setdefault(row["word"], []).extend(told)
        return found

    @cached_property
    def _endings(self) -> list[tuple[str, str, list[str]]]:
        listed = rows(self.folder, "endings", "lexicon")
        return [(row["infinitive"], row["form"], row["endings"].split("|")) for row in listed]

    def _regular(self, word: str) -> Iterator[tuple[str, str]]:
        """The forms of a verb by the longest ending of its infinitive that the table has."""
        yield "infinitive", word
        if word in self._irregular:
            return
        fitting = [ending for ending, _, _ in self._endings if word.endswith(ending)]
        best = max(fitting, key=len, default="")
        for ending, form, endings in self._endings:
            if ending == best:
                yield from ((form, word.removesuffix(ending) + each) for each in endings)


@cache
def word_tables(folder: Path) -> WordTables:
    """The tables of a pack's folder."""
    return WordTables(folder)
