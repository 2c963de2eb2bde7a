"""Names in a Russian text: what tables know, and what slovnet sees beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from actors.languages.drafts import Draft
from actors.languages.gazetteer import Fact, NameTable, facts, rows
from actors.languages.ru.lemmas import base_keys, is_known_noun, is_surname, listed_keys
from actors.languages.ru.mentions import NamedMention, named, reason_of
from actors.languages.ru.merging import merged, overlap
from actors.languages.ru.parsing import NameSpan, ParsedSentence, Word
from actors.types import Kind

__all__ = ["gazetteer", "names", "word_set"]

RUSSIAN = Path(__file__).parent
_KINDS: dict[str, Kind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_QUOTES = frozenset("«»“”„\"'")


@cache
def gazetteer() -> NameTable:
    """All that the tables of this pack name."""
    return NameTable(facts(RUSSIAN), _cut, base_keys, listed_keys)


@cache
def word_set(name: str) -> frozenset[str]:
    """The words of a set in ``lexicon/words.tsv``, with *е* for *ё*."""
    listed = rows(RUSSIAN, "words", "lexicon")
    return frozenset(row["word"].replace("ё", "е") for row in listed if row["set"] == name)


def _cut(text: str) -> list[str]:
    from razdel import tokenize

    return [token.text for token in tokenize(text)]


def names(
    text: str, sentences: Iterable[ParsedSentence], spans: Sequence[NameSpan]
) -> Iterator[NamedMention]:
    """The names of a text, sentence by sentence.

    What tables know is sure of its kind; a longer name that slovnet sees around it is kept whole,
    and the state in it (*МИД Таджикистана*) becomes an attribute of it.
    """
    starts = [one.start for one in spans]
    for sentence in sentences:
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        inside = spans[first:last]
        seen = [found for one in inside if (found := _seen(text, sentence, one))]
        known = list(_known(text, sentence, seen))
        ministries = [
            one
            for one in _ministries(text, sentence)
            if not any(overlap(one, two) for two in known)
        ]
        yield from merged(
            text, [*seen, *_unseen(text, sentence, seen, known)], [*known, *ministries]
        )


def _ministries(text: str, sentence: ParsedSentence) -> Iterator[NamedMention]:
    """Ministries and the like, which every state has: *Министерство обороны*, *МИД*."""
    words = [word.text for word in sentence.words]
    for match in _state_bodies().matches(words):
        name = named(text, sentence, match.first, match.last, "organisation")
        name.draft.subtype = "government"
        yield name


@cache
def _state_bodies() -> NameTable:
    listed = [name for row in rows(RUSSIAN, "ministries") for name in row["names"].split("|")]
    return NameTable([Fact("organisation", name, name, "name") for name in listed], _cut, base_keys)


def _unseen(
    text: str,
    sentence: ParsedSentence,
    seen: Sequence[NamedMention],
    known: Sequence[NamedMention],
) -> Iterator[NamedMention]:
    """Names that the networks overlook: bodies of several words, and lone surnames."""
    taken = {place for one in (*seen, *known) for place in range(one.first, one.last)}
    for word in sentence.words:
        if word.number in taken or word.text.isupper():
            continue
        if word.lemma.replace("ё", "е") in word_set("state_body"):
            yield named(text, sentence, word.number, word.number + 1, "organisation")
        if not word.text[:1].isupper():
            continue
        if word.lemma.replace("ё", "е") in word_set("org_noun") and word.pos in ("NOUN", "PROPN"):
            last = _genitives(sentence, word)
            more = sentence.words[word.number + 1 : last]
            capital = any(one.text[:1].isupper() for one in more)
            if more and (capital or word.number != _first_word(sentence)):
                yield named(text, sentence, word.number, last, "organisation")
        elif word.pos == "PROPN" and is_surname(word.text):
            yield named(text, sentence, word.number, word.number + 1, "person")


def _genitives(sentence: ParsedSentence, word: Word) -> int:
    """Behind the last word of the genitives that go on the name of a body."""
    last = word.number + 1
    inside = {word.number}
    while last < len(sentence.words):
        after = sentence.words[last]
        ahead = sentence.words[after.head] if after.head >= 0 else after
        of_noun = after.rel == "nmod" and after.head in inside and not sentence.preposition(after)
        before_noun = after.rel == "amod" and ahead.head in inside and ahead.rel == "nmod"
        if not (of_noun or before_noun) or after.case != "Gen":
            break
        inside.add(after.number)
        last += 1
    return last


def _seen(text: str, sentence: ParsedSentence, span: NameSpan) -> NamedMention | None:
    """A name that slovnet sees, without marks around it; none where it is no name."""
    inside = [word for word in sentence.words if span.start <= word.start and word.end <= span.end]
    inside = _without_marks(sentence, inside if span.type == "PER" else _quoted_part(inside))
    if not any(_names_something(sentence, word) for word in inside):
        return None
    return named(text, sentence, inside[0].number, inside[-1].number + 1, _KINDS[span.type])


def _quoted_part(inside: list[Word]) -> list[Word]:
    """What stands in marks behind a plain noun (*партия «Рассвет»*), and nothing in brackets."""
    opening = next((word.number for word in inside[1:] if word.text in "«“"), None)
    if opening is not None and inside[0].lemma.replace("ё", "е") in word_set("body_noun"):
        inside = [word for word in inside if word.number > opening]
    bracket = next((word.number for word in inside if word.text == "("), None)
    return [word for word in inside if bracket is None or word.number < bracket]


def _without_marks(sentence: ParsedSentence, inside: list[Word]) -> list[Word]:
    """Words without the quotation marks around them; one that is open inside is closed."""
    while inside and inside[0].text in _QUOTES:
        inside = inside[1:]
    while inside and inside[-1].text in _QUOTES:
        inside = inside[:-1]
    opened = [word for word in inside if word.text in "«»"]
    if opened and opened[-1].text == "«" and inside[-1].number + 1 < len(sentence.words):
        after = sentence.words[inside[-1].number + 1]
        return [*inside, after] if after.text == "»" else inside
    return inside


def _names_something(sentence: ParsedSentence, word: Word) -> bool:
    """Whether a word is written as a name is: a plain noun at the start of a sentence is none."""
    if not (word.text[:1].isupper() or word.text[:1].isdigit()):
        return False
    plain = word.number == _first_word(sentence) and not word.text.isupper()
    return not (plain and is_known_noun(word.text.casefold()))


def _known(
    text: str, sentence: ParsedSentence, seen: Sequence[NamedMention]
) -> Iterator[NamedMention]:
    """The names that tables know, and adjectives of states, in a sentence."""
    words = [word.text for word in sentence.words]
    for match in gazetteer().matches(words):
        for other in gazetteer().at(words, match.first):
            if _holds(sentence, other.first, other.last, other.fact, seen):
                kind = _kind(other.fact)
                yield named(text, sentence, other.first, other.last, kind, other.fact)
                break
    yield from _compounds(text, sentence)


def _kind(fact: Fact) -> Kind:
    if fact.form in ("adjective", "people") and fact.kind == "country":
        return "group"
    return "place" if fact.form in ("capital", "seat") else fact.kind


def _holds(
    sentence: ParsedSentence, first: int, last: int, fact: Fact, seen: Sequence[NamedMention]
) -> bool:
    """Whether words that a table has are used as that name here."""
    word = sentence.words[first]
    if fact.form == "adjective":
        return word.pos in ("ADJ", "DET") and not _language(sentence, word)
    if fact.form == "people":
        return word.pos in ("NOUN", "PROPN")
    if fact.form == "acronym" or last - first > 1:
        return True
    if _part_of_person(first, last, seen):
        return False
    tagged = any(one.first <= first and last <= one.last for one in seen)
    if word.pos not in ("PROPN", "NOUN", "X") and not tagged:
        return False
    doubtful = first == _first_word(sentence) and is_known_noun(word.text.casefold())
    if fact.kind == "organisation" and fact.form == "name":
        doubtful = doubtful or (is_known_noun(word.text.casefold()) and not _quoted(sentence, word))
    return tagged or not doubtful


def _language(sentence: ParsedSentence, word: Word) -> bool:
    head = sentence.head(word)
    return head is not None and head.lemma in ("язык", "перевод")


def _part_of_person(first: int, last: int, seen: Sequence[NamedMention]) -> bool:
    """*Милан* of *Милан Кучан* is no town."""
    return any(
        one.draft.kind == "person" and one.first <= first and last <= one.last
        and one.last - one.first > last - first
        for one in seen
    )  # fmt: skip


def _first_word(sentence: ParsedSentence) -> int:
    return next((word.number for word in sentence.words if word.text[:1].isalnum()), 0)


def _quoted(sentence: ParsedSentence, word: Word) -> bool:
    before = sentence.words[word.number - 1].text if word.number else ""
    return before in _QUOTES


def _compounds(text: str, sentence: ParsedSentence) -> Iterator[NamedMention]:
    """Both states of *российско-китайский*."""
    for word in sentence.words:
        first, dash, second = word.text.partition("-")
        if word.pos != "ADJ" or not dash or not first.endswith("о"):
            continue
        halves = (
            (first[:-1] + "ий", word.start, word.start + len(first)),
            (second, word.end - len(second), word.end),
        )
        for half, start, end in halves:
            found = [m.fact for m in gazetteer().at([half], 0) if m.fact.form == "adjective"]
            if found:
                draft = Draft(
                    start, end, text[start:end], "group", fact=found[0], sentence=sentence.number
                )
                draft.reason = reason_of(found[0])
                yield NamedMention(draft, sentence, word.number, word.number + 1)
