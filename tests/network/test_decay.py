"""Co-occurrence that fades with distance, counted by hand.

::

    1.txt (1 July)   a b | b | - | c a
    2.txt (3 July)   a b | c b
    3.txt (no date)  a b
"""

from __future__ import annotations

from math import exp
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors.errors import SettingsError
from actors.network.build import build_graph
from actors.network.decay import decayed, reach, window
from tests.network.corpora import ONE, TWO, study


def weights(graph: Any, field: str = "weight") -> dict[str, float]:
    return {a + b: weight for a, b, weight in graph.edges(data=field)}


def test_each_sentence_counts_by_how_far_back_the_other_is_named() -> None:
    with study() as store:
        found = decayed(store, build_graph(store, window=window(1.0)), 1.0)
    # In 1.txt a and b meet in 0, b stands one after a in 1, a two after b in 3; and so on.
    assert weights(found) == pytest.approx(
        {"ab": 3 + 2 * exp(-1) + exp(-2), "ac": 1 + exp(-1), "bc": 1 + exp(-2)}
    )
    assert weights(found, "sentences") == {"ab": 6, "ac": 2, "bc": 2}


def test_a_short_scale_counts_sentences_that_name_both() -> None:
    with study() as store:
        found = decayed(store, build_graph(store), 0.1)
        assert weights(found) == weights(build_graph(store))


def test_what_is_printed_again_counts_once() -> None:
    both = [("a", 0), ("b", 1)]
    with study({ONE: both, TWO: both}) as store:
        alone = weights(decayed(store, build_graph(store, window="3")))
        store.connection.executemany(
            "INSERT INTO reprints VALUES (?, ?, ?, ?)",
            [(TWO.key, number, ONE.key, number) for number in (0, 1)],
        )
        once = weights(decayed(store, build_graph(store, window="3")))
    assert (alone["ab"], once["ab"]) == pytest.approx((2 * exp(-1), exp(-1)))


def test_pairs_without_a_sentence_are_left_out() -> None:
    with study({ONE: [("a", 0), ("b", 0), ("c", 3)]}) as store:
        graph = build_graph(store, window="3")
        graph.add_edge("a", "c", "by hand", **graph.edges["a", "b", next(iter(graph["a"]["b"]))])
        assert weights(decayed(store, graph)) == {"ab": 1.0}


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 8)), min_size=1, max_size=12),
    st.sampled_from([0.4, 1.0, 2.0]),
)
@settings(max_examples=10, deadline=None)
def test_never_more_than_the_window_counts_and_never_less_than_its_far_edge(
    presences: list[tuple[str, int]], scale: float
) -> None:
    with study({ONE: sorted(presences, key=lambda one: one[1])}) as store:
        graph = build_graph(store, window=window(scale))
        found = decayed(store, graph, scale)
    counts, least = weights(graph), exp(-reach(scale) / scale)
    assert weights(found).keys() == counts.keys()
    for pair, weight in weights(found).items():
        assert least * counts[pair] - 1e-9 <= weight <= counts[pair] + 1e-9


def test_other_windows_and_scales_are_refused() -> None:
    with study() as store:
        with pytest.raises(SettingsError, match='window="3"'):
            decayed(store, build_graph(store), 1.0)
        for scale in (0.0, -1.0, float("nan")):
            with pytest.raises(SettingsError, match="above 0"):
                decayed(store, build_graph(store), scale)
