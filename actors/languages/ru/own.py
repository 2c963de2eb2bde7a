"""Types of ties of the user's own, by the words of their file: base forms, in Russian.

A verb takes its target in any case, or behind the preposition that its phrase ends in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from actors.languages.drafts import Draft
from actors.languages.ru.arguments import Frame, agents, genitive, owners, patients, targets
from actors.languages.ru.clauses import is_passive
from actors.languages.ru.context import Context
from actors.languages.ru.lemmas import base_keys, is_preposition
from actors.languages.ru.parsing import ParsedSentence, Word
from actors.languages.ru.statement import ParsedClaim
from actors.languages.ru.titles import bound_to, holders_of
from actors.ontology import Type, in_use, ontology

__all__ = ["read_own"]

_BARE = tuple(Frame("", case) for case in ("Acc", "Dat", "Ins", "Gen"))
_CASES = ("Acc", "Gen", "Dat", "Ins", "Loc")
OwnPhrase = tuple[tuple[str, ...], Type, str]
"""The words of a phrase, its type, and of which of the user's lists it is."""


@lru_cache(maxsize=8)
def _entries(own: str) -> dict[str, list[OwnPhrase]]:
    """The phrases of the user's types, by the word that a sentence has to have."""
    found: dict[str, list[OwnPhrase]] = {}
    for type in ontology(own).values():
        for field, phrases in (("verbs", type.verbs), ("nouns", type.nouns), ("acts", type.acts)):
            for phrase in phrases:
                words = tuple(phrase.replace("ё", "е").split())
                found.setdefault(words[0], []).append((words, type, field))
    return found


def read_own(context: Context) -> Iterator[ParsedClaim]:
    """What the words of the user's own types state."""
    known = _entries(in_use()) if in_use() else {}
    if not known:
        return
    for sentence in context.sentences:
        for word in sentence.words:
            for words, type, field in known.get(word.lemma.replace("ё", "е"), ()):
                pairs = _PAIRS[field](context, sentence, word, words[1:])
                yield from _stated(context, sentence, word, type, pairs)


def _stated(
    context: Context,
    sentence: ParsedSentence,
    word: Word,
    type: Type,
    pairs: Iterator[tuple[Draft, Draft]],
) -> Iterator[ParsedClaim]:
    for source, target in pairs:
        left, right = context.who(source), context.who(target)
        if left is not right and type.takes(left.kind, right.kind):
            yield ParsedClaim(source, type.name, target, sentence, word, 0.8)


def _of_verb(
    context: Context, sentence: ParsedSentence, verb: Word, others: Sequence[str]
) -> Iterator[tuple[Draft, Draft]]:
    preposition = others[-1] if others and is_preposition(others[-1]) else ""
    nouns = [each for each in others if not is_preposition(each)]
    anchors = _anchors(sentence, verb, nouns)
    if not anchors or verb.pos not in ("VERB", "ADJ"):
        return
    sources = agents(context, sentence, verb)
    if is_passive(verb) and not preposition:
        found = patients(context, sentence, verb)
    else:
        found = _objects(context, sentence, anchors, preposition)
    yield from ((source, target) for source in sources[:4] for target in found[:8])


def _anchors(sentence: ParsedSentence, verb: Word, nouns: Sequence[str]) -> list[Word]:
    """The verb, and the nouns of its phrase below it; none if one is not there."""
    found = [verb]
    for noun in nouns:
        below = [one for anchor in found for one in sentence.of(anchor)]
        fits = [one for one in below if not set(base_keys(one.text)).isdisjoint(base_keys(noun))]
        if not fits:
            return []
        found.append(fits[0])
    return found


def _objects(
    context: Context, sentence: ParsedSentence, anchors: Sequence[Word], preposition: str
) -> list[Draft]:
    told = tuple(Frame(preposition, case) for case in _CASES) if preposition else ()
    for anchor in reversed(anchors):
        for frame in told or _BARE:
            found = targets(context, sentence, anchor, (frame,))
            if found:
                return found
    return owners(context, sentence, anchors[0], told or _BARE[:1])


def _of_noun(
    context: Context, sentence: ParsedSentence, noun: Word, _: Sequence[str]
) -> Iterator[tuple[Draft, Draft]]:
    """Who is called so, and whose: *наставник Петрова*."""
    for holder in holders_of(context, sentence, noun):
        yield from ((holder, target) for target in bound_to(context, sentence, noun, holder))


def _of_act(
    context: Context, sentence: ParsedSentence, noun: Word, _: Sequence[str]
) -> Iterator[tuple[Draft, Draft]]:
    """*инвестиции Чада в Нигер*, *обучение солдат Нигера Чадом*."""
    done_by = targets(context, sentence, noun, (Frame("", "Ins"),))
    whose = genitive(context, sentence, noun)
    behind = [
        draft
        for child in sentence.of(noun, "nmod", "obl")
        if sentence.preposition(child)
        for draft in context.actors(sentence, child)
    ]
    sources, found = (done_by, whose) if done_by else (whose, behind)
    yield from ((source, target) for source in sources[:4] for target in found[:8])


_PAIRS = {"verbs": _of_verb, "nouns": _of_noun, "acts": _of_act}
