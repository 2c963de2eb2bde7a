"""Who was spoken of before a word: mentions in order, with gender, number and role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from actors.languages.drafts import Draft, Referent
from actors.languages.ru.context import Context
from actors.languages.ru.genders import genders_of, person_gender
from actors.languages.ru.mentions import NamedMention
from actors.languages.ru.parsing import ParsedSentence, Word

__all__ = ["Discourse", "Spoken", "clause_of", "fitting", "once"]

_SUBJECTS = ("nsubj", "nsubj:pass")
_PARTING = frozenset("—–-,:;(")
"""What stands between a noun and a name that is no part of its phrase."""
_NAMING = ("appos", "flat:name", "flat")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A mention of somebody before the word that is asked about.

    ``word`` heads the whole phrase: *президент* of *президент Чада Деби*. ``genders`` is empty
    where any would fit. ``inner`` says that it stands within the phrase of another.
    """

    who: Referent
    sentence: ParsedSentence
    word: Word
    start: int
    genders: frozenset[str]
    plural: bool

    @property
    def subject(self) -> bool:
        """Whether it is a subject."""
        return self.word.rel in _SUBJECTS or self.word.rel == "root"

    @property
    def patient(self) -> bool:
        """Whether something is done to it."""
        return self.word.rel in ("obj", "iobj", "nsubj:pass", "obl")

    @property
    def inner(self) -> bool:
        """Whether it says whose something is."""
        return self.word.rel in ("nmod", "amod", "det")


@dataclass
class Discourse:
    """The mentions of a document, in the order of the text; those of nouns and pronouns come in."""

    context: Context
    _spoken: list[list[Spoken]] = field(default_factory=list)
    _persons: dict[int, str] = field(default_factory=dict)
    _genders: dict[int, frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._spoken = [[] for _ in self.context.sentences]
        named: dict[int, list[NamedMention]] = {}
        for name in self.context.names:
            named.setdefault(id(self.context.who(name.draft)), []).append(name)
        for names in named.values():
            if names[0].draft.kind == "person":
                who = self.context.who(names[0].draft)
                self._persons[id(who)] = person_gender(who, names, self._phrase)
        for name in self.context.names:
            if not _adjective(name.draft):
                self._spoken[name.sentence.number].append(self._named(name))

    def before(self, sentence: ParsedSentence, word: Word, back: int) -> Iterator[Spoken]:
        """The mentions before a word, the last first, from some sentences back on."""
        for number in range(sentence.number, max(-1, sentence.number - back - 1), -1):
            for one in sorted(self._spoken[number], key=lambda one: -one.start):
                if one.start < word.start:
                    yield one

    def add(self, sentence: ParsedSentence, word: Word, who: Referent) -> None:
        """Take a word as a further mention of somebody."""
        gender = word.feats.get("Gender")
        genders = frozenset({gender} if gender else ())
        if who.kind == "person":
            genders = self._natural(who)
        plural = word.feats.get("Number") == "Plur"
        spoken = Spoken(who, sentence, word, word.start, genders, plural)
        self._spoken[sentence.number].append(spoken)

    def add_each(self, sentence: ParsedSentence, word: Word, found: Iterable[Referent]) -> None:
        """Take a plural as a further mention of several, each as it is named."""
        for who in found:
            genders = self._natural(who) or self._genders.get(id(who), frozenset())
            spoken = Spoken(who, sentence, word, word.start, genders, False)
            self._spoken[sentence.number].append(spoken)

    def _named(self, name: NamedMention) -> Spoken:
        who, word = self.context.who(name.draft), self._phrase(name)
        genders = self._natural(who) if who.kind == "person" else genders_of(who, name, word)
        plural = _plural(name, word)
        self._genders[id(who)] = genders
        start = min(name.draft.start, word.start)
        return Spoken(who, name.sentence, word, start, genders, plural)

    def _natural(self, who: Referent) -> frozenset[str]:
        gender = self._persons.get(id(who), "")
        return frozenset({gender} if gender else ())

    def _phrase(self, name: NamedMention) -> Word:
        """The word that heads the phrase with a name: its title, or the noun before it."""
        word = name.head
        head = name.sentence.head(word)
        while head is not None and head.number < name.first and _introduces(name, word, head):
            between = name.sentence.words[head.number + 1 : word.number]
            if any(one.text in _PARTING for one in between):
                break
            word, head = head, name.sentence.head(head)
        return word


def _introduces(name: NamedMention, word: Word, head: Word) -> bool:
    if head.pos not in ("NOUN", "PROPN"):
        return False
    if word.rel in _NAMING:
        return True
    bare = word.rel == "nmod" and not name.sentence.preposition(word)
    return bare and word.case != "Gen" and name.draft.kind in ("person", "organisation")


def _adjective(draft: Draft) -> bool:
    """Whether a name is an adjective, or the state in the name of a body."""
    return draft.kind == "group" and (draft.fact is None or draft.fact.form != "people")


def _plural(name: NamedMention, word: Word) -> bool:
    if name.draft.kind == "person":
        return False
    return word.feats.get("Number") == "Plur"


def clause_of(sentence: ParsedSentence, word: Word) -> int:
    """The number of the verb whose clause a word is in; an infinitive is in that of its verb."""
    verbs = (one for one in sentence.above(word) if one.pos in ("VERB", "AUX"))
    return next((one.number for one in verbs if not _bound(one)), -1)


def _bound(word: Word) -> bool:
    return word.feats.get("VerbForm") == "Inf" and word.rel in ("xcomp", "acl", "csubj")


def once(spoken: Iterable[Spoken]) -> Iterator[Spoken]:
    """Each actor where it was spoken of last."""
    seen: set[int] = set()
    for one in spoken:
        if id(one.who) not in seen:
            seen.add(id(one.who))
            yield one


def apart(sentence: ParsedSentence, word: Word, one: Spoken) -> bool:
    """Whether a word and somebody may be one: not both of one verb, nor *его* of a subject."""
    if one.sentence is not sentence:
        return True
    if _possessive(sentence, word):
        return not (one.subject and clause_of(sentence, word) == clause_of(sentence, one.word))
    if governor(sentence, word) == governor(sentence, one.word):
        return False
    same = clause_of(sentence, word) == clause_of(sentence, one.word)
    return not (same and (one.subject or word.rel == "nsubj"))


def _possessive(sentence: ParsedSentence, word: Word) -> bool:
    """Whether *его* says whose the noun behind it is, whatever the parser takes it for."""
    if word.rel in ("det", "nmod") or word.pos == "DET":
        return True
    after = sentence.words[word.number + 1 : word.number + 2]
    own = word.text.casefold().replace("ё", "е") in ("его", "ее", "их")
    return own and any(one.pos in ("NOUN", "ADJ") and one.case == "Nom" for one in after)


def fitting(
    discourse: Discourse, sentence: ParsedSentence, word: Word, back: int, each: bool = False
) -> list[Spoken]:
    """Those spoken of before a word whom it may mean, the last first.

    Args:
        discourse: who was spoken of
        sentence: that of the word
        word: a noun or a pronoun
        back: how many sentences back they may lie
        each: every mention of them, not only their last
    """
    before = list(discourse.before(sentence, word, back))
    barred = {id(one.who) for one in before if not apart(sentence, word, one)}
    return [one for one in (before if each else once(before)) if id(one.who) not in barred]


def governor(sentence: ParsedSentence, word: Word) -> int:
    """The number of what a word depends on, passing over what it is joined to."""
    head = sentence.head(word)
    while head is not None and word.rel == "conj":
        word, head = head, sentence.head(head)
    return head.number if head is not None else -1
