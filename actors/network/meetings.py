"""Who is named beside whom and how often, as numbers: what measures need, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from actors.network.build import KINDS
from actors.network.cooccurrence import count_pairs
from actors.network.presence import HasConnection, prepare
from actors.network.windows import cap_of, make_windows
from actors.types import Key

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Meetings", "meetings"]

_NODES = "SELECT key FROM nodes ORDER BY node"
_PAIRS = "SELECT source - 1, target - 1, weight::DOUBLE FROM pairs ORDER BY source, target"


class Meetings(NamedTuple):
    """The layer of co-occurrence: ``pairs`` has a row a pair, two places in ``actors``."""

    actors: tuple[Key, ...]
    pairs: NDArray[np.intp]
    weights: NDArray[np.float64]


def meetings(study: HasConnection, window: str = "sentence") -> Meetings:
    """Count the co-occurrences of the network that `actors.network.build.build_graph` makes.

    Args:
        study: a store, or anything else with a DuckDB ``connection`` to a study
        window: what counts as near

    Raises:
        SettingsError: an unknown window
    """
    import numpy as np

    cursor = prepare(study, KINDS, None, None)
    make_windows(cursor, window, cap_of(window))
    count_pairs(cursor)
    actors = tuple(key for (key,) in cursor.execute(_NODES).fetchall())
    source, target, weights = cursor.execute(_PAIRS).fetchnumpy().values()
    cursor.close()
    pairs = np.stack([source, target], axis=1).astype(np.intp)
    return Meetings(actors, pairs, np.asarray(weights, dtype=np.float64))
