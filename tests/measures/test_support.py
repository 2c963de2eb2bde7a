"""Whether communities hold if other stories had been told."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from actors.errors import SettingsError
from actors.measures.resampling import StoryRow, ties
from actors.measures.support import support


def camps(stories: int, across: float, seed: int = 0) -> list[StoryRow]:
    """Two cliques of five; a story tells of some ties inside, and ``across`` between them."""
    random = np.random.default_rng(seed)
    rows = []
    for story in range(stories):
        for one, other in combinations("abcdefghij", 2):
            inside = (one < "f") == (other < "f")
            if random.random() < (0.3 if inside else across):
                rows.append((f"s{story:03}", one, other, 1.0))
    return rows


def test_camps_that_every_story_tells_of_hold() -> None:
    found = support(ties(camps(60, 0.01)), replicates=20)
    assert found.rand == pytest.approx(1)
    assert found.information == pytest.approx(1)
    assert set(found.company.values()) == {1.0}
    assert [found.communities[node] for node in "abcdefghij"] == [0] * 5 + [1] * 5


def test_camps_that_are_an_accident_do_not() -> None:
    found = support(ties(camps(15, 0.28)), replicates=20)
    assert found.rand < 0.5
    assert found.information < 0.8
    assert min(found.company.values()) < 0.7


def test_who_hangs_on_one_story_keeps_less_company_than_who_does_not() -> None:
    rows = [*camps(60, 0.01), ("s000", "z", "a", 1.0), ("s001", "z", "j", 1.0)]
    found = support(ties(rows), replicates=40)
    assert found.company["z"] < 0.95
    assert found.company["b"] > found.company["z"]


def test_the_same_seed_gives_the_same_answer() -> None:
    found = ties(camps(15, 0.28))
    assert support(found, replicates=5, seed=2) == support(found, replicates=5, seed=2)
    assert support(found, replicates=5, seed=2) != support(found, replicates=5, seed=3)


def test_arcs_of_a_pair_are_one_tie() -> None:
    rows = [("s1", "a", "b", 1.0), ("s1", "b", "a", 1.0), ("s1", "b", "c", 1.0)]
    arcs = support(ties(rows, directed=True), replicates=3)
    assert arcs == support(ties(rows), replicates=3)


def test_who_is_never_drawn_has_no_company() -> None:
    found = support(ties([("s1", "a", "b", 1.0)], nodes=["a", "b", "c"]), replicates=3)
    assert np.isnan(found.company["c"])
    nobody = support(ties([], stories=3, nodes=["a"]), replicates=3)
    assert np.isnan(nobody.rand)
    with pytest.raises(SettingsError, match="2 corpora"):
        support(ties([], stories=3, nodes=["a"]), replicates=1)
