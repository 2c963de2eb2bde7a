"""Filters, simple networks, igraph, matrices."""

from __future__ import annotations

from datetime import date

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors import Study
from actors.analysis.periods import as_days
from actors.errors import NotFound, SettingsError
from actors.factuality import strength
from actors.frames import matrices
from actors.network.labels import unique_labels
from tests.frames.corpus import made


@pytest.fixture(scope="module")
def small() -> Study:
    return made()


class TestFilters:
    def test_only_some_signs(self, study: Study) -> None:
        for word, sign in (("positive", "+"), ("-", "-")):
            signs = {sign for *_, sign in study.graph("stated", sign=word).edges(data="sign")}
            assert signs == {sign}

    def test_only_what_happened_in_a_period(self, study: Study) -> None:
        part = study.graph("stated", period="2021-07-05..2021-07-10")
        days = [tie["first"] for *_, tie in part.edges(data=True)]
        assert days
        assert max(days) <= "2021-07-10"

    def test_a_period_counts_all_sentences_not_those_that_a_tie_keeps(self, small: Study) -> None:
        assert small.graph(period=(None, None), evidence=0).number_of_edges() == 6
        assert small.graph("stated", period=("2021-07-01", "2021-07-31")).number_of_edges() == 1

    def test_only_some_kinds_and_weights(self, study: Study) -> None:
        part = study.graph("cooccurrence", kinds="country", min_weight=2)
        assert {kind for _, kind in part.nodes(data="kind")} == {"country"}
        assert min(weight for *_, weight in part.edges(data="weight")) >= 2
        assert not list(nx.isolates(part))

    def test_without_a_filter_actors_without_ties_stay(self, study: Study) -> None:
        assert len(study.graph("stated")) == len(study.graph())

    def test_what_is_unknown_says_what_there_is(self, study: Study) -> None:
        with pytest.raises(NotFound, match="cooccurrence"):
            study.graph("nothing")
        with pytest.raises(SettingsError, match="country"):
            study.graph(kinds="nation")
        with pytest.raises(SettingsError, match=r"2021-07-01\.\.2021-07-10"):
            study.graph(period="July")

    def test_measures_take_them_too(self, study: Study) -> None:
        measured = study.measures(names=["strength"], kinds="country")
        assert set(measured["kind"]) == {"country"}


@pytest.mark.parametrize(
    ("given", "days"),
    [
        ("2021-07-01..2021-07-10", (date(2021, 7, 1), date(2021, 7, 10))),
        (("2021-07-01", date(2021, 7, 10)), (date(2021, 7, 1), date(2021, 7, 10))),
        ([pd.Timestamp("2021-07-01"), None], (date(2021, 7, 1), None)),
        (("", "2021-07-10"), (None, date(2021, 7, 10))),
        ((None, None), (None, None)),
    ],
)
def test_a_period_may_be_given_in_many_ways(given: object, days: object) -> None:
    assert as_days(given) == days  # type: ignore[arg-type]


@pytest.mark.parametrize("given", ["2021", ("2021-07-10", "2021-07-01"), ("2021-07-01",), "x..y"])
def test_a_period_that_is_none_is_refused(given: object) -> None:
    with pytest.raises(SettingsError, match="period"):
        as_days(given)  # type: ignore[arg-type]


class TestSimple:
    def test_stated_ties_keep_their_direction(self, small: Study) -> None:
        simple = small.graph("stated", simple=True)
        assert isinstance(simple, nx.DiGraph)
        assert not simple.is_multigraph()
        assert simple.edges["a", "b"]["sign"] == "-"
        assert not simple.has_edge("c", "a")  # what is only planned is none either
        assert not simple.has_edge("b", "a")  # what is denied is no tie

    def test_cooccurrence_has_none(self, small: Study) -> None:
        simple = small.graph("cooccurrence", simple=True)
        assert not simple.is_directed()
        assert simple.edges["a", "b"]["weight"] == 2.0

    def test_a_direction_may_be_asked_for(self, small: Study) -> None:
        assert small.graph("stated", simple="undirected").edges["b", "a"]["weight"] == 1.0
        assert small.graph("cooccurrence", simple="directed").has_edge("b", "a")

    def test_weights_are_summed_over_types(self, study: Study) -> None:
        full, simple = study.graph("stated"), study.graph("stated", simple="undirected")
        held = [strength(tie) for *_, tie in full.edges(data=True)]
        assert simple.size(weight="weight") == sum(held)


