"""Offices, kin and seats without a parser: *le président du Niger, X*, *X, chef du Hamas*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actors.languages.plain import PlainName
from actors.languages.plain_phrases import NamePhrase, PlainSentence

__all__ = ["read_offices"]

_FARTHEST = 12
Office = tuple[PlainName, str, PlainName, int]


def read_offices(sentence: PlainSentence, names: Sequence[PlainName]) -> Iterator[Office]:
    """Source, type, target and the place of the noun that says so."""
    for place, token in enumerate(sentence.tokens):
        types = sentence.tables.roles.get(token.small, ())
        if not types or place in sentence.inside or _not_held(sentence, place):
            continue
        ahead = _ahead(sentence, place)
        behind = None if ahead else _behind(sentence, place)
        holder = ahead or behind
        if holder is None:
            continue
        last = ahead.first if ahead else _phrase_end(sentence, place)
        whose = _whose(sentence, place, last) or _possessed(sentence, place, names, holder)
        whose = whose or _each_other(sentence, types, holder)
        for one in whose:
            for type in _fitting(_of_branch(sentence, one, types), holder, one):
                yield holder, type, one, place
    yield from _seats(sentence)


def _not_held(sentence: PlainSentence, place: int) -> bool:
    """Whether a title is a former one, or part of another: *épouse du président X*."""
    before = sentence.small(place - 1)
    if before in sentence.tables.words("former") or before in sentence.tables.roles:
        return True
    of = sentence.preposition(place - 1) in sentence.tables.words("of")
    return of and sentence.small(place - 2) in sentence.tables.roles


def _of_branch(sentence: PlainSentence, whose: PlainName, types: Sequence[str]) -> Sequence[str]:
    """Who heads a branch of a state speaks for the state: *le chef de la diplomatie indienne*."""
    phrase = next((one for one in sentence.phrases if one.name is whose), None)
    branch = phrase is not None and phrase.noun in sentence.tables.words("branch")
    return ("represents",) if branch and "leads" in types else types


def _each_other(
    sentence: PlainSentence, types: Sequence[str], holder: PlainName
) -> list[PlainName]:
    """The other of two who are said to be allies or rivals: *A et B sont alliés*."""
    phrase = next(one for one in sentence.phrases if one.name is holder)
    joined = sentence.small(phrase.start - 1) in sentence.tables.words("and")
    before = [one.name for one in sentence.phrases if one.last == phrase.start - 1]
    return before if joined and set(types) & {"allied_with", "opposed_to"} else []


def _ahead(sentence: PlainSentence, place: int) -> PlainName | None:
    """The person who is named behind a title, at most a comma between."""
    for name in sentence.names:
        if name.first <= place:
            continue
        between = range(place + 1, name.first)
        commas = [one for one in between if sentence.small(one) == ","]
        stop = any(sentence.is_verb(one) for one in between)
        stop = stop or any(sentence.ends(one) and one not in commas for one in between)
        if stop or name.first - place > _FARTHEST or (commas and commas != [name.first - 1]):
            return None
        owned = sentence.preposition(name.first - 1) in sentence.tables.words("of")
        if name.draft.kind == "person" and not owned:
            return name
    return None


def _behind(sentence: PlainSentence, place: int) -> PlainName | None:
    """Who is named before the comma before a title, or is said to be it by *est*."""
    start = place
    while start and sentence.small(start - 1) in sentence.tables.words("determiner"):
        start -= 1
    word = sentence.small(start - 1)
    if word not in (",", "(") and word not in sentence.tables.words("be"):
        return None
    found = [one for one in sentence.names if one.last <= start - 1]
    return found[-1] if found and start - 1 - found[-1].last <= 1 else None


def _phrase_end(sentence: PlainSentence, place: int) -> int:
    for after in range(place + 1, min(place + _FARTHEST, len(sentence.tokens))):
        if sentence.ends(after) or sentence.is_verb(after) or sentence.small(after) in (",", ")"):
            return after
    return min(place + _FARTHEST, len(sentence.tokens))


def _whose(sentence: PlainSentence, place: int, last: int) -> list[PlainName]:
    """The names in the phrase of a title: its adjectives, and what *de* ties to it."""
    of = sentence.tables.words("of")
    inside = [one for one in sentence.phrases if place < one.name.first and one.name.last <= last]
    return [one.name for one in inside if _tied(sentence, one, of)]


def _tied(sentence: PlainSentence, phrase: NamePhrase, of: frozenset[str]) -> bool:
    name = phrase.name
    if name.draft.fact is not None and name.draft.fact.form == "adjective":
        return True
    before = name.first - 1
    while before > 0 and sentence.small(before) in sentence.tables.words("determiner"):
        before -= 1
    return sentence.preposition(before) in of or bool(
        name.draft.kind == "organisation" and phrase.noun
    )


def _possessed(
    sentence: PlainSentence, place: int, names: Sequence[PlainName], holder: PlainName
) -> list[PlainName]:
    """Whom *son* before a title means: the last body, or for kin the last person, before it."""
    if sentence.small(place - 1) not in sentence.tables.words("possessive"):
        return []
    kin = "kin_of" in sentence.tables.roles[sentence.small(place)]
    wanted = ("person",) if kin else ("organisation", "country")
    start = sentence.tokens[place].start
    before = [
        one for one in names
        if one.draft.end <= start and one.draft.kind in wanted and one is not holder
    ]  # fmt: skip
    return [one for one in before if one.sentence is before[-1].sentence][:1]


def _fitting(types: Sequence[str], holder: PlainName, whose: PlainName) -> Sequence[str]:
    """The types of a role that fit whom it is held by and of."""
    kind = "country" if whose.draft.kind == "group" else whose.draft.kind
    if holder.draft.kind != "person":
        return [one for one in types if one in ("member_of", "allied_with", "opposed_to")]
    if types == ("kin_of",):
        return types if kind == "person" else ()
    if types == ("citizen_of",) or (types == ("works_for",) and whose.draft.kind == "group"):
        return ("citizen_of",) if kind == "country" else ()
    if types == ("represents",) and kind == "place":
        return ()
    return ("leads",) if "leads" in types and kind != "country" else types


def _seats(sentence: PlainSentence) -> Iterator[Office]:
    """*le groupe belge Solvara*, *la banque italienne Verde*: where a body is from."""
    for phrase in sentence.phrases:
        name = phrase.name
        adjective = sentence.inside.get(name.first - 1)
        known = name.draft.fact is not None and bool(name.draft.fact.identifiers)
        if name.draft.kind != "organisation" or adjective is None or known:
            continue
        fact = adjective.draft.fact
        if fact is not None and fact.form == "adjective":
            yield name, "based_in", adjective, name.first
    yield from _seated(sentence)


def _seated(sentence: PlainSentence) -> Iterator[Office]:
    """*la société Plastival, basée à Lyon*."""
    for place in range(len(sentence.tokens)):
        if sentence.small(place) not in sentence.tables.words("seated"):
            continue
        before = [one for one in sentence.names if place - 2 <= one.last <= place]
        after = [one.name for one in sentence.phrases if one.start == place + 1 and one.preposition]
        if before and after:
            yield before[-1], "based_in", after[0], place
