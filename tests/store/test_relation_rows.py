"""Stated relations: whose, when, in which sentences; and of whom too little is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actors.store.doubtful import actors_of_several_kinds, unstated_bodies
from actors.store.relations import RelationRow, ends_of_relations, relation_rows
from actors.types import Actor, Extract, Span
from tests.network.corpora import ONE, THREE, TWO, actor, says, study
from tests.store.records import READING, extract


def test_a_row_has_the_ends_the_day_and_the_sentence() -> None:
    with study(relations={ONE: (says(ONE, 0, 0, 1),)}) as store:
        (row,) = relation_rows(store)
    ends = f"{ONE.key}:a", f"{ONE.key}:b"
    told = ("accuse", "-", False, "asserted", 1.0, "2021-07-01", 0, 10)
    where = (0, ONE.key, "")
    assert row == RelationRow(ONE.key, "r0", *ends, *told, *where)


def test_newest_documents_come_first_and_those_without_a_day_last() -> None:
    found = {
        ONE: (says(ONE, 0, 3, 4, sentence=3), says(ONE, 1, 0, 1)),
        TWO: (says(TWO, 0, 0, 1),),
        THREE: (says(THREE, 0, 0, 1),),
    }
    with study(relations=found) as store:
        rows = relation_rows(store)
    assert [(row.document, row.id) for row in rows] == [
        (TWO.key, "r0"),
        (ONE.key, "r1"),  # its sentence is the earlier one
        (ONE.key, "r0"),
        (THREE.key, "r0"),
    ]
    assert [row.happened for row in rows] == ["2021-07-03", "2021-07-01", "2021-07-01", ""]


def test_what_the_text_says_of_the_time_beats_the_day_of_the_document() -> None:
    with study(relations={ONE: (says(ONE, 0, 0, 1, date="2019-03"),)}) as store:
        assert [row.happened for row in relation_rows(store)] == ["2019-03"]


def test_words_that_run_over_two_sentences_have_both() -> None:
    with study(relations={ONE: (says(ONE, 0, 0, 2, evidence=Span(ONE.key, 6, 14)),)}) as store:
        (row,) = relation_rows(store)
    assert (row.start, row.end) == (0, 20)


@pytest.mark.parametrize(
    ("negated", "modality", "not_so"),
    [
        (False, "asserted", False),
        (True, "asserted", True),
        (False, "denied", True),
        (True, "denied", False),  # who denies that it is not so says that it is
    ],
)
def test_a_denial_turns_round_what_is_said(negated: bool, modality: str, not_so: bool) -> None:
    told = says(ONE, 0, 0, 1, negated=negated, modality=modality)
    with study(relations={ONE: (told,)}) as store:
        assert [row.negated for row in relation_rows(store)] == [not_so]


def test_what_tables_imply_is_no_row() -> None:
    with study(relations={ONE: (says(ONE, 0, 0, 1, basis="background"),)}) as store:
        assert relation_rows(store) == []


def test_relations_are_found_by_document_and_number() -> None:
    found = {ONE: (says(ONE, 0, 0, 1), says(ONE, 1, 3, 4, sentence=3)), TWO: (says(TWO, 0, 0, 2),)}
    with study(relations=found) as store:
        assert ends_of_relations(store, ["1.txt#r0"]) == {"a", "b"}
        assert ends_of_relations(store, ["1.txt#r1", "2.txt#r0"]) == {"a", "c"}
        assert ends_of_relations(store, ["1.txt#r7", "7.txt#r0", "1.txt"]) == set()
        assert ends_of_relations(store, []) == set()


def of_kind(found: Extract, kinds: list[str]) -> Extract:
    """An extract whose mentions are of some kinds, in their order."""
    pairs = zip(found.mentions, kinds, strict=True)
    return replace(found, mentions=tuple(replace(one, kind=kind) for one, kind in pairs))


def test_an_actor_read_as_several_kinds_is_told_with_its_counts() -> None:
    whole, other = actor("x", (ONE, "a"), (TWO, "a")), actor("y", (ONE, "b"))
    with study({ONE: [], TWO: []}, actors=()) as store:
        first = of_kind(extract(ONE, [("a", 0), ("a", 1), ("b", 1)]), ["group", "group", "person"])
        second = of_kind(extract(TWO, [("a", 0), ("a", 1)]), ["person", "place"])
        store.add_extracts([first, second], READING)
        store.replace_resolution([], [whole, other])
        assert actors_of_several_kinds(store) == [("x", "X", {"group": 2, "person": 1})]
        known = replace(whole, identifiers=(("wikidata", "Q1"),))
        store.replace_resolution([], [known, other])
        assert actors_of_several_kinds(store) == []


def test_bodies_that_nothing_identifies_are_told_with_their_mentions() -> None:
    member = f"{ONE.key}:b"
    body = Actor("m", "Interior Ministry", "organisation", members=(member,))
    known = Actor("n", "NATO", "organisation", identifiers=(("igo", "NATO"),))
    with study(actors=(body, known)) as store:
        assert unstated_bodies(store) == [("m", "Interior Ministry", 2)]
