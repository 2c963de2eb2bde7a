"""Who does what a verb says, and to whom, by the order of words: no parser is asked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from actors.languages.plain import PlainName
from actors.languages.plain_phrases import NamePhrase, PlainSentence

__all__ = ["actors_of", "is_passive", "objects", "owners", "prepositional", "subjects"]

_NEAR = 3
"""Words between a verb and the phrase that is its object."""
_FAR = 9
"""Words between a verb and a phrase with a preposition."""


def actors_of(sentence: PlainSentence, phrase: NamePhrase) -> PlainName | None:
    """The name of a phrase, where the phrase stands for it: *l'armée malienne* for Mali."""
    known = sentence.tables.words("stands_for") | sentence.tables.roles.keys()
    if phrase.name.draft.kind == "organisation":
        known = known | sentence.tables.words("body_noun")
    return phrase.name if not phrase.noun or phrase.noun in known else None


def _joined(sentence: PlainSentence, phrase: NamePhrase) -> list[NamePhrase]:
    """A phrase and those that *et* or a comma joins to it."""
    found = [phrase]
    for other in sentence.outer:
        before = sentence.small(other.start - 1)
        linked = before in sentence.tables.words("and") or before == ","
        near = other.start - 1 == found[-1].last
        if linked and near and other.preposition in ("", phrase.preposition):
            found.append(other)
    last_join = sentence.small(found[-1].start - 1)
    return found if last_join in sentence.tables.words("and") else found[:1]


def _names(sentence: PlainSentence, phrases: Sequence[NamePhrase]) -> list[PlainName]:
    found = [name for one in phrases if (name := actors_of(sentence, one)) is not None]
    return list(dict.fromkeys(found))


def subjects(sentence: PlainSentence, verb: int, deep: int = 3) -> list[PlainName]:
    """Who does what a verb says: the last phrase before it without a preposition.

    Behind *qui*, whom it follows; behind *et* and a verb, the subject of that verb.
    """
    first = _clause_begin(sentence, verb)
    if _relative(sentence, verb):
        before = [one for one in sentence.outer if one.last <= first]
        return _names(sentence, before[-1:])
    other = _joined_verb(sentence, verb, first)
    if other is not None and deep:
        return subjects(sentence, other, deep - 1)
    found = [
        one
        for one in reversed(sentence.outer)
        if first <= one.start and one.last <= verb and not one.preposition
        and not _joins_before(sentence, one) and actors_of(sentence, one)
    ]  # fmt: skip
    best = [one for one in found if not _aside(sentence, one)] or found
    return _names(sentence, _joined(sentence, best[0])) if best else []


def _aside(sentence: PlainSentence, phrase: NamePhrase) -> bool:
    """Whether a phrase with a noun stands between commas: *, membre du Parti vert,*."""
    commas = sentence.small(phrase.start - 1) == sentence.small(phrase.last) == ","
    return commas and bool(phrase.noun)


def _joins_before(sentence: PlainSentence, phrase: NamePhrase) -> bool:
    """Whether a phrase goes on a list of others, whose first leads to it."""
    before = sentence.small(phrase.start - 1)
    ahead = any(one.last == phrase.start - 1 and not one.preposition for one in sentence.outer)
    return before in sentence.tables.words("and") and ahead


def _clause_begin(sentence: PlainSentence, verb: int) -> int:
    place = verb
    while place > 0 and not (sentence.ends(place - 1) and sentence.small(place - 1) != ","):
        place -= 1
    return place


def _relative(sentence: PlainSentence, verb: int) -> bool:
    first = _clause_begin(sentence, verb)
    return sentence.small(first - 1) in sentence.tables.words("relative")


def _joined_verb(sentence: PlainSentence, verb: int, first: int) -> int | None:
    """The verb that *et* joins a verb to."""
    place = verb - 1
    clitic = sentence.tables.words("clitic") | sentence.tables.words("have")
    while place > first and sentence.small(place) in clitic:
        place -= 1
    if sentence.small(place) not in sentence.tables.words("and"):
        return None
    before = [one for one in range(first, place) if _verbal(sentence, one)]
    return before[-1] if before else None


def _verbal(sentence: PlainSentence, place: int) -> bool:
    return bool(sentence.forms(place).keys() - {"infinitive", "gerund"})


def is_passive(sentence: PlainSentence, verb: int) -> bool:
    """Whether a participle is passive: behind *être* without *se*, or before *par*."""
    forms = sentence.forms(verb)
    if "participle" not in forms or forms.keys() & {"finite", "future", "conditional"}:
        return False
    before = {sentence.small(one) for one in range(max(0, verb - 4), verb)}
    if sentence.tables.words("reflexive") & before:
        return False
    helped = bool(sentence.tables.words("be") & before)
    having = bool(sentence.tables.words("have") & before)
    agent = any(
        sentence.preposition(one) in sentence.tables.words("by")
        for one in range(verb + 1, verb + 4)
    )
    return helped or (agent and not having)


def _after(sentence: PlainSentence, verb: int, far: int) -> Iterator[NamePhrase]:
    """The phrases behind a verb in its clause, before the next verb."""
    for phrase in sentence.outer:
        if phrase.start <= verb:
            continue
        between = range(verb + 1, phrase.start)
        stop = any(sentence.ends(one) or sentence.is_verb(one) for one in between)
        if stop or phrase.start > verb + far:
            return
        yield phrase


def objects(sentence: PlainSentence, verb: int) -> list[PlainName]:
    """The object of a verb: the first phrase behind it, without a preposition."""
    for phrase in _after(sentence, verb, _NEAR):
        if phrase.preposition:
            return []
        return _names(sentence, _joined(sentence, phrase))
    return []


def owners(sentence: PlainSentence, verb: int) -> list[PlainName]:
    """Whose act or thing the object of a verb is: *condamne les frappes du Mali*."""
    for phrase in _after(sentence, verb, _NEAR):
        done_to = phrase.noun in sentence.tables.words("done_to")
        return [phrase.name] if phrase.noun and not phrase.preposition and not done_to else []
    return []


def prepositional(
    sentence: PlainSentence, place: int, allowed: Collection[str], far: int = _FAR
) -> list[PlainName]:
    """The phrases behind a word whose preposition is one of some."""
    for phrase in _after(sentence, place, far):
        if phrase.preposition in allowed:
            return _names(sentence, _joined(sentence, phrase))
    return []
