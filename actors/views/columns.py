"""Columns of values, small where most of them are the same.

Thousands of ties mostly have one sentence of one document, and thousands of actors one kind: what
is usual is written once. `data.js` reads it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from actors.types import Json

__all__ = ["packed", "table"]


def packed(values: Sequence[Json]) -> list[Json] | dict[str, Json]:
    """A column as it is, or as what is usual and what differs, if that is smaller.

    >>> packed([1, 2, 3])
    [1, 2, 3]
    >>> packed(["person"] * 40 + ["state"])
    {'usual': 'person', 'of': 41, 'at': [40], 'is': ['state']}

    Places are told by how far each is from the one before:

    >>> packed([0] * 10 + [7] + [0] * 20 + [8])
    {'usual': 0, 'of': 32, 'at': [10, 21], 'is': [7, 8]}
    """
    written = list(map(_text, values))
    if not written:
        return []
    usual, _ = min(Counter(written).items(), key=lambda item: (-item[1], item[0]))
    others = [place for place, text in enumerate(written) if text != usual]
    steps = [place - before for place, before in zip(others, [0, *others], strict=False)]
    short = {
        "usual": values[written.index(usual)],
        "of": len(values),
        "at": steps,
        "is": [values[place] for place in others],
    }
    whole = list(values)
    return short if len(_written(short)) < len(_written(whole)) else whole


def table(rows: Iterable[Mapping[str, Json]]) -> dict[str, list[Json] | dict[str, Json]]:
    """Rows as columns; what a row doesn't have is null.

    >>> table([{"name": "A", "kind": "person"}, {"name": "B"}])
    {'name': ['A', 'B'], 'kind': ['person', None]}
    """
    kept = list(rows)
    names = dict.fromkeys(name for row in kept for name in row)
    return {name: packed([row.get(name) for row in kept]) for name in names}


def _text(value: Json) -> str:
    """A value as JSON; a number, of which there are most, needs no encoder."""
    return repr(value) if type(value) in (int, float) else json.dumps(value, sort_keys=True)


def _written(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))
