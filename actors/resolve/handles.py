"""By what an actor is looked up: its names in the forms in which they are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from anyascii import anyascii

from actors.knowledge.called import Called, Sort, called
from actors.knowledge.folding import fold
from actors.knowledge.name_words import without_article
from actors.knowledge.own import Known
from actors.knowledge.roles import title_before
from actors.knowledge.states import find_demonym
from actors.languages.latin import names_in_scripts
from actors.resolve.lexicon import lexicon
from actors.resolve.organisations import BodyName, body_name, initials
from actors.resolve.people import PersonName, person_name
from actors.resolve.spelling import folded
from actors.types import UNNAMED, Actor


@dataclass(frozen=True)
class Handles:
    """The names of one actor, each form worked out when it is first asked for."""

    actor: Actor
    known: tuple[Known, ...] = ()

    @cached_property
    def table(self) -> tuple[Called, ...]:
        """What tables call the actor."""
        pairs = self.actor.identifiers
        return called(pairs, self.known) if pairs else ()

    @cached_property
    def identifiers(self) -> frozenset[str]:
        """Its identifiers as they may be typed, in small letters: ``wikidata:q863``, ``q863``.

        Two letters alone are no identifier: ``IS`` may be Iceland or the Islamic State.
        """
        pairs = [pair for pair in self.actor.identifiers if pair[0] != UNNAMED]
        typed = [f"{scheme}{mark}{value}" for scheme, value in pairs for mark in ": "]
        alone = [value for _, value in pairs if len(value) > _SHORTEST]
        return frozenset(text.casefold() for text in (*typed, *alone))

    @cached_property
    def aliases(self) -> frozenset[str]:
        """The other names that documents give it, folded."""
        return frozenset(map(plain, self.actor.aliases))

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Its name and its aliases in small plain letters, its name first."""
        return tuple(map(folded, (self.actor.name, *self.actor.aliases)))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name of the actor that is written out, its own first."""
        tabled = [one.text for one in self.table if one.sort == "name"]
        mine = [self.actor.name, *self.actor.aliases, *tabled]
        return tuple(dict.fromkeys(mine))

    @cached_property
    def people(self) -> tuple[PersonName, ...]:
        """Its names as those of a person; none for what is no person."""
        return tuple(map(person_name, self.names)) if self.actor.kind == "person" else ()

    @cached_property
    def bodies(self) -> tuple[BodyName, ...]:
        """Its names as those of an organisation; none for a person."""
        return () if self.actor.kind == "person" else tuple(map(body_name, self.names))

    @cached_property
    def words(self) -> tuple[frozenset[str], ...]:
        """The words of each of its names."""
        return tuple(frozenset(plain(name).split()) for name in self.names)

    @cached_property
    def initials(self) -> frozenset[str]:
        """Acronyms that its names can give."""
        long = [body for body in self.bodies if len(body.content) > 2]
        return frozenset(one for body in long for one in initials(body))

    @cached_property
    def tabled(self) -> Mapping[str, frozenset[str]]:
        """What tables call it in each way, folded; see `actors.knowledge.called.Sort`."""
        if not self.table:
            return _NOT_TABLED
        found: dict[str, set[str]] = {sort: set() for sort in get_args(Sort)}
        for one in self.table:
            found[one.sort].add(plain(one.text))
        for pair in self.actor.identifiers:
            found["name"] |= set(map(plain, names_in_scripts().get(pair, ())))
        return {sort: frozenset(texts) for sort, texts in found.items()}


_NOT_TABLED: Mapping[str, frozenset[str]] = dict.fromkeys(get_args(Sort), frozenset())
_SHORTEST = 2
"""Letters of an identifier that needs its scheme beside it."""
LAST_LATIN = 0x24F
"""The last letter of Unicode's Latin blocks."""


def plain(text: str) -> str:
    """A name as it is compared: Latin letters, no accents, dots, article or possessive.

    >>> plain("The U.S."), plain("Côte d’Ivoire's"), plain("Кабулов")
    ('us', 'cote divoire', 'kabulov')
    """
    known = fold(text if text.isascii() else latin(text))
    return without_article(folded(known))


def latin(text: str) -> str:
    """A name of another script in Latin letters; accents of Latin letters stay.

    >>> latin("Эмомали Рахмон"), latin("Mirziyoyev’s Élysée")
    ('Emomali Rakhmon', 'Mirziyoyev’s Élysée')
    """
    return "".join(
        anyascii(one) if ord(one) > LAST_LATIN and one.isalpha() else one for one in text
    )


def untitled(text: str) -> str:
    """A person's name without the office in front and whose office it is.

    >>> untitled("Russian Foreign Minister Sergei Lavrov"), untitled("Mr Kabulov")
    ('Sergei Lavrov', 'Kabulov')
    >>> untitled("Sergei Lavrov")
    'Sergei Lavrov'
    """
    words = text.split()
    for size in (0, 1, 2):
        whose = " ".join(words[:size])
        found = title_before(words[size:]) if not size or find_demonym(whose) else None
        if found:
            return " ".join(words[size + found[0] :])
    return text


def telling(folded_name: str) -> frozenset[str]:
    """The words of a name without articles and the like; none if only letters are left.

    >>> sorted(telling("organization for security")), len(telling("z")), len(telling("of the"))
    (['organization', 'security'], 0, 0)
    """
    words = frozenset(folded_name.split()) - lexicon().small_words
    return words if any(len(word) > 1 for word in words) else frozenset()
