"""Paths from a sample of actors: the same numbers on average, and no more scatter than there is."""

from __future__ import annotations

import numpy as np
import pytest

from actors.measures import sampled, uncertainty
from actors.measures.intervals import error_of_ends
from actors.measures.quick import graph_of, measure
from actors.measures.replicates import draw
from actors.measures.resampling import Ties, ties
from actors.measures.sampled import SAMPLED, estimate, settled

NODES = 120


def network(seed: int = 0, nodes: int = NODES) -> tuple[np.ndarray, np.ndarray]:
    """A tree with short cuts, and three actors apart from it."""
    random = np.random.default_rng(seed)
    tree = [(int(random.integers(0, node)), node) for node in range(1, nodes - 3)]
    more = {tuple(sorted(random.integers(0, nodes - 3, 2).tolist())) for _ in range(nodes)}
    pairs = sorted({*tree, *(pair for pair in more if pair[0] != pair[1])})
    pairs += [(nodes - 3, nodes - 2), (nodes - 2, nodes - 1)]
    return np.array(pairs), random.integers(1, 5, len(pairs)).astype(float)


def corpus(stories: int = 40, nodes: int = 90) -> Ties:
    """Stories that tell of some of the ties each."""
    pairs, rates = network(1, nodes)
    random = np.random.default_rng(2)
    rows = [
        (f"s{story:02}", f"{one:03}", f"{other:03}", float(times))
        for story in range(stories)
        for (one, other), times in zip(pairs.tolist(), random.poisson(rates / 20), strict=True)
        if times
    ]
    return ties(rows, stories=stories, nodes=[f"{node:03}" for node in range(nodes)])


@pytest.mark.parametrize("name", sorted(SAMPLED))
@pytest.mark.parametrize("directed", [False, True])
def test_a_small_network_is_measured_in_full(name: str, directed: bool) -> None:
    pairs, weights = network()
    found, noise = estimate(
        name, graph_of(NODES, pairs, weights, directed), np.random.default_rng(0)
    )
    [exact] = measure(name, NODES, pairs, weights[None], directed=directed)
    assert found == pytest.approx(exact, abs=1e-9)
    assert not noise.any()


@pytest.mark.parametrize("name", sorted(SAMPLED))
def test_estimates_are_right_on_average_and_so_is_their_variance(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sampled, "SOURCES", 30)
    pairs, weights = network()
    graph = graph_of(NODES, pairs, weights, False)
    [exact] = measure(name, NODES, pairs, weights[None], directed=False)
    made = [estimate(name, graph, np.random.default_rng(seed)) for seed in range(300)]
    values, noise = (np.array([each[part] for each in made]) for part in (0, 1))
    top = np.argsort(-exact)[:10]
    assert values.mean(axis=0)[top] == pytest.approx(exact[top], rel=0.05)
    assert noise.mean(axis=0)[top].sum() == pytest.approx(values.var(axis=0)[top].sum(), rel=0.2)
    assert values.mean(axis=0)[-3:] == pytest.approx(exact[-3:], rel=1e-9)  # apart: in full


def test_settled_takes_out_the_noise_and_no_more() -> None:
    random = np.random.default_rng(0)
    truth = random.normal(10, 2, (4_000, 1))
    seen = truth + random.normal(0, 1, truth.shape)
    assert settled(seen, np.array([1.0])).std() == pytest.approx(2.0, rel=0.05)
    assert settled(seen, np.array([99.0])).std() == pytest.approx(seen.std() * 0.5**0.5)
    assert settled(seen, np.zeros(1)) is seen


def test_intervals_from_samples_are_as_wide_as_those_in_full(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = corpus()
    exact = uncertainty.bootstrap(found, ["betweenness"], replicates=300)
    monkeypatch.setattr(sampled, "SOURCES", 20)
    some = uncertainty.bootstrap(found, ["betweenness"], replicates=300)
    leading = sorted(range(len(exact)), key=lambda place: exact[place].rank)[:12]
    widths = [(some[at].high - some[at].low) / (exact[at].high - exact[at].low) for at in leading]
    assert np.mean(widths) == pytest.approx(1.0, abs=0.12)
    assert [some[at].value for at in leading] == [exact[at].value for at in leading]
    ranks = [(some[at].rank_high - exact[at].rank_high) for at in leading]
    assert abs(np.mean(ranks)) < 6


def test_more_replicates_go_on_where_the_first_stopped() -> None:
    found, names = corpus(), ("strength", "betweenness")
    first = draw(found, names, 3, range(40))
    both = first.joined(draw(found, names, 3, range(40, 60)))
    assert np.array_equal(both.values, draw(found, names, 3, range(60)).values)
    assert np.array_equal(both.values[:40], first.values)


def test_ends_are_surer_with_more_replicates() -> None:
    random = np.random.default_rng(0)
    few, many = (error_of_ends(random.normal(size=(n, 1)), 0.025)[0] for n in (60, 6_000))
    assert 0.03 < few < 0.15
    assert many == pytest.approx(few / 10, rel=0.6)
