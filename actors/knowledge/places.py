"""Places that are no states: world regions, parts of states, territories, cities.

Cities are those of GeoNames with 15,000 inhabitants or more. Sources: docs/knowledge.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from actors.knowledge.folding import capitalised, fold
from actors.knowledge.tables import items, rows


@dataclass(frozen=True, slots=True)
class Place:
    """A place: ``kind`` is city, region, territory, continent, sea, river and the like.

    ``country`` is the ISO alpha-2 code of the state or territory it lies in (not every code
    is a `State`), empty where there is none or several;
    ``population`` is inhabitants, 0 where not known.
    """

    name: str
    kind: str
    country: str = ""
    population: int = 0
    wikidata: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def identifiers(self) -> tuple[tuple[str, str], ...]:
        """(scheme, value) pairs as `actors.types.Entity` carries them.

        >>> find_place("Central Asia").identifiers
        (('wikidata', 'Q27275'),)
        """
        return (("wikidata", self.wikidata),) if self.wikidata else ()


def find_place(text: str) -> Place | None:
    """The place that a name means: a region before a city, and the larger city.

    >>> find_place("Kunduz").country, find_place("the Middle East").kind
    ('AF', 'region')
    >>> find_place("Kiev").name, find_place("nice")
    ('Kyiv', None)
    """
    if not capitalised(text):
        return None
    return _regions_by_name().get(fold(text)) or find_city(text)


def find_city(text: str) -> Place | None:
    """The city that a name means, the largest where several share it.

    >>> find_city("Moscow").country, find_city("Bombay").name
    ('RU', 'Mumbai')
    """
    return _cities_by_name().get(fold(text)) if capitalised(text) else None


@cache
def regions() -> tuple[Place, ...]:
    """World regions, parts of states, territories, seas and rivers."""
    return tuple(
        Place(
            row["name"],
            row["kind"],
            row["country"],
            wikidata=row["wikidata"],
            aliases=items(row["aliases"]),
        )
        for row in rows("regions")
    )


@cache
def cities() -> tuple[Place, ...]:
    """Cities of 15,000 inhabitants or more, the largest first."""
    return tuple(
        Place(
            row["name"],
            "city",
            row["country"],
            int(row["population"]),
            aliases=items(row["aliases"]),
        )
        for row in rows("cities")
    )


@cache
def _regions_by_name() -> dict[str, Place]:
    return _by_name(regions())


@cache
def _cities_by_name() -> dict[str, Place]:
    return _by_name(cities())


def _by_name(places: tuple[Place, ...]) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for place in places:
        found.setdefault(fold(place.name), place)
    for place in places:
        for alias in place.aliases:
            found.setdefault(fold(alias), place)
    return found
