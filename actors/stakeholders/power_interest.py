"""The power-interest grid: who can move an issue, and whom it concerns.

Eden, C. & Ackermann, F. (1998). *Making Strategy: The Journey of Strategic Management*,
ch. 7; the matrix goes back to Mendelow, A. (1981). Environmental scanning: the impact of
the stakeholder concept. *ICIS 1981*, 20.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from actors.stakeholders.scores import Score, computed, percentiles
from actors.types import Key

POWER = ("strength", "betweenness", "pagerank", "acts")
"""Connection, brokerage, ties to the well connected, and acts (`influence.acts`)."""


def power(measures: Mapping[str, Mapping[Key, float]], among: Sequence[Key]) -> dict[Key, Score]:
    """The mean of an actor's ranks on `POWER`, among the stakeholders of the issue.

    Formula: power(a) = (1/|M|) Σ_{m ∈ M} P_m(a), with P as in `scores.percentiles` and M the
    measures of `POWER` that are given. Position in a network is one source of power
    (Brass, D. J. & Burkhardt, M. E. (1993). *Academy of Management J.* 36(3), 441-470), and
    in reports it is prominence: force of arms and money show only as far as they are told.

    Args:
        measures: name to actor to value
        among: the stakeholders

    >>> power({"strength": {"a": 9, "b": 2}}, ["a", "b"])["a"].value
    1.0
    """
    used = [name for name in POWER if name in measures]
    ranks = {name: percentiles(measures[name], among) for name in used}
    return {
        actor: computed(
            sum(ranks[name][actor] for name in used) / len(used),
            "; ".join(
                f"{name} {measures[name].get(actor, 0.0):.3g} (rank {ranks[name][actor]:.2f})"
                for name in used
            ),
        )
        for actor in among
    }


def interest(attention: Mapping[Key, float], among: Sequence[Key]) -> dict[Key, Score]:
    """An actor's rank by what is said of it near the issue.

    Formula: interest(a) = P(Σ w), where w is 1 for a sentence about the issue that mentions
    a, and 1/2 for one next to it (`issues.attention`).

    >>> interest({"a": 3.0, "b": 1.0}, ["a", "b"])["b"]
    Score(value=0.0, computed=0.0, why='attention 1 near the issue', reason='')
    """
    ranks = percentiles(attention, among)
    return {
        actor: computed(ranks[actor], f"attention {attention.get(actor, 0.0):g} near the issue")
        for actor in among
    }


def quadrant(power: Score, interest: Score) -> str:
    """Eden and Ackermann's name for a corner of the grid.

    >>> quadrant(computed(0.9, ""), computed(0.1, ""))
    'context setter'
    """
    if power.high:
        return "player" if interest.high else "context setter"
    return "subject" if interest.high else "crowd"
