"""Names in a French text: what tables know, and words with a capital that can be names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache

from actors.knowledge.names import is_given_name
from actors.knowledge.places import find_city, find_place
from actors.languages.drafts import Draft
from actors.languages.fr.text import FRENCH, cut_name, word_set
from actors.languages.gazetteer import Fact, NameTable, facts
from actors.languages.plain import PlainName, Token
from actors.types import Kind

__all__ = ["names"]

_PLURAL = re.compile(r"(?:e?s|x)$")
_LINKS = frozenset({"de", "du", "des", "d'", "la", "le", "les", "l'", "et", "à", "pour", "aux"})
_WITHIN = frozenset({"de", "du", "des", "d'", "la", "l'"})


@cache
def _table() -> NameTable:
    return NameTable(facts(FRENCH), cut_name, _keys)


@lru_cache(maxsize=50_000)
def _keys(word: str) -> Collection[str]:
    """A word in small letters, and without the endings of gender and number."""
    small = word.casefold().replace("’", "'")
    bare = _PLURAL.sub("", small) if len(small) > 4 else small
    feminine = {small.removesuffix("e"), bare.removesuffix("e"), re.sub(r"(.)\1es?$", r"\1", small)}
    return frozenset({small, bare, *(feminine if len(small) > 4 else ())})


def names(text: str, sentences: Sequence[Sequence[Token]]) -> list[PlainName]:
    """The names of a text, sentence by sentence."""
    found: list[PlainName] = []
    for number, sentence in enumerate(sentences):
        known = list(_known(text, number, sentence))
        taken = {place for one in known for place in range(one.first, one.last)}
        found += known
        found += _written(text, number, sentence, taken)
    surnames = {one.words[-1].small for one in found if one.draft.kind == "person"}
    kept = [one for one in found if _holds(one, found, surnames)]
    return sorted(kept, key=lambda one: one.draft.start)


def _make(
    text: str, number: int, sentence: Sequence[Token], first: int, last: int, kind: Kind,
    fact: Fact | None = None,
) -> PlainName:  # fmt: skip
    start, end = sentence[first].start, sentence[last - 1].end
    draft = Draft(start, end, text[start:end], kind, fact=fact, sentence=number, score=0.8)
    if fact is not None:
        draft.subtype, draft.score = fact.subtype, 0.9
        told = "people or adjective" if fact.form in ("adjective", "people") else "known name"
        draft.reason = f"{told} of {fact.name}"
    return PlainName(draft, sentence, first, last)


def _known(text: str, number: int, sentence: Sequence[Token]) -> Iterator[PlainName]:
    """What tables know; a body's longer name (*Tribunal de l'Union européenne*) goes before it."""
    words = [token.text for token in sentence]
    for match in _table().matches(words):
        fact, first, last = match.fact, match.first, match.last
        if fact.form == "adjective":
            kind: Kind = "group"
        elif fact.form == "people":
            kind = "organisation" if fact.kind == "organisation" else "group"
        else:
            kind = "place" if fact.form in ("capital", "seat") else fact.kind
        begun = _begun(sentence, first)
        alone = last - first == 1 and _goes_on(sentence, first, last)
        if begun < first and kind != "group":
            yield _make(text, number, sentence, begun, last, "organisation")
        elif not alone or kind == "group":
            yield _make(text, number, sentence, first, last, kind, fact)


def _begun(sentence: Sequence[Token], first: int) -> int:
    """Where a body begins whose name ends in a known one: *Tribunal de l'Union européenne*."""
    place = first - 1
    while place >= 0 and sentence[place].small in _WITHIN:
        place -= 1
    noun = sentence[place] if 0 <= place < first - 1 else None
    named = noun is not None and noun.capital and noun.small in word_set("body_noun")
    return place if named else first


def _goes_on(sentence: Sequence[Token], first: int, last: int) -> bool:
    """Whether a known word is part of a name of more words: *Milan* in *Inter Milan*."""
    before = sentence[first - 1] if first else None
    after = sentence[last] if last < len(sentence) else None
    left = (
        before is not None
        and before.capital
        and not before.first
        and before.small not in word_set("initial")
    )
    right = after is not None and after.capital
    return left or (right and is_given_name(sentence[first].text))


def _written(
    text: str, number: int, sentence: Sequence[Token], taken: Collection[int]
) -> Iterator[PlainName]:
    """Runs of words with capitals that no table knows."""
    place = 0
    while place < len(sentence):
        if place in taken or not _can_begin(sentence, place):
            place += 1
            continue
        last = _run(sentence, place, taken)
        yield _make(text, number, sentence, place, last, _kind(sentence, place, last))
        place = last


