"""A document as its sentences, names and who they mean: which actor a word of it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from actors.languages.drafts import Draft, Referent
from actors.languages.gazetteer import rows
from actors.languages.ru.mentions import NamedMention
from actors.languages.ru.names import RUSSIAN, word_set
from actors.languages.ru.parsing import ParsedSentence, Word
from actors.languages.ru.sorts import noun_of, sorts
from actors.languages.ru.unnamed import unnamed

__all__ = ["Context"]

_DEEPEST = 4
"""How many nouns may stand between a word and the name in its genitive."""


@dataclass
class Context:
    """What is known of a document while relations are read.

    ``holders`` are people by the words of their titles (*президент* in *президент Чада Деби*),
    ``meant`` other words with whom they mean, such as pronouns; ``several`` words that mean more
    than one (*обе страны*).
    """

    sentences: Sequence[ParsedSentence]
    names: Sequence[NamedMention]
    referents: list[Referent]
    holders: dict[tuple[int, int], NamedMention] = field(default_factory=dict)
    meant: dict[tuple[int, int], Draft] = field(default_factory=dict)
    several: dict[tuple[int, int], list[Draft]] = field(default_factory=dict)
    nameless: dict[str, Referent] = field(default_factory=dict)
    _names: dict[tuple[int, int], NamedMention] = field(default_factory=dict)
    _who: dict[int, Referent] = field(default_factory=dict)
    _inside: dict[int, list[NamedMention]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in self.names:
            self._inside.setdefault(name.sentence.number, []).append(name)
            for word in name.words:
                self._names.setdefault((name.sentence.number, word.number), name)
        for referent in self.referents:
            for draft in referent.drafts:
                self._who[id(draft)] = referent

    def who(self, draft: Draft) -> Referent:
        """Whom a mention means."""
        return self._who[id(draft)]

    def mean(self, sentence: ParsedSentence, word: Word, referent: Referent, draft: Draft) -> None:
        """Take a word, such as a pronoun, as a mention of somebody."""
        referent.drafts.append(draft)
        self._who[id(draft)] = referent
        self.meant[sentence.number, word.number] = draft

    def name_of(self, sentence: ParsedSentence, word: Word) -> NamedMention | None:
        """The name that a word belongs to; a body's before that of the state in it."""
        return self._names.get((sentence.number, word.number))

    def within(self, sentence: ParsedSentence, first: int, last: int) -> list[NamedMention]:
        """The names between two words of a sentence."""
        inside = self.in_sentence(sentence.number)
        return [one for one in inside if first <= one.first and one.last <= last]

    def in_sentence(self, number: int) -> list[NamedMention]:
        """The names of a sentence, in order."""
        return self._inside.get(number, [])

    def actors(self, sentence: ParsedSentence, word: Word) -> list[Draft]:
        """Whom a word stands for, and all that are named with it by *и*."""
        found = self._one(sentence, word, _DEEPEST)
        for other in self._joined(sentence, word):
            if other.pos in ("NOUN", "PROPN", "PRON", "X", "ADJ"):
                found += self.actors(sentence, other)
        return _unique(found)

    def _joined(self, sentence: ParsedSentence, word: Word) -> list[Word]:
        """What *и* joins to a word, or to the name of whom a title means."""
        holder = self.holders.get((sentence.number, word.number))
        inside = (one for one in holder.words if one.number > word.number) if holder else ()
        return [other for one in (word, *inside) for other in sentence.of(one, "conj")]

    def _one(self, sentence: ParsedSentence, word: Word, deep: int) -> list[Draft]:
        place = (sentence.number, word.number)
        name = self._names.get(place)
        if name is not None and not self._only_attribute(name, word):
            return [name.draft]
        if place in self.several:
            return self.several[place]
        if place in self.meant:
            return [self.meant[place]]
        if place in self.holders:
            return [self.holders[place].draft]
        if word.pos not in ("NOUN", "PROPN", "ADJ", "NUM", "X", "SYM") or not deep:
            return []
        found = self._apposed(sentence, word) or self._within(sentence, word)
        found = found or self._owner(sentence, word, deep)
        return found or self._nameless(sentence, word)

    def _nameless(self, sentence: ParsedSentence, word: Word) -> list[Draft]:
        """An actor without a name: *полиция*, *повстанцы*."""
        found = unnamed(self.nameless, sentence, word)
        if found is None:
            return []
        who, draft = found
        if who not in self.referents:
            self.referents.append(who)
        self.mean(sentence, word, who, draft)
        return [draft]

    @staticmethod
    def _only_attribute(name: NamedMention, word: Word) -> bool:
        """An adjective is no actor where it stands; its noun may stand for the state."""
        return (
            name.draft.fact is not None
            and name.draft.fact.form == "adjective"
            and word.pos == "ADJ"
        )

    def _apposed(self, sentence: ParsedSentence, word: Word) -> list[Draft]:
        """The name that a noun introduces: *движение «Талибан»*, *министр Лавров*."""
        for child in sentence.of(word, "appos", "flat:name", "flat", "nmod"):
            name = self.name_of(sentence, child)
            if name is None or name.draft.kind not in ("person", "organisation"):
                continue
            if child.rel == "nmod" and child.case == "Gen" != word.case:
                continue
            if child.rel == "nmod" and sentence.preposition(child):
                continue
            if child.number > word.number:
                return [name.draft]
        return []

    def _within(self, sentence: ParsedSentence, word: Word) -> list[Draft]:
        """The body that a noun introduces with another: *сеть аптек «Долголет»*."""
        sort = sorts().get(noun_of(word))
        if sort is None or sort.kind != "organisation":
            return []
        for child in sentence.of(word, "nmod"):
            plain = child.case == "Gen" and child.pos == "NOUN" and not sentence.preposition(child)
            if plain and child.feats.get("Number") == "Plur":
                found = self._apposed(sentence, child)
                if found and found[0].kind == "organisation":
                    return found
        return []

    def _owner(self, sentence: ParsedSentence, word: Word, deep: int) -> list[Draft]:
        """Whose forces, people or acts a noun means: *войска Чада*, *чадские военные*."""
        if word.lemma.replace("ё", "е") not in word_set("stands_for") | _offices():
            return []
        for child in sentence.of(word, "amod", "det"):
            name = self.name_of(sentence, child)
            if name is not None and name.draft.kind == "group":
                return [name.draft]
        for child in sentence.of(word, "nmod"):
            preposition = sentence.preposition(child)
            people = word.feats.get("Animacy") == "Anim" and word.feats.get("Number") == "Plur"
            if child.case in ("Gen", "") and (not preposition or (people and preposition == "из")):
                found = self._one(sentence, child, deep - 1)
                for other in sentence.of(child, "conj"):
                    found += self._one(sentence, other, deep - 1)
                if found:
                    several = word.feats.get("Number") == "Plur"
                    return self._states(sentence, child, found) if several else found
        return []

    def _states(self, sentence: ParsedSentence, word: Word, found: Sequence[Draft]) -> list[Draft]:
        """The states of *главы МИД Чада и Нигера*: each minister is of one."""
        body = self.name_of(sentence, word)
        if body is None or body.draft.subtype != "government":
            return list(found)
        inside = [
            one.draft
            for one in self.in_sentence(sentence.number)
            if one.draft.kind == "group" and body.draft.start < one.draft.start < body.draft.end
        ]
        joined = [
            draft
            for one in body.words
            for other in sentence.of(one, "conj")
            for draft in self._one(sentence, other, 1)
        ]
        return [*inside, *(joined or [one for one in found if one is not body.draft])] or list(
            found
        )


@cache
def _offices() -> frozenset[str]:
    """Nouns of those who speak for a state or a body, named or not."""
    return frozenset(
        row["word"].replace("ё", "е")
        for row in rows(RUSSIAN, "roles", "lexicon")
        if {"leads", "represents"} & set(row["types"].split("|"))
    )


def _unique(drafts: Iterable[Draft]) -> list[Draft]:
    return list(dict.fromkeys(drafts))


def free_words(
    context_names: Sequence[NamedMention], sentences: Iterable[ParsedSentence]
) -> Iterator[tuple[ParsedSentence, Word]]:
    """Words that belong to no name."""
    taken = {(name.sentence.number, word.number) for name in context_names for word in name.words}
    for sentence in sentences:
        for word in sentence.words:
            if (sentence.number, word.number) not in taken:
                yield sentence, word