class TestIgraph:
    def test_has_the_same_actors_and_ties(self, study: Study) -> None:
        simple = study.graph("cooccurrence", simple=True)
        made = study.to_igraph("cooccurrence")
        assert (made.vcount(), made.ecount()) == (len(simple), simple.number_of_edges())
        assert not made.is_directed()
        strength = dict(zip(made.vs["key"], made.strength(weights="weight"), strict=True))
        assert strength == dict(simple.degree(weight="weight"))

    def test_vertices_are_found_by_name(self, study: Study) -> None:
        made = study.to_igraph("stated", simple=False)
        assert made.vs.find("Taliban")["kind"] == "organisation"
        assert made.ecount() == study.graph("stated").number_of_edges()
        assert "evidence" not in made.es.attributes()

    def test_opens_again_from_a_file(self, study: Study, tmp_path: object) -> None:
        import igraph

        path = f"{tmp_path}/network.graphml"
        study.to_igraph("stated").write_graphml(path)
        again = igraph.Graph.Read_GraphML(path)
        assert again.vs["name"] == study.to_igraph("stated").vs["name"]


class TestMatrices:
    def test_actors_by_actors(self, small: Study) -> None:
        found = small.matrix()
        assert found.index.tolist() == found.columns.tolist() == ["Anna", "Ben", "Cara Ltd"]
        assert found.values.tolist() == [[0, 2, 1], [2, 0, 1], [1, 1, 0]]

    def test_from_the_row_to_the_column(self, small: Study) -> None:
        found = small.matrix(layer="stated")
        assert found.loc["Anna", "Ben"] == 1
        assert found.loc["Ben", "Anna"] == 0  # what is denied
        assert found.loc["Cara Ltd", "Anna"] == 0  # what is planned

    def test_actors_by_documents(self, small: Study) -> None:
        found = small.matrix("actor-document")
        assert found.values.tolist() == [[2, 1, 2], [2, 2, 2], [1, 1, 1]]
        assert found.columns.tolist() == ["1.txt", "2.txt", "3.txt"]

    def test_of_the_actors_that_are_chosen(self, small: Study) -> None:
        assert small.matrix("actor-document", kinds="person").index.tolist() == ["Anna", "Ben"]

    def test_actors_by_issues(self, study: Study) -> None:
        found = study.matrix("actor-issue", issues=["border=border*", "refugees"])
        assert found.columns.tolist() == ["border", "refugees"]
        assert found.loc["United Nations High Commissioner for Refugees", "refugees"] > 0
        with pytest.raises(SettingsError, match="issue"):
            study.matrix("actor-issue")

    def test_a_large_one_is_sparse_inside(
        self, study: Study, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        dense = study.matrix()
        monkeypatch.setattr(matrices, "DENSE", 10)
        sparse = study.matrix()
        assert sparse.sparse.density < 0.2
        assert sparse.sparse.to_dense().equals(dense)

    def test_there_are_no_others(self, small: Study) -> None:
        with pytest.raises(SettingsError, match="actor-document"):
            small.matrix("actor-outlet")  # type: ignore[arg-type]


NAMES = st.sampled_from(["Georgia", "Georgia (country)", "Georgia (k1)", "k1", ""])
ACTORS = st.dictionaries(
    st.sampled_from(["k1", "k2", "k3", "k4"]),
    st.fixed_dictionaries({"name": NAMES, "kind": st.sampled_from(["country", "person"])}),
)


@given(ACTORS)
def test_labels_are_unique_whatever_the_names(actors: dict[str, dict[str, str]]) -> None:
    found = unique_labels(actors)
    assert list(found) == list(actors)
    assert len(set(found.values())) == len(actors)


def test_labels_are_unique_where_every_way_to_make_them_meets_another() -> None:
    names = {"k1": "Georgia", "k2": "Georgia", "k3": "Georgia (k1)", "k4": "k1"}
    actors = {key: {"name": name, "kind": "country"} for key, name in names.items()}
    assert unique_labels(actors) == {
        "k1": "k1",
        "k2": "Georgia (k2)",
        "k3": "Georgia (k1) (country)",
        "k4": "k1 (country)",
    }


@given(st.dictionaries(st.text(min_size=1), st.text(min_size=1)))
def test_a_name_that_is_unique_stays(names: dict[str, str]) -> None:
    actors = {key: {"name": name, "kind": ""} for key, name in names.items()}
    words = [*names.values(), *names]
    for key, label in unique_labels(actors).items():
        if words.count(names[key]) == 1 and "(" not in "".join(words):
            assert label == names[key]
