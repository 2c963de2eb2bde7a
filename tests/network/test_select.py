"""The part of a network that fits some criteria; every number is counted by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import networkx as nx
import pytest

from actors.errors import SettingsError
from actors.network import build_graph
from actors.network.select import select
from tests.network.corpora import ONE, TWO, says, study

SAID = {
    ONE: (says(ONE, 0, 0, 1), says(ONE, 1, 3, 1, sentence=3, type="consult", sign="+")),
    TWO: (says(TWO, 0, 0, 1), says(TWO, 1, 0, 1, negated=True)),
}
TOGETHER = "cooccurrence:cooccurrence:0"


@pytest.fixture(scope="module")
def graph() -> nx.MultiDiGraph[str]:
    """Anna accuses Ben on 1 and 3 July (once it is denied), Ben and Cara consult on 1 July."""
    with study(relations=SAID) as store:
        return build_graph(store)


def keys(graph: nx.MultiDiGraph[str]) -> list[str]:
    return [f"{a}{b} {key}" for a, b, key in graph.edges(keys=True)]


def test_nothing_asked_is_a_copy_of_all(graph: nx.MultiDiGraph[str]) -> None:
    everything = select(graph)
    assert nx.utils.graphs_equal(everything, graph)
    everything.nodes["a"]["name"] = "changed"
    everything.edges["a", "b", TOGETHER]["weight"] = 0
    assert (graph.nodes["a"]["name"], graph.edges["a", "b", TOGETHER]["weight"]) == ("A", 3)


def test_a_sign_keeps_its_ties_and_their_ends(graph: nx.MultiDiGraph[str]) -> None:
    for sign in ("-", "negative", ["negative"]):
        assert keys(select(graph, sign=sign)) == ["ab stated:accuse:-"]
    assert list(select(graph, sign="-")) == ["a", "b"]
    assert keys(select(graph, sign=["+", "-"])) == ["ab stated:accuse:-", "bc stated:consult:+"]


def test_all_criteria_have_to_fit(graph: nx.MultiDiGraph[str]) -> None:
    assert keys(select(graph, layer="stated", min_weight=2)) == ["ab stated:accuse:-"]
    assert keys(select(graph, layer="cooccurrence", sign="-")) == []
    assert keys(select(graph, layer="cooccurrence", min_weight=2)) == [f"ab {TOGETHER}"]


def test_both_ends_are_of_the_kinds() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(["x", "y"], kind="country")
    graph.add_node("p", kind="person")
    tie = {"layer": "stated", "sign": "+", "negated": False, "weight": 1.0}
    graph.add_edge("x", "y", **tie)
    graph.add_edge("x", "p", **tie)
    assert list(select(graph, kinds="country").edges()) == [("x", "y")]
    assert list(select(graph, kinds=("country", "person")).edges()) == [("x", "y"), ("x", "p")]


def test_a_period_counts_weight_and_evidence_anew(graph: nx.MultiDiGraph[str]) -> None:
    first = select(graph, layer="stated", period=(None, date(2021, 7, 2)))
    assert keys(first) == ["ab stated:accuse:-", "bc stated:consult:+"]
    tie = first.edges["a", "b", "stated:accuse:-"]
    assert (tie["weight"], tie["documents"], len(tie["evidence"])) == (1.0, 1, 1)
    assert (tie["first"], tie["last"]) == ("2021-07-01", "2021-07-01")
    second = select(graph, layer="stated", period=(date(2021, 7, 2), None))
    assert keys(second) == ["ab stated:accuse:-", "ab stated:accuse:-:not"]


def test_an_open_period_leaves_nothing_out(graph: nx.MultiDiGraph[str]) -> None:
    assert keys(select(graph, period=(None, None))) == keys(graph)


def test_the_weight_of_the_period_is_what_must_be_reached(graph: nx.MultiDiGraph[str]) -> None:
    day = (date(2021, 7, 1), date(2021, 7, 1))
    assert graph.edges["a", "b", "stated:accuse:-"]["weight"] == 2
    assert keys(select(graph, layer="stated", period=day, min_weight=2)) == []


def _dated(layer: str, first: str, last: str) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edge("a", "b", layer=layer, first=first, last=last, weight=4.0, evidence=())
    return graph


@pytest.mark.parametrize(
    ("layer", "first", "last", "kept"),
    [
        ("stated", "2021-07-05", "2021-07-09", 1),
        ("stated", "2021-07-05", "2021-08-09", 0),  # only a part of it lies in the month
        ("stated", "2021", "2021", 0),
        ("stated", "", "", 0),
        ("background", "2012-05-07", "", 1),  # an office that is still held
        ("background", "2012-05-07", "2021-07-01", 1),
        ("background", "2012-05-07", "2021-06-30", 0),
        ("background", "2021-08-01", "", 0),
        ("background", "", "", 1),
    ],
)
def test_ties_without_sentences_are_taken_whole(
    layer: str, first: str, last: str, kept: int
) -> None:
    july = (date(2021, 7, 1), date(2021, 7, 31))
    graph = select(_dated(layer, first, last), period=july)
    assert [weight for *_, weight in graph.edges(data="weight")] == [4.0] * kept


def test_a_tie_with_some_of_its_sentences_is_refused() -> None:
    with study(relations=SAID) as store:
        capped = build_graph(store, evidence=1)
    with pytest.raises(SettingsError, match="evidence="):
        select(capped, period=(date(2021, 7, 1), None))


@pytest.mark.parametrize(
    ("criterion", "said"),
    [
        ({"layer": "spoken"}, "no layer is called 'spoken': choose from cooccurrence, stated"),
        ({"sign": "good"}, "no sign is called 'good'"),
        ({"kinds": ["country", "firm"]}, "no kind is called 'firm'"),
        ({"kinds": []}, "no kind is given"),
        ({"period": (date(2021, 7, 2), date(2021, 7, 1))}, "ends on 2021-07-01, before"),
    ],
)
def test_what_is_unknown_is_refused_with_what_there_is(
    graph: nx.MultiDiGraph[str], criterion: dict[str, Any], said: str
) -> None:
    with pytest.raises(SettingsError, match=said):
        select(graph, **criterion)
