"""People beat rules: what decisions do to the actors that rules found."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors.resolve import Candidate, Resolution, resolve
from actors.resolve.curation import parse
from actors.types import Rule

CORPUS = [
    Candidate("d1:e0", "d1", "Zamir Kabulov", "person"),
    Candidate("d1:e1", "d1", "RIA Novosti", "organisation"),
    Candidate("d2:e0", "d2", "Bakhtiyor Kabulov", "person"),
    Candidate("d2:e1", "d2", "Taliban", "group"),
    Candidate("d3:e0", "d3", "Kabulov", "person"),
    Candidate("d3:e1", "d3", "Tajikistan", "country", identifiers=(("iso3166", "TJ"),)),
    Candidate("d4:e0", "d4", "Zamir Kabulov", "person"),
    Candidate("d4:e1", "d4", "Novosti Agency", "organisation"),
]


def decided(text: str) -> Resolution:
    return resolve(CORPUS, parse(text))


def members(found: Resolution, name: str) -> list[tuple[str, ...]]:
    return [actor.members for actor in found.actors if actor.name == name]


def test_a_merge_beats_the_doubt_of_the_rules() -> None:
    assert members(decided(""), "Kabulov") == [("d3:e0",)]
    found = decided("- merge: [Zamir Kabulov, d3:e0]\n  because: the envoy")
    assert members(found, "Zamir Kabulov") == [("d1:e0", "d3:e0", "d4:e0")]
    judged = [one for one in found.judgements if one.by == "person"]
    assert [(one.verdict, one.why) for one in judged] == [("same", "the envoy")]


def test_a_split_takes_a_document_or_a_name_out() -> None:
    found = decided("- split: Zamir Kabulov\n  off: [d4]")
    assert sorted(members(found, "Zamir Kabulov")) == [("d1:e0",), ("d4:e0",)]
    assert len({actor.key for actor in found.actors}) == len(found.actors)


def test_the_newest_decision_wins() -> None:
    merged = "- merge: [RIA Novosti, Novosti Agency]\n"
    split = "- split: RIA Novosti\n  off: [Novosti Agency]\n"
    assert members(decided(merged + split), "RIA Novosti") == [("d1:e1",)]
    again = decided(merged + split + merged)
    assert ("d1:e1", "d4:e1") in [actor.members for actor in again.actors]


def test_actors_are_renamed_retyped_and_identified() -> None:
    found = decided(
        "- rename: Taliban\n  to: Afghan Taliban\n"
        "- retype: Afghan Taliban\n  kind: organisation\n  subtype: armed_group\n"
        "- identify: Afghan Taliban\n  with: {wikidata: Q42418}\n"
        "- rename: wikidata:Q42418\n  to: The Taliban\n"
    )
    (actor,) = [one for one in found.actors if one.name == "The Taliban"]
    assert (actor.kind, actor.subtype) == ("organisation", "armed_group")
    assert actor.identifiers == (("wikidata", "Q42418"),)
    assert actor.aliases == ("Taliban",)


def test_a_set_identifier_replaces_the_one_that_was_read() -> None:
    found = decided("- identify: iso3166:TJ\n  with: {iso3166: TM}")
    (actor,) = [one for one in found.actors if one.kind == "country"]
    assert actor.identifiers == (("iso3166", "TM"),)


@pytest.mark.parametrize("about", ["RIA Novosti", "{string: RIA Novosti}", "{pattern: ^RIA}"])
def test_ignored_actors_are_gone(about: str) -> None:
    found = decided(f"- ignore: {about}")
    assert members(found, "RIA Novosti") == []
    assert "d1:e1" not in found.members


def test_a_pinned_actor_keeps_to_its_names() -> None:
    merged = "- merge: [RIA Novosti, Novosti Agency]\n"
    found = decided(merged + "- pin: RIA Novosti\n  names: [RIA Novosti]")
    assert members(found, "RIA Novosti") == [("d1:e1",)]
    assert members(found, "Novosti Agency") == [("d4:e1",)]


def test_a_pinned_actor_has_all_that_is_called_by_its_names() -> None:
    found = decided("- pin: Zamir Kabulov\n  names: [Zamir Kabulov, Kabulov]")
    assert members(found, "Zamir Kabulov") == [("d1:e0", "d3:e0", "d4:e0")]
    merged = "- merge: [Zamir Kabulov, Bakhtiyor Kabulov]\n"
    again = decided(merged + "- pin: Bakhtiyor Kabulov\n  names: [Bakhtiyor Kabulov]")
    assert sorted(actor.members for actor in again.actors if "Kabulov" in actor.name) == [
        ("d1:e0", "d4:e0"),
        ("d2:e0",),
        ("d3:e0",),
    ]


def test_an_actor_is_added_by_hand_once() -> None:
    text = "- add_actor: Wagner\n  kind: organisation\n  identifiers: {wikidata: Q1}\n"
    (actor,) = [one for one in decided(text + text).actors if one.name == "Wagner"]
    assert actor.identifiers == (("wikidata", "Q1"),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- rename: Nobody\n  to: X", "line 1: rename: nobody is called “Nobody”"),
        ("- merge: [RIA Novosti, Nobody]", "nobody is called “Nobody”"),
        ("- split: Nobody\n  off: [a]", "nobody is called “Nobody”"),
        ("- pin: Nobody\n  names: [a]", "nobody is called “Nobody”"),
        ("- pin: Taliban\n  names: [X]", "none of the entities"),
        ("- identify: Nobody\n  with: {a: b}", "nobody is called “Nobody”"),
        ("- ignore: {pattern: ^X}", "nobody is called “^X”"),
        ("- split: Taliban\n  off: [X]", "none of the entities"),
        ("- split: Taliban\n  off: [Taliban]", "all of the entities"),
    ],
)
def test_decisions_that_match_nothing_are_reported(text: str, told: str) -> None:
    (warning,) = decided(text).warnings
    assert told in warning


def test_a_name_of_several_actors_asks_for_a_key() -> None:
    found = decided("- split: Zamir Kabulov\n  off: [d4]\n- rename: Zamir Kabulov\n  to: X")
    assert "are 2 actors; give the key of one" in found.warnings[0]


def test_decisions_about_relations_are_left_to_the_network() -> None:
    found = decided("- reject: {source: Russia, target: Taliban}")
    assert found.warnings == ()


NAMES = ["Zamir Kabulov", "Bakhtiyor Kabulov", "d3:e0", "RIA Novosti", "Taliban", "Novosti Agency"]
PINS = st.sampled_from(NAMES).map(lambda one: Rule("pin", one, {"names": [one, "Kabulov"]}))
MERGES = st.lists(st.sampled_from(NAMES), min_size=2, max_size=3).map(
    lambda all: Rule("merge", all)
)
SPLITS = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).map(
    lambda pair: Rule("split", pair[0], {"off": [pair[1]]})
)


@given(st.lists(st.one_of(MERGES, SPLITS, PINS), max_size=6))
@settings(max_examples=150, deadline=None)
def test_decisions_never_lose_or_double_an_entity(rules: list[Rule]) -> None:
    found = resolve(CORPUS, rules)
    held = [member for actor in found.actors for member in actor.members]
    assert sorted(held) == sorted(one.key for one in CORPUS)
    assert found == resolve(list(reversed(CORPUS)), rules)
