"""Acts of one actor towards another, by the verbs and nouns of ``lexicon/``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from actors.languages.drafts import Draft
from actors.languages.ru.arguments import (
    Frame,
    agents,
    all_pairs,
    between,
    fits,
    frames,
    genitive,
    owners,
    patients,
    targets,
)
from actors.languages.ru.clauses import is_passive
from actors.languages.ru.context import Context
from actors.languages.ru.names import word_set
from actors.languages.ru.parsing import ParsedSentence, Word
from actors.languages.ru.phrases import has_phrase, is_judgement
from actors.languages.ru.statement import ParsedClaim
from actors.languages.ru.status import status
from actors.languages.ru.who import table
from actors.ontology import ontology

__all__ = ["read_events"]

_AT = ("при", "по")
_ACCUSATIVE = Frame("", "Acc")
_GENITIVE = Frame("", "Gen")
_INSTRUMENTAL = Frame("", "Ins")
_OF_ACTS = frozenset({"accuse", "support", "reject"})
"""What may be said of somebody's act, and so of who does it."""
_FROM = (Frame("от", "Gen"), Frame("у", "Gen"))


@cache
def _verbs() -> Mapping[str, list[tuple[str, tuple[Frame, ...]]]]:
    return _words("verbs")


@cache
def _nouns() -> Mapping[str, list[tuple[str, tuple[Frame, ...]]]]:
    return _words("nouns")


@cache
def _light_verbs() -> frozenset[str]:
    return frozenset(row["word"] for row in table("light_verbs"))


def _words(name: str) -> Mapping[str, list[tuple[str, tuple[Frame, ...]]]]:
    found: dict[str, list[tuple[str, tuple[Frame, ...]]]] = {}
    for row in table(name):
        found.setdefault(row["word"], []).append((row["type"], frames(row["targets"])))
    return found


def read_events(context: Context) -> Iterator[ParsedClaim]:
    """Everything that verbs and nouns state between actors of the document."""
    for sentence in context.sentences:
        for word in sentence.words:
            base = word.lemma.replace("ё", "е")
            if word.pos in ("VERB", "ADJ"):
                for type, allowed in _verbs().get(base, ()):
                    yield from _verb(context, sentence, word, type, allowed)
            elif word.pos == "NOUN":
                for type, allowed in _nouns().get(base, ()):
                    yield from _noun(context, sentence, word, type, allowed)


def _verb(
    context: Context, sentence: ParsedSentence, verb: Word, type: str, allowed: tuple[Frame, ...]
) -> Iterator[ParsedClaim]:
    if is_judgement(sentence, verb) or _refused(sentence, verb):
        return
    sources = agents(context, sentence, verb)
    if has_phrase(sentence, verb):
        allowed = tuple(one for one in allowed if one.preposition)
    objects = targets(context, sentence, verb, allowed)
    if is_passive(verb) and _ACCUSATIVE in [Frame(one.preposition, one.case) for one in allowed]:
        objects = patients(context, sentence, verb)
    if not objects and type in _OF_ACTS:
        objects = owners(context, sentence, verb, allowed)
    if not objects:
        objects = _with_governor(context, sentence, verb, allowed)
    sources = sources or _out_of(context, sentence, verb)
    if not objects and ontology().get(_plain(type)) and _together(type, sources):
        if status(sentence, verb)[0]:
            return
        yield from _statements(context, sentence, verb, type, all_pairs(sources), 0.75)
        return
    pairs = ((source, target) for source in sources[:4] for target in objects[:8])
    yield from _statements(context, sentence, verb, type, pairs, 0.8)


def _out_of(context: Context, sentence: ParsedSentence, verb: Word) -> list[Draft]:
    """The state that somebody is driven out of, where nobody else is said to do it."""
    if verb.lemma.replace("ё", "е") not in word_set("driven_out"):
        return []
    return targets(context, sentence, verb, (Frame("из", "Gen", "country"),))


def _with_governor(
    context: Context, sentence: ParsedSentence, verb: Word, allowed: tuple[Frame, ...]
) -> list[Draft]:
    """What the parser ties to the verb above an infinitive: *у которых Чад намерен просить*."""
    head = sentence.head(verb)
    if head is None or verb.rel != "xcomp" or verb.feats.get("VerbForm") != "Inf":
        return []
    prepositional = tuple(frame for frame in allowed if frame.preposition)
    return targets(context, sentence, head, prepositional)


def _refused(sentence: ParsedSentence, verb: Word) -> bool:
    """Whether somebody refuses to do it: the refusal itself is read, of the same two."""
    head = sentence.head(verb)
    bound = verb.rel in ("xcomp", "acl") and verb.feats.get("VerbForm") == "Inf"
    return head is not None and bound and head.lemma.startswith("отказ")


def _plain(type: str) -> str:
    return "owns" if type == "owned_by" else type


def _together(type: str, sources: list[Draft]) -> bool:
    """Whether several do to each other what a symmetric type says: *Чад и Нигер договорились*."""
    return type in ("consult", "agree") and len(sources) > 1


