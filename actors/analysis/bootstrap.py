"""Measures of a study with intervals: how far they rest on a few stories.

The ties are taken from the store once (`samples`); what is drawn of them needs no store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Unpack

import numpy as np

from actors import plugins
from actors.analysis.measuring import ABOUT, STATED
from actors.analysis.networks import Levels
from actors.analysis.whole import whole
from actors.names import LAYERS
from actors.network.bystory import confidences_by_story, rows_by_story, signed_rows_by_story
from actors.store.holdings import stories_told
from actors.types import Key, Rule

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.measures.replicates import Replicates
    from actors.measures.resampling import StoryRow, Ties
    from actors.measures.uncertainty import Interval
    from actors.progress import Progress
    from actors.store import Store
    from actors.types import Engine

AFFORDABLE = 450_000_000
"""Sources of paths times ties times replicates that a report spends on betweenness: a quarter of
a minute or so."""
REPORTED = ("strength", "betweenness")
"""The measures that a report shows with their intervals."""
_FIRST = 60
"""Replicates of the first answer."""
_LEAST = 40
"""Replicates below which there are no intervals."""
FIELDS = ("", "_low", "_high", "_rank", "_rank_low", "_rank_high", "_stories")
"""The columns of each measure, after its name."""


def uncertainty(
    parts: Sequence[Sample],
    names: Sequence[str],
    *,
    replicates: int = 500,
    seed: int = 0,
    interval: float = 0.95,
    engine: str = "local",
    workers: int | None = None,
    progress: Progress | None = None,
    first: Callable[[pd.DataFrame], None] | None = None,
) -> pd.DataFrame:
    """A table of measures, ranks and their intervals; see `actors.Study.uncertainty`.

    Args:
        parts: what `samples` gives for the same names
        names: which measures, in the order of the columns
        replicates: corpora to draw
        seed: the same seed gives the same intervals
        interval: the level of the intervals
        engine: `actors.plugins` knows which there are
        workers: number of worker processes, where the engine has any
        progress: called with a step's name, what is done, and of how much
        first: called with the table of the first 60 replicates
    """
    from actors.measures.uncertainty import check

    check(replicates, interval)
    runner = plugins.load("engines", engine)(workers=workers) if engine != "local" else None
    for upto in [_FIRST, replicates] if first and replicates > _FIRST else [replicates]:
        for part in parts:
            part.draw(upto, seed, runner, _telling(progress, part, parts, replicates))
        if first and upto < replicates:
            first(_table(parts, names, interval))
    return _table(parts, names, interval)


@dataclass
class Sample:
    """Measures that are taken on the same ties, and what has been drawn of them so far."""

    graph: nx.MultiDiGraph[Key]
    found: Ties
    names: list[str]
    drawn: Replicates | None = None

    @property
    def done(self) -> int:
        """How many replicates have been drawn."""
        return len(self.drawn.values) if self.drawn else 0

    def draw(
        self, upto: int, seed: int, engine: Engine | None, tell: Callable[[int], None] | None
    ) -> None:
        """Draw on until there are so many replicates; none where there are too few stories."""
        from actors.measures.replicates import draw
        from actors.measures.uncertainty import NONE

        done = self.done
        numbers = range(done, upto) if self.found.stories >= NONE else range(0)
        told = (lambda more: tell(done + more)) if tell else None
        more = draw(self.found, self.names, seed, numbers, engine=engine, progress=told)
        self.drawn = self.drawn.joined(more) if self.drawn else more

    def intervals(self, level: float) -> dict[str, list[Interval]]:
        """The intervals of each measure."""
        from actors.measures.uncertainty import interval_list

        assert self.drawn is not None
        found = interval_list(self.found, self.names, self.drawn, level=level)
        return {name: list(each) for name, each in groupby(found, lambda one: one.measure)}

    def errors(self, level: float) -> dict[str, float]:
        """How far the ends of the intervals of each measure may lie off, as a share of them."""
        from actors.measures.intervals import error_of_ends, expanded

        assert self.drawn is not None
        if not len(self.drawn.values):
            return {}
        tail = expanded(level, self.found.stories)
        off = {name: error_of_ends(self.drawn.of(n), tail) for n, name in enumerate(self.names)}
        return {name: float(np.median(each[each > 0])) for name, each in off.items() if each.any()}


def samples(
    store: Store,
    rules: Iterable[Rule],
    names: Sequence[str],
    layer: str | None = None,
    **level: Unpack[Levels],
) -> list[Sample]:
    """The ties that some measures are taken on: a sample for each layer, direction and sign.

    Args:
        store: the records of a study
        rules: the analyst's decisions
        names: which measures; see `actors.measures`
        layer: measure this layer alone; as in `actors.Study.measures`
        level: levels as in `actors.Study.graph`
    """
    from actors.measures.table import DIRECTED, SIGNED

    told = stories_told(store)
    parts = []
    for chosen, arcs, signed, group in _groups(names, layer, DIRECTED | {"net_support"}, SIGNED):
        graph = whole(store, rules, chosen, **level)
        parts.append(Sample(graph, _ties(graph, arcs, signed, told), group))
    return parts


def sample(graph: nx.MultiDiGraph[Key], names: Sequence[str], told: Set[Key]) -> Sample:
    """The ties that measures without direction and sign are taken on.

    Args:
        graph: a layer with all its sentences
        names: which measures
        told: the stories of all documents, with or without ties
    """
    return Sample(graph, _ties(graph, False, False, told), list(names))


def _telling(
    progress: Progress | None, part: Sample, parts: Sequence[Sample], replicates: int
) -> Callable[[int], None] | None:
    """What is told while one part, of several that are drawn in turn, is drawn."""
    if progress is None:
        return None
    others = sum(each.done for each in parts if each is not part)
    return lambda done: progress("draw", (others + done) // len(parts), replicates)


def for_report(
    part: Sample, *, replicates: int = 500, seed: int = 0, progress: Progress | None = None
) -> pd.DataFrame:
    """Strength and betweenness with intervals, in a time that grows little with the corpus.

    On large networks betweenness is drawn less often, and not at all where fewer than 40
    replicates could be afforded.

    Args:
        part: what `samples` gives for these two measures (`REPORTED`)
        replicates: corpora to draw
        seed: the same seed gives the same intervals
        progress: called with a step's name, what is done, and of how much

    Returns:
        as `Study.uncertainty`; ``attrs["draws"]`` has the replicates of each measure
    """
    fewer = _affordable(part, replicates)
    draws = {"strength": replicates} | ({"betweenness": fewer} if fewer else {})
    parts = [Sample(part.graph, part.found, [name]) for name in draws]
    for each, times in zip(parts, draws.values(), strict=True):
        each.draw(times, seed, None, _telling(progress, each, parts, replicates))
    table = _table(parts, list(draws), 0.95)
    table.attrs["draws"] = draws
    return table


def _affordable(part: Sample, replicates: int) -> int:
    """How often betweenness is drawn: paths from some actors along all ties, seen and unseen."""
    from actors.measures.sampled import SOURCES

    tied = len(np.unique(part.found.pairs))
    cost = max(1, min(tied, 2 * SOURCES) * len(part.found.pairs))
    fewer = min(replicates, AFFORDABLE // cost)
    return fewer if fewer >= _LEAST else 0


def existence(graph: nx.MultiDiGraph[Key]) -> dict[tuple[Key, Key], float]:
    """How likely it is that two actors are tied, from the confidences of what was read.

    Args:
        graph: a layer with all its sentences, as `actors.analysis.whole.whole` gives it

    Returns:
        pair of actor keys, the lesser first, to a probability; see
        `actors.measures.uncertainty.existence`
    """
    from actors.measures.uncertainty import existence as combined

    return combined(confidences_by_story(graph))


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


def _ties(graph: nx.MultiDiGraph[Key], arcs: bool, signed: bool, told: Set[Key]) -> Ties:
    """The ties of each story; along arcs only where some tie has a direction at all."""
    from actors.measures.resampling import ties

    directed = arcs and any(way for *_, way in graph.edges(data="directed"))
    taken = signed_rows_by_story if signed else rows_by_story
    rows: list[StoryRow] = list(taken(graph, arcs=directed))
    total = len(told | {row[0] for row in rows})
    return ties(rows, stories=total, nodes=list(graph), directed=directed, signed=signed)


def _table(parts: Sequence[Sample], names: Sequence[str], level: float) -> pd.DataFrame:
    import pandas as pd

    from actors.measures.uncertainty import warnings

    about = dict(parts[-1].graph.nodes(data=True)) if parts else {}
    columns = {name: each for part in parts for name, each in part.intervals(level).items()}
    fields = {field: [str(of.get(field) or "") for of in about.values()] for field in ABOUT}
    for name in dict.fromkeys(names):
        by_actor = {each.actor: each for each in columns.get(name, ())}
        for suffix in FIELDS:
            field = suffix.removeprefix("_") or "value"
            fields[name + suffix] = [getattr(by_actor[key], field) for key in about]
    table = pd.DataFrame(fields, index=pd.Index(list(about), name="key"))
    order = [f"{names[0]}_rank", "name"] if names else ["name"]
    table = table.sort_values(order, kind="stable")
    table.attrs["warnings"] = list(warnings(parts[-1].found)) if parts else []
    table.attrs["errors"] = {name: off for p in parts for name, off in p.errors(level).items()}
    table.attrs["replicates"] = max((part.done for part in parts), default=0)
    return table
