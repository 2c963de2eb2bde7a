"""Disputes, with sides worked out by hand."""

from __future__ import annotations

from actors.analysis.disputes import disputes
from tests.report.networks import told


def sides(*ties: str) -> list[tuple[str, list[str], list[str]]]:
    return [
        (
            one.kind,
            [f"{each.source} {each.words} {each.target}" for each in one.holds],
            [f"{each.source} {each.words} {each.target}" for each in one.against],
        )
        for one in disputes(told(*ties))
    ]


def test_a_tie_that_is_stated_and_denied() -> None:
    found = sides("A aid + B | Wire | 2021-07-05", "A not aid + B | Post | 2021-07-04")
    assert found == [("denied", ["A helped B"], ["A did not help B"])]


def test_cooperation_and_conflict_of_one_pair_whoever_acts() -> None:
    found = sides("A aid + B | Wire", "B accuse - A | Post")
    assert found == [("both ways", ["A helped B"], ["B accused or criticised A"])]


def test_what_is_only_planned_contradicts_nothing() -> None:
    assert sides("A aid + B | Wire", "A assault - B | Wire | | planned") == []
    assert sides("A aid + B | Wire | | planned", "A not aid + B | Wire") == []


def test_other_types_other_ways_and_other_pairs_are_no_denial() -> None:
    assert sides("A aid + B | Wire", "A not support + B | Post") == []
    assert sides("A aid + B | Wire", "B not aid + A | Post") == []
    assert sides("A aid + B | Wire", "A not aid + C | Post") == []


def test_two_statements_of_one_sentence_are_no_dispute() -> None:
    graph = told("A aid + B | Wire", "A accuse - B | Wire")
    for *_, about in graph.edges(data=True):
        about["evidence"][0].update(document="d", origin="d:0", start=3, end=9)
    assert disputes(graph) == []


def test_denials_come_first_and_one_actor_has_its_own() -> None:
    graph = told(
        *("A aid + B | Wire", "A accuse - B | Post", "A accuse - B | Globe"),
        *("C aid + D | Wire", "C not aid + D | Post"),
    )
    assert [one.pair for one in disputes(graph)] == [("C", "D"), ("A", "B")]
    assert [one.pair for one in disputes(graph, "B")] == [("A", "B")]


def test_a_reprint_is_no_second_witness() -> None:
    graph = told("A aid + B | Wire", "A aid + B | Post", "A not aid + B | Globe")
    for one in graph.edges["A", "B", ("aid", False)]["evidence"]:
        one["origin"] = "d0:0"
    [found] = disputes(graph)
    assert [one.voice for one in found.holds] == ["Wire"]


def test_one_sentence_against_many_comes_last() -> None:
    many = [f"A aid + B | Wire{number}" for number in range(5)]
    graph = told(*many, "A not aid + B | Post", "C aid + D | Wire", "C accuse - D | Post")
    first, last = disputes(graph)
    assert (first.pair, first.kind, first.lone) == (("C", "D"), "both ways", False)
    assert (last.pair, last.kind, last.lone) == (("A", "B"), "denied", True)
