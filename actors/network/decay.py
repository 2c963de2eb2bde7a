"""Co-occurrence that fades with distance: a name two sentences on counts, but less.

A window of *n* sentences counts a meeting in one sentence as much as one across *n*, and nothing
beyond. Here every sentence that names one of two actors counts exp(-d / scale), where *d* is
the number of sentences back to the nearest that names the other: 1 if it names both. It is
the sliding window of `actors.network.windows` with a soft edge: with a weight of 1 up to *n* - 1
and 0 beyond, it would be that window's count.

Blind to: fame, as any count (`actors.network.weights` has measures that are not); paragraphs,
so the last sentence of one is as near as any to the first of the next; what a sentence says of
the two. Pronouns and titles count where the reading found whom they stand for.

Source: exponential decay with distance in words is that of Gao, J. et al. (2002), Resolving
query translation ambiguity using a decaying co-occurrence model and syntactic dependence
relations, *SIGIR*, 183-190; sentences in place of words, since sentences are what is shown.
"""

from __future__ import annotations

from math import ceil, log
from typing import TYPE_CHECKING

from actors.errors import SettingsError
from actors.network.presence import HasConnection, prepare
from actors.network.views import by_layer
from actors.network.windows import sentences_in
from actors.types import Key

if TYPE_CHECKING:
    import networkx as nx

SCALE = 1.0
_LEAST = 0.05
"""What a meeting must count to be counted: beyond three scales it is less."""

# Each sentence that names one, back to the nearest that names the other.
_MEETINGS = """
SELECT s.key, t.key, sum(exp(-distance / ?)) AS weight
FROM (
    SELECT here.doc, here.sentence AS place, least(here.node, back.node) AS source,
           greatest(here.node, back.node) AS target, min(here.sentence - back.sentence) AS distance
    FROM presence AS here JOIN presence AS back
    ON here.doc = back.doc AND here.node <> back.node
    AND back.sentence BETWEEN here.sentence - ? AND here.sentence
    WHERE NOT here.again
    GROUP BY here.doc, place, source, target)
JOIN nodes AS s ON s.node = source JOIN nodes AS t ON t.node = target
GROUP BY s.key, t.key"""


def reach(scale: float) -> int:
    """How many sentences back a meeting still counts `_LEAST`.

    Raises:
        SettingsError: the scale is not above 0.

    >>> reach(1.0), reach(3.0)
    (2, 8)
    """
    if not scale > 0:
        raise SettingsError(f"the scale of decay is {scale}: use a number of sentences above 0")
    return ceil(-scale * log(_LEAST)) - 1


def window(scale: float) -> str:
    """The window to build a network with, so that it has every pair that counts.

    >>> window(1.0)
    '3'
    """
    return str(reach(scale) + 1)


def decayed(
    study: HasConnection, graph: nx.MultiDiGraph[Key], scale: float = SCALE
) -> nx.MultiDiGraph[Key]:
    """The co-occurrence layer with meetings that fade as ``weight``.

    The number of windows moves to the edge attribute ``sentences``. Pairs of which the study has
    no sentence (as somebody may have added them) are left out.

    Args:
        study: what the graph was built from
        graph: what `actors.network.build.build_graph` gives with ``window=window(scale)``
        scale: sentences after which a meeting counts 1/e, about a third

    Raises:
        SettingsError: the scale is not above 0, or the graph has another window.
    """
    if sentences_in(graph.graph.get("window", "document")) != reach(scale) + 1:
        raise SettingsError(
            f"decay over {scale:g} sentences reaches {reach(scale)} back: build the graph with "
            f'window="{window(scale)}"'
        )
    cursor = prepare(study, sorted({kind for _, kind in graph.nodes(data="kind")}), None, None)
    rows = cursor.execute(_MEETINGS, [scale, reach(scale)]).fetchall()
    cursor.close()
    weights = {frozenset((one, other)): weight for one, other, weight in rows}
    layer = by_layer(graph, "cooccurrence")
    for source, target, key, tie in list(layer.edges(keys=True, data=True)):
        weight = weights.get(frozenset((source, target)), 0.0)
        if weight:
            tie.update(sentences=tie["weight"], weight=float(weight))
        else:
            layer.remove_edge(source, target, key)
    return layer
