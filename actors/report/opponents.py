"""Who stands against whom: two camps on the stated ties, and how firmly each actor is in one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.factuality import asserting, leaning
from actors.network.views import without
from actors.report.material import Material
from actors.types import Key
from actors.views.blocks import Block, Heading, Table, Text
from actors.views.wording import count

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np

_NAMED, DRAWS, _STARTS = 10, 60, 10
_FIRM = 0.8
"""The share of draws in which an actor has to stand as here towards the others."""
_SMALLEST = 2
_LEAST = 6
"""Signed pairs in circles below which a division into two camps says nothing."""


def opponents(material: Material) -> Iterator[Block]:
    """Two camps with the fewest ties of cooperation across and of conflict within.

    Only pairs in circles count: who has one signed tie stands where that tie puts it, which
    is no finding. Each actor's place is checked by drawing the stories anew.
    """
    import networkx as nx

    from actors.measures.balance import frustration
    from actors.measures.signs import signed

    stated = _signed(material)
    ties = signed(stated)
    if not ties.number_of_edges():
        return
    yield Heading("Who stands against whom")
    circles = nx.k_core(ties, 2)
    parts = sorted(nx.connected_components(circles), key=lambda of: (-len(of), min(of)))
    inner = parts[0] if parts else set()
    core = without(ties, [node for node in ties if node not in inner])
    against = sum(data["sign"] < 0 for _, _, data in core.edges(data=True))
    if core.number_of_edges() < _LEAST or not against:
        yield Text(
            f"Cooperation or conflict is told of {count(ties.number_of_edges(), 'pair')}. Too few "
            "of them form circles (A with B, B with C, C with A) to tell camps: whoever has one "
            "such tie stands where that tie puts it."
        )
        return
    split = frustration(_multi(core))
    firm = _firmness(material, core, split.camps)
    yield Text(
        f"{count(core.number_of_edges(), 'pair')} of {count(len(core), 'actor')} were divided into "
        "two sides, so that cooperation lies within a side and conflict across, as far as it can: "
        f"{count(split.index, 'pair')} {'does' if split.index == 1 else 'do'} not fit. An actor is "
        f"named on a side only if it stays there in {_FIRM:.0%} of {DRAWS} random drawings of the "
        "stories."
    )
    order = [key for key in material.measures.index if key in core]
    sides = [
        [key for key in order if split.camps[key] == side and firm[key] >= _FIRM] for side in (0, 1)
    ]
    if min(map(len, sides)) < _SMALLEST:
        yield Text(
            f"These ties show no two camps: fewer than {_SMALLEST} actors stay on one of the sides."
        )
        return
    unsure = [key for key in order if firm[key] < _FIRM]
    rows = [(f"{material.name(side[0])} and others", side) for side in sides]
    rows += [("On neither side for sure", unsure)] if unsure else []
    yield Table(
        "Two camps",
        ("Camp", "Actors", "The most central first"),
        tuple((name, f"{len(side):,}", _named(material, side)) for name, side in rows),
        frozenset({1}),
    )
    if split.against:
        named = sorted(" – ".join(sorted(map(material.name, pair))) for pair in split.against)
        yield Text(f"Pairs that do not fit: {'; '.join(named[:_NAMED])}.")


def _signed(material: Material) -> nx.MultiDiGraph[Key]:
    """The stated ties of what actors do, without those that are negated or denied."""
    import networkx as nx

    graph: nx.MultiDiGraph[Key] = nx.MultiDiGraph()
    graph.add_nodes_from(material.graph.nodes(data=True))
    for source, target, about in material.stated:
        if leaning(about) != "0":
            graph.add_edge(source, target, **about)
    return graph


def _multi(ties: nx.Graph[Key]) -> nx.Graph[Key]:
    """Signed pairs as `actors.measures` takes them."""
    import networkx as nx

    graph: nx.Graph[Key] = nx.Graph()
    graph.add_nodes_from(ties)
    for one, other, data in ties.edges(data=True):
        graph.add_edge(one, other, sign="+" if data["sign"] > 0 else "-", weight=data["weight"])
    return graph


def _firmness(material: Material, core: nx.Graph[Key], camps: dict[Key, int]) -> dict[Key, float]:
    """How often each actor stands towards the others as in ``camps``, if stories are drawn anew.

    Pairs that a draw leaves without a way between them tell nothing in it.
    """
    import networkx as nx
    import numpy as np

    from actors.measures.balance import frustration

    told = _by_story(material, core)
    stories = sorted({story for story, _, _ in told})
    nodes = list(core)
    here = np.array([camps[node] for node in nodes])
    same, known = (np.zeros((len(nodes), len(nodes))) for _ in range(2))
    random = np.random.default_rng(0)
    for _ in range(DRAWS):
        times = dict(zip(stories, _drawn(random, len(stories)), strict=True))
        sums: dict[tuple[Key, Key], float] = {}
        for story, pair, weight in told:
            sums[pair] = sums.get(pair, 0.0) + weight * times[story]
        drawn: nx.Graph[Key] = nx.Graph()
        drawn.add_nodes_from(nodes)
        for (one, other), weight in sums.items():
            if weight:
                drawn.add_edge(one, other, sign="+" if weight > 0 else "-", weight=abs(weight))
        there = frustration(drawn, starts=_STARTS).camps
        part = {node: n for n, of in enumerate(nx.connected_components(drawn)) for node in of}
        side, of = (np.array([found[node] for node in nodes]) for found in (there, part))
        tied = of[:, None] == of
        known += tied
        same += tied & ((side[:, None] == side) == (here[:, None] == here))
    np.fill_diagonal(known, 0.0)
    np.fill_diagonal(same, 0.0)
    share = np.divide(
        same.sum(axis=1), known.sum(axis=1), out=np.zeros(len(nodes)), where=known.sum(axis=1) > 0
    )
    return dict(zip(nodes, share.tolist(), strict=True))


def _by_story(material: Material, core: nx.Graph[Key]) -> list[tuple[str, tuple[Key, Key], float]]:
    """Story, pair, and sentences of cooperation less those of conflict."""
    found: dict[tuple[str, tuple[Key, Key]], float] = {}
    for source, target, about in material.stated:
        low, high = sorted((source, target))
        if leaning(about) == "0" or not core.has_edge(low, high):
            continue
        for one in asserting(about):
            place = (one["story"], (low, high))
            found[place] = found.get(place, 0.0) + (1.0 if leaning(about) == "+" else -1.0)
    return [(story, pair, weight) for (story, pair), weight in sorted(found.items())]


def _drawn(random: np.random.Generator, number: int) -> list[int]:
    """How often each of some stories is drawn."""
    import numpy as np

    times = np.bincount(random.integers(0, number, number), minlength=number)
    return [int(each) for each in times]


def _named(material: Material, members: list[Key]) -> str:
    more = f" and {len(members) - _NAMED:,} more" if len(members) > _NAMED else ""
    return ", ".join(material.name(key) for key in members[:_NAMED]) + more
