"""What the page of a study shows: its network, measures, communities, and intervals on request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from actors.analysis.disputes import disputes
from actors.analysis.measuring import as_mapping, together
from actors.analysis.positions import discourses, towards_others
from actors.names import MEASURES
from actors.network.views import by_layer
from actors.ontology import in_words, of_graph
from actors.store.holdings import coverage, texts_within
from actors.store.records import Run
from actors.types import Key

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.stakeholders import Issue
    from actors.store import Store
    from actors.views.discourse import Contested
    from actors.views.grids import Grid
    from actors.views.page import Found, Interval

_ENDS = ("low", "high", "rank_low", "rank_high")


def page_text(
    store: Store,
    title: str,
    graph: nx.MultiDiGraph[Key],
    measures: pd.DataFrame,
    size_by: str,
    *,
    intervals: pd.DataFrame | None = None,
    grids: Sequence[Grid] = (),
    issues: Sequence[Issue] = (),
) -> str:
    """The page as HTML.

    Args:
        store: the records of the study
        title: what stands on top
        graph: its network, at any level
        measures: as `Study.measures` gives them for the same level
        size_by: the measure that size shows
        intervals: as `actors.Study.uncertainty` gives them for the same level
        grids: the stakeholders of issues, if they are asked for
        issues: these issues, for who is for and who against them
    """
    texts = texts_within(store, TEXTS)
    found = replace(
        _found(graph, intervals, texts),
        grids=grids,
        discourses=discourses(store, graph, issues, stances=bool(texts)),
        contested=tuple(_contested(graph)),
    )
    return _page(title, about_study(store), graph, as_mapping(measures), size_by, found)


def live_text(
    title: str,
    about: Mapping[str, object],
    graph: nx.MultiDiGraph[Key],
    measures: Mapping[str, Mapping[Key, float]],
    size_by: str,
) -> str:
    """The page as it stands in the review desk: it leads to the desk's screens, and holds no texts.

    It needs no study any more, so that others can ask and change that meanwhile.

    Args:
        title, graph, size_by: as in `page_text`
        about: as `about_study` gives it
        measures: by name, each a number for each actor
    """
    found = replace(
        _found(graph, None, {}),
        discourses=towards_others(graph),
        contested=tuple(_contested(graph)),
    )
    return _page(title, about, graph, measures, size_by, found, live=True)


def _page(
    title: str,
    about: Mapping[str, object],
    graph: nx.MultiDiGraph[Key],
    measures: Mapping[str, Mapping[Key, float]],
    size_by: str,
    found: Found,
    *,
    live: bool = False,
) -> str:
    from actors.views.page import html

    told = {**about, **_level(graph), **_own_types(graph)}
    return html(
        graph, title=title, size_by=size_by, measures=measures, about=told, found=found, live=live
    )


def title(folder: Path | None) -> str:
    """What the page of a study in a folder is called."""
    name = folder.resolve().name if folder is not None else ""
    return f"Actor network: {name}" if name else "Actor network"


TEXTS = 1_200_000
"""Characters of documents up to which the page holds their whole texts."""


def _found(
    graph: nx.MultiDiGraph[Key], intervals: pd.DataFrame | None, texts: dict[Key, str]
) -> Found:
    from actors.measures.communities import communities, titles
    from actors.views.page import Found

    groups = communities(together(graph))
    kinds = of_graph(graph)
    structural = {name for name, type_ in kinds.items() if type_.structural}
    meant = {name: kind.definition for name, kind in kinds.items()}
    ends = _ends(intervals) if intervals is not None else {}
    names = titles(by_layer(graph, "cooccurrence"), groups)
    return Found(groups, names, ends, structural, meant, texts)


def _contested(graph: nx.MultiDiGraph[Key]) -> Iterator[Contested]:
    """Pairs of which sentences contradict each other, as the page takes them."""
    from actors.views.discourse import Contested

    for one in disputes(graph):
        sides = (
            tuple(((each.source, each.target, each.tie), each.at) for each in side)
            for side in (one.holds, one.against)
        )
        yield Contested(one.pair, one.kind, *sides)


def _ends(table: pd.DataFrame) -> dict[str, dict[Key, Interval]]:
    """The ends of each interval of a table, by measure and actor."""
    names = [name for name in MEASURES if name in table]
    columns = {name: table[[f"{name}_{end}" for end in _ENDS]] for name in names}
    rows = {name: part.itertuples(index=False, name=None) for name, part in columns.items()}
    return {name: dict(zip(table.index, each, strict=True)) for name, each in rows.items()}


def _level(graph: nx.MultiDiGraph[Key]) -> dict[str, object]:
    """What is said of a network whose ties are rolled up."""
    level, on = graph.graph.get("level", ""), graph.graph.get("on", "")
    told: dict[str, object] = {
        "Level": f"ties of each {level}" + (f", roles on {on}" if on else "")
    }
    return told if level else {}


def _own_types(graph: nx.MultiDiGraph[Key]) -> dict[str, object]:
    """What the types of ties that the user added mean."""
    own = (type_ for type_ in of_graph(graph).values() if type_.own)
    return {in_words(type_.name).capitalize(): type_.definition for type_ in own}


def about_study(store: Store) -> dict[str, object]:
    """What the page says of a study as a whole."""
    found = coverage(store)
    about: dict[str, object] = {"Documents": found.documents}
    if found.sources:
        about["Sources"] = found.sources
    if found.first:
        about["Period"] = f"{found.first} to {found.last}"
    if runs := list(store.all(Run)):
        about["Made by"] = f"actors {runs[-1].version}, {runs[-1].settings.model}"
    return about
