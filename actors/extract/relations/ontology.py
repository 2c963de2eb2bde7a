"""The types of relations, read from ``ontology.toml``: sign, quad class, who may stand where."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, TypeAlias

from actors.types import Sign

ACTOR = ("person", "organisation", "country", "group", "place", "other")


@dataclass(frozen=True, slots=True)
class Type:
    """One type of relation; the fields are those of its table in ``ontology.toml``."""

    name: str
    title: str
    quad: str
    sign: Sign
    symmetric: bool
    ends: tuple[tuple[frozenset[str], frozenset[str]], ...]
    cameo: tuple[str, ...]
    intensity: float | None
    ftm: str
    definition: str
    example: str
    counter_example: str

    def takes(self, source: str, target: str) -> bool:
        """Whether actors of these kinds may stand at its ends.

        >>> ontology()["kin_of"].takes("person", "country")
        False
        """
        return any(source in left and target in right for left, right in self.ends)


Ontology: TypeAlias = Mapping[str, Type]


@functools.cache
def ontology() -> Ontology:
    """All types by name.

    >>> ontology()["assault"].sign
    '-'
    """
    text = (files(__package__) / "ontology.toml").read_text(encoding="utf-8")
    return {name: read(name, table) for name, table in tomllib.loads(text).items()}


def read(name: str, table: Mapping[str, Any]) -> Type:
    """One type from its table."""
    return Type(
        name,
        table["title"],
        table["quad"],
        table["sign"],
        table["symmetric"],
        tuple(both(ends) for ends in table["ends"]),
        tuple(table["cameo"]),
        table.get("intensity"),
        table["ftm"],
        table["definition"],
        table["example"],
        table["counter_example"],
    )


def both(ends: str) -> tuple[frozenset[str], frozenset[str]]:
    """Source and target kinds of one line of ``ends``."""
    left, _, right = ends.partition(" > ")
    return kinds(left), kinds(right)


def kinds(listed: str) -> frozenset[str]:
    """The kinds in a list; "actor" is any of them."""
    names = [name.strip() for name in listed.split(",")]
    return frozenset(ACTOR if names == ["actor"] else names)