def _can_begin(sentence: Sequence[Token], place: int) -> bool:
    token = sentence[place]
    if token.small in word_set("body_noun") and not token.capital:
        return token.small in ("ministère", "université") and _ministry(sentence, place)
    if not token.capital or not token.text[0].isalpha() or token.small.endswith("'"):
        return False
    if token.small in word_set("initial") or token.small in word_set("person_noun"):
        return (
            not token.first and len(token.text) > 1 and token.text.isupper() and token.small != "m"
        )
    return True


def _ministry(sentence: Sequence[Token], place: int) -> bool:
    """*ministère chinois des Affaires étrangères*: no capital of its own, but one behind it."""
    return any(token.capital for token in sentence[place + 1 : place + 5])


def _run(sentence: Sequence[Token], first: int, taken: Collection[int]) -> int:
    """Behind the last word of a name that begins at a word."""
    body = sentence[first].small in word_set("body_noun") or sentence[first].text.isupper()
    place = last = first + 1
    while place < len(sentence) and place not in taken:
        token = sentence[place]
        if token.capital and token.text[0].isalpha():
            last = place + 1
        elif not (token.small in word_set("particle") or (body and _in_body(sentence, place))):
            break
        elif body and token.small not in _LINKS:
            last = place + 1
        place += 1
        if place - last > 2:
            break
    return last


def _in_body(sentence: Sequence[Token], place: int) -> bool:
    """Whether a small word goes on the name of a body: *Parti socialiste*, *Stade brestois*."""
    token, before = sentence[place], sentence[place - 1]
    if token.small in _LINKS:
        return True
    endings = tuple(word_set("adjective_ending"))
    return token.small.endswith(endings) and (before.capital or before.small.endswith(endings))


def _kind(sentence: Sequence[Token], first: int, last: int) -> Kind:
    """What a name is, by its words and the noun before it."""
    words = [token for token in sentence[first:last] if token.text[0].isalpha()]
    name = " ".join(token.text for token in words)
    nouns = [token.small for token in sentence[max(0, first - 4) : first]]
    near = next((noun for noun in reversed(nouns) if noun in _nouns()), "")
    if words[0].small in word_set("body_noun") or (
        words[0].text.isupper() and len(words[0].text) > 1
    ):
        return "organisation"
    if near in word_set("person_noun") and _title_reaches(sentence, first):
        return "person"
    if len(words) > 1 and is_given_name(words[0].text):
        return "person"
    adjective = bool(nouns[-1:]) and nouns[-1].endswith(tuple(word_set("adjective_ending")))
    if set(nouns[-2:] if adjective else nouns[-1:]) & word_set("body_noun"):
        return "organisation"
    if _is_place(name, nouns):
        return "place"
    return _guess(sentence, first, last, words)


@cache
def _nouns() -> frozenset[str]:
    return word_set("person_noun") | word_set("body_noun") | word_set("place_noun")


def _title_reaches(sentence: Sequence[Token], first: int) -> bool:
    """Whether a title stands right before a name, but for a comma, a point or an adjective."""
    between = [token.small for token in sentence[max(0, first - 3) : first]]
    near = [number for number, word in enumerate(between) if word in word_set("person_noun")]
    behind = between[near[-1] + 1 :] if near else ["de"]
    return not any(word in ("de", "du", "des", "d'", "la", "à", "l'", "et") for word in behind)


def _is_place(name: str, nouns: Sequence[str]) -> bool:
    if nouns[-1:] and nouns[-1] in word_set("place_preposition"):
        return True
    of_place = any(noun in word_set("place_noun") for noun in nouns[-3:])
    known = find_place(name) or find_city(name)
    return of_place or (known is not None and not is_given_name(name))


def _guess(sentence: Sequence[Token], first: int, last: int, words: Sequence[Token]) -> Kind:
    """What a name is where no noun says so: by its article, and how many words it has."""
    article = sentence[first - 1].small if first else ""
    if article in ("la", "l'", "le", "du", "au", "les", "des"):
        inside = first > 1 and sentence[first - 2].small in ("dans", "vers", "de")
        return "place" if inside and article != "les" and len(words) == 1 else "organisation"
    return "person" if len(words) in (2, 3) else "organisation"


def _holds(one: PlainName, every: Sequence[PlainName], surnames: Collection[str]) -> bool:
    """Whether a word that begins a sentence is a name: known, somebody's, or one elsewhere too."""
    if one.draft.fact is not None:
        return (
            one.draft.kind == "group"
            or one.words[0].capital
            or one.draft.fact.kind == "organisation"
        )
    if one.last - one.first > 1:
        return True
    word = one.words[0]
    if word.small in surnames:
        one.draft.kind = "person"
        return True
    if not word.first or word.text.isupper():
        return len(word.text) > 1
    again = [other for other in every if other is not one and other.words[0].small == word.small]
    verb = one.after in word_set("acts") or one.after in ("va", "est", "fera", "supprime", "et")
    return any(not other.words[0].first for other in again) or (verb and len(word.text) > 2)
