"""Who is who over several documents: what is joined, what is kept apart, and why."""

from __future__ import annotations

import random
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from actors.resolve import Candidate, Resolution, resolve
from actors.types import Kind, Verdict

Spec = tuple[str, str, Kind]


def corpus(*specs: Spec) -> list[Candidate]:
    """Candidates from (document, name, kind)."""
    return [
        Candidate(f"{document}:e{number}", document, name, kind)
        for number, (document, name, kind) in enumerate(specs)
    ]


def together(found: Resolution) -> set[frozenset[str]]:
    return {frozenset(actor.members) for actor in found.actors}


def names(found: Resolution) -> list[str]:
    return sorted(actor.name for actor in found.actors)


def whys(found: Resolution, verdict: Verdict) -> list[str]:
    return [judged.why for judged in found.judgements if judged.verdict == verdict]


def people(*pairs: tuple[str, str]) -> Resolution:
    return resolve(corpus(*[(document, name, "person") for document, name in pairs]))


def bodies(*pairs: tuple[str, str]) -> Resolution:
    return resolve(corpus(*[(document, name, "organisation") for document, name in pairs]))


def test_no_candidates_give_no_actors() -> None:
    found = resolve([])
    assert (found.actors, found.judgements, dict(found.members)) == ((), (), {})


def test_the_same_identifier_joins_different_names() -> None:
    one = Candidate("d1:e0", "d1", "Russia", "country", identifiers=(("iso3166", "RU"),))
    two = Candidate(
        "d2:e0", "d2", "Russian Federation", "country", identifiers=(("iso3166", "RU"),)
    )
    found = resolve([one, two])
    assert len(found.actors) == 1
    assert whys(found, "same") == ["same identifier iso3166 RU: “Russia” and “Russian Federation”"]


def test_different_identifiers_keep_one_name_apart() -> None:
    one = Candidate("d1:e0", "d1", "Congo", "country", identifiers=(("iso3166", "CG"),))
    two = Candidate("d2:e0", "d2", "Congo", "country", identifiers=(("iso3166", "CD"),))
    assert len(resolve([one, two]).actors) == 2


def test_a_name_without_identifier_joins_the_one_that_has_it() -> None:
    one = Candidate("d1:e0", "d1", "Georgia", "country", identifiers=(("iso3166", "GE"),))
    two = Candidate("d2:e0", "d2", "Georgia", "country")
    assert len(resolve([one, two]).actors) == 1


def test_a_country_and_a_place_of_one_name_stay_apart() -> None:
    found = resolve(corpus(("d1", "Georgia", "country"), ("d2", "Georgia", "place")))
    assert len(found.actors) == 2


def test_organisations_are_joined_over_spelling_articles_and_legal_forms() -> None:
    found = bodies(
        ("d1", "Collective Security Treaty Organisation"),
        ("d2", "the Collective Security Treaty Organization"),
        ("d3", "Gazprom"),
        ("d4", "Gazprom PJSC"),
    )
    assert len(found.actors) == 2


def test_an_acronym_joins_the_long_form_that_its_letters_spell() -> None:
    found = bodies(("d1", "Shanghai Cooperation Organisation"), ("d2", "SCO"))
    assert names(found) == ["Shanghai Cooperation Organisation"]
    assert "initials of Shanghai Cooperation Organisation" in whys(found, "same")[0]


def test_an_acronym_of_two_bodies_stays_apart_and_says_so() -> None:
    found = bodies(
        ("d1", "Islamic Movement of Uzbekistan"),
        ("d2", "International Monetary Union"),
        ("d3", "IMU"),
    )
    assert len(found.actors) == 3
    assert all(why.startswith("ambiguous") for why in whys(found, "unsure"))


def test_common_names_are_not_joined_over_documents() -> None:
    assert len(bodies(("d1", "Foreign Ministry"), ("d2", "Foreign Ministry")).actors) == 2


def test_spellings_of_one_person_are_joined() -> None:
    assert names(people(("d1", "Sergei Lavrov"), ("d2", "Sergey Lavrov"))) == ["Sergei Lavrov"]


def test_given_names_that_differ_keep_people_apart() -> None:
    assert len(people(("d1", "George Bush"), ("d2", "Laura Bush")).actors) == 2


def test_a_lone_surname_goes_to_the_only_bearer_in_the_corpus() -> None:
    found = people(("d1", "Zamir Kabulov"), ("d2", "Kabulov"))
    assert names(found) == ["Zamir Kabulov"]
    assert "no other fits in the corpus" in whys(found, "same")[0]


def test_a_lone_surname_prefers_the_bearer_in_its_document() -> None:
    found = people(("d1", "Zamir Kabulov"), ("d1", "Kabulov"), ("d2", "Bakhtiyor Kabulov"))
    assert frozenset({"d1:e0", "d1:e1"}) in together(found)


