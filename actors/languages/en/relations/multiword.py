"""Entries of several words: "set free", "make peace with", "point finger at"."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from actors.languages.en.relations.lexicon import Frame, verb_frames

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["PREPOSITIONS", "held_by", "idiomatic", "idioms", "said_with", "two_words"]

PREPOSITIONS = frozenset(
    {
        *("about", "across", "after", "against", "along", "among", "around", "as", "at", "away"),
        *("back", "before", "behind", "between", "beyond", "by", "down", "for", "from", "in"),
        *("into", "of", "off", "on", "onto", "out", "over", "through", "to", "toward", "towards"),
        *("under", "up", "upon", "with", "without"),
    }
)
"""Prepositions and particles: what stands after a verb and is neither noun nor adjective."""
_OUTSIDE = frozenset({"nsubj", "nsubjpass", "csubj", "aux", "auxpass", "neg", "conj", "relcl"})
"""What hangs on a verb and is no part of its phrase."""
_FURTHER = frozenset({"to", "into", "through", "ahead", "forward", "for", "with", "by"})
"""What takes a verb further than the idiom."""


def said_with(head: Token, others: Sequence[str]) -> list[Token] | None:
    """The words of a phrase that stand with its head, none if one of them is missing.

    A word hangs on the head, or on another of the phrase ("take somebody under one's wing").
    """
    found: list[Token] = []
    for word in others:
        near = (child for token in (head, *found) for child in _beside(token))
        fits = (
            child
            for child in near
            if word in (child.lemma_.lower(), child.lower_)
            and child.dep_ not in _OUTSIDE
            and not _goes_on(child)
        )
        token = next(fits, None)
        if token is None:
            return None
        found.append(token)
    return found


def _beside(token: Token) -> Iterator[Token]:
    """What hangs on a word, and an adjective right behind it ("set free Luis Mora")."""
    yield from token.children
    if token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "ADJ":
        yield token.nbor(1)


def _goes_on(word: Token) -> bool:
    """ "Let them go to Lima", "let it go ahead": a verb with words of its own is no idiom."""
    return word.pos_ == "VERB" and any(
        child.lower_ in _FURTHER or child.dep_ in ("dobj", "xcomp") for child in word.children
    )


def idiomatic(entry: str) -> bool:
    """Whether an entry of the verbs is more than a verb with its particle or preposition.

    >>> idiomatic("make_peace"), idiomatic("carry_out"), idiomatic("attack")
    (True, False, False)
    """
    return not PREPOSITIONS.issuperset(entry.split("_")[1:])


def idioms(verb: Token) -> Iterator[tuple[list[Token], tuple[Frame, ...]]]:
    """The idioms of a verb that its clause has: the other words, and what they state."""
    for others, frames in _idioms().get(verb.lemma_.lower(), ()):
        words = said_with(verb, others)
        if words is not None:
            yield words, frames


def two_words(confidence: float) -> float:
    """How sure it is that a verb and its noun mean what the one of them alone is read as.

    >>> two_words(0.6), two_words(0.85)
    (0.65, 0.85)
    """
    return min(round(confidence + 0.05, 3), 0.85)


def held_by(idiom: Iterable[Token]) -> list[Token]:
    """The object of an idiom where the parser hung it on the idiom's other word.

    "Let the sailors *go*", "set *free* the sailors", "held Luis Mora *hostage*".
    """
    for word in idiom:
        held = [child for child in word.children if child.dep_ in ("dobj", "obj", "nsubj")]
        named = [c for c in word.children if c.dep_ == "compound" and c.pos_ == "PROPN"]
        if held or named:
            return held or named[-1:]
    return []


@functools.cache
def _idioms() -> Mapping[str, tuple[tuple[tuple[str, ...], tuple[Frame, ...]], ...]]:
    """Verb -> the other words of its idioms, with what these state; the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[Frame, ...]]]] = {}
    for entry, frames in verb_frames().items():
        verb, *others = entry.split("_")
        if idiomatic(entry):
            surer = tuple(replace(one, confidence=two_words(one.confidence)) for one in frames)
            found.setdefault(verb, []).append((tuple(others), surer))
    return {verb: tuple(sorted(some, key=lambda one: -len(one[0]))) for verb, some in found.items()}
