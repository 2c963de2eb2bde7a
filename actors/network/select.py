"""The part of a network that fits some criteria: layer, sign, period, kinds of actors, weight."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, TypeAlias, TypedDict

from actors.errors import SettingsError
from actors.factuality import STATUSES
from actors.knowledge.calendar import span
from actors.names import LAYERS
from actors.network import views
from actors.types import Key, TieAttributes

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["PartCriteria", "select"]

_Choice: TypeAlias = str | Collection[str] | None
_Days: TypeAlias = tuple[date | None, date | None]

_SIGNS = {"positive": "+", "negative": "-", "neutral": "0"}
"""The signs in words; `select` takes the words and the characters."""
_KINDS = ("country", "organisation", "person", "group", "place", "other")


class PartCriteria(TypedDict, total=False):
    """By what a part of a network is chosen, besides the period; see `select`."""

    layer: _Choice
    sign: _Choice
    status: _Choice
    kinds: _Choice
    min_weight: float | None


def select(
    graph: nx.MultiDiGraph[Key],
    *,
    layer: _Choice = None,
    sign: _Choice = None,
    status: _Choice = None,
    period: _Days | None = None,
    kinds: _Choice = None,
    min_weight: float | None = None,
) -> nx.MultiDiGraph[Key]:
    """A new graph with the ties that fit every criterion, and the actors at their ends.

    Actors whose ties all fall away are left out. Without any criterion the new graph is a copy,
    with the actors that have no tie.

    Args:
        graph: what `actors.network.build.build_graph` gives
        layer: one or several of ``"stated"``, ``"cooccurrence"``, ``"background"``
        sign: one or several of ``"+"``, ``"-"``, ``"0"``, or of ``"positive"``, ``"negative"``,
            ``"neutral"``; only a tie that holds has one (`actors.factuality.holds`)
        status: one or several of `actors.factuality.STATUSES`, such as ``"planned"``
        period: the first and the last day, both included; `None` for an open end. Weight,
            documents, dates and evidence of a tie are then counted from its sentences of the
            period. A tie of the background is taken whole if it may have held on a day of the
            period; one that keeps no sentences if its ``first`` and ``last`` lie in the period.
            What else has no date is in no period.
        kinds: one or several kinds of actors, such as ``"country"``; both ends must be of them
        min_weight: the least weight of a tie (in the period)

    Returns:
        a graph of the same class, with the same attributes and order; ``mentions`` and
        ``documents`` of actors are those of the whole study

    Raises:
        SettingsError: a criterion is unknown, the period ends before it begins, or a tie keeps
            only some of its sentences (build the graph with a larger ``evidence``)

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> _ = graph.add_edge("a", "b", layer="stated", sign="+", negated=False, weight=2.0)
    >>> _ = graph.add_edge("b", "c", layer="stated", sign="-", negated=False, weight=1.0)
    >>> list(select(graph, sign="positive")), list(select(graph, min_weight=1.0).edges())
    (['a', 'b'], [('a', 'b'), ('b', 'c')])
    """
    chosen: nx.MultiDiGraph[Key] = graph.copy()
    if kinds is not None:
        chosen = views.by_kind(chosen, *_checked(kinds, _KINDS, "kind"))
    if layer is not None:
        chosen = views.by_layer(chosen, *_checked(layer, LAYERS, "layer"))
    if sign is not None:
        chosen = views.by_sign(chosen, *_signs(sign))
    if status is not None:
        chosen = views.by_status(
            chosen, *_checked(status, (*STATUSES, "implied", "unstated"), "status")
        )
    if period is not None and period != (None, None):
        chosen = _during(chosen, period)
    if min_weight is not None:
        chosen = views.by_weight(chosen, min_weight)
    all_of_it = all(each is None for each in (kinds, layer, sign, status, period, min_weight))
    return chosen if all_of_it else views.without_isolates(chosen)


def _during(graph: nx.MultiDiGraph[Key], period: _Days) -> nx.MultiDiGraph[Key]:
    since, until = period
    if since and until and until < since:
        raise SettingsError(f"the period ends on {until}, before it begins on {since}")
    whole = [edge for edge in graph.edges(keys=True, data=True) if _uncounted(edge[3])]
    quoted = graph.copy()
    quoted.remove_edges_from([edge[:3] for edge in whole])
    kept = views.during(quoted, since, until)
    kept.add_edges_from(edge for edge in whole if _fits(edge[3], since, until))
    return kept


def _uncounted(tie: TieAttributes) -> bool:
    """Whether a tie has no dated sentences to count in a period."""
    return tie.get("layer") == "background" or not tie.get("evidence")


def _fits(tie: TieAttributes, since: date | None, until: date | None) -> bool:
    first, last = span(str(tie.get("first") or "")), span(str(tie.get("last") or ""))
    if tie.get("layer") == "background":
        begun = first is None or until is None or first[0] <= until
        return begun and (last is None or since is None or since <= last[1])
    if first is None or last is None:
        return False
    return (since is None or since <= first[0]) and (until is None or last[1] <= until)


def _signs(sign: _Choice) -> list[str]:
    words = _checked(sign, (*_SIGNS.values(), *_SIGNS), "sign")
    return [_SIGNS.get(word, word) for word in words]


def _checked(choice: _Choice, known: Collection[str], what: str) -> list[str]:
    words = [choice] if isinstance(choice, str) else list(choice or ())
    unknown = [word for word in words if word not in known]
    if unknown or not words:
        said = f"no {what} is called {unknown[0]!r}" if unknown else f"no {what} is given"
        raise SettingsError(f"{said}: choose from {', '.join(known)}")
    return words
