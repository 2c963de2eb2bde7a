"""The best BIO sequence, worked out by hand or by trying every sequence."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from actors.neural.viterbi import allowed, best_path, log_softmax, spans_of

LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]
TABLE = allowed(LABELS)


def test_inside_may_only_follow_its_own_kind():
    assert TABLE[LABELS.index("B-PER"), LABELS.index("I-PER")]
    assert not TABLE[LABELS.index("B-ORG"), LABELS.index("I-PER")]
    assert not TABLE[LABELS.index("O"), LABELS.index("I-ORG")]


def test_log_softmax_of_equal_scores_is_even():
    assert np.allclose(np.exp(log_softmax(np.zeros((1, 4), dtype=np.float32))), 0.25)


def test_a_name_is_never_begun_by_inside():
    # Greedy would say I-PER, I-PER. B-PER I-PER has .3 x .9 = .27, O O only .2 x .05.
    logs = np.log([[0.2, 0.3, 0.5, 1e-9, 1e-9], [0.05, 0.05, 0.9, 1e-9, 1e-9]])
    assert [LABELS[one] for one in best_path(logs, LABELS, TABLE)] == ["B-PER", "I-PER"]


def test_no_words_no_labels():
    assert best_path(np.zeros((0, 5)), LABELS, TABLE).tolist() == []


def test_score_of_a_span_is_the_product_of_labels_and_of_its_end():
    # .9 (B) x .8 (I) x (1 - .1) for not going on: .648.
    logs = np.log(
        [[0.05, 0.9, 0.03, 0.01, 0.01], [0.1, 0.05, 0.8, 0.03, 0.02], [0.8, 0.05, 0.1, 0.03, 0.02]]
    )
    (span,) = spans_of(np.array([1, 2, 0]), logs, LABELS)
    assert (span.first, span.last, span.kind) == (0, 1, "PER")
    assert round(span.score, 3) == 0.648


def test_neighbouring_names_stay_two():
    logs = np.log(np.full((3, 5), 0.2))
    found = spans_of(np.array([1, 1, 3]), logs, LABELS)
    assert [(one.first, one.last, one.kind) for one in found] == [
        (0, 0, "PER"),
        (1, 1, "PER"),
        (2, 2, "ORG"),
    ]


def total(logs, path):
    legal = LABELS[path[0]][0] != "I" and all(TABLE[a, b] for a, b in pairwise(path))
    return sum(logs[row, label] for row, label in enumerate(path)) if legal else -np.inf


@given(st.lists(st.lists(st.floats(-5, 5), min_size=5, max_size=5), min_size=1, max_size=4))
def test_no_allowed_sequence_is_better(rows):
    logs = log_softmax(np.array(rows, dtype=np.float32))
    best = max(total(logs, path) for path in product(range(5), repeat=len(rows)))
    assert np.isclose(total(logs, best_path(logs, LABELS, TABLE)), best)
