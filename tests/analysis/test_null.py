"""`compare` where nothing differs: stories of one population dealt to two sides at random.

Stories come in bursts about one pair, so that their sentences are far from independent: a test
that exchanged sentences would find differences that are none. Seeds are fixed.
"""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np

from actors.analysis.compare import Comparison, compare
from actors.analysis.sides import Side

ACTORS = [f"actor {letter}" for letter in "abcdefgh"]
CORPORA, FIRST, STORIES = 60, 1_000, 50


def sentence(story: str, number: int) -> dict[str, Any]:
    place = {"document": story, "name": story, "start": 10 * number, "end": 10 * number + 9}
    said = {"text": "Both.", "date": "2021-07-05", "event_date": "", "modality": "asserted"}
    return {"story": story, "origin": f"{story}:{number}", "source": "", **place, **said}


def told(random: np.random.Generator, stories: list[str], popular: list[float]) -> Side:
    """Stories with a skewed number of sentences, most of them about one pair."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name in ACTORS:
        graph.add_node(name, name=name, kind="country", identifiers=())
    evidence: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for story in stories:
        focus = random.choice(ACTORS, 2, replace=False, p=popular)
        for number in range(random.poisson(5 * random.gamma(0.6, 1 / 0.6))):
            other = random.choice(ACTORS, 2, replace=False, p=popular)
            low, high = sorted(map(str, focus if random.random() < 0.7 else other))
            evidence.setdefault((low, high), []).append(sentence(story, number))
    tie = {"layer": "cooccurrence", "type": "cooccurrence", "sign": "0", "directed": False}
    for (low, high), said in evidence.items():
        about = {"negated": False, "weight": float(len(said)), "reprints": 0}
        graph.add_edge(low, high, key="c", **tie, **about, evidence=tuple(said))
    return Side(stories[0], graph, frozenset(stories))


def compared(seed: int, first: list[float], second: list[float]) -> Comparison:
    random = np.random.default_rng(seed)
    one, other = (
        told(random, [f"{side}{number}" for number in range(STORIES)], popular)
        for side, popular in (("s", first), ("t", second))
    )
    return compare(one, other, permutations=199, seed=seed)


def falling(steep: float) -> list[float]:
    weights = np.arange(1, len(ACTORS) + 1) ** -steep
    return [float(weight) for weight in weights / weights.sum()]


def test_nothing_is_found_where_nothing_differs() -> None:
    even = falling(1.0)
    found = [compared(seed, even, even) for seed in range(FIRST, FIRST + CORPORA)]
    for kind in ("actors", "ties"):
        ratios = [[each.ratio for each in getattr(one, kind)] for one in found]
        several = [ratio for of in ratios for ratio in of]
        assert len(several) >= 480
        assert np.mean([ratio.p <= 0.05 for ratio in several]) <= 0.05
        # Where no difference is real, each corpus with a small q is a false discovery.
        assert np.mean([any(ratio.q <= 0.05 for ratio in of) for of in ratios]) <= 0.05
        assert np.mean([ratio.low <= 0 <= ratio.high for ratio in several]) >= 0.93


def test_what_differs_much_is_found() -> None:
    """The last actors of one side are the first of the other."""
    turned = falling(1.0)[::-1]
    found = compared(0, falling(1.0), turned)
    ends = {each.name: each.ratio for each in found.actors if each.name[-1] in "ah"}
    assert all(ratio.q <= 0.05 for ratio in ends.values())
    assert ends["actor a"].effect > 0 > ends["actor h"].effect
