"""What the classifier is worth: macro F1 of roots and quads, sign accuracy, slices, calibration."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from calibration import calibration_error
from pairs import Pair

from actors.extract.relations.classifier import softmax
from actors.extract.relations.ontology import ontology

TYPES = tuple(n for n, one in ontology().items() if one.quad != "structural")
EVENT = ("event", "none")
SIGNS = ("+", "-")
QUADS = {name: ontology()[name].quad for name in TYPES}
PLUS = [at for at, name in enumerate(TYPES) if QUADS[name].endswith("cooperation")]
MINUS = [at for at, name in enumerate(TYPES) if QUADS[name].endswith("conflict")]
SLICES = {
    "negated": re.compile(r"\b(?:not|never|no|nor|without)\b|n['’]t\b", re.I),
    "modal": re.compile(r"\b(?:will|would|could|may|might|should|must|can)\b", re.I),
    "attributed": re.compile(r"\b(?:said|says|according to|told|reported|reports)\b", re.I),
}


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


def positive(types: np.ndarray, signs: np.ndarray) -> np.ndarray:
    """Log odds of "+", by the sign's own head and by the types it agrees with."""
    shares = softmax(types)
    odds = np.log(shares[:, PLUS].sum(1) + 1e-9) - np.log(shares[:, MINUS].sum(1) + 1e-9)
    return odds + signs[:, 0] - signs[:, 1]


def report(
    asked: list[Pair], pairs: list[Pair], events: np.ndarray, types: np.ndarray, signs: np.ndarray
) -> None:
    """Print the scores of each corpus; pairs that could not be judged count as wrong in PLV."""
    for corpus in sorted({pair.corpus for pair in pairs}):
        rows = [at for at, pair in enumerate(pairs) if pair.corpus == corpus]
        total = sum(pair.corpus == corpus for pair in asked)
        print(f"{corpus}: {total} pairs, {len(rows)} judged")
        some = [pairs[at] for at in rows]
        none = softmax(events[rows])[:, 1]
        print(
            f"  none above one half {(none > 0.5).mean():.3f}, above .9 {(none > 0.9).mean():.3f}"
        )
        known = [at for at in rows if pairs[at].root in TYPES]
        if len(known) == len(some):
            roots(some, total, types[rows])
        odds = positive(types[rows], signs[rows])
        sliced(some, odds)


def roots(pairs: list[Pair], total: int, types: np.ndarray) -> None:
    """Roots and quads of pairs known to be related, and how far confidences can be believed."""
    shares = softmax(types)
    gold = [str(pair.root) for pair in pairs]
    guess = [TYPES[at] for at in shares.argmax(1)]
    right = np.array([a == b for a, b in zip(gold, guess, strict=True)], dtype=float)
    quads = [QUADS[name] for name in gold], [QUADS[name] for name in guess]
    print(f"  root macro F1 {macro(gold, guess):.3f} accuracy {right.sum() / total:.3f}")
    print(
        f"  quad macro F1 {macro(*quads):.3f}; calibration error "
        f"{calibration_error(shares.max(1), right):.3f}"
    )


def sliced(pairs: list[Pair], odds: np.ndarray) -> None:
    """Sign accuracy, all and by slice."""
    signed = [at for at, pair in enumerate(pairs) if pair.sign in SIGNS]
    parts = {"all": signed}
    parts |= {n: [a for a in signed if s.search(pairs[a].text)] for n, s in SLICES.items()}
    parts["target first"] = [at for at in signed if pairs[at].target < pairs[at].source]
    for name, rows in parts.items():
        if rows:
            right = [(odds[at] > 0) == (pairs[at].sign == "+") for at in rows]
            print(f"  sign {name}: {np.mean(right):.3f} of {len(rows)}")
