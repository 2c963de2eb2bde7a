"""The mentions of a study, a row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.frames.columns import frame, one_line
from actors.store.listings import mention_rows
from actors.types import Key

if TYPE_CHECKING:
    import pandas as pd

    from actors.store import Store

SENTENCE = 11


def mentions(store: Store, actor: Key | None = None, document: Key | None = None) -> pd.DataFrame:
    """Where the texts refer to an actor, in the order of the texts.

    Args:
        store: the records of a study
        actor: only the mentions of this actor
        document: only those in this document

    Returns:
        columns as `actors.frames.columns.COLUMNS` lists them
    """
    found = mention_rows(store, actor, document)
    rows = [(*row[:SENTENCE], one_line(row[SENTENCE]), *row[SENTENCE + 1 :]) for row in found]
    return frame("mentions", rows)
