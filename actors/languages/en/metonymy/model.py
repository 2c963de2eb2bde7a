"""A linear model of whether a place name acts; its weights come with the package.

Trained by ``training/metonymy/train.py``; what it was trained on, and how well it reads, is told in
``docs/model-card.md``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from actors.languages.en.metonymy.features import ROLES, features, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Span

WEIGHTS = "metonymy.npz"


@dataclass(frozen=True, slots=True)
class Model:
    """``bias``; a weight for each feature; for each word a row of scores, a column a role."""

    bias: float
    weights: dict[str, float]
    rows: dict[str, int]
    scores: NDArray[np.float16]

    def score(self, span: Span) -> float:
        """The log odds that a place name acts: above 0 it rather does."""
        around = words(span)
        known = self.weights.keys() & features(span, around)
        total = self.bias + sum(self.weights[name] for name in sorted(known))
        return total + sum(self._role(role, lemmas) for role, lemmas in around.items())

    def _role(self, role: str, lemmas: tuple[str, ...]) -> float:
        """The mean score of some words in a role; words that are not known count as 0."""
        rows = [self.rows[lemma] for lemma in lemmas if lemma in self.rows]
        if not rows:
            return 0.0
        column = self.scores[rows, ROLES.index(role)]
        return float(column.sum(dtype=float)) / len(lemmas)

    def probability(self, span: Span) -> float:
        """The probability that a place name acts, 0 to 1."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.score(span)))))


@cache
def model() -> Model:
    """The model that comes with the package."""
    import numpy as np

    path = files("actors.languages.en").joinpath("data", WEIGHTS)
    with path.open("rb") as file, np.load(file, allow_pickle=False) as saved:
        names = str(saved["names"]).split("\n")
        weights = dict(zip(names, saved["weights"].astype(float).tolist(), strict=True))
        rows = {word: row for row, word in enumerate(str(saved["words"]).split("\n"))}
        return Model(float(saved["bias"]), weights, rows, saved["scores"])
