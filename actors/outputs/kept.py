"""The measures of a study: taken from its network, or as its files have them already."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from actors.analysis.measuring import ABOUT, measured, strongest_first
from actors.analysis.networks import network
from actors.names import EVERY, MEASURES, SHOWN_LAYERS, USUAL
from actors.outputs.freshness import shown
from actors.store.queries import actor_labels
from actors.store.records import SHOWN

if TYPE_CHECKING:
    import pandas as pd

    from actors.store import Store
    from actors.types import Rule

__all__ = ["keep", "keep_none", "measures"]

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
    decisions = list(rules)
    usual = all(option in USUAL for option in level.values())
    known = layer is None and usual and set(names) <= set(MEASURES)
    if known and store.mark(SHOWN) == shown(store, decisions) and store.mark(NOTES):
        return _kept(store, names)
    criteria = {name: level.pop(name, None) for name in CRITERIA}
    rolled = level.get("level", "person") != "person"
    kept = EVERY if rolled or criteria["period"] else NO_SENTENCES
    layers = (layer,) if layer else SHOWN_LAYERS
    graph = network(store, decisions, layers, **{"evidence": kept, **level})
    return measured(graph, layers, names, **criteria)


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


def keep_none(store: Store) -> None:
    """Keep no measures: the files of the study show a part of its network."""
    store.replace_measured(())
    store.set_mark(NOTES, "")


def _kept(store: Store, names: Sequence[str]) -> pd.DataFrame:
    """What `keep` was given, as `measured` gives it for some of the measures."""
    import pandas as pd

    rows = store.measured()
    about = actor_labels(store)
    columns: dict[str, list[object]] = {
        column: [about[key][place] for key, _ in rows] for place, column in enumerate(ABOUT)
    }
    for name in names:
        columns[name] = [numbers[MEASURES.index(name)] for _, numbers in rows]
    table = pd.DataFrame(columns, index=pd.Index([key for key, _ in rows], name="key"))
    table.attrs["notes"] = json.loads(store.mark(NOTES) or "[]")
    return strongest_first(table, names)
