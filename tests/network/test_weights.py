"""Association measures against values printed in papers or worked out by hand."""

from __future__ import annotations

from math import inf, log2

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.errors import SettingsError
from actors.network import build_graph
from actors.network.weights import (
    ASSOCIATIONS,
    associated,
    cosine,
    jaccard,
    log_likelihood,
    npmi,
    pmi,
)
from tests.network.corpora import ONE, study


@pytest.mark.parametrize(
    ("cells", "printed"),
    [
        ((110, 2442, 111, 29114), 270.72),  # the swiss
        ((29, 13, 123, 31612), 263.90),  # can be
        ((31, 23, 139, 31584), 256.84),  # previous year
        ((10, 0, 3, 31764), 167.23),  # mineral water
    ],
)
def test_log_likelihood_as_printed_in_table_1_of_dunning_1993(
    cells: tuple[int, int, int, int], printed: float
) -> None:
    both, only_one, only_other, _ = cells
    counted = log_likelihood(both, both + only_one, both + only_other, sum(cells))
    assert counted == pytest.approx(printed, abs=0.005)


def test_pmi_by_hand() -> None:
    # Of 16 windows 4 name a, 2 name b; chance gives 4 * 2 / 16 = half a window, there is 1.
    assert pmi(1, 4, 2, 16) == log2(1 / 0.5) == 1
    assert pmi(1, 4, 4, 16) == 0


def test_npmi_by_hand() -> None:
    assert npmi(1, 4, 2, 16) == 1 / 4  # PMI 1 over log2(16)
    assert npmi(2, 2, 2, 16) == 1  # never apart
    assert npmi(5, 5, 5, 5) == 1  # always together


def test_overlaps_by_hand() -> None:
    assert jaccard(1, 4, 2, 16) == 1 / 5
    assert cosine(2, 4, 16, 99) == 2 / 8


@given(st.data())
def test_ranges(data: st.DataObject) -> None:
    total = data.draw(st.integers(1, 1000))
    one, other = (data.draw(st.integers(1, total)) for _ in "ab")
    both = data.draw(st.integers(max(1, one + other - total), min(one, other)))
    counts = (both, one, other, total)
    limits = {"pmi": (-inf, inf), "npmi": (-1, 1), "log_likelihood": (0, inf)}
    for name, measure in ASSOCIATIONS.items():
        low, high = limits.get(name, (0, 1))
        assert low - 1e-9 <= measure(*counts) <= high + 1e-9
        assert measure(*counts) == pytest.approx(measure(both, other, one, total))


class TestAssociated:
    # a and b meet in one of four windows and are named in two each: just chance.
    # c and d meet in the only window that names them.
    SEEN = (("a", 0), ("b", 0), ("a", 1), ("b", 2), ("c", 3), ("d", 3))

    def graph(self) -> nx.MultiDiGraph[str]:
        with study({ONE: list(self.SEEN)}) as store:
            return build_graph(store)

    def test_weighs_pairs_and_leaves_out_those_that_meet_by_chance(self) -> None:
        weighed = associated(self.graph(), "npmi")
        assert list(weighed.edges(data="weight")) == [("c", "d", 1.0)]
        assert list(weighed.edges(data="sentences")) == [("c", "d", 1.0)]
        assert list(weighed) == ["a", "b", "c", "d"]

    def test_leaves_the_graph_it_was_given_alone(self) -> None:
        graph = self.graph()
        associated(graph, "pmi")
        assert list(graph.edges(data="weight")) == [("a", "b", 1.0), ("c", "d", 1.0)]

    def test_unknown_measures_are_refused(self) -> None:
        with pytest.raises(SettingsError, match="choose from pmi"):
            associated(self.graph(), "guess")

    def test_a_graph_without_windows_is_refused(self) -> None:
        with pytest.raises(SettingsError, match="no windows"):
            associated(nx.MultiDiGraph(), "pmi")
