"""The stances of a study, a row each: read over a whole document, and stated nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.analysis.stances import held_stances
from actors.frames.columns import FrameRow, frame, one_line
from actors.types import Actor, Document

if TYPE_CHECKING:
    import pandas as pd

    from actors.analysis.stances import HeldStance
    from actors.store import Store


def stances(store: Store) -> pd.DataFrame:
    """Who leans towards whom in which document, in order of the documents' names.

    Args:
        store: the records of a study

    Returns:
        columns as `actors.frames.columns.COLUMNS` lists them
    """
    names = {actor.key: actor.name for actor in store.all(Actor)}
    held = held_stances(store)
    documents = {one.key: one for one in store.all(Document)}
    return frame("stances", [_row(one, documents[one.document], names) for one in held])


def _row(one: HeldStance, document: Document, names: dict[str, str]) -> FrameRow:
    first = one.evidence[0] if one.evidence else None
    sentence = document.text[first.start : first.end] if first else ""
    return (
        *(document.name, document.published, document.source or ""),
        *(names[one.source], names[one.target], one.sign, one.confidence, len(one.relations)),
        *(one_line(sentence), one.source, one.target, one.document),
    )
