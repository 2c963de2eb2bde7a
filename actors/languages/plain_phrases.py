"""The phrase around each name of a sentence: where it begins, its preposition, its noun.

No parser is asked: determiners, prepositions and commas tell where a phrase begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from actors.languages.plain import PlainName, Token
from actors.languages.plain_words import WordTables

__all__ = ["NamePhrase", "PlainSentence", "plain_sentence"]

_FARTHEST = 12
"""Words between a title and the name that it belongs to."""


@dataclass(eq=False, slots=True)
class NamePhrase:
    """A name with the phrase that it stands in.

    ``noun`` is the noun that the name is part of (*l'armée malienne*, *le chef du Hamas*), empty
    where the name is the head. ``of`` says that a preposition ties it to the noun.
    """

    name: PlainName
    start: int
    preposition: str
    noun: str = ""

    @property
    def last(self) -> int:
        """The number of the word behind the name."""
        return self.name.last


@dataclass(eq=False)
class PlainSentence:
    """The words of a sentence, its names with their phrases, and the verbs in it.

    ``outer`` are the phrases that are no part of somebody's title.
    """

    tokens: Sequence[Token]
    tables: WordTables
    names: list[PlainName]
    phrases: list[NamePhrase] = field(default_factory=list)
    outer: list[NamePhrase] = field(default_factory=list)
    inside: dict[int, PlainName] = field(default_factory=dict)

    def small(self, place: int) -> str:
        """A word in small letters; empty beyond the sentence."""
        return self.tokens[place].small if 0 <= place < len(self.tokens) else ""

    def forms(self, place: int) -> dict[str, str]:
        """The verbs that a word may be a form of; none inside a name or behind a determiner."""
        if place in self.inside or self.small(place - 1) in self.tables.words("determiner"):
            return {}
        if self.small(place) in self.tables.roles:
            return {}
        return dict(self.tables.forms.get(self.small(place), {}))

    def is_verb(self, place: int) -> bool:
        """Whether a word is a verb with a subject of its own."""
        auxiliary = self.tables.words("have") | self.tables.words("be")
        return self.small(place) in auxiliary or bool(
            {"finite", "future", "conditional"} & self.forms(place).keys()
        )

    def ends(self, place: int) -> bool:
        """Whether a clause ends or begins at a word."""
        word = self.small(place)
        return not word or word in self.tables.words("clause")

    def preposition(self, place: int) -> str:
        """The preposition that a word is, in its plain form; empty if it is none."""
        return self.tables.prepositions.get(self.small(place), "")


def plain_sentence(
    tokens: Sequence[Token], names: Sequence[PlainName], tables: WordTables
) -> PlainSentence:
    """A sentence with the phrases of its names."""
    sentence = PlainSentence(tokens, tables, list(names))
    for name in names:
        for place in range(name.first, name.last):
            sentence.inside[place] = name
    sentence.phrases = [_phrase(sentence, name) for name in names]
    titled = [one for one in sentence.phrases if one.name.draft.kind == "person"]
    sentence.outer = [
        one
        for one in sentence.phrases
        if not any(
            one is not two and two.start <= one.name.first < two.name.first for two in titled
        )
    ]
    return sentence


def _phrase(sentence: PlainSentence, name: PlainName) -> NamePhrase:
    fact = name.draft.fact
    start, preposition = _begin(sentence, name.first)
    if fact is not None and fact.form == "adjective":
        noun = _noun_before(sentence, name.first)
        return NamePhrase(name, *_begin(sentence, name.first), noun)
    if name.draft.kind == "person":
        return NamePhrase(name, *_title_begin(sentence, name, start, preposition))
    if preposition in sentence.tables.words("of"):
        noun = _noun_before(sentence, start)
        if noun:
            return NamePhrase(name, *_outer(sentence, start - 1), noun)
    return NamePhrase(name, start, preposition)


def _outer(sentence: PlainSentence, place: int) -> tuple[int, str]:
    """Where the phrase begins whose noun has what follows: over nested *de*."""
    start, preposition = _begin(sentence, place)
    while preposition in sentence.tables.words("of") and _noun_before(sentence, start):
        start, preposition = _begin(sentence, start - 1)
    return start, preposition


def _begin(sentence: PlainSentence, first: int) -> tuple[int, str]:
    """Where the phrase of a word begins, at its preposition if it has one, and which that is."""
    place = first - 1
    while place >= 0:
        word = sentence.small(place)
        if sentence.preposition(place):
            return place, "" if _partitive(sentence, place) else sentence.preposition(place)
        if word in sentence.tables.words("determiner"):
            before = sentence.preposition(place - 1)
            return (place - 1, before) if before else (place, "")
        if not _plain_word(sentence, place):
            break
        place -= 1
    return place + 1, ""


def _partitive(sentence: PlainSentence, place: int) -> bool:
    """Whether *des* is an article: at the start of a clause or right behind a verb."""
    if sentence.small(place) not in sentence.tables.words("partitive"):
        return False
    return sentence.ends(place - 1) or bool(sentence.forms(place - 1))


def _plain_word(sentence: PlainSentence, place: int) -> bool:
    """Whether a word may be a noun or an adjective of a phrase."""
    word = sentence.tokens[place]
    if place in sentence.inside:
        fact = sentence.inside[place].draft.fact
        return fact is not None and fact.form == "adjective"
    joins = sentence.tables.words("clause") | sentence.tables.words("and")
    return word.text[:1].isalpha() and word.small not in joins and not sentence.forms(place)


def _noun_before(sentence: PlainSentence, place: int) -> str:
    """The noun that an adjective or a preposition at a place belongs to; empty if there is none."""
    before = place - 1
    known = sentence.tables.words("stands_for") | sentence.tables.roles.keys()
    while before >= 0 and _plain_word(sentence, before):
        word = sentence.small(before)
        if word in known or word in sentence.tables.nouns:
            return word
        after = sentence.small(before - 1)
        if after in sentence.tables.words("determiner") or sentence.preposition(before - 1):
            return word
        before -= 1
    return sentence.small(place - 1) if before < place - 1 else ""


def _title_begin(
    sentence: PlainSentence, name: PlainName, start: int, preposition: str
) -> tuple[int, str]:
    """Where the phrase of a person begins, with the title before the name or its comma."""
    if preposition and preposition not in sentence.tables.words("of"):
        return start, preposition
    for place in range(name.first - 1, max(-1, name.first - 1 - _FARTHEST), -1):
        if sentence.is_verb(place) or (sentence.ends(place) and sentence.small(place) != ","):
            break
        other = sentence.inside.get(place)
        if other is not None and other.draft.kind == "person":
            break
        if sentence.small(place) == "," and place != name.first - 1:
            break
        if sentence.small(place) in sentence.tables.roles:
            return _outer(sentence, place)
    return start, preposition