def _statements(
    context: Context,
    sentence: ParsedSentence,
    word: Word,
    type: str,
    pairs: Iterator[tuple[Draft, Draft]],
    confidence: float,
) -> Iterator[ParsedClaim]:
    """Statements of pairs of two different actors whose kinds the type allows."""
    for source, target in pairs:
        if type == "owned_by":
            source, target = target, source
        left, right = context.who(source), context.who(target)
        allowed = ontology()[_plain(type)].takes(left.kind, right.kind)
        travel = type == "consult" and right.kind == "place"
        if left is not right and allowed and not travel:
            yield ParsedClaim(source, _plain(type), target, sentence, word, confidence)


def _noun(
    context: Context, sentence: ParsedSentence, noun: Word, type: str, allowed: tuple[Frame, ...]
) -> Iterator[ParsedClaim]:
    yield from _statements(context, sentence, noun, type, between(context, sentence, noun), 0.75)
    if sentence.preposition(noun) in _AT and noun.lemma in word_set("at_whose"):
        pairs = _mediator(context, sentence, noun)
        yield from _statements(context, sentence, noun, type, pairs, 0.7)
        return
    for participle in _light_participles(sentence, noun):
        sources = targets(context, sentence, participle, (_INSTRUMENTAL,))
        objects = targets(context, sentence, participle, allowed)
        objects = objects or targets(context, sentence, noun, allowed)
        pairs = ((source, target) for source in sources[:4] for target in objects[:8])
        yield from _statements(context, sentence, noun, type, pairs, 0.75)
    verb = _light_verb(sentence, noun)
    objects = _objects(context, sentence, noun, verb, allowed)
    sources = _sources(context, sentence, noun, verb, allowed)
    if not objects and _together(type, sources):
        yield from _statements(context, sentence, noun, type, all_pairs(sources), 0.7)
        return
    pairs = ((source, target) for source in sources[:4] for target in objects[:8])
    yield from _statements(context, sentence, noun, type, pairs, 0.75)


def _light_participles(sentence: ParsedSentence, noun: Word) -> list[Word]:
    """Participles that say by whom a noun is done: *санкции, введённые Чадом*."""
    return [
        one
        for one in sentence.of(noun, "acl", "amod")
        if is_passive(one) and one.lemma.replace("ё", "е") in _light_verbs()
    ]


def _light_verb(sentence: ParsedSentence, noun: Word) -> Word | None:
    """The verb that only says that the noun is done: *провести переговоры*, *нанести удар*."""
    head = sentence.head(noun)
    if head is None or head.pos not in ("VERB", "ADJ"):
        return None
    close = noun.rel in ("obj", "obl", "nsubj", "nsubj:pass", "xcomp", "iobj")
    return head if close and head.lemma.replace("ё", "е") in _light_verbs() else None


def _objects(
    context: Context,
    sentence: ParsedSentence,
    noun: Word,
    verb: Word | None,
    allowed: tuple[Frame, ...],
) -> list[Draft]:
    found = targets(context, sentence, noun, allowed)
    if not found and verb is not None:
        others = tuple(frame for frame in allowed if frame.preposition or frame.case == "Dat")
        mine = [one for one in sentence.of(verb, "obl", "iobj", "nmod") if one is not noun]
        found = [
            draft for one in mine if any(fits(sentence, one, frame) for frame in others)
            for draft in context.actors(sentence, one)
        ]  # fmt: skip
    return found


def _mediator(
    context: Context, sentence: ParsedSentence, noun: Word
) -> Iterator[tuple[Draft, Draft]]:
    """*при посредничестве Чада*, *по просьбе Чада*: towards the subject, or those *между* whom."""
    verb = next((one for one in sentence.above(noun) if one.pos == "VERB"), None)
    if verb is None:
        return
    others = agents(context, sentence, verb)
    for one in sentence.of(verb, "nsubj", "obj", "obl"):
        others += [each for pair in between(context, sentence, one) for each in pair]
    for source in genitive(context, sentence, noun):
        yield from ((source, other) for other in dict.fromkeys(others))


def _sources(
    context: Context,
    sentence: ParsedSentence,
    noun: Word,
    verb: Word | None,
    allowed: tuple[Frame, ...],
) -> list[Draft]:
    """Whose act a noun is: the subject of its light verb, else its genitive or adjective."""
    if verb is not None and noun.rel not in ("nsubj", "nsubj:pass"):
        received = verb.lemma in ("получить", "добиться")
        found = (
            targets(context, sentence, verb, _FROM) if received else agents(context, sentence, verb)
        )
        if found:
            return found
    if _GENITIVE in [Frame(one.preposition, one.case) for one in allowed]:
        by = [
            one
            for one in sentence.of(noun, "nmod")
            if one.case == "Ins" and not sentence.preposition(one)
        ]
        return [draft for one in by for draft in context.actors(sentence, one)]
    return genitive(context, sentence, noun)
