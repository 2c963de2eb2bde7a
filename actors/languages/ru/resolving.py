"""Walks through a document and makes mentions of pronouns and nouns for who was spoken of."""

from __future__ import annotations

from collections.abc import Iterator

from actors.languages.ru.callings import Calling, called, note_title
from actors.languages.ru.context import Context
from actors.languages.ru.describing import resolve_body, resolve_other, resolve_state
from actors.languages.ru.discourse import Discourse
from actors.languages.ru.parsing import ParsedSentence, Word
from actors.languages.ru.people_described import resolve_person
from actors.languages.ru.pronouns import resolve_pronoun, resolve_relatives
from actors.languages.ru.sorts import headed, noun_of
from actors.languages.ru.together import resolve_both
from actors.languages.ru.unnamed import nouns

__all__ = ["resolve_mentions"]

_OFFICES = frozenset({"state_head", "government_head", "mayor", "governor"})
_NOUNS = ("NOUN", "PROPN", "ADJ", "VERB")
"""The first word of a sentence may be taken for a name, a participle for a verb."""


def resolve_mentions(context: Context) -> None:
    """Say whom the pronouns and the lone nouns of a document mean, in the order of the text.

    What one of them means is known to those behind it.
    """
    discourse, callings = Discourse(context), called(context)
    for sentence in context.sentences:
        for word in _heads_last(sentence):
            if (sentence.number, word.number) in context.holders:
                note_title(context, callings, sentence, word)
            elif context.name_of(sentence, word) is None:
                _resolve(discourse, callings, sentence, word)
    resolve_relatives(discourse)


def _heads_last(sentence: ParsedSentence) -> Iterator[Word]:
    """The words of a sentence in order, but what says whose a noun is before the noun."""
    done: set[int] = set()
    for word in sentence.words:
        yield from _with_inner(sentence, word, done)


def _with_inner(sentence: ParsedSentence, word: Word, done: set[int]) -> Iterator[Word]:
    if word.number in done:
        return
    done.add(word.number)
    for child in sentence.of(word, "nmod", "det"):
        yield from _with_inner(sentence, child, done)
    yield word


def _resolve(
    discourse: Discourse, callings: dict[int, Calling], sentence: ParsedSentence, word: Word
) -> None:
    if word.pos in ("PRON", "DET"):
        resolve_pronoun(discourse, sentence, word)
        return
    if word.pos not in _NOUNS or _of_office(sentence, word):
        return
    found = (
        resolve_other(discourse, callings, sentence, word)
        or resolve_both(discourse, callings, sentence, word)
        or resolve_state(discourse, sentence, word)
        or resolve_body(discourse, callings, sentence, word)
        or resolve_person(discourse, callings, sentence, word)
    )
    if not found and noun_of(word) in nouns() and word.pos in ("NOUN", "PROPN"):
        _note_nameless(discourse, sentence, word)


def _of_office(sentence: ParsedSentence, word: Word) -> bool:
    """Whether a noun is part of an office: *государства* of *глава государства* is no state."""
    head = sentence.head(word)
    office = headed().get(noun_of(word), frozenset()) & _OFFICES
    return bool(office) and head is not None and noun_of(head) == "глава" and word.rel == "nmod"


def _note_nameless(discourse: Discourse, sentence: ParsedSentence, word: Word) -> None:
    """Let pronouns mean *полиция* and *рабочие*, too."""
    found = discourse.context.actors(sentence, word)
    if len(found) == 1:
        discourse.add(sentence, word, discourse.context.who(found[0]))
