"""Fit how likely a side is from what one sentence says: the constants of ``stance.py``.

::

    python training/relations/leanings.py --gold DIR

On sentences of DSE that the shipped network was not trained on (those that set its temperatures),
with the actors given; then the tenth kept aside is scored at several thresholds. A sign on a
neutral pair is wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from pairs import ASIDE, CALIBRATION, plain, records
from relations import document, entity, named, parses
from scipy.optimize import minimize
from split import draw

from actors.languages.en.relations import assemble
from actors.languages.en.relations.stance import Leaning
from actors.types import Settings

NAMES = ("BASE", "READ", "STATED", "AHEAD", "SUBJECT")
THRESHOLDS = (0.5, 0.55, 0.6, 0.65, 0.7)
PENALTY = 1.0


class Sentence(NamedTuple):
    """What a sentence says of each ordered pair, and the annotated signs."""

    leanings: dict[tuple[str, str], list[Leaning]]
    gold: dict[tuple[str, str], str]


def sentences(rows: Sequence[dict[str, Any]]) -> Iterator[Sentence]:
    """Rows of DSE as the package reads them."""
    for row, doc in zip(rows, parses(rows), strict=True):
        one = document(row)
        mentions, entities = list(named(row, one)), [entity(actor) for actor in row["actors"]]
        _, held = assemble.with_leanings(doc, one, mentions, entities, Settings())
        pairs: dict[tuple[str, str], list[Leaning]] = {}
        for lean in held:
            pairs.setdefault((lean.source, lean.target), []).append(lean)
        yield Sentence(pairs, {(r["source"], r["target"]): r["sign"] for r in row["relations"]})


def examples(some: Sequence[Sentence]) -> tuple[np.ndarray, np.ndarray]:
    """A row for each side of each pair that was read: features, and whether it is taken."""
    table, labels = [], []
    for one in some:
        for pair, held in one.leanings.items():
            if pair not in one.gold and pair[::-1] not in one.gold:
                continue
            for sign in (1, -1):
                rows = features(held, sign)
                table += rows
                labels += [float(one.gold.get(pair) == "+-"[sign < 0])] * len(rows)
    return np.array(table), np.array(labels)


def features(held: Sequence[Leaning], sign: int) -> list[tuple[float, ...]]:
    """Constant, log odds as read, what is stated, who comes first, who is a subject."""
    said = max((share(one, sign) for one in held if one.relation), default=0.0)
    return [
        (1.0, odds(share(one, sign)), said, float(one.ahead), float(one.subject))
        for one in held
        if not one.relation
    ]


def share(one: Leaning, sign: int) -> float:
    """What a leaning says for a side."""
    return one.plus if sign > 0 else one.minus


def odds(share: float) -> float:
    """Log odds of a probability, kept from infinity as in the package."""
    share = min(max(share, 1e-4), 1 - 1e-4)
    return float(np.log(share / (1 - share)))


def fitted(table: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression; the first column is the constant and costs nothing."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds, held = table @ weights, np.r_[0, weights[1:]]
        value = np.logaddexp(0, odds).sum() - labels @ odds + PENALTY / 2 * held @ held
        return value, table.T @ (1 / (1 + np.exp(-odds)) - labels) + PENALTY * held

    return minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B").x


def report(some: Sequence[Sentence], weights: np.ndarray) -> None:
    """Precision and recall of signed, directed pairs by threshold."""
    wanted = sum(sign in "+-" for one in some for sign in one.gold.values())
    found = [best for one in some for best in sides(one, weights)]
    for least in THRESHOLDS:
        kept = [right for sure, right in found if sure >= least]
        precision, recall = sum(kept) / max(1, len(kept)), sum(kept) / wanted
        print(f"  >= {least}: precision {precision:.3f} of {len(kept)}, recall {recall:.3f}")


def sides(one: Sentence, weights: np.ndarray) -> Iterator[tuple[float, bool]]:
    """The likelier side of each annotated pair, and whether it is right."""
    for pair, held in one.leanings.items():
        if pair in one.gold or pair[::-1] in one.gold:
            best = max((chance(held, sign, weights), sign) for sign in (1, -1))
            yield best[0], one.gold.get(pair) == "+-"[best[1] < 0]


def chance(held: Sequence[Leaning], sign: int, weights: np.ndarray) -> float:
    """The probability of a side: as stated, or more where the reading agrees."""
    if any(one.void == "+-"[sign < 0] for one in held):
        return 0.0
    said = max((share(one, sign) for one in held if one.relation), default=0.0)
    rows = features(held, sign)
    return max(said, *(1 / (1 + np.exp(-np.dot(row, weights))) for row in rows), 0.0)


def main(options: argparse.Namespace) -> None:
    rows = list(records(options.gold / "dev" / "dse_dev.jsonl"))
    at = [draw(plain(row["text"])) for row in rows]
    middle = [row for row, one in zip(rows, at, strict=True) if ASIDE <= one < CALIBRATION]
    aside = [row for row, one in zip(rows, at, strict=True) if one < ASIDE]
    learnt, kept = list(sentences(middle)), list(sentences(aside))
    weights = fitted(*examples(learnt))
    print(", ".join(f"{name} {one:.2f}" for name, one in zip(NAMES, weights, strict=True)))
    for name, some in (("learnt from", learnt), ("kept aside", kept)):
        print(name)
        report(some, weights)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True, help="folder with dev/")
    main(parser.parse_args())
