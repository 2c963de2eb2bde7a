"""MICMAC and MACTOR against matrices worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from actors.stakeholders import influence
from tests.stakeholders.networks import graph, tie

# a moves b; b moves c; c moves a and b. Powers by hand:
#   M^2 = [[0,0,1],[1,1,0],[0,1,1]]   rows 1,2,2   columns 1,2,2
#   M^3 = [[1,1,0],[0,1,1],[1,1,1]]   rows 2,2,3   columns 2,3,2
#   M^4 = [[0,1,1],[1,1,1],[1,2,1]]   rows 2,3,4   columns 2,4,3
#   M^5 = [[1,1,1],[1,2,1],[1,2,2]]   rows 3,4,5   columns 3,5,4
THREE = np.array([[0, 1, 0], [0, 0, 1], [1, 1, 0]], dtype=float)


def test_powers_until_the_ranks_settle() -> None:
    found = influence.micmac(THREE)
    assert (found.length, found.stable) == (5, True)
    assert found.influence == pytest.approx(np.array([3, 4, 5]) / 12)
    assert found.dependence == pytest.approx(np.array([3, 5, 4]) / 12)


def test_indirect_influence_can_turn_the_direct_order_round() -> None:
    # a acts twice, but on actors that move nobody; b acts once, on c, which acts on b.
    matrix = np.zeros((5, 5))
    matrix[0, 3] = matrix[0, 4] = matrix[1, 2] = matrix[2, 1] = 1
    found = influence.micmac(matrix)
    assert matrix.sum(axis=1)[0] > matrix.sum(axis=1)[1]
    assert found.influence[0] < found.influence[1]


def test_without_cycles_the_last_power_with_paths_is_given() -> None:
    chain = np.array([[0, 1, 0], [0, 0, 1], [0, 0, 0]], dtype=float)
    found = influence.micmac(chain)
    assert (found.length, found.stable) == (2, False)
    assert found.influence.tolist() == [1, 0, 0]
    assert found.dependence.tolist() == [0, 0, 1]


def test_ranks_that_alternate_are_said_to_and_averaged() -> None:
    # a moves b strongly, b moves a weakly: M^2 is diagonal (equal), M^3 is 3 M.
    pair = np.array([[0, 3], [1, 0]], dtype=float)
    found = influence.micmac(pair)
    assert not found.stable
    assert found.influence == pytest.approx([(3 / 4 + 1 / 2) / 2, (1 / 4 + 1 / 2) / 2])


def test_a_cycle_of_three_never_settles() -> None:
    cycle = np.array([[0, 3, 0], [0, 0, 1], [2, 0, 0]], dtype=float)
    found = influence.micmac(cycle)
    assert (found.length, found.stable) == (influence.MOST_STEPS, False)


def test_nobody_moves_anybody() -> None:
    found = influence.micmac(np.zeros((2, 2)))
    assert found.influence.tolist() == [0, 0]
    assert influence.mactor(np.zeros((2, 2))).ratio.tolist() == [0, 0]


def test_mactor_adds_one_step_and_weighs_influence_against_dependence() -> None:
    # MID: a→b 3, b→c 2, c→a 1.  MIDI_ab = 3 + Σ min: a→c→b: min(0,0) = 0 → 3;
    # MIDI_ac = 0 + min(3,2) = 2; MIDI_ba = 0 + min(2,1) = 1; MIDI_bc = 2;
    # MIDI_ca = 1; MIDI_cb = 0 + min(1,3) = 1; no way leads back in two steps: diagonal 0.
    found = influence.mactor(np.array([[0, 3, 0], [0, 0, 2], [1, 0, 0]], dtype=float))
    assert found.total.tolist() == [[0, 3, 2], [1, 0, 2], [1, 1, 0]]
    assert found.influence.tolist() == [5, 3, 2]
    assert found.dependence.tolist() == [2, 4, 4]
    # r ∝ I · I/(I+D): 5·5/7, 3·3/7, 2·2/6; divided by their mean
    raw = np.array([25 / 7, 9 / 7, 4 / 6])
    assert found.ratio == pytest.approx(raw / raw.mean())
    assert found.ratio.mean() == pytest.approx(1)


def test_influence_on_oneself_through_others_is_taken_off() -> None:
    # a→b 2, b→a 1: MIDI_aa = min(2,1) = 1 = MIDI_bb. I = 2, 1; D = 1, 2.
    # r ∝ (2-1)·2/3 and (1-1)·1/3
    found = influence.mactor(np.array([[0, 2], [1, 0]], dtype=float))
    assert found.total.tolist() == [[1, 2], [1, 1]]
    assert found.ratio.tolist() == [2, 0]


def test_convergence_and_divergence_over_objectives() -> None:
    # Two objectives. a: +3, -2; b: +1, +2; c: 0, -4.
    together, against = influence.alliances(np.array([[3, -2], [1, 2], [0, -4]], dtype=float))
    assert together.tolist() == [[0, 2, 3], [2, 0, 0], [3, 0, 0]]
    assert against.tolist() == [[0, 2, 0], [2, 0, 3], [0, 3, 0]]


def test_levels_count_sentences_that_act_and_leave_out_the_rest() -> None:
    net = graph()
    tie(net, "tal", "af", "assault", "-", 1, 2, 3, 4)  # 4 sentences: strong
    tie(net, "tj", "af", "aid", "+", 5)  # 1: weak
    tie(net, "tj", "af", "request", "0", 6)  # and another: 2 are moderate
    tie(net, "tj", "un", "consult", "+", 7, directed=False)  # both ways
    tie(net, "tj", "tal", "assault", "-", 8, negated=True)  # did not happen
    tie(net, "rahmon", "tj", "citizen_of", "0", 9)  # belongs, but does nothing
    tie(net, "af", "tj", "cooccurrence", "0", 9, layer="cooccurrence")
    matrix = influence.direct(net, ["tj", "af", "tal", "un", "rahmon"])
    expected = np.zeros((5, 5))
    expected[2, 1], expected[0, 1], expected[0, 3], expected[3, 0] = 3, 2, 1, 1
    assert matrix.tolist() == expected.tolist()
    assert influence.acts(net) == {"tj": 3, "af": 0, "tal": 4, "un": 1, "rahmon": 0, "poet": 0}
    assert influence.direct(net, ["un", "poet"]).tolist() == [[0, 0], [0, 0]]


def test_what_is_behind_a_level_is_what_it_counts() -> None:
    net = graph()
    tie(net, "tj", "af", "aid", "+", 5)
    tie(net, "tj", "af", "request", "0", 6, 7)
    tie(net, "tj", "af", "assault", "-", 8, negated=True)
    tie(net, "af", "tj", "consult", "+", 9, directed=False)  # both ways
    tie(net, "af", "tj", "accuse", "-", 10)  # the other way
    told = [(one["type"], one["weight"]) for one in influence.behind(net, "tj", "af")]
    assert told == [("request", 2), ("aid", 1), ("consult", 1)]
    assert [one["type"] for one in influence.behind(net, "af", "tj")] == ["accuse", "consult"]
    assert influence.behind(net, "tj", "un") == []


def test_godets_four_positions() -> None:
    moves, moved = np.array([5.0, 5.0, 0.0, 0.0]), np.array([0.0, 5.0, 5.0, 0.0])
    named = influence.positions(moves, moved)
    assert named == ["dominant", "relay", "dominated", "autonomous"]


def test_who_is_no_part_of_the_system_moves_no_mean() -> None:
    alone = np.zeros((5, 5))
    alone[:3, :3] = THREE
    assert influence.means(alone.sum(axis=1), alone.sum(axis=0)) == influence.means(
        THREE.sum(axis=1), THREE.sum(axis=0)
    )
    assert influence.mactor(alone).ratio[:3] == pytest.approx(influence.mactor(THREE).ratio)
    assert influence.mactor(alone).ratio[3:].tolist() == [0, 0]
    assert influence.means(np.zeros(3), np.zeros(3)) == (0.0, 0.0)


def test_with_signs_alone_objectives_are_counted() -> None:
    """1CAA and 1DAA: actors a and b agree on two objectives of three and differ on one."""
    together, against = influence.alliances(np.array([[1.0, -1.0, 1.0], [1.0, -1.0, -1.0]]))
    assert (together[0, 1], against[0, 1]) == (2, 1)
