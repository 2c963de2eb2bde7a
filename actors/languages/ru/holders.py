"""Who holds a title: the name behind it, before a comma, or said to be so."""

from __future__ import annotations

from collections.abc import Iterator

from actors.languages.ru.context import Context
from actors.languages.ru.lemmas import possible_cases
from actors.languages.ru.mentions import NamedMention
from actors.languages.ru.parsing import ParsedSentence, Word
from actors.languages.ru.roles import role_of

__all__ = ["find_holders"]

_BEFORE = frozenset(",(—–")
_FARTHEST = 16
"""Words between a title and the name that it belongs to."""


def find_holders(context: Context) -> None:
    """Find who holds the titles that stand before a name: *министр обороны Чада Мусса*."""
    for name in context.names:
        if name.draft.kind != "person":
            continue
        for word in _titles_before(context, name):
            context.holders.setdefault((name.sentence.number, word.number), name)
    _find_described(context)


def _titles_before(context: Context, name: NamedMention) -> Iterator[Word]:
    """The title of a name: the leftmost noun of office in the phrase before it, in its case."""
    sentence, found = name.sentence, []
    for number in range(name.first - 1, max(-1, name.first - 1 - _FARTHEST), -1):
        word = sentence.words[number]
        if word.pos in ("VERB", "AUX", "CCONJ", "SCONJ", "PRON", "ADV") or _ends(word, name):
            break
        other = context.name_of(sentence, word)
        if other is not None and other.draft.kind == "person" and not _owns(other, name):
            break
        whose = _owns(name, None) and word.case not in ("Gen", "")
        if role_of(word) and _agree(word, name) and not whose:
            found.append(word)
        if word.pos == "ADP" and word.text.casefold() not in _WITHIN_TITLE:
            break
    yield from found[-1:]


def _owns(other: NamedMention, name: NamedMention | None) -> bool:
    """Whether a person is part of another's title: *адвокат Карпина Дмитрий Левашов*."""
    cases = {one.case for one in name.words if one.case} if name else set()
    return other.head.case == "Gen" and other.head.rel == "nmod" and "Gen" not in cases


_WITHIN_TITLE = frozenset({"по", "в", "во", "при", "на", "от"})


def _ends(word: Word, name: NamedMention) -> bool:
    return word.pos == "PUNCT" and word.text not in '«»“”"-()' and word.number < name.first


def _agree(word: Word, name: NamedMention) -> bool:
    """Whether a title may be in the case of a name; names that don't change may be in any."""
    cases = {one.case for one in name.words if one.case}
    every = [possible_cases(one.text) for one in name.words if len(one.text) > 2]
    possible = frozenset.intersection(*map(frozenset, every)) if every else frozenset()
    same = {"Acc"} if "Gen" in cases | possible else set()
    return not cases or not word.case or word.case in cases | possible | same


def _find_described(context: Context) -> None:
    """Who is described behind the name: *Мусса Факи, глава МИД Чада,* and *Факи — посол*."""
    for sentence in context.sentences:
        for word in sentence.words:
            if role_of(word) is None or (sentence.number, word.number) in context.holders:
                continue
            name = _before_comma(context, sentence, word) or _subject(context, sentence, word)
            if name is not None:
                context.holders[sentence.number, word.number] = name


def _before_comma(context: Context, sentence: ParsedSentence, word: Word) -> NamedMention | None:
    """The person whose name stands right before the comma, bracket or dash before a title."""
    first = min([word, *sentence.of(word, "amod", "det")], key=lambda one: one.number)
    if first.number < 2 or sentence.words[first.number - 1].text not in _BEFORE:
        return None
    name = context.name_of(sentence, sentence.words[first.number - 2])
    fits = name is not None and name.draft.kind == "person" and _agree(word, name)
    return name if fits else None


def _subject(context: Context, sentence: ParsedSentence, word: Word) -> NamedMention | None:
    """The person who is said to be what a noun says: *Отто Шмидт — посол Германии*."""
    if word.case not in ("Nom", "") or word.rel not in ("root", "conj", "parataxis"):
        return None
    for subject in sentence.of(word, "nsubj"):
        name = context.name_of(sentence, subject)
        if name is not None and name.draft.kind == "person":
            return name
    return None
