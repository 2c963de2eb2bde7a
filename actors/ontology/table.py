"""The types of relations, read from ``types.toml``, with those of the user's own file."""

from __future__ import annotations

import functools
import json
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from actors.types import Key, Sign

if TYPE_CHECKING:
    import networkx as nx

__all__ = [
    "ACTOR",
    "MARK",
    "OWN_TYPES",
    "QUADS",
    "STRUCTURAL",
    "TRAITS",
    "Ontology",
    "Type",
    "having",
    "in_use",
    "in_words",
    "of_graph",
    "ontology",
    "using",
]

ACTOR = ("person", "organisation", "country", "group", "place", "other")
"""Who may stand at the ends of a relation."""
MARK = "ontology"
"""The mark under which a study keeps types of the user's own, as `read_own` gives them."""
OWN_TYPES = "own_types"
"""The attribute of a network that holds them."""
STRUCTURAL = "structural"
"""The quad class of types that tell what two actors are to each other, not what one does."""
QUADS = (
    STRUCTURAL,
    *("verbal cooperation", "material cooperation", "verbal conflict", "material conflict"),
)
TRAITS = (*("affiliation", "office", "private", "still", "pressing", "harm", "local", "in words"),)
"""What else may hold of a type; ``types.toml`` says what each means."""


@dataclass(frozen=True, slots=True)
class Type:
    """One type of relation; the fields are those of its table in ``types.toml``.

    ``ends`` are pairs of kinds of sources and of targets. ``verbs``, ``nouns`` and ``acts`` state
    the type and are given only in files of the user's own: our own words are in the tables of
    ``actors/languages/en/relations/data``. ``own`` is whether the user's file defines the type.
    """

    name: str
    quad: str
    sign: Sign
    symmetric: bool
    ends: tuple[tuple[frozenset[str], frozenset[str]], ...]
    definition: str
    example: str = ""
    counter_example: str = ""
    traits: frozenset[str] = frozenset()
    cameo: tuple[str, ...] = ()
    intensity: float | None = None
    ftm: str = ""
    link: tuple[str, str, str] | None = None
    country_property: tuple[str, str] | None = None
    speaks_for: int | None = None
    attitude: float = 0.0
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    own: bool = False

    @property
    def structural(self) -> bool:
        """Whether it tells what two actors are to each other, not what one does to the other."""
        return self.quad == STRUCTURAL

    @property
    def spoken(self) -> bool:
        """Whether it is done in words: such an act may be about what somebody has or does."""
        return self.quad.startswith("verbal") or "in words" in self.traits

    def takes(self, source: str, target: str) -> bool:
        """Whether actors of these kinds may stand at its ends.

        >>> ontology()["kin_of"].takes("person", "country")
        False
        """
        return any(source in left and target in right for left, right in self.ends)


Ontology: TypeAlias = Mapping[str, Type]

_IN_USE: ContextVar[str] = ContextVar("own types", default="")


def ontology(own: str | None = None) -> Ontology:
    """All types by name: ours, then the user's.

    Args:
        own: types of the user's own, as `actors.ontology.read_own` gives them; those in use
            (`using`) if left out

    >>> ontology()["assault"].sign
    '-'
    """
    return _with_own(_IN_USE.get() if own is None else own)


@contextmanager
def using(own: str) -> Iterator[None]:
    """Use types of the user's own, as `actors.ontology.read_own` gives them, while a text is read.

    >>> tells = {"definition": "...", "quad": "structural", "sign": "0", "symmetric": False}
    >>> with using(json.dumps({"mentors": {**tells, "ends": ["person > person"]}})):
    ...     "mentors" in ontology()
    True
    >>> "mentors" in ontology()
    False
    """
    before = _IN_USE.set(own)
    try:
        yield
    finally:
        _IN_USE.reset(before)


def in_use() -> str:
    """The types of the user's own that are in use, as `using` was given them."""
    return _IN_USE.get()


def of_graph(graph: nx.MultiDiGraph[Key]) -> Ontology:
    """The types of a network; its attribute `OWN_TYPES` holds those of the user's own.

    >>> import networkx as nx
    >>> of_graph(nx.MultiDiGraph()) == ontology("")
    True
    """
    return ontology(str(graph.graph.get(OWN_TYPES, "")))


def having(trait: str, types: Ontology | None = None) -> frozenset[str]:
    """The names of the types that have a trait.

    >>> sorted(having("harm"))
    ['assault', 'coerce', 'sanction']
    """
    known = ontology() if types is None else types
    return frozenset(name for name, type_ in known.items() if trait in type_.traits)


def in_words(name: str) -> str:
    """The name of a type as people read it.

    >>> in_words("member_of")
    'member of'
    """
    return name.replace("_", " ")


@functools.lru_cache(maxsize=32)
def _with_own(own: str) -> Ontology:
    added = json.loads(own) if own else {}
    types = {name: _read(name, table, own=True) for name, table in added.items()}
    return MappingProxyType({**_built_in(), **types})


@functools.cache
def _built_in() -> dict[str, Type]:
    text = (files(__package__) / "types.toml").read_text(encoding="utf-8")
    return {name: _read(name, table) for name, table in tomllib.loads(text).items()}


def _read(name: str, table: Mapping[str, Any], *, own: bool = False) -> Type:
    """One type from its table, whose lists become tuples."""
    fields: dict[str, Any] = {
        key: tuple(v) if isinstance(v, list) else v for key, v in table.items()
    }
    fields["ends"] = tuple(_both(ends) for ends in table["ends"])
    fields["traits"] = frozenset(table.get("traits", ()))
    return Type(name, own=own, **fields)


def _both(ends: str) -> tuple[frozenset[str], frozenset[str]]:
    """Kinds of source and target of one line of ``ends``."""
    left, _, right = ends.partition(">")
    return _kinds(left), _kinds(right)


def _kinds(listed: str) -> frozenset[str]:
    """The kinds in a list; "actor" is any of them."""
    names = [name.strip() for name in listed.split(",")]
    return frozenset(ACTOR if names == ["actor"] else names)
