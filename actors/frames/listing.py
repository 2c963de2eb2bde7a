"""The actors, documents and ties of a study that fit some criteria."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from actors.analysis.networks import network, selected
from actors.analysis.sides import OpenPeriod
from actors.errors import NotFound
from actors.frames.columns import sortable
from actors.frames.documents import documents
from actors.frames.mentions import mentions
from actors.frames.ties import ties
from actors.frames.who import actors
from actors.names import EVERY
from actors.network.build import KINDS
from actors.network.views import by_weight, from_sources
from actors.store.queries import outlets
from actors.types import Key, Rule

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.store import Store


@dataclass(frozen=True, slots=True)
class Criteria:
    """What to list; whatever is left empty asks for nothing.

    ``kinds`` are of actors, for ties of both ends; ``types``, ``signs``, ``layers`` and
    ``min_weight`` are of ties, ``sources`` the outlets of documents, and ``period`` the first
    and the last day, which for ties is that of the event.
    """

    kinds: Sequence[str] = ()
    types: Sequence[str] = ()
    signs: Sequence[str] = ()
    layers: Sequence[str] = ()
    sources: Sequence[str] = ()
    period: OpenPeriod | None = None
    min_weight: float | None = None

    def of_ties(self) -> bool:
        """Whether anything is asked of ties."""
        return bool(self.types or self.signs or self.layers or self.min_weight)


def list_documents(store: Store, rules: Sequence[Rule], criteria: Criteria) -> pd.DataFrame:
    """Documents of some sources and days, as `Study.documents` gives them.

    Raises:
        NotFound: no document has such a source
    """
    _check_sources(store, criteria.sources)
    found = documents(store)
    return found[_fitting(found["source"], found["published"], criteria)]


def list_actors(store: Store, rules: Sequence[Rule], criteria: Criteria) -> pd.DataFrame:
    """Actors, as `Study.actors` gives them, counted in the documents that fit.

    Places are listed only if they are asked for. If anything is asked of ties, only actors with
    such a tie are listed.

    Raises:
        NotFound: no document has such a source, or no tie such a type
    """
    found = actors(store)
    found = found[found["kind"].isin(list(criteria.kinds or KINDS))]
    if criteria.sources or criteria.period:
        found = _recounted(store, found, criteria)
    if criteria.of_ties():
        tied = list_ties(store, rules, replace(criteria, kinds=()))
        found = found[found.index.isin({*tied["source_key"], *tied["target_key"]})]
    return found


def list_ties(store: Store, rules: Sequence[Rule], criteria: Criteria) -> pd.DataFrame:
    """Ties, as `Study.ties` gives them, counted from the sentences that fit.

    Raises:
        NotFound: no document has such a source, or no tie such a type
    """
    _check_sources(store, criteria.sources)
    graph: nx.MultiDiGraph[Key] = selected(
        store,
        rules,
        list(criteria.layers) or None,
        sign=list(criteria.signs) or None,
        period=criteria.period,
        kinds=list(criteria.kinds) or None,
        evidence=EVERY,
    )
    if criteria.sources:
        graph = from_sources(graph, *criteria.sources)
    if criteria.types:
        graph = _of_types(network(store, rules), graph, criteria.types)
    if criteria.min_weight:
        graph = by_weight(graph, criteria.min_weight)
    return ties(graph)


def _check_sources(store: Store, wanted: Iterable[str]) -> None:
    known = outlets(store)
    for source in wanted:
        if source not in known:
            listed = ", ".join(known) or "none at all"
            raise NotFound(f"no document has the source {source!r}; there are: {listed}")


def _fitting(
    sources: pd.Series[str], days: pd.Series[pd.Timestamp], criteria: Criteria
) -> pd.Series[bool]:
    """Which rows are of the sources and days asked for."""
    import pandas as pd

    fits = sources.isin(list(criteria.sources)) if criteria.sources else sources.notna()
    since, until = criteria.period or (None, None)
    if since:
        fits &= days >= pd.Timestamp(since)
    if until:
        fits &= days <= pd.Timestamp(until)
    return fits


def _recounted(store: Store, counted: pd.DataFrame, criteria: Criteria) -> pd.DataFrame:
    """Actors that documents of some sources and days mention, and how often these do."""
    _check_sources(store, criteria.sources)
    table = mentions(store)
    table = table[_fitting(table["outlet"], table["published"], criteria)]
    by_actor = table.groupby("actor_key")["document_key"]
    counts = {"mentions": by_actor.size(), "documents": by_actor.nunique()}
    found = counted[counted.index.isin(counts["mentions"].index)].copy()
    for name, count in counts.items():
        found[name] = count.reindex(found.index).astype("int64")
    order = ["mentions", "name"]
    return found.sort_values(order, ascending=[False, True], kind="stable", key=sortable)


def _of_types(
    whole: nx.MultiDiGraph[Key], graph: nx.MultiDiGraph[Key], types: Sequence[str]
) -> nx.MultiDiGraph[Key]:
    """The ties of some types; whether there are such types, the whole network knows."""
    known = sorted({type_ for *_, type_ in whole.edges(data="type")})
    for each in types:
        if each not in known:
            raise NotFound(f"no tie has the type {each!r}; there are: {', '.join(known)}")
    keep = [edge[:3] for edge in graph.edges(keys=True, data="type") if edge[3] in types]
    return graph.edge_subgraph(keep).copy()
