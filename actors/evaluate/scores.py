"""Scores of a corpus: sums over its documents, with intervals by drawing documents again.

The interval is the percentile bootstrap (Efron and Tibshirani 1993, chapter 13) with the document
as the unit: sentences of one document are alike, so a document is drawn whole or not at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actors.evaluate.annotated import ALL_KINDS
from actors.evaluate.network import Degrees
from actors.evaluate.tally import Tallies, Tally
from actors.ontology import ontology

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    Numbers = NDArray[np.float64]

__all__ = ["Estimate", "RowOfScores", "rows", "spearman"]

REPLICATES = 1000
_SEED = 7
_OUTER = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A score with its 95 % interval, which a corpus of one document does not have."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class RowOfScores:
    """All scores of one thing; what can't be computed is None.

    ``right`` and ``found`` are what precision and recall are shares of ``predicted`` and ``gold``
    of; a score of a rank correlation has its number of actors as ``gold``.
    """

    scored: str
    precision: Estimate | None = None
    recall: Estimate | None = None
    f1: Estimate | None = None
    spearman: Estimate | None = None
    right: float = 0.0
    predicted: float = 0.0
    found: float = 0.0
    gold: float = 0.0

    @property
    def detail(self) -> bool:
        """Whether it is of one kind of name or one type of relation only."""
        room, _, what = self.scored.partition(", ")
        return room in ("names", "relations") and bool({*ontology(), *ALL_KINDS} & {what})


def rows(documents: Sequence[Tallies], replicates: int = REPLICATES) -> list[RowOfScores]:
    """The scores of everything that is counted, in the order in which it is first counted.

    Args:
        documents: the tallies of each document
        replicates: how often documents are drawn for the intervals

    >>> [row] = rows([{"names": Tally(1, 2, 1, 1)}, {"names": Tally(2, 2, 2, 3)}])
    >>> row.precision.value, row.recall.value
    (0.75, 0.75)
    """
    import numpy as np

    names = list(dict.fromkeys(what for each in documents for what in each))
    if not names:
        return []
    counts = np.array([[each.get(what, Tally()) for what in names] for each in documents], float)
    drawn = np.tensordot(_draws(len(documents), replicates), counts, axes=1)
    sums = counts.sum(axis=0)
    return [_row(what, sums[at], drawn[:, at]) for at, what in enumerate(names)]


def _draws(documents: int, replicates: int) -> Numbers:
    """How often each document is drawn in each replicate."""
    import numpy as np

    random = np.random.default_rng(_SEED)
    even = np.full(documents, 1 / documents)
    return random.multinomial(documents, even, replicates).astype(float)


def _row(what: str, sums: Numbers, drawn: Numbers) -> RowOfScores:
    right, predicted, found, gold = map(float, sums)
    kinds = {"precision": predicted, "recall": gold, "f1": predicted and gold}
    scores = {
        name: _estimate(_shares(sums[None])[name], _shares(drawn)[name])
        for name, asked in kinds.items()
        if asked
    }
    return RowOfScores(what, **scores, right=right, predicted=predicted, found=found, gold=gold)


def _shares(sums: Numbers) -> dict[str, Numbers]:
    """Precision, recall and F1 of each row of sums; 0 where nothing is asked."""
    right, predicted, found, gold = sums.T
    precision, recall = _ratio(right, predicted), _ratio(found, gold)
    f1 = _ratio(2 * precision * recall, precision + recall)
    return {"precision": precision, "recall": recall, "f1": f1}


def _ratio(part: Numbers, of: Numbers) -> Numbers:
    import numpy as np

    return np.divide(part, of, out=np.zeros_like(of), where=of > 0)


def _estimate(value: Numbers, drawn: Numbers) -> Estimate:
    import numpy as np

    low, high = np.percentile(drawn, _OUTER)
    return Estimate(float(value[0]), float(low), float(high))


def spearman(documents: Sequence[Degrees], replicates: int = REPLICATES) -> RowOfScores | None:
    """Spearman's rank correlation of weighted degree over all actors of a corpus.

    Args:
        documents: the degrees of each document's actors, in the gold and as read
        replicates: how often documents are drawn for the interval

    Returns:
        None where the corpus has fewer than three actors
    """
    import numpy as np

    names = sorted({name for each in documents for name in each})
    if len(names) < 3:
        return None
    gold, read, held = _matrices(documents, names)
    value = _correlation(gold.sum(axis=0), read.sum(axis=0))
    drawn = [
        _correlation((weights @ gold)[there], (weights @ read)[there])
        for weights in _draws(len(documents), replicates)
        for there in [np.asarray(weights @ held > 0)]
    ]
    estimate = _estimate(np.array([value]), np.array(drawn))
    return RowOfScores("network, weighted degree", spearman=estimate, gold=len(names))


def _matrices(documents: Sequence[Degrees], names: Sequence[str]) -> tuple[csr_array, ...]:
    """The degrees in the gold and as read, and who occurs: documents by actors, sparse."""
    import numpy as np
    from scipy.sparse import csr_array

    column = {name: at for at, name in enumerate(names)}
    cells = [
        (row, column[name], *held)
        for row, one in enumerate(documents)
        for name, held in one.items()
    ]
    at, to, gold, read = (np.array(part) for part in zip(*cells, strict=True))
    shape = (len(documents), len(names))
    return tuple(csr_array((values, (at, to)), shape) for values in (gold, read, np.ones(len(at))))


def _correlation(left: Numbers, right: Numbers) -> float:
    """Spearman's rho; 0 where one side is the same for all."""
    import numpy as np
    from scipy.stats import rankdata

    ranks = [rankdata(each) for each in (left, right)]
    if any(len(each) < 2 or np.ptp(each) == 0 for each in ranks):
        return 0.0
    return float(np.corrcoef(*ranks)[0, 1])


def as_record(row: RowOfScores) -> Mapping[str, str | float | None]:
    """One row of scores for programs: its numbers, rounded to four digits."""
    found: dict[str, str | float | None] = {"scored": row.scored}
    for name in ("precision", "recall", "f1", "spearman"):
        one: Estimate | None = getattr(row, name)
        for part, key in (("value", name), ("low", f"{name}_low"), ("high", f"{name}_high")):
            value = getattr(one, part) if one else None
            found[key] = None if value is None else round(value, 4)
    for name in ("right", "predicted", "found", "gold"):
        found[name] = round(getattr(row, name), 4)
    return found
