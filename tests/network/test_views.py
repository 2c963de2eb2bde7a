"""Parts of a network, and several ties as one."""

from __future__ import annotations

from datetime import date

import networkx as nx
import pytest

from actors.errors import SettingsError
from actors.network import build_graph, views
from actors.network.simple import simple_digraph, simple_graph
from tests.network.corpora import ONE, TWO, says, study

SAID = {
    ONE: (
        says(ONE, 0, 0, 1),
        says(ONE, 1, 4, 1, sentence=3, modality="planned", confidence=0.5),
        says(ONE, 2, 1, 0, type="consult", sign="+"),
    ),
    TWO: (
        says(TWO, 0, 0, 1, date=date(2021, 6, 30)),
        says(TWO, 1, 0, 1, negated=True),
    ),
}


@pytest.fixture(scope="module")
def graph() -> nx.MultiDiGraph[str]:
    with study(relations=SAID) as store:
        return build_graph(store)


def keys(graph: nx.MultiDiGraph[str]) -> list[str]:
    return [f"{a}{b} {key}" for a, b, key in graph.edges(keys=True)]


STATED = ["ab stated:accuse:-", "ab stated:accuse:-:not", "ab stated:consult:+"]


def test_by_layer(graph: nx.MultiDiGraph[str]) -> None:
    assert keys(views.by_layer(graph, "stated")) == STATED
    assert keys(views.by_layer(graph, "background")) == []


def test_by_sign(graph: nx.MultiDiGraph[str]) -> None:
    assert keys(views.by_sign(graph, "-")) == STATED[:1]


def test_by_weight(graph: nx.MultiDiGraph[str]) -> None:
    strong = views.by_weight(graph, 3)
    assert keys(strong) == ["ab cooccurrence:cooccurrence:0", "ab stated:accuse:-"]


def test_nodes_and_graph_attributes_stay(graph: nx.MultiDiGraph[str]) -> None:
    view = views.by_sign(graph, "-")
    assert dict(view.nodes(data=True)) == dict(graph.nodes(data=True))
    assert view.graph == graph.graph


def test_a_view_can_be_changed_without_harm(graph: nx.MultiDiGraph[str]) -> None:
    view = views.by_layer(graph, "stated")
    view.nodes["a"]["name"] = "changed"
    view.edges["a", "b", "stated:accuse:-"]["weight"] = 99
    assert graph.nodes["a"]["name"] == "A"
    assert graph.edges["a", "b", "stated:accuse:-"]["weight"] == 3


def test_by_kind_and_without_isolates(graph: nx.MultiDiGraph[str]) -> None:
    assert list(views.by_kind(graph, "country")) == []
    assert list(views.by_kind(graph, "person")) == ["a", "b", "c"]
    assert list(views.without_isolates(views.by_layer(graph, "stated"))) == ["a", "b"]


class TestByEvidence:
    def test_a_period_counts_its_sentences_anew(self, graph: nx.MultiDiGraph[str]) -> None:
        tie = views.during(graph, until=date(2021, 6, 30)).edges["a", "b", "stated:accuse:-"]
        assert (tie["weight"], tie["documents"]) == (1.0, 1)
        assert (tie["first"], tie["last"]) == ("2021-06-30", "2021-06-30")
        july = views.during(graph, date(2021, 7, 1)).edges["a", "b", "stated:accuse:-"]
        assert (july["weight"], july["first"]) == (2.0, "2021-07-01")

    def test_what_has_no_date_is_in_no_period(self, graph: nx.MultiDiGraph[str]) -> None:
        tie = views.during(graph).edges["a", "b", "cooccurrence:cooccurrence:0"]
        assert (graph.edges["a", "b", "cooccurrence:cooccurrence:0"]["weight"], tie["weight"]) == (
            3,
            2,
        )

    def test_a_period_is_that_of_the_study(self) -> None:
        with study(relations=SAID) as store:
            built = build_graph(store, since=date(2021, 7, 2))
            seen = views.during(build_graph(store), since=date(2021, 7, 2))
        assert list(built.edges(keys=True, data=True)) == list(seen.edges(keys=True, data=True))

    def test_source(self, graph: nx.MultiDiGraph[str]) -> None:
        assert keys(views.from_sources(graph, "Daily")) == keys(graph)
        assert keys(views.from_sources(graph, "Weekly")) == []

    def test_only_undated_evidence_has_no_first_day(self, graph: nx.MultiDiGraph[str]) -> None:
        undated = nx.MultiDiGraph(graph)
        tie = undated.edges["a", "b", "stated:consult:+"]
        tie["evidence"] = tuple(each | {"date": ""} for each in tie["evidence"])
        assert (
            views.from_sources(undated, "Daily").edges["a", "b", "stated:consult:+"]["first"] == ""
        )

    def test_capped_evidence_is_refused_rather_than_counted_wrong(self) -> None:
        with study() as store:
            capped = build_graph(store, evidence=1)
        with pytest.raises(SettingsError, match="since="):
            views.during(capped)


class TestSimple:
    def test_sums_all_ties_of_a_pair(self, graph: nx.MultiDiGraph[str]) -> None:
        simple = simple_graph(graph)
        # 3 sentences together, 2 accusing and 1 that only plans to, 1 consulting; the one that
        # denies is no tie
        assert simple.edges["b", "a"] == {
            "weight": 6.0,
            "distance": 1 / 6,
            "positive": 1.0,
            "negative": 2.0,
            "sign": "-",
            "types": ("accuse", "consult", "cooccurrence"),
        }
        assert simple.nodes["a"]["name"] == "A"

    def test_ties_that_hold_both_ways_go_both_ways(self, graph: nx.MultiDiGraph[str]) -> None:
        simple = simple_digraph(graph)
        assert simple.edges["a", "b"]["weight"] == 6
        assert simple.edges["b", "a"]["weight"] == 4
        assert (simple.edges["a", "b"]["sign"], simple.edges["b", "a"]["sign"]) == ("-", "+")

    def test_isolates_stay(self, graph: nx.MultiDiGraph[str]) -> None:
        assert list(simple_graph(views.by_layer(graph, "stated"))) == ["a", "b", "c"]
