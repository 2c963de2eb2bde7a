"""What the tables call an actor, by its identifiers."""

from __future__ import annotations

import pytest

from actors.knowledge.called import Called, called
from actors.knowledge.own import Known


def sorts(*identifiers: tuple[str, str]) -> dict[str, str]:
    """Each name with its sort."""
    return {one.text: one.sort for one in called(identifiers)}


def test_a_state_is_called_by_its_names_adjectives_codes_and_capital() -> None:
    found = sorts(("iso3166", "PE"))
    assert {found["Peru"], found["Republic of Peru"]} == {"name"}
    assert {found["Peruvian"], found["Peruvians"]} == {"adjective"}
    assert {found["PER"], found["PE"]} == {"code"}
    assert found["Lima"] == "capital"


def test_letters_that_a_state_goes_by_are_no_code() -> None:
    assert sorts(("iso3166", "US"))["US"] == "short"


def test_a_body_is_called_by_its_names_and_letters() -> None:
    found = sorts(("igo", "CSTO"))
    assert found["CSTO"] == "short"
    assert found["Collective Security Treaty Organization"] == "name"


def test_whom_no_table_knows_is_called_nothing() -> None:
    assert called([("iso3166", "ZZ")]) == called([]) == ()


def test_names_of_the_users_own_list_count_too() -> None:
    fund = Known("Nile Fund", "organisation", acronyms=("NF",), aliases=("Fund",), ftm="x")
    assert called([("ftm", "x")], [fund]) == (
        Called("Nile Fund", "name"),
        Called("Fund", "name"),
        Called("NF", "short"),
    )
    assert called([("ftm", "y")], [fund]) == ()


@pytest.mark.parametrize("pairs", [[("iso3166", "PE")] * 2, [("iso3166", "PE"), ("x", "y")]])
def test_each_name_is_given_once(pairs: list[tuple[str, str]]) -> None:
    found = called(pairs)
    assert len(found) == len(set(found))
    assert found == called([("iso3166", "PE")])
