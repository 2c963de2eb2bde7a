"""Names that a recogniser ran together are cut apart, and what is no part of them is cut off.

*Jürgen Fitschen und Anshu Jain* are two people, *Gothenburg, Sweden* a city and a state, and
*Centre for Policy in Freiburg* a body and a place. Annotated newswire agrees: of names of towns
followed by a comma and a state, or of bodies followed by *in* and a place, nine in ten are two.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from actors.languages.en import lexicon
from actors.languages.en.companies import legal
from actors.languages.en.facts import look_up
from actors.languages.en.hyphens import HYPHENS, PREFIXES
from actors.languages.en.spans import trimmed
from actors.languages.en.tickers import SYMBOL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from actors.languages.en.drafts import Draft
    from actors.types import Kind

AND = frozenset({"and", "und", "et"})
DISMISSED = frozenset({"b", "c", "lbw", "st"})
"""How a batsman was dismissed, between his name and the bowler's: *Healy c Vaas b Chandana*."""
_TICKER = re.compile(r"[A-Z]{1,5}(?:\.[A-Z]{1,2})?")
_STATE = re.compile(
    r"(?:[A-Z]\. ?){2}|(?:Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md"
    r"|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.?"
)
"""Short forms of states of the United States."""
UTILITIES = frozenset(
    {"electric", "gas", "insurance", "light", "power", "service", "telephone", "trust", "water"}
)
"""What companies provide that are named after where they provide it."""
NEAR = 3
"""Tokens at most between two names in a row."""


def cut(drafts: Iterable[Draft]) -> list[Draft]:
    """The names with those taken apart that are two; known names stay whole."""
    found = list(drafts)
    surnames = {d.span[-1].text for d in found if d.kind == "person" and len(d.span) > 1}
    listed = _listed(found)
    return [piece for draft in found for piece in _all_pieces(draft, surnames, listed)]


def _all_pieces(draft: Draft, surnames: set[str], listed: set[int]) -> Iterator[Draft]:
    """The pieces of a name, and of its pieces: *Lindos Mills Inc of Osaka, Japan* are three."""
    pieces = _pieces(draft, surnames, listed)
    if len(pieces) == 1:
        yield from pieces
        return
    for piece in pieces:
        yield from _all_pieces(piece, surnames, listed)


def _pieces(draft: Draft, surnames: set[str], listed: set[int]) -> list[Draft]:
    if draft.kind == "organisation" and draft.span[-1].is_digit:
        draft = _without_count(draft)
    if len(draft.span) < 3 or look_up(draft.text) is not None:
        return [draft]
    draft = _without_matter(_without_ticker(draft))
    if (at := _led(draft)) is not None:
        whole = replace(draft, end=at) if at + 2 == draft.end else None
        return [whole] if whole else _split(draft, at, "place", draft.kind, words=2)
    if (at := _possessor(draft)) is not None:
        return _split(draft, at, "place", draft.kind)
    if (at := _owner(draft)) is not None:
        return _split(draft, at, "organisation", draft.kind)
    if (at := _hyphen(draft, surnames)) is not None:
        kind: Kind = "person" if draft.span[-1].text in surnames else "group"
        return _split(draft, at, kind, kind)
    if draft.kind == "person" and (at := _conjunction(draft)) is not None:
        return _split(draft, at, "person", "person")
    for at in (_full_stop(draft), _slash(draft), _result(draft)):
        if at is not None:
            return _split(draft, at, draft.kind, draft.kind)
    if draft.kind == "place" and (at := _comma(draft)) is not None:
        return _split(draft, at, "place", "place")
    if draft.kind == "organisation" and (at := _inside(draft)) is not None:
        return _split(draft, at, "organisation", "place")
    if id(draft) in listed:
        return _split(draft, draft.start + 1, "organisation", "place")
    return [draft]


def _split(draft: Draft, at: int, left: Kind, right: Kind, words: int = 1) -> list[Draft]:
    """The two names before a token, or so many, and after."""
    doc = draft.doc
    edges = ((draft.start, at, left), (at + words, draft.end, right))
    parts = [(*trimmed(doc[start:end], kind), kind) for start, end, kind in edges]
    return [replace(draft, start=a, end=b, kind=kind) for a, b, kind in parts if b > a]


