"""Known actors from FollowTheMoney entities, as Aleph and OpenSanctions give them.

A file has a JSON object a line: ``id``, ``schema`` and ``properties``, each a list of
strings. Entities that are no actors (addresses, passports, links) are left out. The format is
described at followthemoney.tech.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from actors.errors import SettingsError
from actors.knowledge.own import Known, read_own
from actors.types import Kind

#: Kind and subtype of each schema that is an actor.
SCHEMAS: Mapping[str, tuple[Kind, str]] = {
    "Person": ("person", ""),
    "Organization": ("organisation", ""),
    "Company": ("organisation", "company"),
    "LegalEntity": ("organisation", ""),
    "PublicBody": ("organisation", "government"),
    "Country": ("country", ""),
}
STATE = "state"
"""The classification of a public body that is a state, as `actors.export.ftm` writes it."""


def read_known(path: Path) -> tuple[Known, ...]:
    """Known actors of a file: CSV by its name, else FollowTheMoney entities.

    Raises:
        SettingsError: the file cannot be read; says which line.
    """
    return read_own(path) if path.suffix.lower() == ".csv" else _read_ftm(path)


def _read_ftm(path: Path) -> tuple[Known, ...]:
    """The actors among FollowTheMoney entities, in the order of the file.

    Raises:
        SettingsError: the file cannot be read, or a line is no entity.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read as UTF-8: {error}") from error
    return tuple(
        known
        for number, line in enumerate(lines, start=1)
        if line.strip()
        for known in _known(path, number, line)
    )


def _known(path: Path, number: int, line: str) -> Iterator[Known]:
    try:
        entity = json.loads(line)
        schema, properties = str(entity["schema"]), dict(entity["properties"])
    except (ValueError, KeyError, TypeError) as error:
        raise SettingsError(
            f"{path}, line {number}: no FollowTheMoney entity; a line needs id, schema and "
            f"properties ({error})"
        ) from error
    names = _values(properties, "name")
    if schema not in SCHEMAS or not names:
        return
    kind, subtype = SCHEMAS[schema]
    if STATE in _values(properties, "classification"):
        kind, subtype = "country", ""
    others = (*names[1:], *_values(properties, "alias"), *_values(properties, "weakAlias"))
    codes = _values(properties, "country") or _values(properties, "jurisdiction") or ("",)
    yield Known(
        name=names[0],
        kind=kind,
        subtype=subtype,
        acronyms=_values(properties, "abbreviation"),
        aliases=tuple(dict.fromkeys(others)),
        country=codes[0].upper(),
        wikidata=(*_values(properties, "wikidataId"), "")[0],
        ftm=str(entity.get("id") or ""),
    )


def _values(properties: Mapping[str, str | Sequence[object]], name: str) -> tuple[str, ...]:
    values = properties.get(name) or ()
    listed = [values] if isinstance(values, str) else values
    return tuple(text for value in listed if (text := str(value).strip()))
