"""The statements of a study: each sentence that states a tie, a row each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from actors.factuality import asserted, leaning
from actors.frames.columns import FrameRow, frame, one_line
from actors.network.views import happened
from actors.store.listings import speakers
from actors.types import TieAttributes

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.store import Store
    from actors.types import Evidence, Key


_Said = Mapping[tuple[str, str], tuple[str, str, str]]
"""A relation, by its document and its id, to who says so, where it was, and the key of who."""


def statements(
    store: Store, graph: nx.MultiDiGraph[Key], between: Collection[Key] | None = None
) -> pd.DataFrame:
    """The sentences that state the ties of a network, by date, then by document.

    Args:
        store: the records of the study
        graph: its network with all sentences; what decisions took away is no statement
        between: the keys of two actors, if only what is stated of both is wanted

    Returns:
        columns as `actors.frames.columns.COLUMNS` lists them
    """
    said = speakers(store)
    rows = [
        row
        for source, target, tie in graph.edges(data=True)
        if tie["layer"] == "stated" and (between is None or {source, target} == set(between))
        for row in _rows(graph, source, target, tie, said)
    ]
    return frame("statements", sorted(rows, key=_order))


def _rows(
    graph: nx.MultiDiGraph[Key], source: Key, target: Key, tie: TieAttributes, said: _Said
) -> Iterator[FrameRow]:
    ends = tuple(str(graph.nodes[end]["name"]) for end in (source, target))
    printed: dict[str, Key] = {}
    for one in tie["evidence"]:
        first = printed.setdefault(one["origin"], one["document"])
        about = said.get((one["document"], one["relation"]), ("", "", ""))
        yield _row(ends, (source, target), tie, one, about, first != one["document"])


def _row(
    ends: tuple[str, ...],
    keys: tuple[Key, Key],
    tie: TieAttributes,
    one: Evidence,
    about: tuple[str, str, str],
    reprint: bool,
) -> FrameRow:
    name, place, key = about
    return (
        *(happened(one), one["name"], one["date"] or None, one["source"]),
        *ends,
        *(
            tie["type"],
            leaning(tie) if asserted(one) else "0",
            bool(tie["negated"]),
            bool(tie["directed"]),
        ),
        *(one["modality"], one_line(one["speaker"]), name, float(one["confidence"])),
        *(one_line(one["text"]), one["event_date"], one_line(place), reprint),
        *(one["start"], one["end"], one["relation"]),
        *(*keys, key, one["document"]),
    )


def _order(row: FrameRow) -> FrameRow:
    """By date, what has none last; then by document, place in it, and the two actors."""
    date, document, *_ = row
    start, relation = row[18], row[20]
    return (not date, date, document, start, relation, row[4], row[5])