def _led(draft: Draft) -> int | None:
    """The hyphen of *Moscow-led Security Organization*: who leads is not part of the name."""
    for token in draft.span[1:-1]:
        ending = draft.doc[token.i + 1]
        if token.text in HYPHENS and ending.text in lexicon.HYPHEN_ENDINGS:
            return int(token.i)
    return None


def _result(draft: Draft) -> int | None:
    """The count between two teams that a second count follows: *Hajduk 2 Proleter 0*."""
    counted = draft.doc[draft.end : draft.end + 1].text.isdigit()
    return next((int(one.i) for one in draft.span[1:-1] if counted and one.is_digit), None)


def _possessor(draft: Draft) -> int | None:
    """The possessive ending after the state whose body is named (*Kenya's Foreign Ministry*)."""
    if draft.kind != "organisation":
        return None
    for token in draft.span[1:-1]:
        if token.text in lexicon.POSSESSIVE:
            fact = look_up(draft.doc[draft.start : token.i].text)
            state = fact is not None and fact.kind == "country" and fact.form == "name"
            return int(token.i) if state else None
    return None


def _owner(draft: Draft) -> int | None:
    """The *s* of an owner that lost its apostrophe (*Southerns Georgia Power Co*).

    The text names the owner alone as well; *Moodys Investors* are no investors of Moody.
    """
    second = draft.span[1]
    if draft.kind != "organisation" or (second.text, second.norm_) != ("s", "'s"):
        return None
    owner = draft.span[0]
    alone = any(
        token.text == owner.text and token.i != owner.i and token.nbor(1).text != "s"
        for token in draft.doc[:-1]
    )
    return int(second.i) if alone else None


def _hyphen(draft: Draft, surnames: set[str]) -> int | None:
    """The hyphen between two peoples or two people's surnames (*Indo-Pakistani*, *Putin-Aso*)."""
    if len(draft.span) != 3 or draft.span[1].text not in HYPHENS:
        return None
    left, _, right = (token.text for token in draft.span)
    if {left, right} <= surnames:
        return draft.start + 1
    return draft.start + 1 if _people(left) and _demonym(right) else None


def _people(word: str) -> bool:
    return word.lower() in PREFIXES or _demonym(word)


def _demonym(word: str) -> bool:
    fact = look_up(word)
    return fact is not None and fact.form == "demonym"


def _conjunction(draft: Draft) -> int | None:
    """The *and* between two people of whom each has two names or more; in cricket, *b* or *c*."""
    for token in draft.span[1:-1]:
        whole = draft.start + 1 < token.i < draft.end - 2
        if (token.lower_ in AND and whole) or token.text in DISMISSED:
            return int(token.i)
    return None


def _full_stop(draft: Draft) -> int | None:
    """The full stop after letters that end a sentence: *used SNA and AI. SNA shows ties*."""
    for token in draft.span[1:-1]:
        letters = draft.doc[token.i - 1].text
        if token.text == "." and len(letters) > 1 and letters.isupper() and token.whitespace_:
            return int(token.i)
    return None


def _slash(draft: Draft) -> int | None:
    """The stroke between two names of two words or more: *Nile Fund/Congo Fund*."""
    for token in draft.span[2:-2]:
        if token.text == "/":
            return int(token.i)
    return None


def _comma(draft: Draft) -> int | None:
    """The comma before the state that a town lies in."""
    commas = [token.i for token in draft.span if token.text == ","]
    if not commas:
        return None
    rest = draft.doc[commas[-1] + 1 : draft.end].text
    fact = look_up(rest)
    state = rest != "D.C." and (_STATE.fullmatch(rest) is not None or _region(rest))
    known = fact is not None and fact.kind == "country"
    return commas[-1] if state or known else None


def _region(name: str) -> bool:
    """Whether a name is that of a part of a state (*Columbus, Ohio*), and of no city as well."""
    from actors.knowledge.places import find_place

    place = find_place(name)
    return place is not None and place.kind != "city"


