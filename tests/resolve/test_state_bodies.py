"""Bodies that every state has are told apart, and named, by the state that documents give them."""

from __future__ import annotations

from actors.resolve import resolve
from actors.resolve.records import Candidate


def ministry(document: str, *states: str, name: str = "Foreign Ministry") -> Candidate:
    key = f"{document}:e0"
    return Candidate(key, document, name, "organisation", affiliations=states)


def test_ministries_of_two_states_are_two_and_say_so() -> None:
    found = resolve([ministry("d1", "Kenya"), ministry("d2", "Peru")])
    names = {actor.name for actor in found.actors}
    assert names == {"Foreign Ministry of Kenya", "Foreign Ministry of Peru"}


def test_a_ministry_of_one_state_is_one_however_it_is_written() -> None:
    one = ministry("d1", "Kenya")
    two = ministry("d2", name="Ministry of Foreign Affairs of Kenya")
    assert len(resolve([one, two]).actors) == 1


def test_a_state_with_an_article_keeps_it() -> None:
    [actor] = resolve([ministry("d1", "Philippines", name="Senate")]).actors
    assert actor.name == "Senate of the Philippines"
    assert actor.aliases == ("Senate",)


def test_a_body_of_no_state_or_of_two_keeps_its_name() -> None:
    found = resolve([ministry("d1"), ministry("d2", "Kenya", "Peru", name="Senate")])
    assert {actor.name for actor in found.actors} == {"Foreign Ministry", "Senate"}
