"""The ways to read a name that an analyst types, the surest first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from actors.resolve.handles import Handles, latin, plain, telling
from actors.resolve.organisations import BodyName, body_name, compare_bodies
from actors.resolve.people import PersonName, compare_people, person_name


@dataclass(frozen=True)
class Wanted:
    """A name as it was typed, in the forms in which it is compared."""

    text: str

    @cached_property
    def plain(self) -> str:
        """Without accents, dots, article and case."""
        return plain(self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words without articles and the like; none if no word tells anything."""
        return telling(self.plain)

    @cached_property
    def person(self) -> PersonName:
        """As the name of a person."""
        return person_name(latin(self.text))

    @cached_property
    def people(self) -> tuple[PersonName, ...]:
        """The same, and with the surname in front (*Putin V.*)."""
        first, *others = self.person.tokens
        turned = replace(self.person, given=tuple(others), surname=first)
        return (self.person, turned) if others else (self.person,)

    @cached_property
    def body(self) -> BodyName:
        """As the name of an organisation."""
        return body_name(latin(self.text))


@dataclass(frozen=True, slots=True)
class Way:
    """A way to read a name: whether an actor fits it, and what to say where one does.

    A ``loose`` way is only tried where nothing that we know of, not even a place, is called so.
    """

    fits: Callable[[Handles, Wanted], bool]
    how: str = ""
    loose: bool = False


def _is_identified(one: Handles, wanted: Wanted) -> bool:
    """A key or an identifier, as our outputs write it, or the address of a page about it."""
    text = wanted.text.strip()
    return text == one.actor.key or text.rsplit("/", 1)[-1].casefold() in one.identifiers


def _is_name(one: Handles, wanted: Wanted) -> bool:
    return wanted.text.strip().casefold() == one.actor.name.casefold()


def _is_folded_name(one: Handles, wanted: Wanted) -> bool:
    return wanted.plain == plain(one.actor.name)


def _is_alias(one: Handles, wanted: Wanted) -> bool:
    return wanted.text.strip().casefold() in {alias.casefold() for alias in one.actor.aliases}


def _is_folded_alias(one: Handles, wanted: Wanted) -> bool:
    return wanted.plain in one.aliases


def _is_tabled(one: Handles, wanted: Wanted) -> bool:
    return wanted.plain in one.tabled["name"]


def _is_short(one: Handles, wanted: Wanted) -> bool:
    return wanted.plain in one.tabled["short"]


def _is_rearranged(one: Handles, wanted: Wanted) -> bool:
    """The same words in another order, with or without a legal form or a form of address."""
    person, body = wanted.person, wanted.body
    if not any(wanted.words & words for words in one.words):
        return False
    if one.actor.kind == "person":
        words = (sorted(person.tokens), person.suffix)
        return any((sorted(name.tokens), name.suffix) == words for name in one.people)
    same = (body.content, body.state)
    return bool(body.content) and any((name.content, name.state) == same for name in one.bodies)


def _is_initials(one: Handles, wanted: Wanted) -> bool:
    return wanted.plain in one.initials


def _is_adjective(one: Handles, wanted: Wanted) -> bool:
    return wanted.plain in one.tabled["adjective"]


def _is_government(one: Handles, wanted: Wanted) -> bool:
    """*Tajik government*, *government of Tajikistan*: a country acts as its government."""
    state = wanted.body.state if wanted.body.tokens == ("government",) else ""
    return bool(state) and ("iso3166", state) in one.actor.identifiers


def _is_code(one: Handles, wanted: Wanted) -> bool:
    return wanted.plain in one.tabled["code"]


def _is_seat(one: Handles, wanted: Wanted) -> bool:
    return wanted.plain in one.tabled["seat"]


def _is_capital(one: Handles, wanted: Wanted) -> bool:
    return wanted.plain in one.tabled["capital"]


def _has_words(one: Handles, wanted: Wanted) -> bool:
    """All the words typed are words of one name that documents use."""
    return _has_all(one, wanted, 1 + len(one.actor.aliases))


def _has_tabled_words(one: Handles, wanted: Wanted) -> bool:
    return _has_all(one, wanted, len(one.words))


def _has_all(one: Handles, wanted: Wanted, names: int) -> bool:
    """Of one of the first names; *N. Korea* is *North Korea*, initials of people come later."""
    whole = {word for word in wanted.words if len(word) > 1 or one.actor.kind == "person"}
    letters = wanted.words - whole
    return bool(wanted.words) and any(
        whole <= words and letters <= {word[0] for word in words - whole}
        for words in one.words[:names]
    )


def _is_like(one: Handles, wanted: Wanted) -> bool:
    """A shorter or longer form of a name, or another spelling of it."""
    bodies = (compare_bodies(wanted.body, name).relationship for name in one.bodies)
    return "match" in bodies or any(
        _is_like_person(typed, name) for typed in wanted.people for name in one.people
    )


def _is_like_person(typed: PersonName, name: PersonName) -> bool:
    """A longer form is none of a surname alone: *Ali Karimi* need not be *Karimi*."""
    relationship = compare_people(typed, name).relationship
    return relationship in ("match", "fits") or (relationship == "fitted" and bool(name.given))


NAME = Way(_is_name)
ALIAS, FOLDED_ALIAS = Way(_is_alias), Way(_is_folded_alias)
SEAT = Way(_is_seat, "“{text}” stands for {name}, whose seat it is")
CAPITAL = Way(_is_capital, "“{text}” stands for {name}, whose capital it is")

WAYS = (
    Way(_is_identified),
    NAME,
    Way(_is_folded_name),
    ALIAS,
    FOLDED_ALIAS,
    Way(_is_tabled),
    Way(_is_short),
    Way(_is_adjective),
    Way(_is_government),
    Way(_is_code),
    SEAT,
    CAPITAL,
    Way(_is_rearranged),
    Way(_is_initials, "“{text}” are the initials of {name}", loose=True),
    Way(_has_words, "“{text}” is part of the name of {name} alone", loose=True),
    Way(_has_tabled_words, "“{text}” is part of another name of {name} alone", loose=True),
    Way(_is_like, "“{text}” is read as another form of {name}", loose=True),
)
