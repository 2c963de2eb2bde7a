"""What the page of a study shows: its network, measures, communities, and intervals on request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actors.store.base import Run
from actors.study.names import MEASURES
from actors.types import Key

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.store.base import Store
    from actors.study.study import Study
    from actors.views.grids import Grid
    from actors.views.page import Found, Interval

ENDS = ("low", "high", "rank_low", "rank_high")
REPLICATES = 200
"""Corpora drawn for the intervals of the page: a look, not a print."""


def page_text(
    store: Store,
    title: str,
    graph: nx.MultiDiGraph[Any],
    measures: pd.DataFrame,
    size_by: str,
    *,
    intervals: pd.DataFrame | None = None,
    grids: Sequence[Grid] = (),
) -> str:
    """The page as HTML.

    Args:
        store: the records of the study
        title: what stands on top
        graph: its network, at any level
        measures: as `Study.measures` gives them for the same level
        size_by: the measure that size shows
        intervals: as `interval_table` gives them for the same level
        grids: the stakeholders of issues, if they are asked for
    """
    from actors.views.page import html

    return html(
        graph,
        title=title,
        size_by=size_by,
        measures=as_mapping(measures),
        about=_about(store) | _level(graph),
        found=replace(_found(graph, intervals, _texts(store)), grids=grids),
    )


def as_mapping(measures: pd.DataFrame) -> dict[str, dict[Key, float]]:
    """A table of measures as name to actor to value."""
    numbers = [name for name in measures.columns if name in MEASURES]
    return {name: measures[name].to_dict() for name in numbers}


def interval_table(study: Study, names: Sequence[str], level: dict[str, Any]) -> pd.DataFrame:
    """Measures with intervals for the page, by drawing stories again: it takes a while."""
    told = {name: value for name, value in level.items() if name != "background"}
    return study.uncertainty(tuple(dict.fromkeys(names)), replicates=REPLICATES, **told)


def title(folder: Path | None) -> str:
    """What the page of a study in a folder is called."""
    name = folder.resolve().name if folder is not None else ""
    return f"Actor network: {name}" if name else "Actor network"


TEXTS = 1_200_000
"""Characters of documents up to which the page holds their whole texts."""


def _texts(store: Store) -> dict[Key, str]:
    """The texts of the documents, if they are not too much for a page."""
    size = store.connection.execute("SELECT coalesce(sum(length(text)), 0) FROM documents")
    (characters,) = size.fetchone() or (0,)
    if characters > TEXTS:
        return {}
    return dict(store.connection.execute("SELECT key, text FROM documents").fetchall())


def _found(
    graph: nx.MultiDiGraph[Any], intervals: pd.DataFrame | None, texts: dict[Key, str]
) -> Found:
    from actors.extract.relations.ontology import ontology
    from actors.measures.communities import communities, titles
    from actors.network.views import by_layer
    from actors.study.findings.material import together
    from actors.views.page import Found

    groups = communities(together(graph))
    kinds = ontology()
    structural = {name for name, kind in kinds.items() if kind.quad == "structural"}
    meant = {name: kind.definition for name, kind in kinds.items()}
    ends = _ends(intervals) if intervals is not None else {}
    names = titles(by_layer(graph, "cooccurrence"), groups)
    return Found(groups, names, ends, structural, meant, texts)


def _ends(table: pd.DataFrame) -> dict[str, dict[Key, Interval]]:
    """The ends of each interval of a table, by measure and actor."""
    names = [name for name in MEASURES if name in table]
    columns = {name: table[[f"{name}_{end}" for end in ENDS]] for name in names}
    rows = {name: part.itertuples(index=False, name=None) for name, part in columns.items()}
    return {name: dict(zip(table.index, each, strict=True)) for name, each in rows.items()}


def _level(graph: nx.MultiDiGraph[Any]) -> dict[str, object]:
    """What is said of a network whose ties are rolled up."""
    level, on = graph.graph.get("level", ""), graph.graph.get("on", "")
    told: dict[str, object] = {
        "Level": f"ties of each {level}" + (f", roles on {on}" if on else "")
    }
    return told if level else {}


def _about(store: Store) -> dict[str, object]:
    row = store.connection.execute(
        "SELECT count(*), min(published), max(published), count(DISTINCT source) FROM documents"
    ).fetchone()
    documents, first, last, sources = row or (0, None, None, 0)
    about: dict[str, object] = {"Documents": documents}
    if sources:
        about["Sources"] = sources
    if first:
        about["Period"] = f"{first} to {last}"
    if runs := list(store.all(Run)):
        about["Made by"] = f"actors {runs[-1].version}, {runs[-1].settings.model}"
    return about
