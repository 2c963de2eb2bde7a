"""The best well-formed BIO sequence, and the spans it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


class LabelSpan(NamedTuple):
    """Words ``first..last`` (inclusive) are one name of ``kind``, with probability ``score``."""

    first: int
    last: int
    kind: str
    score: float


def allowed(labels: Sequence[str]) -> NDArray[np.bool_]:
    """Which label may follow which: ``I-X`` only after ``B-X`` or ``I-X``.

    >>> allowed(["O", "B-PER", "I-PER"]).astype(int).tolist()
    [[1, 1, 0], [1, 1, 1], [1, 1, 1]]
    """
    table = np.ones((len(labels), len(labels)), dtype=np.bool_)
    for column, label in enumerate(labels):
        if label.startswith("I-"):
            table[:, column] = [before[1:] == label[1:] for before in labels]
    return table


def kinds_of(labels: Sequence[str]) -> list[str]:
    """The kinds that labels speak of, in their order.

    >>> kinds_of(["O", "B-PER", "I-PER", "B-ORG", "I-ORG"])
    ['PER', 'ORG']
    """
    return [label[2:] for label in labels if label.startswith("B-")]


def shares_of(
    span: LabelSpan, logs: NDArray[np.float64], labels: Sequence[str]
) -> NDArray[np.float64]:
    """Given that a name stands at ``span``: the probability of each of `kinds_of` ``labels``.

    >>> span = LabelSpan(0, 0, "PER", 0.6)
    >>> logs = np.log([[0.2, 0.6, 1e-9, 0.2, 1e-9]])
    >>> shares_of(span, logs, ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]).round(2).tolist()
    [0.75, 0.25]
    """
    begin = [labels.index(f"B-{kind}") for kind in kinds_of(labels)]
    inside = [labels.index(f"I-{kind}") for kind in kinds_of(labels)]
    totals = logs[span.first, begin] + logs[span.first + 1 : span.last + 1, inside].sum(axis=0)
    shares = np.exp(totals - totals.max())
    return np.asarray(shares / shares.sum())


def log_softmax(scores: NDArray[np.float32]) -> NDArray[np.float64]:
    """Scores (words, labels) to log probabilities, each row for itself."""
    shifted = scores.astype(np.float64) - scores.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)))


def best_path(
    logs: NDArray[np.float64], labels: Sequence[str], table: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """The most probable sequence that ``table`` (see `allowed`) permits.

    Args:
        logs: log probabilities, shape (words, labels).
        labels: their names, in order.
        table: which may follow which, shape (labels, labels).

    Where each word's best label already makes a good sequence, that is the answer: no sequence
    can be better. Otherwise Viterbi (1967).

    >>> logs = np.log([[0.6, 0.4, 0.0001], [0.3, 0.1, 0.6]])
    >>> best_path(logs, ["O", "B-PER", "I-PER"], allowed(["O", "B-PER", "I-PER"])).tolist()
    [1, 2]
    """
    greedy: NDArray[np.int64] = logs.argmax(axis=1).astype(np.int64)
    opens = np.array([not label.startswith("I-") for label in labels])
    if not len(logs) or (opens[greedy[0]] and table[greedy[:-1], greedy[1:]].all()):
        return greedy
    barred = np.where(table, 0.0, -np.inf)
    total = np.where(opens, logs[0], -np.inf)
    back = np.zeros(logs.shape, dtype=np.int64)
    for row in range(1, len(logs)):
        paths = total[:, None] + barred
        back[row] = paths.argmax(axis=0)
        total = paths.max(axis=0) + logs[row]
    path = np.zeros(len(logs), dtype=np.int64)
    path[-1] = total.argmax()
    for row in range(len(logs) - 1, 0, -1):
        path[row - 1] = back[row, path[row]]
    return path


def spans_of(
    path: NDArray[np.int64], logs: NDArray[np.float64], labels: Sequence[str]
) -> list[LabelSpan]:
    """Names in a label sequence; the score is that of all its labels and of ending where it ends.

    >>> logs = np.log([[0.1, 0.9, 1e-9], [0.8, 0.1, 0.1]])
    >>> [(s.first, s.last, s.kind, round(s.score, 2))
    ...  for s in spans_of(np.array([1, 0]), logs, ["O", "B-PER", "I-PER"])]
    [(0, 0, 'PER', 0.81)]
    """
    spans = []
    for first in np.flatnonzero([labels[number].startswith("B-") for number in path]):
        kind, last = labels[path[first]][2:], int(first)
        inside = labels.index(f"I-{kind}")
        while last + 1 < len(path) and path[last + 1] == inside:
            last += 1
        score = float(np.exp(logs[np.arange(first, last + 1), path[first : last + 1]].sum()))
        if last + 1 < len(path):
            score *= 1.0 - float(np.exp(logs[last + 1, inside]))
        spans.append(LabelSpan(int(first), last, kind, score))
    return spans
