"""Words that state types of the user's own (``actors build --ontology``), as frames.

The frames go before those of our tables: a word that the user gives a meaning has it.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from actors.languages.en.relations.lexicon import Frame
from actors.languages.en.relations.multiword import PREPOSITIONS, said_with
from actors.ontology import Type, in_use, ontology

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["own_acts", "own_nouns", "own_verbs"]

_Entries = Mapping[str, Sequence[tuple[tuple[str, ...], Frame]]]
"""Head of a phrase -> its other words, and what they state."""
_HOLDERS = ("of", "to", "for", "with")
"""What stands between a noun for somebody and whose that is."""
_AIMS = ("in", "on", "to", "into", "with", "against", "for", "over", "between", "from", "of")
"""What stands between a noun for an act and whom that is done to; of what two do, "of" is both."""


def own_verbs(verb: Token) -> Iterator[tuple[list[Token], Frame]]:
    """What a verb states: the other words of the phrase, and the frame."""
    return _said(verb, _verbs(in_use()))


def own_nouns(noun: Token) -> Iterator[Frame]:
    """What a noun says of whom it describes: "a mentor of B"."""
    return (frame for _, frame in _said(noun, _nouns(in_use())))


def own_acts(noun: Token) -> Iterator[Frame]:
    """What a noun says of an act: "A's takeover of B"."""
    return (frame for _, frame in _said(noun, _acts(in_use())))


def _said(word: Token, entries: _Entries) -> Iterator[tuple[list[Token], Frame]]:
    """The frames of the phrases that stand there, the longest first."""
    for form in dict.fromkeys((word.lemma_.lower(), word.lower_)) if entries else ():
        for others, frame in entries.get(form, ()):
            words = said_with(word, others)
            if words is not None:
                yield words, frame


@functools.lru_cache(maxsize=8)
def _verbs(own: str) -> _Entries:
    return _indexed(
        (verb, tuple(others), _verb_frame(type_, others))
        for type_ in _own(own)
        for verb, *others in map(str.split, type_.verbs)
    )


def _verb_frame(type_: Type, others: Sequence[str]) -> Frame:
    """The target is the object, or stands after the preposition at the end of the phrase."""
    last = others[-1:] if others and others[-1] in PREPOSITIONS else []
    slots = [*last, "obj", *(("with", "set") if type_.symmetric else ())]
    return _frame(type_, slots)


@functools.lru_cache(maxsize=8)
def _nouns(own: str) -> _Entries:
    return _indexed(
        (noun, tuple(others), _frame(type_, _HOLDERS))
        for type_ in _own(own)
        for *others, noun in map(str.split, type_.nouns)
    )


@functools.lru_cache(maxsize=8)
def _acts(own: str) -> _Entries:
    return _indexed(
        (noun, tuple(others), _frame(type_, _AIMS[:-1] if type_.symmetric else _AIMS))
        for type_ in _own(own)
        for *others, noun in map(str.split, type_.acts)
    )


def _own(own: str) -> list[Type]:
    return [type_ for type_ in ontology(own).values() if type_.own]


def _frame(type_: Type, slots: Sequence[str]) -> Frame:
    """A frame; who has something done to what is his is a target of acts, not of ties."""
    return Frame(type_.name, tuple(slots), type_.symmetric, deep=not type_.structural)


def _indexed(entries: Iterator[tuple[str, tuple[str, ...], Frame]]) -> _Entries:
    found: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
    for head, others, frame in entries:
        found.setdefault(head, []).append((others, frame))
    return {head: sorted(some, key=lambda one: -len(one[0])) for head, some in found.items()}
