"""States: what a reader of world news expects of each name form."""

from __future__ import annotations

import pytest

from actors.knowledge.ambiguity import ambiguous
from actors.knowledge.states import (
    State,
    find_capital,
    find_demonym,
    find_demonyms,
    find_state,
    state_by_id,
    states,
)

PRESENT = [state for state in states() if not state.historical]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tajikistan", "TJ"),
        ("Republic of Tajikistan", "TJ"),
        ("the U.S.", "US"),
        ("USA", "US"),
        ("UK", "GB"),
        ("Great Britain", "GB"),
        ("UAE", "AE"),
        ("DRC", "CD"),
        ("Congo-Brazzaville", "CG"),
        ("Côte d’Ivoire", "CI"),
        ("Burma", "MM"),
        ("Soviet Union", "SUHH"),
        ("East Germany", "DDDE"),
        ("Yugoslavia", "YUCS"),
        ("Czechoslovakia", "CSHH"),
        ("Türkiye", "TR"),
        ("AFGHANISTAN", "AF"),
    ],
)
def test_a_state_is_found_by_each_of_its_names(text: str, code: str) -> None:
    found = find_state(text)
    assert found is not None
    assert found.id == code


@pytest.mark.parametrize(
    "text", ["us", "turkey", "china", "chad", "", "England", "Hong Kong", "Gaza"]
)
def test_words_and_territories_are_no_states(text: str) -> None:
    assert find_state(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tajik", "TJ"),
        ("Afghans", "AF"),
        ("Saudis", "SA"),
        ("Costa Rican", "CR"),
        ("British", "GB"),
        ("Briton", "GB"),
        ("Dutch", "NL"),
        ("South Koreans", "KR"),
        ("North Korean", "KP"),
        ("Frenchmen", "FR"),
        ("Soviet", "SUHH"),
        ("Emirati", "AE"),
    ],
)
def test_a_people_belongs_to_its_state(text: str, code: str) -> None:
    found = find_demonym(text)
    assert found is not None
    assert found.id == code


def test_a_lower_case_word_is_no_people() -> None:
    assert find_demonym("polish") is None


def test_a_shared_demonym_means_several_states_and_says_so() -> None:
    assert [state.id for state in find_demonyms("Congolese")] == ["CD", "CG"]
    assert {state.id for state in find_demonyms("Dominican")} == {"DO", "DM"}
    assert find_demonyms("congolese") == ()
    assert ambiguous("Congolese") == "country"


def test_names_that_mean_something_else_too_are_marked() -> None:
    assert ambiguous("Georgia") == "place"
    assert ambiguous("Jordan") == "person"
    assert ambiguous("Tajikistan") is None


def test_a_capital_leads_to_its_state() -> None:
    found = [find_capital(city) for city in ("Dushanbe", "Kiev", "The Hague", "Pretoria")]
    assert [state.id for state in found if state] == ["TJ", "UA", "NL", "ZA"]
    assert find_capital("Springfield") is None


def test_there_are_197_present_states() -> None:
    # 193 members of the United Nations, the Holy See, Palestine, Taiwan and Kosovo.
    assert len(PRESENT) == 197


@pytest.mark.parametrize("state", PRESENT, ids=lambda state: state.id)
def test_each_present_state_is_whole(state: State) -> None:
    assert len(state.id) == 2
    assert len(state.iso3) == 3
    assert state.wikidata[0] == "Q"
    assert state.wikidata[1:].isdigit()
    assert state.demonyms
    assert state.adjectives
    assert state.capitals
    assert find_state(state.name) == state
    assert find_state(state.official) == state
    assert state in find_demonyms(state.demonyms[0])


def test_identifiers_belong_to_one_state_each() -> None:
    for values in ([s.id for s in states()], [s.wikidata for s in states()]):
        assert len(set(values)) == len(values)


def test_historical_states_know_their_end_and_their_successors() -> None:
    past = [state for state in states() if state.historical]
    assert past
    for state in past:
        assert state.start < state.end
        assert all(state_by_id(code) for code in state.successors)


def test_a_state_is_known_by_either_iso_code() -> None:
    assert state_by_id("tjk") == state_by_id("TJ")
    with pytest.raises(KeyError):
        state_by_id("QQ")
