"""What the page of a study shows: its network, measures, communities, and intervals on request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from actors.study.names import MEASURES
from actors.types import Key

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.study.study import Study
    from actors.views.page import Found, Interval

ENDS = ("low", "high", "rank_low", "rank_high")
REPLICATES = 200
"""Corpora drawn for the intervals of the page: a look, not a print."""


def page_text(
    study: Study,
    graph: nx.MultiDiGraph[Any],
    measures: pd.DataFrame,
    size_by: str,
    *,
    doubted: Sequence[str] = (),
    **level: Any,
) -> str:
    """The page as HTML.

    Args:
        study: the study
        graph: its network, at any level
        measures: as `Study.measures` gives them for the same level
        size_by: the measure that size shows
        doubted: measures that get intervals, by drawing stories again: it takes a while
        level: as in `Study.graph`
    """
    from actors.views.page import html

    return html(
        graph,
        title=_title(study),
        size_by=size_by,
        measures=as_mapping(measures),
        about=_about(study) | _level(graph),
        found=_found(study, graph, doubted, level),
    )


def as_mapping(measures: pd.DataFrame) -> dict[str, dict[Key, float]]:
    """A table of measures as name to actor to value."""
    numbers = [name for name in measures.columns if name in MEASURES]
    return {name: measures[name].to_dict() for name in numbers}


def _found(
    study: Study, graph: nx.MultiDiGraph[Any], doubted: Sequence[str], level: dict[str, Any]
) -> Found:
    from actors.extract.relations.ontology import ontology
    from actors.measures.communities import communities, titles
    from actors.network.views import by_layer
    from actors.study.findings.material import together
    from actors.views.page import Found

    groups = communities(together(graph))
    structural = {name for name, kind in ontology().items() if kind.quad == "structural"}
    intervals = _intervals(study, doubted, level) if doubted else {}
    names = titles(by_layer(graph, "cooccurrence"), groups)
    return Found(groups, names, intervals, structural)


def _intervals(
    study: Study, names: Sequence[str], level: dict[str, Any]
) -> dict[str, dict[Key, Interval]]:
    measured = {name: value for name, value in level.items() if name != "background"}
    table = study.uncertainty(tuple(dict.fromkeys(names)), replicates=REPLICATES, **measured)
    return {
        name: dict(
            zip(
                table.index,
                table[[f"{name}_{end}" for end in ENDS]].itertuples(index=False, name=None),
                strict=True,
            )
        )
        for name in dict.fromkeys(names)
    }


def _level(graph: nx.MultiDiGraph[Any]) -> dict[str, object]:
    """What is said of a network whose ties are rolled up."""
    level, on = graph.graph.get("level", ""), graph.graph.get("on", "")
    told: dict[str, object] = {
        "Level": f"ties of each {level}" + (f", roles on {on}" if on else "")
    }
    return told if level else {}


def _title(study: Study) -> str:
    name = study.folder.resolve().name if study.path else ""
    return f"Actor network: {name}" if name else "Actor network"


def _about(study: Study) -> dict[str, object]:
    with study.store() as store:
        row = store.connection.execute(
            "SELECT count(*), min(published), max(published), count(DISTINCT source) FROM documents"
        ).fetchone()
    documents, first, last, sources = row or (0, None, None, 0)
    about: dict[str, object] = {"Documents": documents}
    if sources:
        about["Sources"] = sources
    if first:
        about["Period"] = f"{first} to {last}"
    if runs := study.runs():
        about["Made by"] = f"actors {runs[-1].version}, {runs[-1].settings.model}"
    return about
