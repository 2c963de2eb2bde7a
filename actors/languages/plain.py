"""Names without a parser: words with their places, and who is who by words alone.

For packs whose names are found by tables and capital letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actors.languages.drafts import Draft, Referent
from actors.types import Kind

__all__ = ["SEAT_OF", "PlainName", "Token", "referents", "stand_for"]

SEAT_OF = {"capital": "whose capital it is", "seat": "whose seat it is"}
"""The forms of a name that may stand for a state or a body, and what is said of it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark with its place in the text; ``first`` begins a sentence or a quotation."""

    text: str
    start: int
    end: int
    first: bool = False

    @property
    def small(self) -> str:
        """In small letters, with the plain apostrophe."""
        return self.text.casefold().replace("’", "'")

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter or, as *7e*, is no word at all."""
        return self.text[:1].isupper()


@dataclass(eq=False, slots=True)
class PlainName:
    """A mention by name, with its words in their sentence."""

    draft: Draft
    sentence: Sequence[Token]
    first: int
    last: int

    @property
    def words(self) -> Sequence[Token]:
        """Its words."""
        return self.sentence[self.first : self.last]

    def before(self, distance: int = 1) -> str:
        """A word before the name, in small letters; empty where the sentence begins."""
        place = self.first - distance
        return self.sentence[place].small if place >= 0 else ""

    @property
    def after(self) -> str:
        """The word behind the name, in small letters."""
        return self.sentence[self.last].small if self.last < len(self.sentence) else ""


def stand_for(name: PlainName) -> None:
    """Take the name of a capital or a seat for the state or body that it stands for."""
    fact = name.draft.fact
    assert fact is not None
    name.draft.stands_for, name.draft.kind = True, fact.kind
    name.draft.reason = f"{fact.text} stands for {fact.name}, {SEAT_OF[fact.form]}"


def referents(found: Sequence[PlainName]) -> list[Referent]:
    """Whom the names mean: by identifier, by surname, and by the same words."""
    made: dict[object, Referent] = {}
    full = [one for one in found if one.draft.kind == "person" and one.last - one.first > 1]
    for name in found:
        key, title, kind = _who(name, full, found)
        if key not in made:
            fact = name.draft.fact
            known = fact is not None and not _literal(name)
            about = (fact.subtype, fact.identifiers) if known and fact else (None, ())
            made[key] = Referent(title, kind, *about)
        made[key].drafts.append(name.draft)
    return list(made.values())


def _literal(name: PlainName) -> bool:
    fact = name.draft.fact
    return fact is not None and fact.form in SEAT_OF and not name.draft.stands_for


def _who(
    name: PlainName, full: Sequence[PlainName], every: Sequence[PlainName]
) -> tuple[object, str, Kind]:
    """What makes a name the same as another, what its actor is called, and its kind."""
    fact = name.draft.fact
    if fact is not None and not _literal(name) and fact.identifiers:
        return fact.identifiers, fact.name, fact.kind
    text = " ".join(name.draft.text.split())
    if name.draft.kind == "person":
        return _person(name, full)
    if name.draft.kind == "organisation" and name.before() == "(":
        long = next(
            (one for one in every if one.last == name.first - 1 and one.sentence is name.sentence),
            None,
        )
        if long is not None and long.draft.kind == "organisation":
            return _who(long, full, every)
    return (name.draft.kind, text.casefold()), text, name.draft.kind


def _person(name: PlainName, full: Sequence[PlainName]) -> tuple[object, str, Kind]:
    """A lone surname, or a name with one in front, is that of the last full name that has it."""
    words = _words(name.words)
    fits = [one for one in full if _words(one.words)[-len(words) :] == words]
    fits = fits or [one for one in full if words == _words(one.words)[:1]]
    before = [one for one in fits if one.draft.start <= name.draft.start]
    best = (before or fits or [name])[-1 if before else 0]
    if best is not name and best.draft.text != name.draft.text:
        name.draft.reason = f"surname of {best.draft.text}"
    return ("person", tuple(_words(best.words))), best.draft.text, "person"


def _words(tokens: Sequence[Token]) -> list[str]:
    return [token.small for token in tokens if token.text[0].isalnum()]
