"""Two sides: effects and corrections by hand, tests that hold their level."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.stats import t

from actors.errors import SettingsError
from actors.measures.contrast import benjamini_hochberg, contrast, least_p, rate_ratio

# Benjamini & Hochberg (1995), section 3.1: fifteen tests of Neuhaus et al. (1992).
PAPER = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
    0.5719, 0.6528, 0.7590, 1.0000,
]  # fmt: skip


def test_the_example_of_benjamini_and_hochberg() -> None:
    adjusted = benjamini_hochberg(PAPER)
    # The paper: four are rejected at 0.05 (Bonferroni's method rejects three).
    assert [q <= 0.05 for q in adjusted] == [True] * 4 + [False] * 11
    assert adjusted[3] == pytest.approx(0.0095 * 15 / 4)
    # The sixth would be 0.0278 * 15 / 6 = 0.0695, the seventh is less: 0.0298 * 15 / 7.
    assert adjusted[5] == pytest.approx(0.0298 * 15 / 7)
    assert adjusted[-1] == 1.0
    assert benjamini_hochberg([]) == []


def test_the_order_of_tests_does_not_matter() -> None:
    backwards = benjamini_hochberg(PAPER[::-1])
    assert backwards[::-1] == pytest.approx(benjamini_hochberg(PAPER))


def test_rate_ratio_by_hand() -> None:
    # 4 stories with 0, 2, 2, 4 against 2 with 1, 1: ln((8.5 / 4) / (2.5 / 2)) = ln 1.7.
    # Variance of the first sum: (24 - 64 / 4) * 4 / 3 = 10.67; of the second 0, so 2.
    # Above Poisson: 1 - 8 / 10.67 = 1 / 4; effective stories 64 / 24 = 8 / 3; the second: none.
    effect, low, high = rate_ratio((8, 24), (2, 2), (4, 2))
    first, second = (32 / 3 + 0.5) / 8.5**2 * (1 + 0.25 / (5 / 3)), 2.5 / 2.5**2
    freedom = (first + second) ** 2 / (first**2 / (5 / 3 / 0.25) + second**2 / (1 / 1e-9))
    reach = t.ppf(0.975, freedom) * math.sqrt(first + second)
    assert effect == pytest.approx(math.log(1.7))
    assert (low, high) == pytest.approx((effect - reach, effect + reach))
    assert rate_ratio((0, 0), (0, 0), (4, 4))[0] == 0
    assert rate_ratio((1, 1), (0, 0), (1, 1))[0] == pytest.approx(math.log(3))


def test_p_is_the_share_of_deals_that_part_the_stories_so() -> None:
    # 5, 5 against 0, 0: of the 6 ways to deal out four stories, 2 part them so.
    found = contrast([[5.0, 1.0], [5.0, 1.0]], [[0.0, 1.0], [0.0, 1.0]], permutations=3_000)
    assert found[0].p == pytest.approx(1 / 3, abs=0.03)
    assert found[0].q == pytest.approx(min(1, 2 * found[0].p))
    assert (found[0].first, found[0].second) == (10.0, 0.0)
    # What all stories tell alike parts nobody.
    assert (found[1].p, found[1].effect) == (1.0, 0.0)


def test_least_p_is_one_deal_of_all() -> None:
    assert least_p(2, 2, 2_000) == 1 / 6
    assert least_p(50, 50, 999) == 1 / 1000


def test_a_real_difference_is_found_and_the_seed_decides() -> None:
    random = np.random.default_rng(1)
    one, other = random.poisson([3.0, 1.0], (40, 2)), random.poisson([1.0, 1.0], (60, 2))
    told: list[tuple[int, int]] = []
    found = contrast(one, other, permutations=500, progress=lambda *at: told.append(at))
    assert told == [(250, 500), (500, 500)]
    assert found[0].p < 0.01
    assert found[0].low < math.log(3) < found[0].high
    assert found[1].p > 0.05
    assert found == contrast(one, other, permutations=500)
    assert found != contrast(one, other, permutations=500, seed=1)


def test_the_level_holds_where_nothing_differs() -> None:
    random = np.random.default_rng(2)
    one = random.negative_binomial(0.5, 0.3, (25, 400))
    other = random.negative_binomial(0.5, 0.3, (50, 400))
    found = contrast(one, other, permutations=400)
    assert np.mean([each.p <= 0.05 for each in found]) <= 0.08
    assert not any(each.q <= 0.05 for each in found)


def test_sides_without_stories_are_refused() -> None:
    with pytest.raises(SettingsError):
        contrast(np.empty((0, 1)), np.ones((2, 1)))
    with pytest.raises(SettingsError):
        contrast(np.ones((2, 1)), np.ones((2, 1)), permutations=10)
