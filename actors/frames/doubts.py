"""The queue of doubts, a row each: what a person may be asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from actors.frames.columns import FrameRow, frame

if TYPE_CHECKING:
    import pandas as pd

    from actors.analysis.review import Doubt


def doubts(found: Iterable[Doubt]) -> pd.DataFrame:
    """Open questions about who is who, in their order.

    Args:
        found: as `actors.analysis.review.doubts` gives them

    Returns:
        columns as `actors.frames.columns.COLUMNS` lists them
    """
    return frame("doubts", map(_row, found))


def _row(one: Doubt) -> FrameRow:
    left, right = one.left, one.right
    return (
        *(left.name, right.name, one.joined, one.why, one.score, one.weight),
        *(left.mentions, right.mentions),
        *("\n".join(side.sentences[:1]) for side in (left, right)),
        *(left.key, right.key),
    )
