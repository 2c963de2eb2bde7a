"""Who is for and who against what, by hand."""

from __future__ import annotations

import pytest

from actors import Study
from actors.analysis.positions import about_issues, about_others, discourses
from actors.stakeholders import parse_issue
from tests.report.networks import told


def positions(*ties: str) -> list[tuple[str, str, bool]]:
    return [(one.actor, str(one.target), one.agrees) for one in about_others(told(*ties))]


def test_support_is_for_and_conflict_against() -> None:
    found = positions("A aid + B | Wire", "A accuse - C | Wire", "A request 0 D | Wire")
    assert found == [("A", "B", True), ("A", "C", False)]


@pytest.mark.parametrize("modality", ["planned", "demanded", "possible", "conditional"])
def test_what_is_not_so_is_no_position(modality: str) -> None:
    assert positions(f"A aid + B | Wire | | {modality}", "A not accuse - C | Wire") == []


def test_of_a_tie_only_the_sentences_that_assert_it_count_and_a_reprint_once() -> None:
    graph = told("A aid + B | Wire", "A aid + B | Post", "A aid + B | Globe | | planned")
    graph.edges["A", "B", ("aid", False)]["evidence"][1]["origin"] = "d0:0"
    assert [one.at for one in about_others(graph)] == [0]


def test_what_holds_both_ways_is_a_position_of_each() -> None:
    graph = told("A agree + B | Wire")
    graph.edges["A", "B", ("agree", False)]["directed"] = False
    assert [(one.actor, one.target) for one in about_others(graph)] == [("A", "B"), ("B", "A")]


def test_an_issue_is_what_sentences_about_it_state(study: Study) -> None:
    graph = study.graph()
    issue = parse_issue("refugees=refugee*")
    with study.store() as store:
        found = list(about_issues(store, graph, [issue]))
    assert found
    for one in found:
        assert one.tie is not None
        assert one.concept == "refugees"
        sentence = graph.edges[one.tie]["evidence"][one.at]
        assert "refugee" in sentence["text"].casefold()
        assert one.agrees == (graph.edges[one.tie]["sign"] == "+")


def test_stances_of_whole_documents_stand_beside_and_repeat_no_tie(study: Study) -> None:
    graph = study.graph()
    with study.store() as store:
        [others] = discourses(store, graph)
        [fewer] = discourses(store, graph, stances=False)
    whole = [one for one in others.positions if one.tie is None]
    assert len(others.positions) == len(fewer.positions) + len(whole)
    assert all(one.text and one.where for one in whole)
