"""What the actors of a document are called: nouns of titles and names, and their sorts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from actors.languages.drafts import Referent
from actors.languages.ru.context import Context
from actors.languages.ru.mentions import NamedMention
from actors.languages.ru.parsing import ParsedSentence, Word
from actors.languages.ru.sorts import headed, noun_of, sorts
from actors.languages.ru.titles import bound_to

__all__ = ["Calling", "called", "details", "note_title"]

_SUBTYPES: Mapping[str, frozenset[str]] = {
    "company": frozenset({"company"}),
    "party": frozenset({"party"}),
    "media": frozenset({"media"}),
    "armed_group": frozenset({"armed_group", "fighters"}),
    "military": frozenset({"military"}),
    "government": frozenset({"authority"}),
    "igo": frozenset({"union"}),
    "ngo": frozenset({"ngo"}),
}
_SHORTEST = 4
"""Letters of a noun that the name of a firm may end with: *Россельхозбанк*."""


@dataclass(slots=True)
class Calling:
    """What an actor is called: nouns with their details, sorts, and whom its titles tie it to."""

    nouns: dict[str, frozenset[str]] = field(default_factory=dict)
    sorts: set[str] = field(default_factory=set)
    ties: set[int] = field(default_factory=set)


def details(sentence: ParsedSentence, word: Word) -> frozenset[str]:
    """The nouns in the genitive of a title: *банка* of *глава банка*."""
    return frozenset(
        one.lemma for one in sentence.of(word, "nmod") if one.case == "Gen" and one.pos == "NOUN"
    )


def note_title(
    context: Context, found: dict[int, Calling], sentence: ParsedSentence, word: Word
) -> None:
    """Note what the title of somebody says of who holds it; its other words are known by then."""
    name = context.holders[sentence.number, word.number]
    mine = found.setdefault(id(context.who(name.draft)), Calling())
    noun = noun_of(word).removeprefix("экс-")
    mine.nouns[noun] = mine.nouns.get(noun, frozenset()) | details(sentence, word)
    mine.sorts |= _sorts_of(noun)
    for draft in bound_to(context, sentence, word, name.draft):
        who = context.who(draft)
        mine.ties.add(id(who))
        mine.sorts |= _by_body(who, found.get(id(who)))
    for one in mine.nouns[noun]:
        if "leader" in mine.sorts:
            mine.sorts |= headed().get(one, frozenset())
    if "minister" in mine.sorts:
        _foreign(sentence, word, mine)


def called(context: Context) -> dict[int, Calling]:
    """What each named body of a document is called, by the ``id`` of its referent."""
    found: dict[int, Calling] = {}
    for name in context.names:
        if name.draft.kind == "organisation":
            _of_body(context, name, found.setdefault(id(context.who(name.draft)), Calling()))
    return found


def _of_body(context: Context, name: NamedMention, mine: Calling) -> None:
    who = context.who(name.draft)
    for noun in map(noun_of, (*name.words, *_before(name))):
        mine.nouns.setdefault(noun, frozenset())
        mine.sorts |= _sorts_of(noun)
    for word in _ends_of(who):
        mine.nouns.setdefault(word, frozenset())
        mine.sorts |= _sorts_of(word)
    if not mine.sorts or who.subtype == "armed_group":
        mine.sorts |= _SUBTYPES.get(who.subtype or "", frozenset())


def _before(name: NamedMention) -> Iterator[Word]:
    """The nouns before a name that say what it is: *сеть* and *аптек* of *сеть аптек «Х»*."""
    for word in list(name.sentence.above(name.head))[:2]:
        if word.pos not in ("NOUN", "PROPN") or word.number >= name.first:
            return
        yield word


def _ends_of(who: Referent) -> Iterator[str]:
    """Nouns that the words of a name are or end with."""
    for word in who.name.casefold().replace("ё", "е").split():
        yield word
        for size in range(_SHORTEST, len(word)):
            if word[-size:] in sorts():
                yield word[-size:]


def _sorts_of(noun: str) -> frozenset[str]:
    found = sorts().get(noun)
    return found.sorts if found is not None else frozenset()


def _by_body(who: Referent, body: Calling | None) -> set[str]:
    """What somebody is by whom he speaks for: *глава «Узмаша»* is in business."""
    if who.kind == "country":
        return {"politician", "state_head"}
    known = body.sorts if body is not None else set()
    found = {"business"} if "company" in known else set()
    found |= {"politician"} if "party" in known else set()
    return found | ({"official", "minister"} if "ministry" in known else set())


def _foreign(sentence: ParsedSentence, word: Word, mine: Calling) -> None:
    """A minister of foreign affairs is a diplomat."""
    near = sentence.words[word.number : word.number + 4]
    if any(one.text.casefold() in ("иностранных", "мид") for one in near):
        mine.sorts.add("diplomat")
