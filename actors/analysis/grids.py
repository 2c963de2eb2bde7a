"""Stakeholders of issues as the page draws them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.views.grids import Grid, Stake

if TYPE_CHECKING:
    from actors.analysis.stakeholders import Stakes
    from actors.stakeholders import Stakeholder
    from actors.types import Key

SCORES = ("power", "interest", "legitimacy", "urgency")


def grids(found: Stakes) -> tuple[Grid, ...]:
    """A grid for each issue, with scores, what gives them, and sentences.

    Args:
        found: as `actors.analysis.stakeholders.stakes` gives it
    """
    moved = _influence(found)
    return tuple(
        Grid(name, found.sentences[name], tuple(_stake(one, moved) for one in held))
        for name, held in found.stakeholders.items()
    )


def _stake(one: Stakeholder, moved: dict[Key, tuple[float, float]]) -> Stake:
    influence, dependence = moved.get(one.key, (None, None))
    return Stake(
        one.key,
        one.power.value,
        one.interest.value,
        influence,
        dependence,
        one.stance,
        tuple(_why(one)),
        tuple(" ".join(passage.text.split()) for passage in one.evidence),
    )


def _why(one: Stakeholder) -> Iterator[str]:
    """What gives each score; where an analyst has put another, theirs and what was computed."""
    for name in SCORES:
        score = getattr(one, name)
        if score.overridden:
            told = f"set to {score.value:.2f} by the analyst: {score.reason}"
            yield f"{name} {told} (computed: {score.computed:.2f})"
        else:
            yield f"{name} {score.value:.2f}: {score.why}"


def _influence(found: Stakes) -> dict[Key, tuple[float, float]]:
    """How much each moves the others, and is moved, as shares of the most."""
    matrix = found.influence.direct
    sums = matrix.sum(axis=1), matrix.sum(axis=0)
    most = max((float(one.max()) for one in sums if len(one)), default=0.0) or 1.0
    both = zip(*(one / most for one in sums), strict=True)
    pairs = ((float(active), float(passive)) for active, passive in both)
    return dict(zip(found.influence.actors, pairs, strict=True))
