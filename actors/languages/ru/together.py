"""Plurals that mean two of those spoken of last: *обе страны*, *политики*, *главы государств*."""

from __future__ import annotations

from collections.abc import Iterator

from actors.languages.drafts import Referent
from actors.languages.ru.callings import Calling, details
from actors.languages.ru.describing import described
from actors.languages.ru.discourse import Discourse, Spoken
from actors.languages.ru.names import word_set
from actors.languages.ru.parsing import ParsedSentence, Word
from actors.languages.ru.pronouns import mention_of, mention_several
from actors.languages.ru.sorts import headed, noun_of, sorts

__all__ = ["resolve_both"]

_BOTH = frozenset({"оба", "два"})
_ACTING = ("country", "organisation")


def resolve_both(
    discourse: Discourse, callings: dict[int, Calling], sentence: ParsedSentence, word: Word
) -> bool:
    """Take a plural for the last two of its sort, or for the body whose people it names."""
    if word.feats.get("Number") == "Sing" or word.pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    told = {one.lemma for one in sentence.of(word, "amod", "det", "nummod", "nmod")} & _BOTH
    if described(discourse.context, sentence, word) and not told and not details(sentence, word):
        return False
    noun = noun_of(word)
    fitting = list(_fitting(discourse, callings, sentence, word, noun, bool(told)))
    found = list(dict.fromkeys(fitting))[:2]
    if len(found) == 2:
        mention_several(discourse, sentence, word, found[::-1])
        return True
    return not told and _people_of(discourse, callings, sentence, word, noun)


def _fitting(
    discourse: Discourse,
    callings: dict[int, Calling],
    sentence: ParsedSentence,
    word: Word,
    noun: str,
    both: bool,
) -> Iterator[Referent]:
    """Those before a plural whom it may mean, the last first."""
    spoken = list(discourse.before(sentence, word, 2))
    if noun in word_set("both") and (both or (noun == "сторона" and not details(sentence, word))):
        yield from (one.who for one in spoken if one.who.kind == "country")
        if noun == "сторона":
            yield from (one.who for one in spoken if one.who.kind == "organisation")
        return
    means = _means(sentence, word, noun)
    for one in spoken:
        calling = callings.get(id(one.who), Calling())
        fits = noun in calling.nouns or means & calling.sorts
        if fits and one.who.kind in ("person", "organisation"):
            yield one.who
    yield from _two_people(spoken, sentence, means)


def _two_people(
    spoken: list[Spoken], sentence: ParsedSentence, means: frozenset[str]
) -> list[Referent]:
    """The two people of the sentence before, where it speaks of two: they are called so anew."""
    last = sentence.number - 1
    people = [one.who for one in spoken
              if one.sentence.number == last and one.who.kind == "person"]  # fmt: skip
    every = list(dict.fromkeys(people))
    return every if len(every) == 2 and means & {"state_head", "politician", "diplomat"} else []


def _means(sentence: ParsedSentence, word: Word, noun: str) -> frozenset[str]:
    if noun in ("глава", "лидер"):
        found = [headed()[one] for one in details(sentence, word) if one in headed()]
        heads = frozenset({"state_head", "government_head"})
        return found[0] | heads if found else heads if noun == "лидер" else frozenset()
    sort = sorts().get(noun)
    return sort.means if sort is not None else frozenset()


def _people_of(
    discourse: Discourse,
    callings: dict[int, Calling],
    sentence: ParsedSentence,
    word: Word,
    noun: str,
) -> bool:
    """Take *чиновники* or *военные* for the body of that sort that was spoken of last."""
    for one in discourse.before(sentence, word, 2):
        if _works(noun, one, callings):
            reason = f"“{word.text}” for {one.who.name}, last spoken of"
            mention_of(discourse, sentence, word, one.who, "nominal", reason)
            return True
    return False


def _works(noun: str, one: Spoken, callings: dict[int, Calling]) -> bool:
    sort = callings.get(id(one.who), Calling()).sorts
    wanted = _PEOPLE.get(noun, frozenset())
    return one.who.kind == "organisation" and bool(wanted & sort)


_PEOPLE = {
    "чиновник": frozenset({"authority"}),
    "военный": frozenset({"military"}),
    "следователь": frozenset({"authority"}),
    "журналист": frozenset({"media"}),
    "дипломат": frozenset({"embassy"}),
}
