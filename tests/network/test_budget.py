"""A network of its strongest ties alone, counted by hand in the corpus of `corpora.py`.

Anna and Ben meet in three sentences of three documents, each of them and Cara in one. Anna accuses
Ben in three sentences, and once Cara.
"""

from __future__ import annotations

import pytest

from actors.errors import SettingsError
from actors.network.build import build_graph
from tests.network.corpora import ONE, THREE, TWO, says, study

ACCUSES = {
    ONE: (says(ONE, 0, 0, 1), says(ONE, 1, 4, 3, sentence=3)),
    TWO: (says(TWO, 0, 0, 1),),
    THREE: (says(THREE, 0, 0, 1),),
}


def test_the_strongest_tie_stays_and_who_has_no_other_goes() -> None:
    with study() as store:
        graph = build_graph(store, ["cooccurrence"], strongest=1)
    assert list(graph.edges()) == [("a", "b")]
    assert len(graph.edges["a", "b", "cooccurrence:cooccurrence:0"]["evidence"]) == 3
    assert list(graph) == ["a", "b"]
    assert (graph.graph["ties_left_out"], graph.graph["actors_left_out"]) == (2, 1)


def test_of_equals_the_tie_of_the_lesser_keys_stays() -> None:
    """Anna and Cara meet as often as Ben and Cara."""
    with study() as store:
        graph = build_graph(store, ["cooccurrence"], strongest=2)
    assert sorted(graph.edges()) == [("a", "b"), ("a", "c")]


def test_what_is_stated_most_often_stays() -> None:
    with study(relations=ACCUSES) as store:
        graph = build_graph(store, ["stated"], strongest=1)
    assert [(*pair, weight) for *pair, weight in graph.edges(data="weight")] == [("a", "b", 3.0)]
    assert graph.graph["ties_left_out"] == 1


def test_each_layer_has_its_own_budget() -> None:
    with study(relations=ACCUSES) as store:
        graph = build_graph(store, strongest=1)
    assert sorted(layer for *_, layer in graph.edges(data="layer")) == ["cooccurrence", "stated"]
    assert graph.graph["ties_left_out"] == 2 + 1


def test_a_budget_that_is_large_enough_changes_nothing() -> None:
    with study(relations=ACCUSES) as store:
        whole, most = build_graph(store), build_graph(store, strongest=3)
    assert (dict(whole.nodes), list(whole.edges(data=True)), whole.graph) == (
        dict(most.nodes), list(most.edges(data=True)), most.graph
    )  # fmt: skip


def test_a_budget_of_nothing_is_refused() -> None:
    with study() as store, pytest.raises(SettingsError, match="1 or more"):
        build_graph(store, strongest=0)
