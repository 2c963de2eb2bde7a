"""Acts that a verb and its object say together, and judgements.

*закрыть границу с Чадом* is a sanction, though neither word is; *назвать решение ошибкой* blames.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from actors.languages.drafts import Draft
from actors.languages.ru.arguments import Frame, agents, fits, frames, genitive, targets
from actors.languages.ru.clauses import is_passive
from actors.languages.ru.context import Context
from actors.languages.ru.names import word_set
from actors.languages.ru.parsing import ParsedSentence, Word
from actors.languages.ru.statement import ParsedClaim
from actors.languages.ru.who import table
from actors.ontology import ontology

__all__ = ["has_phrase", "is_judgement", "read_judgements", "read_phrases"]

_ACCUSATIVE = Frame("", "Acc")
_GENITIVE = Frame("", "Gen")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a verb and its object state, and where the target stands; the source, if no subject."""

    type: str
    targets: tuple[Frame, ...]
    sources: tuple[Frame, ...]


@cache
def _phrases() -> Mapping[tuple[str, str], list[Phrase]]:
    found: dict[tuple[str, str], list[Phrase]] = {}
    for row in table("phrases"):
        key = row["word"], row["object"].replace("ё", "е")
        phrase = Phrase(row["type"], frames(row["targets"]), frames(row["sources"]))
        found.setdefault(key, []).append(phrase)
    return found


def read_phrases(context: Context) -> Iterator[ParsedClaim]:
    """What verbs with the objects of ``lexicon/phrases.tsv`` state."""
    for sentence in context.sentences:
        for noun in sentence.words:
            verb = sentence.head(noun)
            if verb is None or noun.pos != "NOUN" or verb.pos != "VERB":
                continue
            key = verb.lemma.replace("ё", "е"), noun.lemma.replace("ё", "е")
            for phrase in _phrases().get(key, ()):
                yield from _stated(context, sentence, verb, noun, phrase)


def _stated(
    context: Context, sentence: ParsedSentence, verb: Word, noun: Word, phrase: Phrase
) -> Iterator[ParsedClaim]:
    prepositional = tuple(frame for frame in phrase.targets if frame != _GENITIVE)
    objects = targets(context, sentence, noun, prepositional)
    objects += targets(context, sentence, verb, prepositional)
    if _GENITIVE in phrase.targets:
        objects += genitive(context, sentence, noun)
    if not objects:
        around = (*sentence.of(verb, "obl", "nmod"), *sentence.of(noun, "nmod"))
        others = [one for one in around if one is not noun and sentence.preposition(one)]
        fitting = [one for one in others if any(fits(sentence, one, f) for f in prepositional)]
        objects = [draft for one in fitting for draft in genitive(context, sentence, one)]
    for source in _sources(context, sentence, verb, noun, phrase)[:4]:
        for target in dict.fromkeys(objects):
            yield from _fitting(context, sentence, verb, phrase.type, source, target)


def _sources(
    context: Context, sentence: ParsedSentence, verb: Word, noun: Word, phrase: Phrase
) -> list[Draft]:
    """Who does it: the subject; else where the phrase has it; else whose the noun is.

    *посол Чада вызван в МИД Нигера*, *послы Чада отозваны из Нигера*.
    """
    found = agents(context, sentence, verb) or targets(context, sentence, verb, phrase.sources)
    if not found and is_passive(verb) and _GENITIVE not in phrase.targets:
        return genitive(context, sentence, noun)
    return found


def _fitting(
    context: Context,
    sentence: ParsedSentence,
    verb: Word,
    type: str,
    source: Draft,
    target: Draft,
) -> Iterator[ParsedClaim]:
    left, right = context.who(source), context.who(target)
    if left is not right and ontology()[type].takes(left.kind, right.kind):
        yield ParsedClaim(source, type, target, sentence, verb, 0.75)


def has_phrase(sentence: ParsedSentence, verb: Word) -> bool:
    """Whether the object of a verb says with it what neither says alone: *отозвать посла*."""
    base = verb.lemma.replace("ё", "е")
    objects = sentence.of(verb, "obj", "nsubj:pass")
    return any((base, one.lemma.replace("ё", "е")) in _phrases() for one in objects)


def is_judgement(sentence: ParsedSentence, verb: Word) -> bool:
    """Whether a verb says what somebody is taken for: *признали виновным*."""
    return verb.lemma in word_set("judging") and bool(_judged(sentence, verb))


def _judged(sentence: ParsedSentence, verb: Word) -> str:
    """``accuse`` or ``support``, by the words that something is called; empty for neither."""
    for child in sentence.of(verb, "obl", "xcomp", "iobj", "obj", "advcl", "nmod", "amod"):
        if child.case != "Ins" or sentence.preposition(child):
            continue
        said = {one.lemma.replace("ё", "е") for one in (child, *sentence.of(child, "amod"))}
        if said & word_set("blame"):
            return "accuse"
        if said & word_set("praise"):
            return "support"
    return ""


def read_judgements(context: Context) -> Iterator[ParsedClaim]:
    """Who blames or praises whom by calling him, or what he does, something."""
    for sentence in context.sentences:
        for verb in sentence.words:
            if verb.pos != "VERB" or verb.lemma not in word_set("judging"):
                continue
            type = _judged(sentence, verb)
            if not type:
                continue
            for source in agents(context, sentence, verb)[:2]:
                for target in targets(context, sentence, verb, (_ACCUSATIVE,))[:2]:
                    yield from _fitting(context, sentence, verb, type, source, target)