def _inside(draft: Draft) -> int | None:
    """The *in* between a body and the place where it is."""
    for seat in (_seated(draft), _town(draft)):
        if seat is not None:
            return seat
    span = draft.span
    at = next((token.i for token in reversed(span) if token.lower_ == "in"), None)
    if at is None or not 0 < draft.end - 1 - at <= 3 or _bracketed(draft):
        return None
    heads = lexicon.words("organisation_heads") | {"center", "centre"}
    body = any(token.lower_ in heads for token in draft.doc[draft.start : at])
    tail = draft.doc[at + 1 : draft.end]
    return int(at) if body and all(token.text[:1].isupper() for token in tail) else None


def _seated(draft: Draft) -> int | None:
    """The *of* between a company's legal form and its seat (*Dominion Inc of Canada*).

    A utility's is part of its name (*Public Service Co of Colorado*), and so is one before
    another legal form (*Saunders Co of Canada Ltd*).
    """
    for token in draft.span[1:-1]:
        if token.lower_ == "of" and legal(draft.doc[token.i - 1].text):
            utility = draft.doc[max(0, token.i - 2)].lower_ in UTILITIES
            whole = legal(draft.span[-1].text) or (utility and draft.end - token.i <= 3)
            return None if whole else int(token.i)
    return None


def _town(draft: Draft) -> int | None:
    """The *of* between a body and a town that is named with its state (*of Harpton, Calif.*)."""
    comma = _comma(draft)
    ofs = [
        token.i for token in draft.span[2:] if comma and token.lower_ == "of" and token.i < comma
    ]
    return ofs[-1] if ofs else None


def _without_ticker(draft: Draft) -> Draft:
    """A company without the letters of the exchange after it (*Fieldcrest Cannon Inc FLD*)."""
    if len(draft.span) < 2 or draft.kind not in ("organisation", "person"):
        return draft
    before, last = draft.span[-2], draft.span[-1].text
    symbol = bool(before.whitespace_) and SYMBOL.fullmatch(last) is not None
    if symbol or (legal(before.text) and _TICKER.fullmatch(last)):
        return replace(draft, end=draft.end - 1, kind="organisation")
    return draft


def _without_count(draft: Draft) -> Draft:
    """A known body without the number after it (*sent to the Senate 13 to 11*)."""
    shorter = replace(draft, end=draft.end - 1)
    return shorter if len(draft.span) > 1 and look_up(shorter.text) is not None else draft


def _without_matter(draft: Draft) -> Draft:
    """A body without what it is accused of (*accused the Ministry of Health of waste*)."""
    ofs = [token.i for token in draft.span if token.lower_ == "of"]
    matter = draft.kind == "organisation" and len(ofs) > 1 and draft.span[-1].text.islower()
    return replace(draft, end=ofs[-1]) if matter else draft


def _bracketed(draft: Draft) -> bool:
    """Whether letters for the whole name may follow in brackets."""
    return bool(draft.doc[draft.end : draft.end + 1].text == "(")


def _listed(drafts: list[Draft]) -> set[int]:
    """Bodies of one word with their states in a row: *Transgaz of Romania, Botas of Turkey*.

    One alone may well be a name (*Bank of China*); words that make the name of a body
    (*bank*, *union*) are never taken for one.
    """
    heads = [(draft, head) for draft in drafts if (head := _of_state(draft))]
    found: set[int] = set()
    for (left, one), (right, other) in pairwise(heads):
        if one != other and right.start - left.end <= NEAR:
            found |= {id(left), id(right)}
    return found


def _of_state(draft: Draft) -> str:
    """The first word of *X of State*, where it is no word for a body."""
    if draft.kind != "organisation" or len(draft.span) < 3 or draft.span[1].lower_ != "of":
        return ""
    head = draft.span[0]
    fact = look_up(draft.doc[draft.start + 2 : draft.end].text)
    general = lexicon.words("organisation_heads") | lexicon.words("common_nouns")
    state = fact is not None and fact.kind == "country" and fact.form == "name"
    return head.text if state and head.lower_ not in general else ""


__all__ = ["cut"]
