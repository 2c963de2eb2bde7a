"""Changes of rate: the statistic by hand, and no change where there is none."""

from __future__ import annotations

import math

import numpy as np
import pytest

from actors.errors import SettingsError
from actors.measures.changes import change_points


def test_the_statistic_by_hand() -> None:
    # 1 and 4 against 2.5 each: 2 (ln(1 / 2.5) + 4 ln(4 / 2.5)); either order is as good: p = 1.
    (change,) = change_points([1, 4], alpha=1.0)
    assert change.statistic == pytest.approx(2 * (math.log(0.4) + 4 * math.log(1.6)))
    assert (change.at, change.before, change.after, change.p) == (1, 1.0, 4.0, 1.0)


def test_two_changes_are_found_with_the_rates_between_them() -> None:
    found = change_points([1, 0, 1, 0, 1, 0, 1, 0, 9, 8, 9, 8, 9, 8, 9, 8, 2, 1, 2, 1, 2, 1, 2, 1])
    assert [change.at for change in found] == [8, 16]
    assert [(change.before, change.after) for change in found] == [(0.5, 8.5), (8.5, 1.5)]
    assert all(change.p <= 0.05 for change in found)


def test_more_reports_are_no_change_if_there_are_more_stories() -> None:
    counts, stories = [2] * 8 + [20] * 8, [10] * 8 + [100] * 8
    assert change_points(counts)
    assert change_points(counts, stories) == []


def test_chance_passes_for_a_change_no_more_often_than_alpha() -> None:
    random = np.random.default_rng(0)
    series = random.negative_binomial(1, 0.2, (150, 20))
    found = [bool(change_points(row, permutations=99)) for row in series]
    assert np.mean(found) <= 0.1


def test_a_crowd_of_stories_at_the_end_is_no_change_of_rate() -> None:
    """Periods with many stories can't be exchanged for those with few: they came last."""
    random = np.random.default_rng(0)
    stories = np.array([3, 2, 1, 4, 3, 4, 5, 4, 11, 30, 30, 1])
    for rate in (0.05, 0.2):
        series = random.binomial(stories, rate, (100, len(stories)))
        found = [bool(change_points(row, stories.tolist(), permutations=99)) for row in series]
        assert np.mean(found) <= 0.05
    (change,) = change_points([0, 0, 0, 0, 0, 0, 0, 0, 8, 24, 22, 1], stories.tolist())
    assert change.at == 8


def test_the_seed_decides_and_nothing_is_no_change() -> None:
    counts = [3, 1, 2, 2, 5, 6, 4, 7]
    assert change_points(counts, seed=1) == change_points(counts, seed=1)
    assert change_points([0, 0, 0]) == change_points([5]) == change_points([]) == []
    assert change_points([0, 1, 2], [0, 1, 1], alpha=1.0)


@pytest.mark.parametrize(
    ("counts", "exposure"), [([1, -1], None), ([1, 1], [1]), ([1, 1], [1, 0]), ([1, 1], [1, -1])]
)
def test_counts_that_cannot_be(counts: list[float], exposure: list[float] | None) -> None:
    with pytest.raises(SettingsError):
        change_points(counts, exposure)