def test_a_lone_surname_of_two_bearers_stays_apart_and_says_so() -> None:
    found = people(("d1", "George Bush"), ("d2", "Laura Bush"), ("d3", "Bush"))
    assert len(found.actors) == 3
    assert len(whys(found, "unsure")) == 2


def test_a_lone_surname_never_chains_two_people() -> None:
    found = people(("d1", "Hillary Clinton"), ("d2", "Clinton"), ("d2", "Bill Clinton"))
    assert frozenset({"d1:e0"}) in together(found)


def test_two_full_names_in_one_document_are_two_people() -> None:
    found = people(("d1", "Hasan Sultonov"), ("d1", "Hassan Sultanov"))
    assert len(found.actors) == 2
    assert "one document names both" in whys(found, "different")[0]


def test_father_and_son_stay_apart() -> None:
    assert len(people(("d1", "Donald Trump"), ("d2", "Donald Trump Jr.")).actors) == 2


def test_a_single_name_nobody_has_in_full_is_one_actor() -> None:
    assert len(people(("d1", "Ronaldo"), ("d2", "Ronaldo")).actors) == 1


def test_an_actor_keeps_its_key_when_documents_are_added() -> None:
    first = corpus(("d1", "Zamir Kabulov", "person"), ("d1", "Gazprom", "organisation"))
    more = [*first, *corpus(("d9", "Kabulov", "person"), ("d8", "Aeroflot", "organisation"))]
    before, after = resolve(first), resolve(more)
    assert {actor.key for actor in before.actors} <= {actor.key for actor in after.actors}


def test_every_entity_belongs_to_exactly_one_actor() -> None:
    found = people(("d1", "A. Ghani"), ("d2", "Ashraf Ghani"), ("d3", "Ghani"))
    assert set(found.members) == {"d1:e0", "d2:e1", "d3:e2"}
    assert [actor.members for actor in found.actors] == [("d1:e0", "d2:e1", "d3:e2")]


NAMES = ["Ali Khan", "Imran Khan", "Khan", "A. Khan", "CSTO", "Aly Khan", "Bush", "Khan Ali"]
SPECS = st.lists(
    st.tuples(
        st.sampled_from(["d1", "d2", "d3"]),
        st.sampled_from(NAMES),
        st.sampled_from(["person", "organisation", "other"]),
    ),
    max_size=10,
)


@given(SPECS, st.integers(0, 100))
@settings(max_examples=150, deadline=None)
def test_the_order_of_the_input_makes_no_difference(specs: list[Spec], seed: int) -> None:
    ordered = corpus(*specs)
    shuffled = list(ordered)
    random.Random(seed).shuffle(shuffled)
    assert resolve(shuffled) == resolve(ordered)


@given(SPECS)
@settings(max_examples=150, deadline=None)
def test_actors_partition_the_entities_and_have_keys_of_their_own(specs: list[Spec]) -> None:
    candidates = corpus(*specs)
    found = resolve(candidates)
    assert sorted(_all_members(found)) == sorted(one.key for one in candidates)
    assert len({actor.key for actor in found.actors}) == len(found.actors)


def _all_members(found: Resolution) -> Iterable[str]:
    return [member for actor in found.actors for member in actor.members]


class TestLettersThatATableKnows:
    """An acronym whose body is known takes a long form from its own document only."""

    KNOWN = Candidate("d1:e0", "d1", "SPD", "organisation", identifiers=(("wikidata", "Q49768"),))

    def test_join_the_long_form_beside_them(self) -> None:
        party = Candidate("d1:e1", "d1", "Sozialdemokratische Partei Deutschlands", "organisation")
        assert len(resolve([self.KNOWN, party]).actors) == 1

    def test_leave_other_bodies_with_these_initials_alone(self) -> None:
        police = Candidate("d2:e0", "d2", "Sandford Police Department", "organisation")
        assert len(resolve([self.KNOWN, police]).actors) == 2


def test_what_follows_a_name_in_a_table_is_no_second_surname() -> None:
    assert len(people(("d1", "Omar Haddad"), ("d2", "Omar Haddad b Lindqvist")).actors) == 2
    assert len(people(("d1", "Ana Botin"), ("d2", "Ana Botin Ruiz")).actors) == 1


def test_a_pet_name_and_a_surname_spelt_otherwise_are_too_much() -> None:
    assert len(people(("d1", "Bob Petersen"), ("d2", "Robert Peterson")).actors) == 2
    assert len(people(("d1", "Bob Peterson"), ("d2", "Robert Peterson")).actors) == 1


def test_a_lone_surname_spelt_otherwise_is_not_enough_over_stories() -> None:
    alone = Candidate("d1:e0", "d1", "Li", "person")
    fuller = Candidate("d2:e0", "d2", "Malcolm Lee", "person")
    same = Candidate("d3:e0", "d3", "Lee", "person")
    found = resolve([alone, fuller, same])
    assert found.members["d1:e0"] != found.members["d2:e0"]
    assert found.members["d3:e0"] == found.members["d2:e0"]
