"""The two sides of a comparison: two studies, two periods of one, or two of its sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar, Unpack

from actors.analysis.networks import Levels
from actors.analysis.periods import span
from actors.analysis.whole import whole
from actors.errors import NotFound, SettingsError
from actors.network.views import during, from_sources
from actors.store.holdings import stories_told
from actors.store.queries import outlets
from actors.types import Key, NodeAttributes, Rule

if TYPE_CHECKING:
    import networkx as nx

    from actors.store import Store

__all__ = [
    "OpenPeriod",
    "Side",
    "labels",
    "matched",
    "pair_of",
    "same_actors",
    "two_periods",
    "two_sources",
    "whole_side",
]

OpenPeriod: TypeAlias = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Side:
    """One side: its network with all sentences, and its stories, those without ties included."""

    label: str
    graph: nx.MultiDiGraph[Key]
    stories: frozenset[Key]


def whole_side(
    label: str, store: Store, rules: Iterable[Rule] = (), **level: Unpack[Levels]
) -> Side:
    """A whole corpus as a side.

    Args:
        label: what it is called
        store: the records of a study
        rules: the analyst's decisions
        level: levels as in `actors.Study.graph`
    """
    return Side(label, whole(store, rules, **level), frozenset(stories_told(store)))


def matched(first: Side, second: Side) -> tuple[Side, Side]:
    """Two corpora whose actors have the same keys.

    An actor of the second is that of the first with which it shares an identifier, or else its
    name and kind.
    """
    import networkx as nx

    renamed = nx.relabel_nodes(second.graph, same_actors(first.graph, second.graph), copy=True)
    return first, replace(second, graph=renamed)


def two_periods(
    store: Store,
    rules: Iterable[Rule],
    first: OpenPeriod,
    second: OpenPeriod,
    **level: Unpack[Levels],
) -> tuple[Side, Side]:
    """Two periods, the days given included; sentences by the day of the event where known.

    Raises:
        NotFound: no document has a date
    """
    span(store)
    graph = whole(store, rules, **level)
    one, other = (
        Side(
            f"{since or ''}..{until or ''}",
            during(graph, since, until),
            frozenset(stories_told(store, since, until)),
        )
        for since, until in (first, second)
    )
    return one, other


def two_sources(
    store: Store, rules: Iterable[Rule], first: str, second: str, **level: Unpack[Levels]
) -> tuple[Side, Side]:
    """Two outlets, by the names that the documents give them.

    Raises:
        NotFound: no document has the source; the message lists those there are
    """
    graph = whole(store, rules, **level)
    found = []
    for source in (first, second):
        told = stories_told(store, sources=[source])
        if not told:
            known = ", ".join(outlets(store)) or "none at all"
            raise NotFound(f"no document has the source {source!r}; there are: {known}")
        found.append(Side(source, from_sources(graph, source), frozenset(told)))
    return found[0], found[1]


def same_actors(first: nx.MultiDiGraph[Key], second: nx.MultiDiGraph[Key]) -> dict[Key, Key]:
    """Which actor of the first network each of the second is; one-to-one, others left out.

    >>> import networkx as nx
    >>> one, other = nx.MultiDiGraph(), nx.MultiDiGraph()
    >>> one.add_node("a", name="Iran", kind="country", identifiers=(("iso3166", "IR"),))
    >>> other.add_node("z", name="Islamic Republic", kind="country",
    ...                identifiers=(("iso3166", "IR"),))
    >>> same_actors(one, other)
    {'z': 'a'}
    """
    known: dict[object, Key] = {}
    for node, about in first.nodes(data=True):
        for sign in _signs(about):
            known.setdefault(sign, node)
    found = {node: node for node in second if node in first}
    taken = set(found)
    for node, about in second.nodes(data=True):
        fitting = [known[sign] for sign in _signs(about) if sign in known]
        if node not in found and fitting and fitting[0] not in taken:
            found[node] = fitting[0]
            taken.add(fitting[0])
    return found


def _signs(about: NodeAttributes) -> list[object]:
    """What tells an actor, the surest first."""
    return [*about["identifiers"], (about["kind"], str(about["name"]).casefold())]


_Part = TypeVar("_Part")


def pair_of(given: Sequence[_Part]) -> tuple[_Part, _Part]:
    """The two parts of a list of two.

    Raises:
        SettingsError: they are not two
    """
    if isinstance(given, str) or len(given) != 2:
        raise SettingsError(f"a comparison has two sides: give a list of two, not {given!r}")
    return given[0], given[1]


def labels(first: Path | None, second: Path | None) -> tuple[str, str]:
    """What two studies are called: by their folders, or by their files where these are alike.

    >>> labels(Path("/one/study.duckdb"), Path("/other/study.duckdb")), labels(None, None)
    (('one', 'other'), ('memory 1', 'memory 2'))
    """
    one, other = (path.parent.resolve().name if path else "memory" for path in (first, second))
    if one != other:
        return one, other
    return str(first or "memory 1"), str(second or "memory 2")
