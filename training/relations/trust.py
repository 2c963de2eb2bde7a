"""Fit how sure a structural tie is, after cross-validating it by document.

python training/relations/trust.py --gold DIR [--out actors/extract/relations/data/trust.tsv]

DIR holds ``dev/`` with Re-DocRED and KnowledgeNet to learn from, DWIE to measure on, and
``seeds.jsonl``. Nothing is drawn by chance; three minutes on one core.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from ties import HERE, Tie, learnt, loaded, measured

sys.path.insert(0, str(HERE.parent))
from split import draw

Numbers = NDArray[np.float64]
PENALTY, FOLDS, BINS = 1.0, 5, 10
"""Quadratic penalty on every weight but the base; parts of the data; bins of a calibration."""
OUT = HERE.parents[1] / "actors" / "extract" / "relations" / "data" / "trust.tsv"


def main(options: argparse.Namespace) -> None:
    ties = list(learnt(options.gold))
    names = list(ties[0].features)
    report("cross-validated", ties, cross_validated(ties, names))
    weights = fitted(table(ties, names), right(ties))
    for path in (options.gold / "dev" / "dwie_dev.jsonl", options.gold / "seeds.jsonl"):
        aside = list(measured(loaded(path, None)))
        report(path.stem, aside, likely(table(aside, names) @ weights))
    write(options.out, dict(zip(names, weights, strict=True)))


def table(ties: Sequence[Tie], names: Sequence[str]) -> Numbers:
    """A row a tie, a column a feature."""
    return np.array([[tie.features[name] for name in names] for tie in ties])


def right(ties: Sequence[Tie]) -> Numbers:
    return np.array([float(tie.right) for tie in ties])


def likely(odds: Numbers) -> Numbers:
    return 1 / (1 + np.exp(-odds))


def fitted(given: Numbers, said: Numbers) -> Numbers:
    """The weights of a logistic regression; the first column is the base."""
    cost = np.full(given.shape[1], PENALTY)
    cost[0] = 0.01

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        odds = given @ weights
        value = np.logaddexp(0, odds).sum() - said @ odds + cost @ weights**2 / 2
        return float(value), given.T @ (likely(odds) - said) + cost * weights

    return minimize(loss, np.zeros(given.shape[1]), jac=True, method="L-BFGS-B").x


def cross_validated(ties: Sequence[Tie], names: Sequence[str]) -> Numbers:
    """The probability of every tie by weights that have not seen its document."""
    folds = np.array([int(draw(tie.document) * FOLDS) for tie in ties])
    given, said, found = table(ties, names), right(ties), np.zeros(len(ties))
    for fold in range(FOLDS):
        rest = folds != fold
        found[~rest] = likely(given[~rest] @ fitted(given[rest], said[rest]))
    return found


def report(name: str, ties: Sequence[Tie], found: Numbers) -> None:
    """Scores with the certainties set by hand, then with the probabilities."""
    said, hand = right(ties), np.array([tie.certainty for tie in ties])
    print(f"## {name}: {len(ties)} ties, {said.mean():.3f} right")
    for label, given in (("by hand", hand), ("fitted", found)):
        kept = given >= 0.5
        print(
            f"{label}: calibration error {error(given, said):.3f},"
            f" log loss {loss(given, said):.3f}, area {area(given, said):.3f};"
            f" at .5 precision {said[kept].mean():.3f},"
            f" recall {said[kept].sum() / said.sum():.3f}"
        )
        for low, share, mean, size in bins(given, said):
            print(f"  {low:.1f}-  {size:5d}  said {mean:.3f}  right {share:.3f}")


def bins(given: Numbers, said: Numbers) -> list[tuple[float, float, float, int]]:
    """Of each tenth: where it begins, the share that is right, the mean probability, its size."""
    tenth = np.minimum((given * BINS).astype(int), BINS - 1)
    inside = [(at, tenth == at) for at in range(BINS) if (tenth == at).any()]
    return [(at / BINS, said[x].mean(), given[x].mean(), int(x.sum())) for at, x in inside]


def error(given: Numbers, said: Numbers) -> float:
    """Expected calibration error."""
    rows = bins(given, said)
    return sum(size * abs(share - mean) for _, share, mean, size in rows) / len(said)


def loss(given: Numbers, said: Numbers) -> float:
    """Mean log loss, in nats."""
    given = np.clip(given, 1e-6, 1 - 1e-6)
    return float(-(said * np.log(given) + (1 - said) * np.log(1 - given)).mean())


def area(given: Numbers, said: Numbers) -> float:
    """How often a right tie is given more than a wrong one; a draw counts half."""
    above = given[said == 1][:, None] - given[said == 0][None]
    return float(((above > 0) + (above == 0) / 2).mean()) if above.size else float("nan")


def write(path: Path, weights: dict[str, float]) -> None:
    lines = ["# feature\tweight: of a structural tie, see trust.py"]
    lines += [f"{name}\t{weight:.3f}" for name, weight in weights.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True, help="folder with dev/ and seeds.jsonl")
    parser.add_argument("--out", type=Path, default=OUT)
    main(parser.parse_args())
