"""The ties of a network, a row each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from actors.factuality import leaning, status
from actors.frames.columns import FrameRow, frame, one_line
from actors.types import Evidence, TieAttributes
from actors.wording import phrase

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.types import Key

_TOGETHER = "cooccurrence"
"""The layer whose sentences assert nothing of the two, so that they have no modality."""


def ties(graph: nx.MultiDiGraph[Key]) -> pd.DataFrame:
    """The ties of a network, the strongest first, each with one of its sentences.

    Args:
        graph: as `actors.Study.graph` gives it

    Returns:
        columns as `actors.frames.columns.COLUMNS` lists them

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_nodes_from([("a", {"name": "Norway"}), ("b", {"name": "Peru"})])
    >>> tie = {"layer": "stated", "type": "accuse", "sign": "-", "weight": 1.0}
    >>> _ = graph.add_edge("a", "b", **tie)
    >>> ties(graph)[["source", "type", "target"]].values.tolist()
    [['Norway', 'accuse', 'Peru']]
    """
    rows = [_row(graph, *edge) for edge in graph.edges(data=True)]
    return frame("ties", sorted(rows, key=lambda row: (-row[10], row)))


def _row(graph: nx.MultiDiGraph[Key], source: Key, target: Key, tie: TieAttributes) -> FrameRow:
    sentences: Sequence[Evidence] = tie.get("evidence") or ()
    first = sentences[0] if sentences else Evidence()
    return (
        *(str(graph.nodes[end].get("name") or end) for end in (source, target)),
        *(str(tie.get(name) or "") for name in ("layer", "type")),
        leaning(tie),
        bool(tie.get("negated")),
        bool(tie.get("directed", True)),
        status(tie),
        phrase(str(tie.get("type") or ""), status(tie)),
        _joined(one.get("modality", "") for one in sentences if tie["layer"] != _TOGETHER),
        float(tie.get("weight", 1.0)),
        *(tie.get("documents") or 0, tie.get("stories") or 0),
        *(str(tie.get(name) or "") for name in ("first", "last")),
        float(tie.get("confidence", 1.0)),
        _joined(one.get("speaker", "") for one in sentences),
        one_line(str(first.get("text", ""))),
        str(first.get("name", "")),
        source,
        target,
    )


def _joined(said: Iterable[str]) -> str:
    """What is said, each once, the most frequent first.

    >>> _joined(["possible", "asserted", "", "asserted"])
    'asserted; possible'
    """
    counted = Counter(one_line(one) for one in said if one)
    return "; ".join(one for one, _ in sorted(counted.items(), key=lambda at: (-at[1], at[0])))
