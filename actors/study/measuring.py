"""The measures of a study: taken from one network, or as its files have them already."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from actors.store.base import SHOWN
from actors.study.names import EVERY, MEASURES, SHOWN_LAYERS, USUAL
from actors.study.networks import Period, narrowed, network
from actors.study.tables import ABOUT, measure_table, strongest_first

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.resolve.curation import Rule
    from actors.store.base import Store

__all__ = ["keep", "measured", "measures"]

NOTES = "notes"
"""The mark of what a reader has to know about the measures that are kept."""
NO_SENTENCES = 0
CRITERIA = ("period", "sign", "status", "kinds", "min_weight")
"""By what a part of a network is chosen; see `Study.graph`."""


def measures(
    store: Store,
    rules: Iterable[Rule] = (),
    layer: str | None = None,
    names: Sequence[str] = MEASURES,
    **level: Any,
) -> pd.DataFrame:
    """Numbers for every actor; see `Study.measures`. Sentences are not looked at.

    What the files of the study show is not measured again: see `keep`.
    """
    from actors.study.freshness import shown

    decisions = list(rules)
    usual = all(option in USUAL for option in level.values())
    known = layer is None and usual and set(names) <= set(MEASURES)
    if known and store.mark(SHOWN) == shown(store, decisions):
        return _kept(store, names)
    criteria = {name: level.pop(name, None) for name in CRITERIA}
    rolled = level.get("level", "person") != "person"
    kept = EVERY if rolled or criteria["period"] else NO_SENTENCES
    layers = (layer,) if layer else SHOWN_LAYERS
    graph = network(store, decisions, layers, **{"evidence": kept, **level})
    return measured(graph, layers, names, **criteria)


def measured(
    graph: nx.MultiDiGraph[Any],
    layers: Sequence[str] = SHOWN_LAYERS,
    names: Sequence[str] = MEASURES,
    *,
    period: Period | None = None,
    **criteria: Any,
) -> pd.DataFrame:
    """Numbers for every actor of a network that has the layers; see `Study.measures`.

    Of each layer the ties that fit are measured; see `actors.network.select.select`.
    """
    from actors.network.views import by_layer

    parts = {layer: narrowed(by_layer(graph, layer), period, **criteria) for layer in layers}
    return measure_table(parts, names)


def keep(store: Store, table: pd.DataFrame) -> None:
    """Keep the measures of the network that the files of the study show.

    Args:
        store: open for writing
        table: what `measured` gives for the layers that are shown and all `MEASURES`
    """
    by_key = table[list(MEASURES)].sort_index()  # the order of the nodes of a network
    numbers = by_key.itertuples(index=False, name=None)
    store.replace_measured(zip(map(str, by_key.index), numbers, strict=True))
    store.set_mark(NOTES, json.dumps(table.attrs.get("notes", [])))


def _kept(store: Store, names: Sequence[str]) -> pd.DataFrame:
    """What `keep` was given, as `measured` gives it for some of the measures."""
    import pandas as pd

    rows = store.measured()
    about = _about(store)
    columns: dict[str, list[Any]] = {
        column: [about[key][place] for key, _ in rows] for place, column in enumerate(ABOUT)
    }
    for name in names:
        columns[name] = [numbers[MEASURES.index(name)] for _, numbers in rows]
    table = pd.DataFrame(columns, index=pd.Index([key for key, _ in rows], name="key"))
    table.attrs["notes"] = json.loads(store.mark(NOTES) or "[]")
    return strongest_first(table, names)


def _about(store: Store) -> dict[str, tuple[str, ...]]:
    rows = store.connection.execute("SELECT key, name, kind, subtype FROM actors").fetchall()
    return {key: tuple(str(part or "") for part in about) for key, *about in rows}
