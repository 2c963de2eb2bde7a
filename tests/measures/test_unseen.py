"""Ties that no story told, estimated from those told once and twice."""

from __future__ import annotations

from math import exp, log1p

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors.measures.resampling import StoryRow, Ties, draws, ties
from actors.measures.unseen import AT_MOST, completed, unseen

ROWS: list[StoryRow] = [
    *[(f"s{n}", "a", "b", 2.0) for n in range(4)],  # told by four stories
    *[(f"s{n}", "a", "c", 1.0) for n in range(2)],  # by two
    ("s4", "b", "c", 3.0),  # by one
    ("s5", "d", "e", 1.0),
    ("s6", "e", "f", 2.0),
]


def corpus(seed: int, *, directed: bool = False, signed: bool = False) -> Ties:
    random = np.random.default_rng(seed)
    pairs = [(i, j) for i in range(9) for j in range(9) if (i < j or directed) and i != j]
    rates = random.exponential(0.12, len(pairs)) * (random.random(len(pairs)) < 0.5)
    rows: list[StoryRow] = []
    for story in range(20):
        for (one, other), count in zip(pairs, random.poisson(rates), strict=True):
            sign = (int(random.choice([1, -1])),) if signed else ()
            rows.append((f"s{story}", f"{one}", f"{other}", float(count), *sign))  # type: ignore[arg-type]
    return ties(rows, stories=20, nodes=map(str, range(9)), directed=directed)


class TestEstimate:
    def test_number_by_hand(self) -> None:
        # Ten stories; three ties told once, one told twice: 9/10 * 3 * 2 / (2 * 2) = 1.35;
        # the ratio r is 3, v = 9/2 + 27 + 81/4 = 51.75.
        guess = unseen(ties(ROWS, stories=10))
        assert guess is not None
        assert guess.once == 3
        assert guess.number == pytest.approx(1.35)
        assert guess.spread**2 == pytest.approx(log1p(51.75 / 1.35**2))
        assert guess.telling == pytest.approx((3 + 1 + 2) / 3)

    def test_as_much_is_taken_as_was_told_once(self) -> None:
        found = ties(ROWS, stories=10)
        guess = unseen(found)
        assert guess is not None
        weight = np.asarray(found.weights.sum(axis=0)).ravel()
        assert (weight * (1 - guess.kept)).sum() == pytest.approx(3 + 1 + 2)
        kept = dict(zip(map(tuple, found.pairs.tolist()), guess.kept, strict=True))
        assert kept[0, 1] > kept[0, 2] > kept[1, 2] == kept[3, 4]  # told four times, twice, once

    def test_of_what_was_told_twice_or_more_nothing_is_guessed(self) -> None:
        assert unseen(ties([("s1", "a", "b", 1.0), ("s2", "a", "b", 1.0)], nodes="abc")) is None
        assert unseen(ties([("s1", "a", "b", 1.0)], stories=9)) is None  # no pair is left
        assert unseen(ties([("s1", "a", "b", 1.0)], nodes="abc")) is None  # one story

    def test_chao_lies_below_the_truth_but_near_it_where_ties_are_alike(self) -> None:
        # 200 ties of one rate, told once a story in 50: a share of exp(-1) goes untold.
        random = np.random.default_rng(1)
        told = random.random((50, 200)) < 0.02
        rows: list[StoryRow] = [
            (f"{story}", f"a{pair:03}", f"b{pair:03}", 1.0)
            for story, pair in zip(*np.nonzero(told), strict=True)
        ]
        guess = unseen(ties(rows, stories=50))
        assert guess is not None
        assert guess.number == pytest.approx(200 * exp(-1), rel=0.35)


class TestDrawn:
    def test_a_replicate_is_the_same_in_whatever_batch(self) -> None:
        found = corpus(1)
        guess = unseen(found)
        alone, one = completed(found, guess, 5, [7])
        many, rows = completed(found, guess, 5, range(10))
        mine = {tuple(p): w for p, w in zip(alone.pairs.tolist(), one[0], strict=True) if w}
        theirs = {tuple(p): w for p, w in zip(many.pairs.tolist(), rows[7], strict=True) if w}
        assert mine == theirs

    def test_without_a_guess_it_is_the_plain_bootstrap(self) -> None:
        found = corpus(2)
        same, weights = completed(found, None, 3, range(4))
        assert same is found
        assert (weights == draws(3, range(4), 20) @ found.weights.toarray()).all()

    def test_strengths_stay_what_they_were_but_for_chance_and_half_a_telling(self) -> None:
        found = corpus(3)
        guess = unseen(found)
        assert guess is not None
        drawn, weights = completed(found, guess, 0, range(400))
        for at in range(9):
            seen = found.weights.toarray()[:, (found.pairs == at).any(axis=1)].sum()
            mean = weights[:, (drawn.pairs == at).any(axis=1)].sum(axis=1).mean()
            assert mean == pytest.approx(seen + guess.telling / 2, rel=0.25, abs=0.6)

    @given(st.integers(0, 100), st.booleans())
    @settings(max_examples=20, deadline=None)
    def test_added_pairs_are_new_and_not_too_many(self, seed: int, directed: bool) -> None:
        found = corpus(seed, directed=directed)
        drawn, weights = completed(found, unseen(found), seed, range(3))
        pairs = list(map(tuple, drawn.pairs.tolist()))
        assert len(set(pairs)) == len(pairs)
        assert all(one != other and (directed or one < other) for one, other in pairs)
        added = (weights[:, len(found.pairs) :] > 0).sum(axis=1)
        assert (added <= AT_MOST * len(found.pairs)).all()
        assert (weights >= 0).all()

    def test_signed_ties_are_added_with_the_signs_of_those_told_once(self) -> None:
        rows: list[StoryRow] = [(f"s{n}", f"{n}", f"{n + 1}", 1.0, -1) for n in range(8)]
        found = ties(rows)
        drawn, _ = completed(found, unseen(found), 0, range(20))
        assert drawn.signs is not None
        assert len(drawn.signs) == len(drawn.pairs) > len(found.pairs)
        assert set(drawn.signs.tolist()) == {-1}
        mixed = corpus(4, signed=True)
        both, _ = completed(mixed, unseen(mixed), 0, range(20))
        assert both.signs is not None
        assert set(both.signs[len(mixed.pairs) :].tolist()) == {1, -1}
