"""Camps of signed networks: Sampson's monastery, and graphs balanced by construction."""

from __future__ import annotations

import random
from itertools import product

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors.errors import SettingsError
from actors.measures.balance import balance, frustration, triad_census
from actors.measures.blocks import blockmodel
from actors.measures.signs import net_support, pn, signed, signed_sums
from tests.measures.monastery import DISLIKED, LIKED, OUTCASTS, YOUNG_TURKS, monastery


def camps_of(found: dict[str, int]) -> set[frozenset[str]]:
    return {frozenset(n for n in found if found[n] == camp) for camp in set(found.values())}


def random_signs(seed: int, nodes: int = 7, ties: int = 13) -> nx.Graph[int]:
    chance = random.Random(seed)
    graph = nx.gnm_random_graph(nodes, ties, seed=seed)
    for _, _, data in graph.edges(data=True):
        data.update(sign=chance.choice("+-"), weight=float(chance.randint(1, 3)))
    return graph


def least(graph: nx.Graph[int], number: int) -> float:
    """The least criterion of all divisions there are."""
    nodes, plus, minus = signed_sums(graph)
    found = []
    for division in product(range(number), repeat=len(nodes)):
        camps = np.array(division)
        same = camps[:, None] == camps
        found.append(minus[same].sum() / 4 + plus[~same].sum() / 4)
    return min(found)


class TestMonastery:
    def test_the_table_has_the_sums_that_are_printed_below_it(self) -> None:
        graph = monastery()
        for sign, sums in (("+", LIKED), ("-", DISLIKED)):
            arcs = graph.in_edges(data=True)
            of = dict.fromkeys(graph, 0.0)
            for _, other, data in arcs:
                of[other] += data["weight"] if data["sign"] == sign else 0
            assert tuple(of.values()) == sums

    def test_three_camps_fit_best_and_are_the_factions_or_one_other_division(self) -> None:
        found = blockmodel(monastery())
        assert found.criterion == 10.5
        assert found.number == 3
        assert [found.tried[number] for number in (1, 2, 3, 4)] == [47.0, 12.5, 10.5, 10.5]
        assert found.rivals == 1
        divisions = [camps_of(blockmodel(monastery(), 3, seed=seed).camps) for seed in range(8)]
        loyal = frozenset(set(monastery()) - YOUNG_TURKS - OUTCASTS)
        factions = {frozenset(YOUNG_TURKS), frozenset(OUTCASTS), loyal}
        assert factions in divisions
        # The rival has John and Hugh with the outcasts, whom they like.
        turned = {"John", "Hugh"}
        rival = {frozenset(YOUNG_TURKS - turned), frozenset(OUTCASTS | turned), loyal}
        assert all(one in (factions, rival) for one in divisions)

    def test_net_support_by_hand(self) -> None:
        # Peter: 12 for, 18 against; nobody spoke against Bonaventure.
        found = net_support(monastery())
        assert found["Peter"] == pytest.approx((12 - 18) / 30)
        assert found["Bonaventure"] == 1.0
        assert pn(monastery())["Peter"] < 1


@pytest.mark.parametrize("number", [2, 3])
@pytest.mark.parametrize("seed", range(4))
def test_small_graphs_are_divided_as_well_as_can_be(seed: int, number: int) -> None:
    graph = random_signs(seed)
    assert blockmodel(graph, number).criterion == pytest.approx(least(graph, number))


@given(st.lists(st.integers(0, 2), min_size=4, max_size=12), st.integers(0, 1000))
@settings(max_examples=25, deadline=None)
def test_camps_that_are_there_are_found(camps: list[int], seed: int) -> None:
    chance = random.Random(seed)
    graph = nx.complete_graph(len(camps))
    for one, other, data in graph.edges(data=True):
        data["sign"] = "+" if camps[one] == camps[other] else "-"
        data["weight"] = float(chance.randint(1, 5))
    found = blockmodel(graph, starts=20)
    assert found.criterion == 0
    assert found.rivals == 0
    assert all(
        (found.camps[one] == found.camps[other]) == (camps[one] == camps[other])
        for one, other in graph.edges
    )


@given(st.integers(0, 200))
@settings(max_examples=25, deadline=None)
def test_more_camps_never_fit_worse_and_two_are_never_better_than_exact(seed: int) -> None:
    graph = random_signs(seed)
    nx.set_edge_attributes(graph, 1.0, "weight")
    found = blockmodel(graph, most=4, starts=40)
    tried = [found.tried[number] for number in sorted(found.tried)]
    assert tried == sorted(tried, reverse=True)
    assert blockmodel(graph, 2).criterion >= frustration(graph).index / 2 - 1e-9


def test_opposition_can_be_made_to_weigh_more() -> None:
    graph = nx.Graph([("a", "b", {"sign": "+", "weight": 2.0}), ("b", "c", {"sign": "-"})])
    graph.add_edge("a", "c", sign="+", weight=2.0)
    assert blockmodel(graph, alpha=0.5).criterion == 0.5  # all together: b and c quarrel
    assert blockmodel(graph, alpha=0.9).criterion == pytest.approx(0.2)  # b or c apart
    assert blockmodel(graph, alpha=0.9).rivals == 1


def test_components_are_numbered_each_for_itself() -> None:
    graph = nx.Graph([("a", "b", {"sign": "-"}), ("c", "d", {"sign": "-"})])
    graph.add_node("e")
    found = blockmodel(graph)
    assert found.camps == {"a": 0, "b": 1, "c": 0, "d": 1, "e": 0}
    assert blockmodel(nx.Graph()).camps == {}


def test_a_large_network_is_divided_in_seconds() -> None:
    chance = random.Random(1)
    graph: nx.Graph[int] = nx.gnm_random_graph(300, 900, seed=1)
    for one, other, data in graph.edges(data=True):
        alike = (one % 3 == other % 3) != (chance.random() < 0.05)
        data["sign"] = "+" if alike else "-"
    graph.add_nodes_from(range(300, 5_000))
    found = blockmodel(graph, 3)
    mistaken = sum(
        (data["sign"] == "+") != (one % 3 == other % 3)
        for one, other, data in graph.edges(data=True)
    )
    assert found.criterion <= mistaken / 2
    assert {found.camps[node] for node in range(300, 5_000)} == {0}


@pytest.mark.parametrize("wrong", [{"number": 0}, {"most": 0}, {"starts": 0}, {"alpha": 1.5}])
def test_settings_that_make_no_sense_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(SettingsError):
        blockmodel(nx.path_graph(2), **wrong)  # type: ignore[arg-type]


def test_what_signed_gives_may_be_measured_again() -> None:
    graph = random_signs(3)
    plain = signed(graph)
    again = frustration(plain)
    assert (again.index, again.camps) == (frustration(graph).index, frustration(graph).camps)
    assert len(set(again.camps.values())) == 2
    assert triad_census(plain) == triad_census(graph)
    assert balance(plain) == balance(graph)
    assert pn(plain) == pn(graph)


def test_a_sign_that_is_none_is_refused() -> None:
    with pytest.raises(SettingsError, match="minus"):
        frustration(nx.Graph([("a", "b", {"sign": "minus"})]))
