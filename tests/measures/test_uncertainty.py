"""Intervals: corpora drawn by story, by hand where it can be done, and by seed."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from actors import plugins
from actors.engines.processes import Processes
from actors.errors import NotFound, SettingsError
from actors.measures import intervals
from actors.measures.quick import ENDS, PATHS, measure
from actors.measures.resampling import StoryRow, draws, measured, ranks, ties
from actors.measures.table import DIRECTED, SIGNED
from actors.measures.uncertainty import (
    FEW,
    NONE,
    bootstrap,
    existence,
    story_counts,
    warnings,
)


def corpus(stories: int, seed: int = 0) -> list[StoryRow]:
    """A triangle with a tail, told of by chance."""
    random = np.random.default_rng(seed)
    pairs = [("a", "b", 2.0), ("b", "c", 1.0), ("a", "c", 0.5), ("c", "d", 0.7)]
    return [
        (f"s{story:03}", one, other, float(random.poisson(rate)))
        for story in range(stories)
        for one, other, rate in pairs
    ]


def random_graph(seed: int, *, directed: bool) -> tuple[int, np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    pairs = [
        (i, j)
        for i in range(12)
        for j in range(12)
        if (i < j or (directed and i != j)) and random.random() < 0.2
    ]
    return 12, np.array(pairs), random.integers(0, 5, (1, len(pairs))).astype(float)


@pytest.mark.parametrize("name", [n for n in plugins.names("measures") if n not in SIGNED])
@pytest.mark.parametrize("seed", range(4))
def test_short_cuts_give_what_the_measures_own_functions_give(name: str, seed: int) -> None:
    directed = name in DIRECTED
    nodes, pairs, weights = random_graph(seed, directed=directed)
    graph: nx.Graph[int] = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(range(nodes))
    tied = zip(pairs.tolist(), weights[0], strict=True)
    graph.add_weighted_edges_from((one, other, weight) for (one, other), weight in tied if weight)
    reference = plugins.load("measures", name)(graph)
    found = measure(name, nodes, pairs, weights, directed=directed)[0]
    assert found == pytest.approx([reference[node] for node in range(nodes)], abs=1e-9, nan_ok=True)


@pytest.mark.parametrize("name", sorted(SIGNED))
@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_short_cuts_of_signed_measures_do_so_too(name: str, directed: bool, seed: int) -> None:
    nodes, pairs, weights = random_graph(seed, directed=directed)
    both = np.concatenate([pairs, pairs])
    values = np.concatenate([weights, np.roll(weights, 3)], axis=1)
    signs = np.repeat([1, -1], len(pairs))
    graph: nx.MultiGraph[int] = nx.MultiDiGraph() if directed else nx.MultiGraph()
    graph.add_nodes_from(range(nodes))
    for (one, other), weight, sign in zip(both.tolist(), values[0], signs, strict=True):
        graph.add_edge(one, other, weight=weight, sign="+" if sign > 0 else "-")
    reference = plugins.load("measures", name)(graph)
    found = measure(name, nodes, both, values, directed=directed, signs=signs)[0]
    assert found == pytest.approx([reference[node] for node in range(nodes)], abs=1e-9)


def test_measures_with_and_without_signs_do_not_mix() -> None:
    signed = ties([(f"s{n}", "a", "b", 1.0, -1) for n in range(9)])
    with pytest.raises(SettingsError, match="without a sign"):
        bootstrap(signed, ["strength"])
    (first, *_) = bootstrap(signed, ["net_support"], replicates=40)
    assert (first.low, first.value, first.high) == (-1.0, -1.0, -1.0)


def test_intervals_of_support_hold_what_stories_say() -> None:
    random = np.random.default_rng(0)
    rows: list[StoryRow] = [
        (f"s{n:02}", one, "c", 1.0, 1 if random.random() < share else -1)
        for n in range(60)
        for one, share in (("a", 0.7), ("b", 0.6))
    ]
    for name, truth in (("net_support", 0.3), ("pn", None)):
        found = {each.actor: each for each in bootstrap(ties(rows), [name])}
        assert found["c"].low <= found["c"].value <= found["c"].high
        assert truth is None or found["c"].low < truth < found["c"].high


def test_a_degree_is_at_least_what_was_told_and_more_if_much_was_told_once() -> None:
    rows: list[StoryRow] = [(f"s{n:02}", f"a{n % 9}", f"b{n % 7}", 1.0) for n in range(40)]
    for each in bootstrap(ties(rows), ["degree", "core_number"], replicates=60):
        assert each.low == each.value <= each.high
        assert each.measure != "degree" or each.value < each.high


def test_short_cuts_stand_for_known_measures_and_survive_no_ties() -> None:
    assert set(ENDS) | set(PATHS) <= set(plugins.names("measures"))
    for name in (*ENDS, *PATHS):
        none = measure(name, 2, np.empty((0, 2), dtype=np.intp), np.empty((1, 0)), directed=False)
        assert none.shape == (1, 2)


def test_ties_are_summed_by_story_and_pair_in_either_direction() -> None:
    rows = [("s2", "b", "a", 1.0), ("s1", "a", "b", 2.0), ("s1", "b", "a", 3.0)]
    loops = [("s1", "a", "a", 9.0), ("s3", "a", "b", 0.0)]
    found = ties(rows + loops, stories=4, nodes=["z", "a", "b"])
    assert found.weights.toarray().tolist() == [[5.0], [1.0], [0.0], [0.0]]
    assert found.pairs.tolist() == [[1, 2]]
    arcs = ties(rows, directed=True)
    assert arcs.pairs.tolist() == [[0, 1], [1, 0]]
    assert arcs.weights.toarray().tolist() == [[2.0, 3.0], [0.0, 1.0]]


@pytest.mark.parametrize(
    ("rows", "settings"),
    [
        ([("s", "a", "b", -1.0)], {}),
        ([("s", "a", "b", 1.0)], {"nodes": ["a"]}),
        ([("s", "a", "b", 1.0), ("t", "a", "b", 1.0)], {"stories": 1}),
    ],
)
def test_ties_that_cannot_be(rows: list[StoryRow], settings: dict[str, object]) -> None:
    with pytest.raises(SettingsError):
        ties(rows, **settings)  # type: ignore[arg-type]


def test_a_story_drawn_twice_counts_twice_in_degree_once() -> None:
    found = ties([("s1", "a", "b", 2.0), ("s2", "b", "c", 1.0)])
    twice = np.array([[2.0, 1.0], [0.0, 2.0]])
    assert measured(found, "strength", twice).tolist() == [[4.0, 5.0, 1.0], [0.0, 2.0, 2.0]]
    assert measured(found, "degree", twice).tolist() == [[1.0, 2.0, 1.0], [0.0, 1.0, 1.0]]


def test_a_replicate_is_the_same_in_whatever_batch() -> None:
    assert (draws(7, [5], 30) == draws(7, range(10), 30)[5]).all()
    assert (draws(7, [5], 30) != draws(8, [5], 30)).any()


def test_equals_share_the_better_place() -> None:
    # 0.1 + 0.2 is not 0.3 in floats, but they are equal for a rank.
    assert ranks(np.array([[0.3, 0.1 + 0.2, 0.0, 0.5]])).tolist() == [[2, 2, 4, 1]]
    assert ranks(np.zeros((1, 2))).tolist() == [[1, 1]]
    assert ranks(np.array([[np.nan, -1.0, 2.0]])).tolist() == [[3, 2, 1]]


def test_replicates_without_a_value_are_left_out() -> None:
    known = np.arange(1.0, 100.0)[:, None]
    some = np.vstack([known, np.full((50, 1), np.nan)])
    for replicates in (known, some):
        low, high = intervals.percentiles(np.array([50.0]), replicates, 0.05)
        assert (low[0], high[0]) == pytest.approx((5.0, 95.0))
    assert np.isnan(intervals.percentiles(np.array([np.nan]), some[99:], 0.05)).all()


def test_intervals_of_what_never_varies_are_points() -> None:
    found = ties([(f"s{number}", "a", "b", 1.0) for number in range(10)], nodes=["a", "b", "c"])
    for each in bootstrap(found, ["strength", "closeness"], replicates=50):
        assert each.low == each.value == each.high
        assert (each.rank_low, each.rank_high) == (each.rank, each.rank)
        assert each.stories == (0 if each.actor == "c" else 10)


def test_the_same_seed_gives_the_same_intervals_in_any_process() -> None:
    found, told = ties(corpus(60)), []
    one = bootstrap(found, ["betweenness"], replicates=60, seed=3)
    two = bootstrap(
        found,
        ["betweenness"],
        replicates=60,
        seed=3,
        engine=Processes(workers=1),
        progress=lambda done, total: told.append((done, total)),
    )
    assert one == two
    assert told == [(25, 60), (50, 60), (60, 60)]


def test_another_seed_draws_other_corpora() -> None:
    found = ties(corpus(60))
    one, two = (bootstrap(found, ["strength"], seed=seed) for seed in (0, 1))
    assert one != two
    for mine, yours in zip(one, two, strict=True):
        assert (mine.value, mine.rank) == (yours.value, yours.rank)
        assert mine.low == pytest.approx(yours.low, rel=0.1)


def test_intervals_hold_what_was_measured_and_widen_with_the_level() -> None:
    found = ties(corpus(60))
    narrow, wide = (
        bootstrap(found, ["strength", "betweenness"], level=level) for level in (0.5, 0.99)
    )
    for inner, outer in zip(narrow, wide, strict=True):
        assert outer.low <= inner.low <= inner.value <= inner.high <= outer.high
        assert outer.rank_low <= inner.rank_low <= inner.rank <= inner.rank_high
        assert outer.rank_high >= inner.rank_high


def test_strength_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    truth, held = {"a": 250.0, "b": 300.0, "c": 220.0, "d": 70.0}, []
    for seed in range(100):
        found = bootstrap(ties(corpus(100, seed)), ["strength"], replicates=200, seed=seed)
        held += [each.low <= truth[each.actor] <= each.high for each in found]
    assert 0.92 <= np.mean(held) <= 0.98


def test_too_few_stories_give_no_interval_and_a_warning() -> None:
    few, some, many = (ties(corpus(size), stories=size) for size in (NONE - 1, FEW - 1, FEW))
    (first, *_) = bootstrap(few, ["strength"])
    assert np.isnan(first.low)
    assert (first.rank_low, first.rank_high) == (1, 4)
    assert "too few" in warnings(few)[0]
    assert f"only {FEW - 1} stories" in warnings(some)[0]
    assert warnings(many) == ()
    once = ties([*corpus(FEW), *((f"s{n:03}", "a", f"x{n:02}", 1.0) for n in range(FEW))])
    assert warnings(once) == ()
    more = [(f"s{n % FEW:03}", f"y{n}", f"x{n}", 1.0) for n in range(300)]
    assert "would be ties that no story has told yet" in warnings(ties([*corpus(FEW), *more]))[0]


def test_settings_that_make_no_sense_are_refused() -> None:
    found = ties(corpus(10))
    for wrong in ({"replicates": 10}, {"level": 1.0}):
        with pytest.raises(SettingsError):
            bootstrap(found, ["strength"], **wrong)  # type: ignore[arg-type]
    with pytest.raises(SettingsError, match="net_support"):
        bootstrap(found, ["net_support"])
    with pytest.raises(NotFound):
        bootstrap(found, ["luck"])


def test_an_actor_is_counted_once_a_story() -> None:
    rows = [("s1", "a", "b", 1.0), ("s1", "a", "c", 1.0), ("s2", "a", "c", 1.0)]
    assert story_counts(ties(rows)).tolist() == [2, 1, 2]


def test_bias_counts_equals_half() -> None:
    # Of 3 replicates one is below 2 and two equal it: (1 + 2 / 2 + 0.5) / 4 = 0.625, and the
    # normal quantile of 0.625 is 0.3186 (tables).
    found = intervals.bias(np.array([2.0]), np.array([[1.0], [2.0], [2.0]]))
    assert found[0] == pytest.approx(0.3186, abs=1e-4)


def test_correction_moves_the_interval_against_the_bias() -> None:
    replicates = np.arange(1.0, 1000.0)[:, None]
    plain = intervals.percentiles(np.array([600.0]), replicates, 0.025)
    moved = intervals.percentiles(np.array([600.0]), replicates, 0.025, share=0.5)
    assert plain[0][0] == pytest.approx(25)
    assert moved[0][0] > plain[0][0]
    assert moved[1][0] > plain[1][0]


def test_existence_takes_the_surest_sentence_of_each_story() -> None:
    # 1 - (1 - 0.5)(1 - 0.2) = 0.6; the 0.3 of the first story adds nothing.
    rows = [("s1", "a", "b", 0.5), ("s1", "a", "b", 0.3), ("s2", "a", "b", 0.2)]
    assert existence([*rows, ("s1", "b", "c", 1.0)]) == pytest.approx(
        {("a", "b"): 0.6, ("b", "c"): 1.0}
    )
    with pytest.raises(SettingsError):
        existence([("s1", "a", "b", 1.5)])
