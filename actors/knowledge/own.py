"""A user's own table of known actors: what this study knows that the package does not."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from actors.errors import SettingsError
from actors.knowledge.folding import acronym, capitalised, fold
from actors.knowledge.tables import TableRow, items
from actors.types import Kind

_COLUMNS = frozenset(("name", "kind", "subtype", "acronyms", "aliases", "country", "wikidata"))


@dataclass(frozen=True, slots=True)
class Known:
    """An actor of a user's own table; ``ftm`` is its id among FollowTheMoney entities."""

    name: str
    kind: Kind
    subtype: str = ""
    acronyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    country: str = ""
    wikidata: str = ""
    ftm: str = ""

    @property
    def identifiers(self) -> tuple[tuple[str, str], ...]:
        """(scheme, value) pairs as `actors.types.Entity` carries them.

        >>> Known("Pamir Relief", "organisation", wikidata="Q42").identifiers
        (('own', 'pamir relief'), ('wikidata', 'Q42'))
        """
        pairs = (("own", fold(self.name)), ("ftm", self.ftm), ("wikidata", self.wikidata))
        return tuple(pair for pair in pairs if pair[1])


def read_own(path: Path) -> tuple[Known, ...]:
    """The actors of a CSV file with the columns ``name`` and ``kind``.

    ``subtype``, ``acronyms``, ``aliases`` (each a list joined by ``|``), ``country`` (ISO
    code) and ``wikidata`` may be left out. Raises `SettingsError` for a file that cannot be
    read, a column or kind that is not known, and a row without a name.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SettingsError(f"{path}: cannot be read as CSV in UTF-8: {error}") from error
    return tuple(_known(path, line, row) for line, row in enumerate(rows, start=2))


def find_own(text: str, table: Iterable[Known]) -> Known | None:
    """The actor of a user's table that a name means; acronyms keep their case.

    >>> table = [Known("Pamir Relief", "organisation", acronyms=("PR",))]
    >>> find_own("the Pamir Relief", table).name, find_own("PR", table).name
    ('Pamir Relief', 'Pamir Relief')
    >>> find_own("pr", table)
    """
    for known in table:
        if acronym(text) in {acronym(short) for short in known.acronyms}:
            return known
        if capitalised(text) and fold(text) in {
            fold(name) for name in (known.name, *known.aliases)
        }:
            return known
    return None


def _known(path: Path, line: int, row: TableRow) -> Known:
    unknown = {str(column) for column in row} - _COLUMNS
    if unknown:
        named = ", ".join(sorted(unknown))
        raise SettingsError(
            f"{path}: no column is called {named}; use {', '.join(sorted(_COLUMNS))}"
        )
    cells = {column: (row.get(column) or "").strip() for column in _COLUMNS}
    if not cells["name"]:
        raise SettingsError(f"{path}, line {line}: the name is missing")
    if cells["kind"] not in get_args(Kind):
        raise SettingsError(f"{path}, line {line}: kind must be one of {', '.join(get_args(Kind))}")
    return Known(
        name=cells["name"],
        kind=cast(Kind, cells["kind"]),
        subtype=cells["subtype"],
        acronyms=items(cells["acronyms"]),
        aliases=items(cells["aliases"]),
        country=cells["country"].upper(),
        wikidata=cells["wikidata"],
    )
