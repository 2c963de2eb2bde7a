"""Whom a decision means: a key before an identifier, that before a name, that before an alias."""

from __future__ import annotations

import pytest

from actors.resolve.decided import Decided, matching
from actors.resolve.naming import Group
from actors.resolve.records import Candidate
from actors.types import Judgement, Rule


def group(key: str, name: str, **about: object) -> Group:
    document = key.partition(":")[0]
    return Group((Candidate(key, document, name, "organisation"),), **about)  # type: ignore[arg-type]


RIA = group("d1:e0", "RIA Novosti")
TASS = group("d2:e0", "TASS", set_identifiers=(("wikidata", "Q223799"),))
OTHER = group("d3:e0", "TASS")
RENAMED = group("d4:e0", "Interfax", set_name="Agency")
EVERYBODY = (RIA, TASS, OTHER, RENAMED)
RULE = Rule("rename", "TASS", because="told", by="A.", place="curation.yaml, line 3")


def test_the_key_of_an_entity_means_its_actor() -> None:
    assert matching(EVERYBODY, "d3:e0") == [OTHER]


@pytest.mark.parametrize("written", ["wikidata:Q223799", "wikidata: Q223799"])
def test_an_identifier_means_whoever_has_it(written: str) -> None:
    assert matching(EVERYBODY, written) == [TASS]


@pytest.mark.parametrize("written", ["RIA Novosti", "ria novosti"])
def test_case_makes_no_difference_to_a_name(written: str) -> None:
    assert matching(EVERYBODY, written) == [RIA]


def test_who_is_called_so_comes_before_who_was_called_so() -> None:
    assert matching(EVERYBODY, "Agency") == [RENAMED]
    called = group("d5:e0", "Interfax")
    assert matching((RENAMED, called), "Interfax") == [called]


def test_a_name_that_is_only_an_alias_is_enough() -> None:
    assert matching((RIA, RENAMED), "Interfax") == [RENAMED]


def test_one_actor_is_found_without_a_word() -> None:
    decided = Decided(list(EVERYBODY))
    assert decided.one(RULE, "RIA Novosti") is RIA
    assert decided.warnings == []


def test_nobody_and_several_are_told_with_the_place_of_the_decision() -> None:
    decided = Decided(list(EVERYBODY))
    assert decided.one(RULE, "Reuters") is None
    assert decided.one(RULE, "TASS") is None
    nobody, several = decided.warnings
    assert nobody == "curation.yaml, line 3: rename: nobody is called “Reuters”"
    keys = ", ".join(sorted((TASS.key, OTHER.key)))
    assert several.endswith(f"“TASS” are 2 actors; give the key of one: {keys}")


def test_a_group_is_replaced_and_no_other_that_looks_alike() -> None:
    decided = Decided([TASS, OTHER])
    decided.replace(OTHER, [RIA, RENAMED])
    assert decided.groups == [TASS, RIA, RENAMED]
    decided.replace(TASS, [])
    assert decided.groups == [RIA, RENAMED]


def test_a_judgement_says_that_a_person_made_it_and_why() -> None:
    decided = Decided([])
    decided.judge(RULE, "d1:e0", "d2:e0", "same")
    assert decided.judgements == [Judgement("d1:e0", "d2:e0", "same", "person", "told (A.)")]
