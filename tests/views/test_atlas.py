"""Where actors are at home, and where that is on the map."""

from __future__ import annotations

from typing import Any

import networkx as nx

from actors.knowledge.states import states
from actors.views import atlas

ROLES = {"leads", "works_for"}


def network() -> nx.MultiDiGraph[Any]:
    """A president of Peru, a spokesman of his, one who works for two states, and one for nobody."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for key, code in (("peru", "PE"), ("togo", "TG")):
        graph.add_node(key, kind="country", identifiers=(("iso3166", code),))
    about = {"layer": "stated", "sign": "0", "weight": 1.0}
    graph.add_edge("ana", "peru", **about, type="leads")
    graph.add_edge("luis", "ana", **about, type="works_for")
    graph.add_edge("rosa", "peru", **about, type="works_for")
    graph.add_edge("rosa", "togo", **about | {"weight": 3.0}, type="works_for")
    graph.add_edge("sami", "togo", **about | {"negated": True}, type="works_for")
    graph.add_edge("rosa", "ana", **about | {"sign": "+"}, type="aid")
    graph.add_edge("ana", "luis", **about | {"sign": "+"}, type="aid")
    return graph


def test_an_actor_is_at_home_where_it_has_a_role() -> None:
    home = atlas.homes(network(), ROLES)
    assert home == {"peru": "PE", "togo": "TG", "ana": "PE", "luis": "PE", "rosa": "TG"}


def test_ties_across_borders_are_between_two_homes() -> None:
    graph = network()
    part = atlas.across(graph, atlas.homes(graph, ROLES), ROLES)
    assert [*part.edges()] == [("rosa", "ana")]


def test_those_of_one_state_stand_around_its_point_and_never_on_one_another() -> None:
    at = dict.fromkeys("abcdefgh", "PE") | {"t": "TG"}
    spots = atlas.spots(list(at), at)
    assert len(set(spots.values())) == len(at)
    (x, y), (east, north) = spots["a"], spots["t"]
    assert -77 * atlas.WIDE < x < -72 * atlas.WIDE
    assert 7 * atlas.HIGH < y < 11 * atlas.HIGH  # south is below
    assert x < east
    assert north < y


def test_nearly_every_state_of_today_has_a_point_and_coasts_are_on_the_globe() -> None:
    today = [one.id for one in states() if not one.end]
    assert len([code for code in today if code not in atlas._world()["states"]]) < 8
    xs = [part for ring in atlas.outline() for part in ring[::2]]
    ys = [part for ring in atlas.outline() for part in ring[1::2]]
    assert -200 * atlas.WIDE < min(xs) < max(xs) < 200 * atlas.WIDE
    assert -90 * atlas.HIGH < min(ys) < max(ys) < 60 * atlas.HIGH
    assert max(len(ring) for ring in atlas.outline()) > 400  # Africa, Asia and Europe are one
