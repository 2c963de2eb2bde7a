"""Stakeholders as the page draws them: scores, what gives them, and influence as a share."""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np
import pytest

from actors.analysis.grids import grids
from actors.analysis.stakeholders import Influence, Stakes
from actors.stakeholders import Stakeholder
from actors.stakeholders.issues import Passage
from actors.stakeholders.scores import Score, computed
from actors.views.grids import Grid, Stake

WATER = Passage("d1", "1.txt", "Daily", "2021-07-01", "d1", 0, 9, "The  water\nis low.", 0, ("a",))


def holder(key: str, **about: object) -> Stakeholder:
    """A stakeholder whose scores are a half, unless told."""
    score = computed(0.5, "half of it")
    told = {"power": score, "interest": score, "legitimacy": score, "urgency": score}
    rest = {"stance": None, "statements": (0, 0), "attention": 0.5, "evidence": ()}
    return Stakeholder(key=key, name=key, kind="person", **(told | rest | about))  # type: ignore[arg-type]


def found(matrix: list[list[float]], *held: Stakeholder) -> Stakes:
    square = np.array(matrix, dtype=float).reshape(len(held), len(held))
    keys = tuple(one.key for one in held)
    unused: Any = None
    kinds = ("person",) * len(held)
    rest = (unused, unused, unused, unused, square, {})
    influence = Influence(keys, keys, kinds, square, *rest)
    return Stakes((), {"water": list(held)}, {"water": 3}, influence, nx.Graph())


def stakes(matrix: list[list[float]], *held: Stakeholder) -> tuple[Stake, ...]:
    (grid,) = grids(found(matrix, *held))
    assert (grid.issue, grid.sentences) == ("water", 3)
    return grid.stakes


def test_influence_is_a_share_of_the_most_that_anybody_moves_or_is_moved() -> None:
    """a moves b by 3 and c by 1, b moves c by 2: the sums are 4, 2, 0 and 0, 3, 3."""
    one, two, three = stakes([[0, 3, 1], [0, 0, 2], [0, 0, 0]], *map(holder, "abc"))
    assert (one.influence, one.dependence) == (1.0, 0.0)
    assert (two.influence, two.dependence) == (0.5, 0.75)
    assert (three.influence, three.dependence) == (0.0, 0.75)


def test_where_nobody_moves_anybody_nothing_is_divided_by_nothing() -> None:
    (one,) = stakes([[0]], holder("a"))
    assert (one.influence, one.dependence) == (0.0, 0.0)


def test_who_is_not_in_the_matrix_has_no_influence_that_is_known() -> None:
    whole = found([[0]], holder("a"))
    other = Stakes((), {"water": [holder("b")]}, {"water": 1}, whole.influence, nx.Graph())
    (grid,) = grids(other)
    assert (grid.stakes[0].influence, grid.stakes[0].dependence) == (None, None)


def test_each_score_says_what_gives_it() -> None:
    (one,) = stakes([[0]], holder("a", stance=-0.25, interest=computed(0.125, "1 of 8 sentences")))
    assert (one.power, one.interest, one.stance) == (0.5, 0.125, -0.25)
    assert one.why == (
        "power 0.50: half of it",
        "interest 0.12: 1 of 8 sentences",
        "legitimacy 0.50: half of it",
        "urgency 0.50: half of it",
    )


def test_what_an_analyst_set_stands_beside_what_was_computed() -> None:
    (one,) = stakes([[0]], holder("a", power=Score(0.9, 0.3, "3 of 10", "it owns the dam")))
    assert one.power == 0.9
    assert one.why[0] == "power set to 0.90 by the analyst: it owns the dam (computed: 0.30)"


def test_sentences_stand_on_one_line() -> None:
    (one,) = stakes([[0]], holder("a", evidence=(WATER,)))
    assert one.evidence == ("The water is low.",)


@pytest.mark.parametrize("issues", [("water",), ("water", "gas")])
def test_there_is_a_grid_for_each_issue(issues: tuple[str, ...]) -> None:
    whole = found([[0]], holder("a"))
    held = dict.fromkeys(issues, whole.stakeholders["water"])
    every = Stakes((), held, dict.fromkeys(issues, 2), whole.influence, nx.Graph())
    made = grids(every)
    assert [type(grid) for grid in made] == [Grid] * len(issues)
    assert [grid.issue for grid in made] == list(issues)
