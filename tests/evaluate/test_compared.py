"""Whose actors are whose."""

from __future__ import annotations

from actors.evaluate import annotated
from actors.evaluate.compared import compare, normalised
from tests.evaluate.marked import document, record


def test_actors_are_alike_by_their_mentions() -> None:
    gold = document("[Ana|a] met [Bo|b]; [Lopez|a] left")
    read = document("[Ana|x] met [Bo|y]; [Lopez|y] left")
    # y shares one name with each; the words of both count alike, so the first one stays
    assert compare(gold, read).actors == {"x": "a", "y": "b"}


def test_a_name_outweighs_a_pronoun() -> None:
    gold = document("[Ana|a] said [she|a||pronoun] met [Bo|b]")
    read = document("Ana said [she|x||pronoun] met [Bo|x]")
    assert compare(gold, read).actors == {"x": "b"}


def test_a_people_counts_as_its_state() -> None:
    gold = record("[Peru|p|c] and [Peruvian|q|g] troops")
    gold["actors"][0] |= {"of": "p"} if gold["actors"][0]["id"] == "q" else {}
    gold["actors"][1] |= {"of": "p"} if gold["actors"][1]["id"] == "q" else {}
    found = compare(annotated(gold), document("[Peru|x|c] and [Peruvian|y|g] troops"))
    assert found.actors == {"x": "p", "y": "p"}


def test_actors_without_mentions_are_found_by_their_names() -> None:
    gold = record("Nobody is marked.")
    gold["actors"] = [
        {"id": "1", "name": "Barack Obama", "kind": "person"},
        {"id": "2", "name": "The Senate", "kind": "organisation"},
    ]
    read = record("Nobody is marked.")
    read["actors"] = [
        {"id": "x", "name": "President Obama", "kind": "person"},
        {"id": "y", "name": "Upper house", "aliases": ["senate"], "kind": "organisation"},
        {"id": "z", "name": "Obama", "kind": "organisation"},
    ]
    assert compare(annotated(gold), annotated(read)).actors == {"x": "1", "y": "2"}


def test_a_last_name_that_two_have_is_nobodys() -> None:
    gold, read = record("Nobody."), record("Nobody.")
    names = ("Ana Lopez", "Bo Lopez")
    gold["actors"] = [{"id": name, "name": name, "kind": "person"} for name in names]
    read["actors"] = [{"id": "x", "name": "Lopez", "kind": "person"}]
    assert compare(annotated(gold), annotated(read)).actors == {}


def test_names_are_compared_without_titles_accents_and_marks() -> None:
    assert normalised("The  Élysée's") == "elysee"
    assert normalised("Sen. O'Neil-Smith") == "o neil smith"


def test_what_was_not_read_has_nothing_in_it() -> None:
    found = compare(document("[Ana|a]"), None)
    assert (found.theirs, found.actors) == ((), {})
