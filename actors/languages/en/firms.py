"""Firms that are called by several names: *Bell & Teddington LLC*, *Simmons and Simmons*."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from actors.knowledge.name_words import legal_forms, written_forms
from actors.languages.en import lexicon
from actors.languages.en.drafts import Draft
from actors.languages.en.parsed import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span

LARGE = 100_000
"""Inhabitants of a town that a list may well name."""
_NAME = r"[A-Z][\w’'-]+"
_JOINED = re.compile(r" (?:&|and) |['’]s ")
_LETTERED = re.compile(r"\b[A-Z](?:-[A-Z])*-[A-Z][a-z][\w’'-]*")
_SORT = r"(?:firm|company|brokerage|partnership)"
_CALLED = re.compile(
    rf"\b[Tt]he (?:[\w-]+ ){{0,3}}{_SORT}(?: of)? ({_NAME}(?:, {_NAME}){{0,3}},? and {_NAME})\b"
)


class _Patterns(NamedTuple):
    """What firms are called, with the legal forms that may stand after them.

    ``owned`` has its founder's name as owner; that of a known owner is owned (*Dell's Alien Inc*).
    ``surnames`` are partners' names before one legal form; those that a text names alone as well
    are apart.
    """

    joined: re.Pattern[str]
    twice: re.Pattern[str]
    partners: re.Pattern[str]
    owned: re.Pattern[str]
    surnames: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    forms = "|".join(written_forms("partners"))
    form, end = rf"(?:,? (?:{forms})\b\.?)?", rf"(?:{'|'.join(written_forms('sure'))})\b\.?"
    name = rf"(?!(?:{forms})\b){_NAME}"
    word = rf"(?!(?:{forms})\b)[A-Z][\w’'-]*[a-z]"
    return _Patterns(
        re.compile(rf"\b{_NAME}(?:(?:, {_NAME}){{0,3}} & {_NAME}){{1,3}}{form}"),
        re.compile(rf"\b({_NAME}) and \1\b{form}"),
        re.compile(rf"\b{name}(?:, {name}){{1,3}},? and (?:Co|Company|Sons|Brothers)\b{form}"),
        re.compile(
            rf"\b(?:(?:[A-Z]\.)+ |{_NAME} )?[A-Z][\w-]+['’]s(?: [A-Z][\w&-]+){{1,4}},? {end}"
        ),
        re.compile(rf"\b{word}(?:(?:, {word})+,?)? and {word}(?: {word})? {end}"),
    )


def firms(doc: Doc) -> Iterator[Draft]:
    """Names joined by *&*, or by *and* where the text or the name itself tells a firm.

    States (*Trinidad & Tobago*) and two given names (*Tom & Jane*) are none.

    >>> import spacy
    >>> doc = spacy.blank("en")("Bell & Teddington LLC sued the firm Marsh and Alder.")
    >>> [draft.text for draft in firms(doc)]
    ['Bell & Teddington LLC', 'Marsh and Alder']
    """
    text = text_of(doc)
    if not _JOINED.search(text):
        return
    known = _patterns()
    patterns = (known.joined, known.twice, known.partners)
    spans = [match.span() for pattern in patterns for match in pattern.finditer(text)]
    spans += [match.span(1) for match in _CALLED.finditer(text)]
    spans += [match.span() for match in known.owned.finditer(text) if _founder(match.group(), text)]
    spans += [match.span() for match in known.surnames.finditer(text) if _together(match, text)]
    taken = -1
    for start, end in sorted(spans):
        span = doc.char_span(start, end, alignment_mode="contract")
        if span is None or start < taken or not _firm(span.text) or _goes_on(span):
            continue
        taken = end
        last = span.end - (span[-1].text == ".")
        yield Draft(doc, span.start, last, "organisation", score=0.8)


def _founder(name: str, text: str) -> bool:
    """Whether the owner in a firm's name is no actor besides: neither known nor named alone."""
    from actors.languages.en.facts import look_up

    owner = re.split(r"['’]s", name)[0]
    alone = re.search(rf"\b{re.escape(owner)}\b(?!['’]s)", text)
    return alone is None and look_up(owner) is None


def _together(found: re.Match[str], text: str) -> bool:
    """Whether names before one legal form are one firm's: none is known, or stands elsewhere."""
    from actors.knowledge.places import find_city
    from actors.languages.en.facts import look_up

    before = text[: found.start()].rstrip(" ").rpartition(" ")[2]
    if before[:1].isupper() and before[-1:].isalpha():
        return False
    parts = re.split(r",? and |, ", found.group())
    names = [*parts[:-1], parts[-1].split()[0]]
    rest = text[: found.start()] + text[found.end() :]
    alone = (re.search(rf"\b{re.escape(name)}\b", rest) for name in names[:-1])
    cities = (city for name in names[:-1] if (city := find_city(name)) is not None)
    known = any(map(look_up, names[:-1])) or any(city.population >= LARGE for city in cities)
    return not known and (len(names) > 2 or not any(alone))


def _goes_on(span: Span) -> bool:
    """Whether names go on before or after.

    *Daniel & Richard Tsai* are two people; *Lindos Bank, Smith and Sons* are a bank and a firm.
    """
    after = span.doc[span.end : span.end + 1].text
    last = span[-2] if span[-1].text == "." else span[-1]
    legal = last.lower_.rstrip(".") in legal_forms("text")
    before = span.doc[span.start - 1].text if span.start else ""
    listed = span.doc[span.start + 1].text == "," and before[:1].isupper()
    first = span[0].lower_ in lexicon.words("organisation_heads")
    return (after[:1].isupper() and not legal) or (listed and (first or not span[0].is_sent_start))


def lettered(doc: Doc) -> Iterator[Draft]:
    """Brands that open with a letter and a hyphen, which a recogniser cuts: *A-Mark*."""
    for match in _LETTERED.finditer(text_of(doc)):
        span = doc.char_span(*match.span())
        if span is not None:
            yield Draft(doc, span.start, span.end, "organisation", score=0.7)


def _firm(text: str) -> bool:
    """Whether names that are joined may be those of a firm."""
    from actors.knowledge.places import find_place
    from actors.languages.en.facts import look_up

    if _patterns().owned.fullmatch(text) or _patterns().surnames.fullmatch(text):
        return True
    fact = look_up(text)
    if fact is not None or find_place(text) is not None:
        return fact is not None and fact.kind == "organisation"
    words = text.rstrip(".").split()
    forms = legal_forms("text") | {"&", "and"}
    parts = [word.rstrip(",") for word in words if word.lower().rstrip(".,") not in forms]
    if any(map(_common, parts)):
        return False
    known = any(look_up(part) is not None for part in parts)
    if words[-1].lower() in legal_forms("text") or "," in text:
        return not (known and "," in text and "&" not in words)
    if known:
        return False
    return len(set(parts)) == 1 or "and" in words or not _couple(parts)


def _common(part: str) -> bool:
    """Whether a word names nobody: *Minister and Minister*, *Cheng & Family*."""
    return lexicon.title(part) or part.lower() in lexicon.words("kin") | {"family"}


def _couple(parts: list[str]) -> bool:
    """Whether two names are a man's and a woman's, or two women's: *Tom & Jane*."""
    from actors.knowledge.names import gender_of

    return len(parts) == 2 and "female" in (genders := list(map(gender_of, parts))) and all(genders)


__all__ = ["firms", "lettered"]
