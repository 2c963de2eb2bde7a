"""Scores of stances, counted by hand."""

from __future__ import annotations

from actors.evaluate import annotated, stances
from actors.evaluate.compared import compare
from actors.evaluate.tally import Tally
from tests.evaluate.marked import document, record

TEXT = "[Ana|A], [Bo|B], [Chile|C|c] and [Delta|D|o]"
STANCE = {"relation_types": ["stance"]}


def test_a_pair_has_the_sign_of_most_of_its_relations() -> None:
    gold = document(TEXT, "A stance B +", "A stance B -", "A stance B -", **STANCE)
    read = document(TEXT, "A aid B +", "A accuse B -", "A accuse B -")
    assert stances.tallies(compare(gold, read))["stances"] == Tally(1, 1, 1, 1)


def test_a_clear_sign_comes_before_a_neutral_one() -> None:
    gold = document(TEXT, "A stance B 0", "A stance B +", **STANCE)
    found = stances.tallies(compare(gold, document(TEXT, "A aid B +")))
    assert found["stances"] == Tally(1, 1, 1, 1)


def test_neutral_pairs_and_strangers_are_charged() -> None:
    gold = document(TEXT, "A stance B 0", "C stance D -", **STANCE)
    read = document(TEXT, "A aid B +", "A aid Zed +", "C consult D 0")
    assert stances.tallies(compare(gold, read))["stances"] == Tally(0, 2, 0, 1)


def test_direction_and_sign_are_asked_of_pairs_that_are_read() -> None:
    gold = document(TEXT, "A stance B +", "C stance D -", "A stance C -", **STANCE)
    read = document(TEXT, "B aid A +", "C aid D +")
    found = stances.tallies(compare(gold, read))
    assert found["stances, pairs"] == Tally(2, 2, 2, 3)
    assert found["stances, direction of pairs"] == Tally(1, 2)
    assert found["stances, sign of pairs"] == Tally(0, 1)


def test_topics_are_left_aside_where_they_are_told_apart() -> None:
    gold = record(TEXT, "A stance B +", "A stance D -", **STANCE)
    gold["relations"][0]["actor_actor"] = True
    gold["relations"][1]["actor_actor"] = False
    read = document(TEXT, "A aid B +", "A accuse D -", "C accuse D -")
    found = stances.tallies(compare(annotated(gold), read))
    assert found["stances"] == Tally(2, 3, 2, 2)
    assert found["stances between actors"] == Tally(1, 1, 1, 1)


def test_misses_have_both_signs() -> None:
    gold = document(TEXT, "A stance B +", "C stance D -", **STANCE)
    told = [
        (miss.gold, miss.read)
        for miss in stances.misses(compare(gold, document(TEXT, "A accuse B -")))
    ]
    assert told == [("A -- + --> B", "A -- - --> B"), ("C -- - --> D", "")]


def test_gold_with_types_has_no_stances() -> None:
    gold = document(TEXT, "A accuse B -", relation_types=["accuse"])
    assert stances.tallies(compare(gold, gold)) == {}
