"""Keys in columns find what a dictionary finds, and slim candidates lose nothing that is asked."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from actors.resolve import Candidate, resolve
from actors.resolve.columns import SharedKeys
from actors.resolve.slim import parted

keys = st.tuples(st.sampled_from("ab"), st.text(max_size=2))


@settings(deadline=None)
@given(st.lists(st.tuples(keys, st.integers(0, 99))))
def test_columns_answer_as_a_dictionary_does(pairs: list[tuple[tuple[str, str], int]]) -> None:
    table: dict[tuple[str, str], list[int]] = defaultdict(list)
    for key, number in pairs:
        table[key].append(number)
    shared = SharedKeys(pairs)
    assert {key: shared.under(key) for key in table} == table
    assert shared.under(("c", "never")) == []
    several = [numbers for numbers in table.values() if len(numbers) > 1]
    assert sorted(shared.together()) == sorted(several)


def test_words_of_a_key_are_not_run_together() -> None:
    shared = SharedKeys([(("ab", "c"), 1), (("a", "bc"), 2)])
    assert (shared.under(("ab", "c")), list(shared.together())) == ([1], [])


def test_who_stands_beside_a_country_is_left_out_and_beside_a_person_kept() -> None:
    peru = Candidate("d:e0", "d", "Peru", "country", None, (("iso3166", "PE"),), neighbours=("X",))
    rosa = Candidate("d:e1", "d", "Quint", "person", roles=("envoy",), neighbours=("Peru",))
    police = Candidate("d:e2", "d", "police", "group", None, (("unnamed", "police"),))
    named, nameless = parted([peru, rosa, police])
    assert {one.key: one.neighbours for one in named} == {"d:e0": (), "d:e1": ("Peru",)}
    assert rosa in named
    assert [one.key for one in nameless] == ["d:e2"]


def test_a_body_without_identifier_keeps_what_tells_it_from_others() -> None:
    body = Candidate("d:e", "d", "NDC", "organisation", neighbours=("Accra",), roles=("party",))
    assert parted([body])[0] == [body]


def test_equal_words_of_many_candidates_are_one_object() -> None:
    made = [
        Candidate(f"{n}:e", f"{n}", "".join(["Ros", "a"]), "person", neighbours=(f"Per{'u'}", n))
        for n in "ab"
    ]
    [one, other], _ = parted(made)
    assert one.name is other.name
    assert one.neighbours[0] is other.neighbours[0]


def test_only_what_is_compared_becomes_a_cluster() -> None:
    apart = [Candidate(f"{n}:e", f"{n}", f"Orla V{n}m", "person") for n in "abc"]
    found = resolve(apart)
    assert [actor.members for actor in found.actors] != []
    assert sum(len(actor.members) for actor in found.actors) == 3
