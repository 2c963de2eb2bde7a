"""What differs between two sides, as frames: actors, ties, and what contradicts itself."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, get_args

from actors.errors import SettingsError
from actors.frames.columns import FrameRow, frame, one_line

if TYPE_CHECKING:
    import pandas as pd

    from actors.analysis.compare import Comparison
    from actors.analysis.contradictions import Contradiction
    from actors.measures.contrast import Ratio

Part = Literal["actors", "ties", "contradictions"]


def comparison(found: Comparison, part: Part = "actors") -> pd.DataFrame:
    """A part of a comparison, the smallest p first.

    Args:
        found: as `actors.analysis.compare.compare` gives it
        part: which part

    Returns:
        columns as `actors.frames.columns.COLUMNS` lists them; ``attrs`` has ``sides``,
        ``stories`` (how many each has) and ``warnings``

    Raises:
        SettingsError: there is no such part
    """
    made = frame(f"compare, {check(part)}", _ROWS[part](found))
    made.attrs = {
        "sides": [found.first, found.second],
        "stories": list(found.stories),
        "warnings": list(found.warnings),
    }
    return made


def check(part: Part) -> Part:
    """The part of a comparison that is asked for, if there is such a part."""
    if part not in get_args(Part):
        raise SettingsError(f"a comparison has no {part!r}: choose {', '.join(get_args(Part))}")
    return part


def _actors(found: Comparison) -> list[FrameRow]:
    return [(one.name, one.kind, *_ratio(one.ratio), one.key) for one in found.actors]


def _ties(found: Comparison) -> list[FrameRow]:
    return [
        (
            *(one.source, one.target, one.type, one.sign, one.directed),
            *_ratio(one.ratio),
            *(one.source_key, one.target_key),
        )
        for one in found.ties
    ]


def _contradictions(found: Comparison) -> list[FrameRow]:
    return [row for each in found.contradictions for row in _reports(each)]


def _reports(each: Contradiction) -> Iterator[FrameRow]:
    for sign, reports in (("+", each.cooperative), ("-", each.hostile)):
        for one in reports:
            ends = (one.actor, one.other, one.type, one.date)
            where = (one.source, one.name, one_line(one.text))
            yield (each.one, each.other, sign, one.side, *ends, *where)


def _ratio(ratio: Ratio) -> tuple[float, ...]:
    times = (math.exp(value) for value in (ratio.effect, ratio.low, ratio.high))
    return (ratio.first, ratio.second, *times, ratio.p, ratio.q)


_ROWS = {"actors": _actors, "ties": _ties, "contradictions": _contradictions}
