"""Measures of a study with intervals: how far they rest on a few stories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from actors.study.names import LAYERS
from actors.study.tables import ABOUT, STATED
from actors.types import Key

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.measures.resampling import Row, Ties
    from actors.measures.uncertainty import Interval
    from actors.study.progress import Progress
    from actors.study.study import Study

AFFORDABLE = 2_200_000_000
"""Actors times ties times replicates that a report spends on betweenness: two minutes or so."""
LEAST = 40
"""Replicates below which there are no intervals."""
FIELDS = ("", "_low", "_high", "_rank", "_rank_low", "_rank_high", "_stories")
"""The columns of each measure, after its name."""


def uncertainty(
    study: Study,
    names: Sequence[str],
    *,
    layer: str | None = None,
    replicates: int = 500,
    seed: int = 0,
    interval: float = 0.95,
    engine: str = "local",
    workers: int | None = None,
    progress: Progress | None = None,
    **level: Any,
) -> pd.DataFrame:
    """A table of measures, ranks and their intervals; see `Study.uncertainty`."""
    from actors import plugins
    from actors.measures.table import DIRECTED, SIGNED
    from actors.measures.uncertainty import bootstrap, warnings
    from actors.study.whole import stories, whole

    told = stories(study)
    runner = plugins.load("engines", engine)(workers=workers) if engine != "local" else None
    columns: dict[str, list[Interval]] = {}
    warned: tuple[str, ...] = ()
    graph: nx.MultiDiGraph[Any] | None = None
    for chosen, arcs, signed, group in _groups(names, layer, DIRECTED | {"net_support"}, SIGNED):
        graph = whole(study, chosen, **level)
        found = _ties(graph, arcs, signed, told)
        warned = warnings(found)
        intervals = bootstrap(
            found,
            group,
            replicates=replicates,
            seed=seed,
            level=interval,
            engine=runner,
            progress=(lambda done, total: progress("draw", done, total)) if progress else None,
        )
        columns |= {name: list(each) for name, each in groupby(intervals, lambda i: i.measure)}
    return _table(graph, {name: columns.get(name, []) for name in names}, warned)


def for_report(
    study: Study, *, replicates: int = 500, seed: int = 0, progress: Progress | None = None
) -> pd.DataFrame:
    """Strength and betweenness with intervals, in a time that grows little with the corpus.

    Betweenness costs actors times ties in each replicate. On large networks it is drawn less
    often, and not at all where fewer than 40 replicates could be afforded.

    Returns:
        as `Study.uncertainty`; ``attrs["draws"]`` has the replicates of each measure
    """
    from actors.study.whole import whole

    def drawn(name: str, times: int) -> pd.DataFrame:
        return uncertainty(study, [name], replicates=times, seed=seed, progress=progress)

    graph = whole(study, LAYERS[0])
    cost = max(1, sum(1 for _, degree in graph.degree() if degree) * graph.number_of_edges())
    fewer = min(replicates, AFFORDABLE // cost)
    table = drawn("strength", replicates)
    draws = {"strength": replicates}
    if fewer >= LEAST:
        second = drawn("betweenness", fewer)
        warned = table.attrs["warnings"]
        table = table.join(second[[name for name in second if name not in table]])
        table.attrs["warnings"], draws["betweenness"] = warned, fewer
    table.attrs["draws"] = draws
    return table


def existence(study: Study, layer: str = "stated", **level: Any) -> dict[tuple[Key, Key], float]:
    """How likely it is that two actors are tied, from the confidences of what was read.

    Returns:
        pair of actor keys, the lesser first, to a probability; see
        `actors.measures.uncertainty.existence`
    """
    from actors.measures.uncertainty import existence as combined
    from actors.network.bystory import confidences_by_story
    from actors.study.whole import whole

    return combined(confidences_by_story(whole(study, layer, **level)))


def _groups(
    names: Sequence[str], layer: str | None, directed: Iterable[str], signed: Iterable[str]
) -> list[tuple[str, bool, bool, list[str]]]:
    """Measures by layer, whether along arcs, and whether with signs; as `Study.measures`.

    >>> _groups(["strength", "in_degree", "pn"], None, ["in_degree"], ["pn"])
    [('cooccurrence', False, False, ['strength']), ('stated', False, True, ['pn']), \
('stated', True, False, ['in_degree'])]
    """
    along, with_signs = set(directed), set(signed)
    groups: dict[tuple[str, bool, bool], list[str]] = {}
    for name in dict.fromkeys(names):
        usual = LAYERS[1] if name in STATED else LAYERS[0]
        key = (layer or usual, name in along, name in with_signs)
        groups.setdefault(key, []).append(name)
    return [(*group, members) for group, members in sorted(groups.items())]


def _ties(graph: nx.MultiDiGraph[Any], arcs: bool, signed: bool, told: set[Key]) -> Ties:
    """The ties of each story; along arcs only where some tie has a direction at all."""
    from actors.measures.resampling import ties
    from actors.network.bystory import rows_by_story, signed_rows_by_story

    directed = arcs and any(way for *_, way in graph.edges(data="directed"))
    taken = signed_rows_by_story if signed else rows_by_story
    rows: list[Row] = list(taken(graph, arcs=directed))
    total = len(told | {row[0] for row in rows})
    return ties(rows, stories=total, nodes=list(graph), directed=directed, signed=signed)


def _table(
    graph: nx.MultiDiGraph[Any] | None,
    columns: dict[str, list[Interval]],
    warned: tuple[str, ...],
) -> pd.DataFrame:
    import pandas as pd

    about = dict(graph.nodes(data=True)) if graph is not None else {}
    fields = {field: [str(of.get(field) or "") for of in about.values()] for field in ABOUT}
    for name, intervals in columns.items():
        by_actor = {each.actor: each for each in intervals}
        for suffix in FIELDS:
            field = suffix.removeprefix("_") or "value"
            fields[name + suffix] = [getattr(by_actor[key], field) for key in about]
    table = pd.DataFrame(fields, index=pd.Index(list(about), name="key"))
    first = next(iter(columns), None)
    order = [f"{first}_rank", "name"] if first else ["name"]
    table = table.sort_values(order, kind="stable")
    table.attrs["warnings"] = list(warned)
    return table
