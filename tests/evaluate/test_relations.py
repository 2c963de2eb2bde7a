"""Scores of relations, counted by hand."""

from __future__ import annotations

from typing import Any

import pytest

from actors.evaluate import annotated, relations
from actors.evaluate.compared import compare
from actors.evaluate.tally import Tallies, Tally
from tests.evaluate.marked import document, record

TEXT = "[Peru|P|c] met [Chile|C|c], [Ana|A] and [Bo|B]"
TYPES = ["accuse", "aid", "consult", "cooperate", "leads"]


def counted(gold: tuple[str, ...], read: tuple[str, ...], **more: Any) -> Tallies:
    ours = document(TEXT, *gold, **{"relation_types": TYPES, **more})
    return relations.tallies(compare(ours, document(TEXT, *read)))


def test_source_type_and_target_have_to_be_right() -> None:
    found = counted(("P accuse C", "A leads P"), ("P accuse C", "A leads C", "C aid P"))
    assert found["relations, typed"] == Tally(1, 3, 1, 2)
    assert found["relations, leads"] == Tally(0, 1, 0, 1)
    # the pairs read are P-C (twice) and A-C; those of the gold P-C and A-P
    assert found["relations, pairs"] == Tally(1, 2, 1, 2)


def test_a_relation_counts_once_however_often_it_is_stated() -> None:
    found = counted(("P accuse C", "P accuse C"), ("P accuse C",) * 3)
    assert found["relations, typed"] == Tally(1, 1, 1, 1)


def test_the_wrong_way_round_is_wrong() -> None:
    found = counted(("P accuse C",), ("C accuse P",))
    assert found["relations, typed"] == Tally(0, 1, 0, 1)
    assert found["relations, pairs"] == Tally(1, 1, 1, 1)
    assert found["relations, direction of pairs"] == Tally(0, 1)


def test_a_meeting_has_no_direction() -> None:
    assert counted(("P consult C",), ("C consult P",))["relations, typed"] == Tally(1, 1, 1, 1)


@pytest.mark.parametrize(("symmetric", "right"), [(True, 1), (False, 0)])
def test_others_have_none_if_the_annotator_says_so(symmetric: bool, right: int) -> None:
    gold = record(TEXT, "P cooperate C", relation_types=TYPES)
    gold["relations"][0]["symmetric"] = symmetric
    found = relations.tallies(compare(annotated(gold), document(TEXT, "C cooperate P")))
    assert found["relations, typed"] == Tally(right, 1, right, 1)


def test_another_type_is_right_if_the_annotator_accepts_it() -> None:
    gold = record(TEXT, "P accuse C", relation_types=["accuse"])
    gold["relations"][0]["also"] = ["reject"]
    found = relations.tallies(compare(annotated(gold), document(TEXT, "P reject C")))
    assert found["relations, typed"] == Tally(1, 1, 1, 1)


def test_types_that_are_not_annotated_count_neither_way() -> None:
    found = counted(("P accuse C", "A owns P"), ("P accuse C", "P sanction C"))
    assert found["relations, typed"] == Tally(1, 1, 1, 1)


@pytest.mark.parametrize("aside", ["negated", "background"])
def test_what_is_denied_or_implied_is_no_claim(aside: str) -> None:
    read = record(TEXT, "P aid C")
    read["relations"][0][aside] = True
    gold = document(TEXT, "P accuse C", relation_types=TYPES)
    found = relations.tallies(compare(gold, annotated(read)))
    assert found["relations, typed"] == Tally(0, 0, 0, 1)


def test_a_stranger_is_charged_unless_only_pairs_are_marked() -> None:
    gold, read = ("P accuse C",), ("P accuse C", "P accuse Zed")
    assert counted(gold, read)["relations, typed"] == Tally(1, 2, 1, 1)
    assert counted(gold, read)["relations, pairs"] == Tally(1, 2, 1, 1)
    pairs = counted(gold, (*read, "A aid B"), relation_scope="pair")
    assert pairs["relations, typed"] == Tally(1, 1, 1, 1)


def test_signs_are_compared_on_pairs_that_both_tie() -> None:
    found = counted(
        ("P accuse C -", "A aid B +", "A leads P"), ("P accuse C -", "A aid B -", "A leads P +")
    )
    assert found["relations, sign of pairs"] == Tally(1, 2)


def test_a_corrected_reading_needs_nothing_that_is_no_claim() -> None:
    whole = record(TEXT, "P accuse C", "A leads P", "A aid B", format=1)
    whole["relations"][1]["background"] = True
    whole["relations"][2]["negated"] = True
    one = annotated(whole)
    assert relations.tallies(compare(one, one))["relations, typed"] == Tally(1, 1, 1, 1)


def test_misses_say_what_was_read_in_its_place() -> None:
    gold = document(TEXT, "P accuse C", "A leads P", relation_types=TYPES)
    read = document(TEXT, "P aid C", "P accuse Zed")
    told = [(miss.what, miss.gold, miss.read) for miss in relations.misses(compare(gold, read))]
    assert told == [
        ("relation not read", "P -- accuse --> C", "aid"),
        ("relation not read", "A -- leads --> P", ""),
        ("relation wrong", "accuse", "P -- aid --> C"),
        ("relation wrong", "", "P -- accuse --> Zed"),
    ]


def test_a_miss_without_evidence_stands_where_both_are_named() -> None:
    gold = record("It rained. [Peru|P|c] slept. [Chile|C|c] hit [Peru|P|c].", "C accuse P")
    gold |= {"relation_types": TYPES}
    gold["relations"][0]["evidence"] = None
    [miss] = relations.misses(compare(annotated(gold), None))
    assert miss.at == gold["text"].index("Chile")
