"""The table of organisations: our own lists first, then the Correlates of War's IGOs."""

from __future__ import annotations

import re
from pathlib import Path

from actors.knowledge.folding import fold
from tools.knowledge.tsv import own, source, unique, write

COLUMNS = ["id", "name", "acronyms", "aliases", "subtype", "country", "wikidata"]
CUT = 78  # long names of the source end in the middle of a word from here on


def build(facts: Path) -> int:
    """Write ``organisations.tsv``; return the number of organisations."""
    rows = [_own(row) for row in [*own("igos"), *own("organisations")]]
    ids = [row[0] for row in rows]
    if len(set(ids)) < len(ids):
        raise ValueError(f"repeated: {sorted(code for code in ids if ids.count(code) > 1)}")
    return write("organisations", COLUMNS, [*rows, *_cow(facts, rows)])


def identifier(name: str) -> str:
    """A readable key: the folded name, its words joined by hyphens.

    >>> identifier("Médecins Sans Frontières")
    'medecins-sans-frontieres'
    """
    return re.sub(r"[^a-z0-9+]+", "-", fold(name)).strip("-")


def cow_names(row: dict[str, str]) -> list[str]:
    """The usable full names of an organisation of the Correlates of War.

    >>> cow_names({"longorgname": "Latin American Economic System/SELA"})
    ['Latin American Economic System']
    """
    text = re.sub(r"\([^)]*\)?", "", row["longorgname"])
    names = [part.strip() for part in text.split("/")]
    if len(row["longorgname"]) >= CUT:
        names = names[:-1]
    return [name for name in names if len(name.split()) > 1 and "." not in name]


def _own(row: dict[str, str]) -> list[str]:
    return [identifier(row["name"]), *(row[column] for column in COLUMNS[1:])]


def _cow(facts: Path, known: list[list[str]]) -> list[list[str]]:
    taken = {fold(name) for row in known for name in [row[1], *row[3].split("|")]}
    rows = []
    for row in source(facts / "cow_igo" / "igo_list.csv"):
        names = cow_names(row)
        if names and not taken & {fold(name) for name in names}:
            taken |= {fold(name) for name in names}
            acronym = row["ioname"] if _telling(row["ioname"], known) else ""
            rows.append([identifier(names[0]), names[0], acronym, unique(names[1:]), "igo", "", ""])
    return rows


def _telling(acronym: str, known: list[list[str]]) -> bool:
    taken = {word for row in known for word in row[2].split("|")}
    return len(acronym) > 3 and acronym.isupper() and acronym not in taken
