"""A network with what the page shows of it: measures, communities, places, sizes, colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.analysis.measuring import measure_table, together
from actors.factuality import leaning
from actors.names import MEASURES, SHOWN_LAYERS
from actors.network.views import by_layer
from actors.types import Key, NodeAttributes

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx
    import pandas as pd

    from actors.types import Key

SIZE = "strength"


def measured(graph: nx.MultiDiGraph[Key]) -> pd.DataFrame:
    """The measures of a network as it is: on co-occurrence, with those that need signs on the rest.

    Of a network with one layer all measures are taken on that.
    """
    there = {layer for *_, layer in graph.edges(data="layer")}
    graphs = {name: by_layer(graph, name) for name in SHOWN_LAYERS if name in there}
    return measure_table(graphs or {"all": graph}, MEASURES)


def dressed(graph: nx.MultiDiGraph[Key], measures: pd.DataFrame) -> nx.MultiDiGraph[Key]:
    """A copy whose actors have their measures, ``community``, ``x``, ``y``, ``size``, ``color``.

    Places are those of the page, in its units, with y downwards. The size follows strength, the
    colour is that of the community, the colour of a tie that of its sign. Communities are
    numbered from 1, the largest first.

    Args:
        graph: the network
        measures: a row an actor, as `Study.measures` gives them
    """
    from actors.views.drawing import radius
    from actors.views.layout import positions
    from actors.views.palette import SIGNS

    shown = graph.copy()
    groups = _groups(graph)
    numbers = measures[[name for name in measures.columns if name in MEASURES]].to_dict("index")
    sizes = radius({key: about[SIZE] for key, about in numbers.items()})
    places = positions(graph, groups=groups)
    for key, about in shown.nodes(data=True):
        x, y = places[key]
        about.update(numbers[key], x=x, y=y, size=sizes[key], **_community(groups, key))
    for *_, tie in shown.edges(data=True):
        tie["color"] = SIGNS[leaning(tie)]
    return shown


def _groups(graph: nx.MultiDiGraph[Key]) -> dict[Key, int]:
    """Communities of co-occurrence as the page has them, else of whatever ties there are."""
    from actors.measures import undirected
    from actors.measures.communities import communities

    company = together(graph)
    return communities(company if company.number_of_edges() else undirected(graph))


def _community(groups: Mapping[Key, int], key: Key) -> NodeAttributes:
    from actors.views.palette import COMMUNITIES, REST

    colours = dict(enumerate(COMMUNITIES["light"]))
    number = groups.get(key)
    if number is None:
        return {"color": REST["light"]}
    return {"community": number + 1, "color": colours.get(number, REST["light"])}
