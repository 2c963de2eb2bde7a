"""The actors of a study, as records and as a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.frames.columns import frame
from actors.knowledge.alphabet import alphabetical
from actors.network.presence import counts
from actors.types import Actor, nameless

if TYPE_CHECKING:
    import pandas as pd

    from actors.store import Store


def _known_actors(store: Store, *, unnamed: bool = False) -> list[Actor]:
    """Every actor of the corpus that has a name, places included, by name.

    Args:
        store: the records of a study
        unnamed: also those that no document names (*police*), one for each noun
    """
    found = [actor for actor in store.all(Actor) if unnamed or not nameless(actor)]
    return sorted(found, key=lambda actor: (alphabetical(actor.name), actor.key))


def actors(store: Store, *, unnamed: bool = False) -> pd.DataFrame:
    """The same as a frame: the most mentioned first, then by name."""
    counted = counts(store)
    rows = [
        (
            *(one.key, one.name, one.kind, one.subtype or ""),
            *counted.get(one.key, (0, 0)),
            "; ".join(alias for alias in one.aliases if alias != one.name),
            "; ".join(f"{scheme}:{value}" for scheme, value in one.identifiers),
        )
        for one in _known_actors(store, unnamed=unnamed)
    ]
    return frame("actors", sorted(rows, key=lambda row: (-row[4], alphabetical(row[1]), row[0])))
