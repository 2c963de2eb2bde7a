"""What is wrong with a pack: fields, tables and identifiers that don't hold."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from actors.knowledge.organisations import organisation_by_id
from actors.knowledge.states import state_by_id, states
from actors.languages.gazetteer import rows
from actors.languages.pack import ABILITIES, Pack
from actors.ontology import ontology

__all__ = ["problems"]

_COLUMNS = {
    "states": ("id", "names", "adjectives", "demonyms", "capitals"),
    "bodies": ("id", "names", "acronyms", "people"),
    "seats": ("state", "names"),
    "places": ("name", "names", "state"),
    "press": ("name", "press"),
    "ministries": ("name", "names", "state"),
}
"""The columns of each table of names."""
_NEEDED = {
    "relations": "names",
    "metonymy": "names",
    "who is who": "names",
    "attribution": "relations",
}
"""What can't be done without something else."""
_TYPED = ("type", "types")
_REVERSED = "owned_by"


def problems(pack: Pack) -> Iterator[str]:
    """What is wrong with a pack, a sentence each; nothing where all holds.

    >>> from actors.languages import find_pack
    >>> list(problems(find_pack("ru")))
    []
    """
    yield from _fields(pack)
    yield from _function(pack, "reader")
    if pack.explainer:
        yield from _function(pack, "explainer")
    for path in sorted(pack.folder.glob("*/*.tsv")):
        yield from _shape(path)
    yield from _identifiers(pack)
    yield from _types(pack)


def _fields(pack: Pack) -> Iterator[str]:
    if len(pack.code) != 2 or not pack.code.isalpha() or not pack.code.islower():
        yield f"pack.toml: code is {pack.code!r}: write the two letters of ISO 639-1"
    for ability in pack.can:
        if ability not in ABILITIES:
            yield f"pack.toml: can has {ability!r}; there are {', '.join(ABILITIES)}"
        elif _NEEDED.get(ability, ability) not in pack.can:
            yield f"pack.toml: can has {ability!r}, which needs {_NEEDED[ability]!r}"
    if pack.needs and not pack.extra:
        yield "pack.toml: it needs modules, and no extra says how to install them"


def _function(pack: Pack, field: str) -> Iterator[str]:
    """What keeps a function from being called, where all that the pack needs is installed."""
    if pack.missing:
        return
    target: str = getattr(pack, field)
    module, _, name = target.partition(":")
    try:
        found = getattr(import_module(module), name, None)
    except ImportError as error:
        yield f"pack.toml: {field} {target!r} can't be imported: {error}"
        return
    if not callable(found):
        yield f"pack.toml: {field} {target!r} is no function"


def _shape(path: Path) -> Iterator[str]:
    """Lines of a table with more or fewer fields than its first, and lines written twice."""
    place = f"{path.parent.name}/{path.name}"
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    columns = lines[0]
    wanted = _COLUMNS.get(path.stem) if path.parent.name == "names" else None
    if wanted and tuple(columns) != wanted:
        yield f"{place}: the columns are {', '.join(columns)}; they should be {', '.join(wanted)}"
    for number, line in enumerate(lines, 1):
        if len(line) != len(columns):
            yield f"{place}, line {number}: {len(line)} fields, but {len(columns)} columns"
    for row, times in Counter(map(tuple, lines)).items():
        if times > 1:
            yield f"{place}: written {times} times: {' | '.join(row)}"


def _identifiers(pack: Pack) -> Iterator[str]:
    """Identifiers that no table of facts has, and states that the pack has no name for."""
    told = set()
    for row in rows(pack.folder, "states"):
        try:
            told.add(state_by_id(row["id"]).id)
        except KeyError:
            yield f"names/states.tsv: no state has the code {row['id']!r}"
    for row in rows(pack.folder, "bodies"):
        try:
            organisation_by_id(row["id"])
        except KeyError:
            yield f"names/bodies.tsv: no organisation has the id {row['id']!r}"
    missing = [one.id for one in states() if not one.historical and one.id not in told]
    if missing and told:
        yield f"names/states.tsv: no name for {', '.join(missing)}"


def _types(pack: Pack) -> Iterator[str]:
    """Types in tables of words that the ontology doesn't have."""
    for path in sorted((pack.folder / "lexicon").glob("*.tsv")):
        for row in rows(pack.folder, path.stem, "lexicon"):
            types = [type for column in _TYPED for type in row.get(column, "").split("|") if type]
            for type in types:
                if type not in ontology("") and type != _REVERSED:
                    yield f"lexicon/{path.name}: {row['word']!r} has no type of tie: {type!r}"
