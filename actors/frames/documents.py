"""The documents of a study, a row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.analysis.documents import document_key
from actors.frames.columns import frame
from actors.store.holdings import document_keys
from actors.store.listings import document_rows
from actors.types import Key

if TYPE_CHECKING:
    import pandas as pd

    from actors.store import Store


def documents(store: Store) -> pd.DataFrame:
    """What was read, by name: where it is from, which story it tells, how much it gave.

    Args:
        store: the records of a study

    Returns:
        columns as `actors.frames.columns.COLUMNS` lists them
    """
    return frame("documents", document_rows(store))


def key_of(store: Store, name: str) -> Key:
    """The key of the document that a name or the path of its file means.

    Raises:
        NotFound: no document fits, or several do
    """
    return document_key(name, document_keys(store))
