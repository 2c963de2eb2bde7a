"""Organisations that news speaks of: international bodies, armed groups, parties, media ...

Names and facts only, with the Wikidata identifier where it is known for certain; none
rather than a guess. Sources and dates: docs/knowledge.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from actors.knowledge.folding import acronym, capitalised, fold
from actors.knowledge.name_words import function_words
from actors.knowledge.tables import items, rows


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation known beforehand.

    ``subtype`` is igo, ngo, company, party, armed_group, military, government or media;
    ``country`` the ISO code of the state or territory it belongs to, or empty;
    ``wikidata`` may be empty.
    """

    id: str
    name: str
    acronyms: tuple[str, ...]
    aliases: tuple[str, ...]
    subtype: str
    country: str
    wikidata: str

    @property
    def identifiers(self) -> tuple[tuple[str, str], ...]:
        """(scheme, value) pairs as `actors.types.Entity` carries them.

        >>> organisation_by_id("nato").identifiers
        (('actors', 'nato'), ('igo', 'NATO'), ('wikidata', 'Q7184'))
        """
        short = self.acronyms[0] if self.acronyms else self.name
        pairs = [("actors", self.id)]
        pairs += [("igo", short)] if self.subtype == "igo" else []
        pairs += [("wikidata", self.wikidata)] if self.wikidata else []
        return tuple(pairs)


@cache
def organisations() -> tuple[Organisation, ...]:
    """All organisations, the better known first."""
    return tuple(
        Organisation(
            row["id"],
            row["name"],
            items(row["acronyms"]),
            items(row["aliases"]),
            row["subtype"],
            row["country"],
            row["wikidata"],
        )
        for row in rows("organisations")
    )


def organisation_by_id(key: str) -> Organisation:
    """The organisation with one of our keys; ``KeyError`` if there is none.

    >>> organisation_by_id("taliban").subtype
    'armed_group'
    """
    return _by_id()[key]


def find_organisation(text: str) -> Organisation | None:
    """The organisation that a full name, a variant or an acronym in capitals means.

    Spellings (*Organisation*, *Centre*), *UN* for *United Nations* and accents make no
    difference. Where two share an acronym, the better known.

    >>> find_organisation("Collective Security Treaty Organisation").acronyms
    ('CSTO',)
    >>> find_organisation("the UN Refugee Agency").acronyms, find_organisation("un")
    (('UNHCR',), None)
    """
    found = by_acronym().get(acronym(text))
    if found or not capitalised(text):
        return found
    return by_name().get(name_key(text)) or by_name().get(fold(text))


def name_key(name: str) -> str:
    """The key of a name: its folded form, with the article where that is all but one word.

    *The Sun* is a newspaper, *Sun* is not; *the Kremlin* and *Kremlin* are one.

    >>> name_key("The Sun"), name_key("The Washington Post")
    ('the sun', 'washington post')
    """
    folded = fold(name)
    articles = function_words("name")
    opening = next((each for each in articles if name.startswith(f"{each.capitalize()} ")), "")
    return f"{opening} {folded}" if opening and " " not in folded else folded


def spellings(name: str) -> Iterator[str]:
    """A name and the forms it also takes that no table needs to list.

    >>> list(spellings("United Nations Secretariat"))
    ['United Nations Secretariat', 'UN Secretariat']
    """
    yield name
    if name.startswith("United Nations "):
        yield name.replace("United Nations", "UN", 1)
    if name.startswith("UN "):
        yield name.replace("UN", "United Nations", 1)
    if name.startswith("United States "):
        yield name.replace("United States", "US", 1)


@cache
def by_name() -> dict[str, Organisation]:
    """Organisations by the folded form of each of their names."""
    found: dict[str, Organisation] = {}
    for organisation in organisations():
        for name in (organisation.name, *organisation.aliases):
            for spelling in spellings(name):
                found.setdefault(name_key(spelling), organisation)
    return found


@cache
def by_acronym() -> dict[str, Organisation]:
    """Organisations by acronym, without points and with its case."""
    found: dict[str, Organisation] = {}
    for organisation in organisations():
        for short in organisation.acronyms:
            found.setdefault(acronym(short), organisation)
    return found


@cache
def _by_id() -> dict[str, Organisation]:
    return {organisation.id: organisation for organisation in organisations()}
