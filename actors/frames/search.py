"""Sentences that hold some words, and the actors in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.analysis.sentences import found_sentences
from actors.frames.columns import FrameRow, frame, one_line
from actors.network.build import KINDS
from actors.store.listings import actors_in_sentences
from actors.store.queries import SentenceRow
from actors.types import Key

if TYPE_CHECKING:
    import pandas as pd

    from actors.store import Store


def search(store: Store, words: str) -> pd.DataFrame:
    """The sentences that hold all of some words, by date and document.

    Case, accents and the endings of plural and possessive make no difference.

    Args:
        store: the records of a study
        words: words in any order; ``*`` is any ending, as in ``border*``; words in double
            quotes stand together, as in ``"peace talks"``

    Returns:
        columns as `actors.frames.columns.COLUMNS` lists them

    Raises:
        SettingsError: there is no word to look for
    """
    found = found_sentences(store, words)
    present = actors_in_sentences(store, {one.document for one in found}, KINDS)
    return frame("search", [_row(one, present) for one in found])


def _row(one: SentenceRow, present: dict[tuple[Key, int], list[str]]) -> FrameRow:
    names = "; ".join(present.get((one.document, one.number), ()))
    where = one.number, one.start, one.end, one.document
    return (one.name, one.published, one.source, one_line(one.text), names, *where)
