"""One document, one reading: the same name is of the same kind wherever it stands.

A transformer reads a window at a time; a name that is plain in one sentence ("Idris Mora, the
singer") may be a riddle in another ("Mora fell"). So the probabilities of the kinds are added up
over all places of a name in the document, and a lone surname also counts those of the full name.
Kinds change, spans do not. Measured on documents kept for early stopping: `docs/model-card.md`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

PERSON = "PER"


class Reading(NamedTuple):
    """A name as one sentence reads it: its surface, and the probability of each kind."""

    surface: str
    shares: NDArray[np.float64]


def agree(readings: Sequence[Reading], kinds: Sequence[str]) -> list[tuple[str, float]]:
    """The kind of each reading after all have been heard, and that kind's share of the votes.

    Args:
        readings: names of one document, in any order; shares sum to one over ``kinds``.
        kinds: what the columns of ``shares`` stand for.

    >>> votes = [Reading("Idris Mora", np.array([0.9, 0.1])), Reading("Mora", np.array([0.4, 0.6]))]
    >>> [(kind, round(share, 2)) for kind, share in agree(votes, ["PER", "LOC"])]
    [('PER', 0.9), ('PER', 0.65)]
    """
    votes = _votes(readings)
    for surname, persons in _surnames(votes, kinds).items():
        if surname in votes:
            votes[surname] = votes[surname] + persons
    settled = {}
    for surface, shares in votes.items():
        best = int(shares.argmax())
        settled[surface] = (kinds[best], float(shares[best] / shares.sum()))
    return [settled[reading.surface] for reading in readings]


def _votes(readings: Sequence[Reading]) -> dict[str, NDArray[np.float64]]:
    votes: dict[str, NDArray[np.float64]] = {}
    for surface, shares in readings:
        votes[surface] = votes[surface] + shares if surface in votes else shares
    return votes


def _surnames(
    votes: dict[str, NDArray[np.float64]], kinds: Sequence[str]
) -> dict[str, NDArray[np.float64]]:
    """Last words of persons' full names, with all that speaks for those."""
    found: dict[str, NDArray[np.float64]] = defaultdict(lambda: np.zeros(len(kinds)))
    for surface, shares in votes.items():
        words = surface.split()
        if len(words) > 1 and kinds[int(shares.argmax())] == PERSON:
            found[words[-1]] = found[words[-1]] + shares
    return found
