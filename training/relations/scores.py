"""What the classifier is worth: macro F1 of types and quads, sign by slice, stance, calibration."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from calibration import calibration_error
from pairs import TYPES, Pair

from actors.extract.relations.classifier import sign_odds, softmax
from actors.ontology import ontology

SIGNS = ("+", "-")
QUADS = {name: ontology()[name].quad for name in TYPES}
SLICES = {
    "negated": re.compile(r"\b(?:not|never|no|nor|without)\b|n['’]t\b", re.I),
    "modal": re.compile(r"\b(?:will|would|could|may|might|should|must|can)\b", re.I),
    "attributed": re.compile(r"\b(?:said|says|according to|told|reported|reports)\b", re.I),
}
PRECISIONS = (0.8, 0.85, 0.88, 0.9)
ENOUGH = 20
"""Fewest pairs over a threshold for its precision to count."""


class Scores(NamedTuple):
    """Raw scores: root (pairs, 16), sign (pairs, 2), stance (pairs, 3)."""

    root: np.ndarray
    sign: np.ndarray
    stance: np.ndarray


def macro(gold: Sequence[str], guess: Sequence[str]) -> float:
    """Unweighted mean of the F1 of every class in ``gold``.

    >>> macro(["a", "b"], ["a", "a"])
    0.3333333333333333
    """
    found = []
    for name in sorted(set(gold)):
        right = sum(a == b == name for a, b in zip(gold, guess, strict=True))
        found.append(2 * right / (gold.count(name) + guess.count(name)))
    return sum(found) / len(found)


def odds_of(scores: Scores) -> np.ndarray:
    """Log odds of "+" of every pair, as the package mixes them."""
    rows = zip(scores.root, scores.sign, strict=True)
    return np.array([sign_odds(root, sign, TYPES) for root, sign in rows])


def report(
    pairs: list[Pair], scores: Scores, heat: dict[str, float], corpora: tuple[str, ...]
) -> None:
    """Print the scores of each corpus (all of them if none is named)."""
    odds = odds_of(scores)
    for corpus in corpora or sorted({pair.corpus for pair in pairs}):
        rows = [at for at, pair in enumerate(pairs) if pair.corpus == corpus]
        some = [pairs[at] for at in rows]
        none = softmax(scores.root[rows] / heat["event"])[:, -1]
        shares = ", ".join(f"{(none > one).mean():.3f} above {one}" for one in (0.5, 0.9))
        print(f"{corpus}: {len(rows)} pairs; none: {shares}")
        if some and all(pair.root in TYPES for pair in some):
            types(some, softmax(scores.root[rows, :-1] / heat["type"]))
        sliced(some, odds[rows])


def types(pairs: list[Pair], shares: np.ndarray) -> None:
    """Types and quads of pairs known to be related, and how far confidences can be believed."""
    gold = [str(pair.root) for pair in pairs]
    guess = [TYPES[at] for at in shares.argmax(1)]
    right = np.array([a == b for a, b in zip(gold, guess, strict=True)], dtype=float)
    quads = [QUADS[name] for name in gold], [QUADS[name] for name in guess]
    print(f"  root macro F1 {macro(gold, guess):.3f} accuracy {right.mean():.3f}")
    print(
        f"  quad macro F1 {macro(*quads):.3f}; calibration error "
        f"{calibration_error(shares.max(1), right):.3f}"
    )
    each = {name: macro_of(name, gold, guess) for name in sorted(set(gold))}
    print("  " + ", ".join(f"{name} {one:.2f}" for name, one in each.items()))


def macro_of(name: str, gold: Sequence[str], guess: Sequence[str]) -> float:
    """F1 of one class."""
    right = sum(a == b == name for a, b in zip(gold, guess, strict=True))
    return 2 * right / max(1, gold.count(name) + guess.count(name))


def sliced(pairs: list[Pair], odds: np.ndarray) -> None:
    """Sign accuracy, all and by slice."""
    signed = [at for at, pair in enumerate(pairs) if pair.sign in SIGNS]
    parts = {"all": signed}
    parts |= {n: [a for a in signed if s.search(pairs[a].text)] for n, s in SLICES.items()}
    parts["target first"] = [at for at in signed if pairs[at].target < pairs[at].source]
    said = []
    for name, rows in parts.items():
        if rows:
            right = [(odds[at] > 0) == (pairs[at].sign == "+") for at in rows]
            said.append(f"{name} {np.mean(right):.3f} of {len(rows)}")
    if said:
        print("  sign " + "; ".join(said), flush=True)


def report_stances(pairs: list[Pair], scores: Scores, heat: dict[str, float]) -> None:
    """How many signed pairs are found, with their sign and direction, at given precisions."""
    shares = softmax(scores.stance / heat["stance"])
    gold = np.array([pair.stance for pair in pairs])
    guess = np.where(shares[:, 0] >= shares[:, 1], "+", "-")
    best = shares[:, :2].max(1)
    order = np.argsort(-best, kind="stable")
    right = np.cumsum((guess == gold)[order])
    precision = right / np.arange(1, len(right) + 1)
    signed = gold != "0"
    print(f"  {len(gold)} directed pairs, {signed.sum()} signed")
    print(f"  sign of signed pairs {(guess == gold)[signed].mean():.3f}")
    sure, hit = shares.max(1), np.array(["+-0"[at] for at in shares.argmax(1)]) == gold
    print(f"  calibration error {calibration_error(sure, hit.astype(float)):.3f}")
    for wanted in PRECISIONS:
        rows = [at for at in range(ENOUGH, len(right)) if precision[at] >= wanted]
        if rows:
            last = max(rows)
            print(
                f"  precision {wanted}: recall {right[last] / signed.sum():.3f} "
                f"at {best[order][last]:.3f}"
            )


def temperature(scores: np.ndarray, labels: np.ndarray) -> float:
    """The divisor of scores that makes the labels most likely (Guo et al. 2017)."""
    grid = np.exp(np.linspace(-1.5, 1.5, 121))
    rows = np.arange(len(labels))
    return float(min(grid, key=lambda t: -np.log(softmax(scores / t)[rows, labels] + 1e-12).sum()))


def temperatures(pairs: list[Pair], scores: Scores) -> dict[str, float]:
    """One for each of: type, event or none, sign, stance; on what corpora say themselves."""
    real = [at for at, pair in enumerate(pairs) if pair.corpus not in ("own", "suite")]
    typed = [at for at in real if pairs[at].root in TYPES]
    told = [at for at in real if pairs[at].root is not None]
    signed = [at for at in typed if pairs[at].sign in SIGNS]
    felt = [at for at in real if pairs[at].stance is not None]
    odds = odds_of(scores)
    number = {name: at for at, name in enumerate((*TYPES, "none"))}
    asked = {
        "type": (scores.root[typed, :-1], [number[str(pairs[at].root)] for at in typed]),
        "event": (scores.root[told], [number[str(pairs[at].root)] for at in told]),
        "sign": (
            np.stack([odds[signed], np.zeros(len(signed))], 1),
            [SIGNS.index(str(pairs[at].sign)) for at in signed],
        ),
        "stance": (scores.stance[felt], ["+-0".index(str(pairs[at].stance)) for at in felt]),
    }
    return {
        name: temperature(table, np.array(gold)) for name, (table, gold) in asked.items() if gold
    }
