"""Precision, recall, F1 and rank correlation of a corpus, with intervals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.evaluate.network import Degrees
from actors.evaluate.scores import as_record, rows, spearman
from actors.evaluate.tally import Tally


def test_scores_are_ratios_of_sums_over_documents() -> None:
    [row] = rows([{"x": Tally(1, 2, 1, 4)}, {"x": Tally(3, 4, 3, 4)}])
    assert row.precision
    assert row.recall
    assert row.f1
    assert (row.precision.value, row.recall.value) == (4 / 6, 4 / 8)
    assert row.f1.value == pytest.approx(2 * (4 / 6) * (1 / 2) / (4 / 6 + 1 / 2))


def test_what_is_asked_one_way_has_one_score() -> None:
    accuracy, recall = rows([{"a": Tally(1, 2), "b": Tally(found=1, gold=2)}])
    assert accuracy.precision is not None
    assert accuracy.recall is None
    assert accuracy.f1 is None
    assert recall.precision is None
    assert recall.recall is not None


def test_a_document_that_lacks_something_counts_nothing_there() -> None:
    _, row = rows([{"a": Tally(1, 1, 1, 1)}, {"b": Tally(1, 2, 1, 1)}])
    assert row.precision
    assert row.precision.value == 0.5


def test_the_interval_is_that_of_drawing_documents_again() -> None:
    # Of two documents one is all right and one all wrong. Drawing two again gives 0 and 1 in a
    # quarter of the draws each: both ends of the middle 95 %.
    [row] = rows([{"x": Tally(1, 1, 1, 1)}, {"x": Tally(0, 1, 0, 1)}])
    assert row.precision
    assert (row.precision.low, row.precision.high) == (0.0, 1.0)
    alike = [{"x": Tally(3, 4, 3, 4)}] * 5
    assert rows(alike)[0].precision == rows(alike)[0].recall
    assert (rows(alike)[0].precision or row.precision).low == 0.75


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=6))
def test_an_interval_holds_and_lies_between_0_and_1(counts: list[tuple[int, int]]) -> None:
    documents = [{"x": Tally(min(a, b), b, min(a, b), b)} for a, b in counts]
    for one in (each.f1 for each in rows(documents, replicates=50)):
        if one:
            assert one.low is not None
            assert one.high is not None
            assert 0 <= one.low <= one.high <= 1


def test_rank_correlation_over_all_documents() -> None:
    # sums: a 6 and 5, b 3 and 6, c 1 and 1: ranks 3 2 1 and 2 3 1, rho = 1 - 6 * 2 / 24 = .5
    documents: list[Degrees] = [{"a": (4, 3), "b": (3, 6)}, {"a": (2, 2), "c": (1, 1)}]
    row = spearman(documents)
    assert row
    assert row.spearman
    assert row.spearman.value == pytest.approx(0.5)
    assert row.gold == 3


def test_two_actors_have_no_ranks_worth_comparing() -> None:
    assert spearman([{"a": (1, 1), "b": (2, 2)}]) is None
    assert spearman([]) is None


def test_the_same_degree_everywhere_is_no_correlation() -> None:
    row = spearman([{"a": (1, 1), "b": (1, 2), "c": (1, 3)}])
    assert row
    assert row.spearman
    assert row.spearman.value == 0


def test_a_record_has_every_number_by_name() -> None:
    [row] = rows([{"x": Tally(1, 3, 1, 2)}])
    told = as_record(row)
    assert (told["scored"], told["precision"], told["recall"]) == ("x", 0.3333, 0.5)
    assert told["spearman"] is None
    assert (told["predicted"], told["gold"]) == (3, 2)


def test_rows_of_single_kinds_and_types_are_details() -> None:
    names = ("names", "names, typed", "names, person", "relations, typed", "relations, accuse")
    found = rows([dict.fromkeys(names, Tally(1, 1, 1, 1))])
    assert [row.scored for row in found if row.detail] == ["names, person", "relations, accuse"]
