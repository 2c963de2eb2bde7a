"""Core ties and events, counted by hand."""

from __future__ import annotations

from typing import Any

from actors.evaluate import annotated, core
from actors.evaluate.annotated import AnnotatedDocument
from actors.evaluate.tally import Tally
from tests.evaluate.marked import document, record

TEXT = "[Ana|A] leads [Delta|D|o]. [Peru|P|c] hit [the rebels|R|g|nominal]. [Ana|A] met [Bo|B]."


def gold(*core: bool, **changed: Any) -> AnnotatedDocument:
    whole = record(TEXT, "A leads D", "P assault R", "A consult B")
    for one, is_core in zip(whole["relations"], core, strict=True):
        one |= {"core": is_core, "also": []}
    whole["actors"] = [{**one, "unnamed": one["id"] == "R"} for one in whole["actors"]]
    return annotated({**whole, **changed})


def test_precision_is_over_all_that_is_annotated_and_recall_over_the_core() -> None:
    read = document(TEXT, "A leads D", "B consult A", "A accuse P", "P assault Zed")
    found = core.tallies(gold(True, True, False), read)
    assert found["ties"] == Tally(1, 1, 1, 1)
    # events read between known actors: a meeting (right, either way round), an accusation
    assert found["events"] == Tally(1, 2, 1, 2)
    assert found["core events"] == Tally(0, 0, 0, 1)
    assert found["core relations"] == Tally(0, 0, 1, 2)


def test_events_between_names_leave_out_who_has_none() -> None:
    found = core.tallies(gold(True, True, True), document(TEXT))
    assert found["core events"].gold == 2
    assert found["core events between names"].gold == 1


def test_a_pair_counts_whatever_is_read_of_it() -> None:
    found = core.tallies(gold(True, True, False), document(TEXT, "R accuse P"))
    assert found["core events"] == Tally(0, 0, 0, 1)
    assert found["core events, pairs"] == Tally(0, 0, 1, 1)
    assert found["events, pairs"] == Tally(1, 1, 1, 2)


def test_what_is_read_behind_the_annotated_part_is_left_aside() -> None:
    found = core.tallies(gold(True, True, True, evaluate=[[0, 1]]), document(TEXT, "A leads D"))
    assert found["ties"].predicted == 1
    later = record(TEXT, "A leads D")
    later["relations"][0]["evidence"] = [1, 5]
    found = core.tallies(gold(True, True, True, evaluate=[[0, 1]]), annotated(later))
    assert found["ties"].predicted == 0


def test_gold_that_does_not_say_what_is_core_gives_nothing() -> None:
    assert core.tallies(document(TEXT, "A leads D"), None) == {}
